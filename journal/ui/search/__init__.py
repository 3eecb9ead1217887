"""Search: where something was written."""
