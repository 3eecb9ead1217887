"""The words of a reminder."""

from __future__ import annotations

from journal.texts.translation import _


def usual_words() -> str:
    """What a reminder says unless the person chose other words: neutral for whoever sees the screen."""
    return _("A moment for your notes?")
