"""Every quantity of a text with what it is said of, its role, its time and its place."""
