"""Entering a week that was filled in on paper: days as columns, items as rows."""
