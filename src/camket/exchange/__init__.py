"""Forms in which camket's results leave it and come back."""
