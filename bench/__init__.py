"""How good and how fast: `make bench`."""
