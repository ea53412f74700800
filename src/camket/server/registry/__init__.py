"""What the registry keeps, and the actions that change it."""
