"""The page about the program: its version, its parts, where journals lie, and how to report a fault."""
