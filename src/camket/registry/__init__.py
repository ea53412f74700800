"""What has been read, kept so that it can be asked about: statements, plans, series, as of a day."""
