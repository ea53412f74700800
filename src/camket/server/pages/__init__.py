"""The pages: server-rendered, Vietnamese first, every figure a link to its sentence."""
