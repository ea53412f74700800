"""The registry in a database and its pages: thin; what is read, placed and assessed is the core's work."""
