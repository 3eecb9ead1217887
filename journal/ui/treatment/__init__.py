"""Treatment: courses and their sessions, medicines, practice between sessions, and markers."""
