"""The use cases: what a person can do with a journal."""
