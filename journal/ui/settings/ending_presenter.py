"""Leaving: plain copies of everything, and the end of a journal. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from journal.model.errors import JournalError
from journal.texts.endings import plain_copy_words
from journal.texts.errors import explain
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.endings import EndPlan
    from journal.app.journal import Journal
    from journal.app.runner import Runner


class EndingView(Protocol):
    """What shows how it went."""

    def say_ending_problem(self, words: str) -> None:
        """Say at the field why nothing was deleted; empty where it is said elsewhere."""


class EndingPresenter:
    """`end` closes the journal and destroys it by a plan; true stands for everything on this computer."""

    def __init__(
        self,
        view: EndingView,
        runner: Runner,
        opened: Callable[[], Journal],
        end: Callable[[EndPlan, bool], None],
        say: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._runner, self._opened, self._end = view, runner, opened, end
        self._say, self._failed = say, failed

    def on_plain_copies(self, place: Path) -> None:
        """Write everything into this folder as plain files."""
        from journal.app.plain_copies import write_plain_copies

        self._runner.run(lambda: write_plain_copies(self._opened(), place), self._say_written, self._failed)

    def on_ending(self, passphrase: str, everything: bool) -> None:
        """End the journal if this is its passphrase."""
        self._runner.run(
            lambda: checked_plan(self._opened(), passphrase),
            lambda plan: self._end(plan, everything),
            self._on_refused,
        )

    def _say_written(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in paths)
        self._say(_("Saved: {names}.").format(names=names) + " " + plain_copy_words())

    def _on_refused(self, error: Exception) -> None:
        known = isinstance(error, JournalError)
        self._view.say_ending_problem(explain(error) if isinstance(error, JournalError) else "")
        if not known:
            self._failed(error)


def checked_plan(journal: Journal, passphrase: str) -> EndPlan:
    """What an end will reach, for whoever knows the passphrase. Raises WrongPassphrase; on the storage thread."""
    from journal.app.endings import plan_end
    from journal.app.keys import check_passphrase

    check_passphrase(journal.folder, passphrase)
    return plan_end(journal)
