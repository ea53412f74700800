"""The verbs of the command line. Adding one is adding a module here with a `VERB`; nothing lists them."""
