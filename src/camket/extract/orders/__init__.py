"""What is told and what is asked for: directives downward, proposals upward, and what became of them."""
