"""The page for appointments: when they are, what to ask there, and what changed."""
