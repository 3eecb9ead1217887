"""What is done for the journal while it is open and nobody is busy with it: a look through it, and a backup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journal.model.errors import JournalDamaged
from journal.texts.errors import explain
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.ui.application import Application
    from journal.ui.saying import Say

REST_S = 600
"""So long without a sign of life, and a backup that is due is made."""

LOOK_EVERY_MS = 30_000


class IdleUpkeep(QObject):
    """`idle_s` says for how long nobody did anything; `journal` is the open one, None while locked."""

    def __init__(
        self,
        parent: QObject,
        runner: Runner,
        journal: Callable[[], Journal | None],
        idle_s: Callable[[], float],
        say: Say,
        failed: Callable[[Exception], None],
        show_backups: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._runner, self._journal, self._idle_s = runner, journal, idle_s
        self._say, self._failed, self._show_backups = say, failed, show_backups
        self._rested = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Read the journal through if that is due, say calmly if a place has had no backup for long, then watch."""
        from journal.app.upkeep import check_when_due, place_to_tell

        journal = self._journal()
        if journal is None:
            return
        self._timer.start()
        self._runner.run(lambda: check_when_due(journal), failed=self._on_failed)
        self._runner.run(lambda: place_to_tell(journal), self._tell_place, self._failed)

    def look(self) -> None:
        """Make the backup that is due, once for each time that nobody was there for ten minutes."""
        from journal.app.runner import ignore
        from journal.app.upkeep import back_up_when_due

        rested, self._rested = self._rested, self._idle_s() >= REST_S
        journal = self._journal()
        if journal is not None and self._rested and not rested:
            # One that cannot be made now is made when the journal closes.
            self._runner.run(lambda: back_up_when_due(journal, wait_s=0), failed=ignore)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, JournalDamaged):
            self._say(explain(error), [(_("Show the backups"), self._show_backups)])
        else:
            self._failed(error)

    def _tell_place(self, words: str) -> None:
        if words:
            self._say(words, [(_("Show the backups"), self._show_backups)])


def begin_upkeep(running: Application) -> None:
    """Begin for the running program."""
    IdleUpkeep(
        running,
        running.runner,
        lambda: running.session.journal,
        lambda: running.idle.idle_s,
        running.speaker.say,
        running.speaker.failed,
        lambda: running.go("settings"),
    ).begin()
