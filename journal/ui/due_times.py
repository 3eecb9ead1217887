"""Keeps the due times after a session beside the journal, where a reminder finds them while it is closed.

They stand outside the encryption as instants and nothing else (storage.md); where other people use
the computer they are not written at all, for the times alone tell that there was a session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.app.after_session import due_times

if TYPE_CHECKING:
    from journal.ui.context import PageContext

PARTS = frozenset({"entries", "sessions", "settings"})


class DueTimes:
    """Writes them when they change; to be told of changes, and to `refresh` when the journal was opened."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def refresh(self) -> None:
        """Read what is due and write it where it differs."""
        context = self._context
        context.runner.run(lambda: due_times(context.session.opened), self._keep, context.failed)

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed."""
        if parts & PARTS:
            self.refresh()

    def _keep(self, times: tuple[str, ...]) -> None:
        settings = self._context.settings
        due = () if settings.settings.others_use else times
        if settings.settings.due == due:
            return
        try:
            settings.change(due=due)
        except OSError as error:
            self._context.failed(error)
