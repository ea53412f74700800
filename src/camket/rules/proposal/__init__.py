"""Rules of the kind proposal: the verbs by which a lower level asks, and words that name what was asked."""
