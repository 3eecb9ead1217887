"""Changing the journal from a page: what was done is said with the way back beside it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.app import history
from journal.texts.translation import _
from journal.ui.backup_follow_up import BackupFollowUp
from journal.ui.saying import Action

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.ui.means import ChangeMeans
    from journal.ui.treatment.wishes import Wish


def nothing() -> None:
    """Nothing was typed for it."""


class Changes:
    """Makes the changes of one page.

    `changed` is called after each of them, undo and redo too, so that the page reads again what it shows;
    `announce` speaks to a screen reader where a wish has words for it alone.
    """

    def __init__(
        self, means: ChangeMeans, changed: Callable[[], None], announce: Callable[[str], None] | None = None
    ) -> None:
        self._means, self._changed, self._announce = means, changed, announce
        self._follow_up = BackupFollowUp(means.journal, means.runner, means.say, means.failed)

    def make(self, wish: Wish, refused: Callable[[], None] = nothing) -> None:
        """Carry a wish out. `refused` is called where it could not be: what was typed for it stands again."""

        def done(_result: object) -> None:
            if wish.said:
                self.say_done(wish.said, wish.for_good)
            if wish.announced and self._announce is not None:
                self._announce(wish.announced)
            self._changed()

        def failed(error: Exception) -> None:
            refused()
            self._means.failed(error)

        self._run(wish.act, done, failed)

    def say_done(self, words: str, for_good: tuple[str, str] | None = None) -> None:
        """Say what was done. `for_good` is the kind and the id of a record that may be deleted for good now."""
        more = () if for_good is None else (self._follow_up.delete_for_good(*for_good),)
        self._means.say(words, [(_("Undo"), self.undo), *more])

    def undo(self) -> None:
        """Take the last change back."""
        self._step(history.undo, _("Undone."), (_("Redo"), self.redo))

    def redo(self) -> None:
        """Do again what was undone."""
        self._step(history.redo, _("Done again."), (_("Undo"), self.undo))

    def _step(self, step: Callable[[Journal], object], words: str, back: Action) -> None:
        def done(_step: object) -> None:
            self._means.say(words, [back])
            self._changed()

        self._run(step, done, self._means.failed)

    def _run(
        self, job: Callable[[Journal], object], done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        self._means.runner.run(lambda: job(self._means.journal()), done, failed)
