"""What the pages of tasks share: lists of them, filters of the address, forms of what can be done."""
