"""Times and deadlines as papers write them."""
