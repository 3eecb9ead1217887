"""Today: the check-in."""
