"""Bringing a history in: a file from another diary or table is looked at, settled, read, and undone."""
