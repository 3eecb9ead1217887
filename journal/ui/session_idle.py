"""While a session is open the journal may stay open for half an hour, where the person chose that."""

from __future__ import annotations

from collections.abc import Callable

from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.app.sessions import open_session

SETTING = "session_idle_30"
SESSION_IDLE_MIN = 30
PARTS = frozenset({"sessions", "settings"})


def least_idle_min(journal: Journal) -> int:
    """How many idle minutes the journal stays open at least: 30 while a session is open, if chosen; else 0."""
    chosen = bool(journal.setting(SETTING, False))
    return SESSION_IDLE_MIN if chosen and open_session(journal) is not None else 0


class SessionIdle:
    """Tells `changed` the least idle minutes whenever sessions or settings change."""

    def __init__(self, runner: Runner, opened: Callable[[], Journal], changed: Callable[[int], None]) -> None:
        self._runner, self._opened, self._changed = runner, opened, changed

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed."""
        if parts & PARTS:
            self.refresh()

    def refresh(self) -> None:
        """Look again; what fails leaves the minutes as they are."""
        self._runner.run(lambda: least_idle_min(self._opened()), self._changed, lambda _error: None)
