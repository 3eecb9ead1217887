"""Leeward: a private symptom journal for people in any PTSD treatment."""

__version__ = "1.0.0"
