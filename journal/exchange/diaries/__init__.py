"""Diaries of other programs: one module a format."""
