"""Results for people: one view of a scoreboard, drawn for the terminal, as Markdown and as one HTML file."""
