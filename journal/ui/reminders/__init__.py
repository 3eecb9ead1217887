"""Reminders, the icon beside the clock, and starting at login."""
