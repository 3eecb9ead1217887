"""Showing the screen to somebody in the room: a few pages, and nothing on them that is private."""
