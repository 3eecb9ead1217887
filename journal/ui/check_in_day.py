"""Keeps the day of the last check-in beside the journal, where a reminder finds it while the journal is closed.

Only while there are reminders: without them nothing of it stands outside the encryption (storage.md).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.app.reminders import Changes, check_in_kept

if TYPE_CHECKING:
    from journal.ui.context import PageContext

PARTS = frozenset({"entries", "settings"})


class CheckInDay:
    """Writes it when it changes, by `keep`; `kept` hears that it did. To be told of changes, as `DueTimes`."""

    def __init__(self, context: PageContext, keep: Callable[..., None], kept: Callable[[], None]) -> None:
        self._context, self._keep, self._kept = context, keep, kept

    def refresh(self) -> None:
        """Read the last day and write it where it differs."""
        context = self._context
        settings = context.settings.settings
        if settings.reminders or settings.last_check_in:
            context.runner.run(lambda: check_in_kept(context.session.opened, settings), self._on_read, context.failed)

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed."""
        if parts & PARTS:
            self.refresh()

    def _on_read(self, changes: Changes) -> None:
        if changes:
            self._keep(**changes)
            self._kept()
