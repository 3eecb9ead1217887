"""Makes the settings page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.settings.page import SettingsPage


def create(context: PageContext) -> SettingsPage:
    """The page, not yet entered."""
    if context.controls is None:
        raise ValueError("the settings page needs the controls of the program")
    return SettingsPage(context, context.controls)
