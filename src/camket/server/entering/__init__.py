"""Logging in and being logged in: attempts counted, visits that end. Nothing here is state of the registry."""
