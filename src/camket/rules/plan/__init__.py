"""Plans by name: a congress, a yearly or five-year plan, a programme of a year."""
