"""What a journal is: frozen dataclasses and pure functions. Standard library only; no files, no clock, no words."""
