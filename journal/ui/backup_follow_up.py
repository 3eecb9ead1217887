"""The quiet second step after deleting for good: older backups still hold what was deleted. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.texts.endings import backups_renewed_words
from journal.texts.translation import _
from journal.ui.saying import Action, Say

if TYPE_CHECKING:
    from journal.app.backup_places import DestroyReport
    from journal.app.journal import Journal
    from journal.app.runner import Runner


class BackupFollowUp:
    """Says that something is gone for good, and offers to let it be gone from the backups too."""

    def __init__(
        self, opened: Callable[[], Journal], runner: Runner, say: Say, failed: Callable[[Exception], None]
    ) -> None:
        self._opened, self._runner, self._say, self._failed = opened, runner, say, failed

    def say_gone(self) -> None:
        """Say it, with what can be done where there are backups."""
        from journal.app.deleting import backups_may_hold

        self._runner.run(lambda: backups_may_hold(self._opened()), self._say_which, self._failed)

    def delete_for_good(self, kind: str, record_id: str) -> Action:
        """A button that deletes for good what was just deleted."""
        return _("Delete for good"), lambda: self._on_delete(kind, record_id)

    def _on_delete(self, kind: str, record_id: str) -> None:
        from journal.app.deleting import blank_deleted

        self._runner.run(
            lambda: blank_deleted(self._opened(), kind, record_id), lambda _done: self.say_gone(), self._failed
        )

    def _say_which(self, held: bool) -> None:
        if not held:
            self._say(_("Deleted for good."), [])
            return
        renew, leave = _("Make new backups, destroy the old"), _("Leave them")
        self._say(_("Deleted for good. Older backups still hold it."), [(renew, self._renew), (leave, lambda: None)])

    def _renew(self) -> None:
        from journal.app.backup_places import make_new_and_destroy_old

        self._say(_("Making a new backup…"), [])
        self._runner.run(lambda: make_new_and_destroy_old(self._opened()), self._say_renewed, self._failed)

    def _say_renewed(self, report: DestroyReport) -> None:
        self._say(backups_renewed_words(len(report.destroyed), report.unreachable), [])
