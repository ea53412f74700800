"""A large registry of papers of our own, and what its pages cost: `python -m bench --registry`."""
