"""Names that the catalogue does not know, as their pages show them."""
