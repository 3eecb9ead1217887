"""Makes the page of reminders."""

from __future__ import annotations

from journal.host.autostart import system_autostart
from journal.ui.context import PageContext
from journal.ui.reminders.page import RemindersPage


def create(context: PageContext) -> RemindersPage:
    """The page, not yet entered."""
    if context.controls is None:
        raise ValueError("the page of reminders needs the controls of the program")
    return RemindersPage(context, context.controls.reminding, system_autostart())
