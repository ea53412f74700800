"""What can be done in the background: one module a kind, with `run` (`camket.server.jobs.asking.Kind`)."""
