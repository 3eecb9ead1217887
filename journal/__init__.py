"""Leeward: a private symptom journal for people in any PTSD treatment."""

__version__ = "0.1.0"
