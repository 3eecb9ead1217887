"""The last page: what was removed, and what may remain."""
