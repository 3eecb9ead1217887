"""Deleting what stands in History, undo and redo, each said in the calm bar with the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journal.app import history, questionnaires
from journal.app.intakes import delete_intake
from journal.app.journal import Journal
from journal.app.markers import delete_marker
from journal.app.own_records import Own, delete_record
from journal.app.practices import delete_practice
from journal.app.sessions import delete_session
from journal.texts.translation import _
from journal.ui.backup_follow_up import BackupFollowUp
from journal.ui.context import PageContext
from journal.ui.history.lines import LineKind
from journal.ui.saying import Action

DELETES: Mapping[LineKind, Callable[[Journal, str], object]] = {
    LineKind.ENTRY: history.delete,
    LineKind.SESSION: delete_session,
    LineKind.DOSE: delete_intake,
    LineKind.PRACTICE: delete_practice,
    LineKind.MARKER: delete_marker,
    LineKind.QUESTIONNAIRE: questionnaires.delete,
    LineKind.CALM_MOMENT: lambda journal, record_id: delete_record(journal, Own.CALM_MOMENT, record_id),
    LineKind.APPOINTMENT: lambda journal, record_id: delete_record(journal, Own.APPOINTMENT, record_id),
}

KINDS: Mapping[LineKind, str] = {
    LineKind.ENTRY: "entry",
    LineKind.SESSION: "session",
    LineKind.DOSE: "intake",
    LineKind.PRACTICE: "practice",
    LineKind.MARKER: "marker",
    LineKind.QUESTIONNAIRE: "questionnaire",
    LineKind.CALM_MOMENT: "calm_moment",
    LineKind.APPOINTMENT: "appointment",
}
"""What each line is of, as `app.deleting` names it."""


class RecordDeeds:
    """`moved` is told after undo or redo from the calm bar, whose button is gone once it is pressed."""

    def __init__(self, context: PageContext, moved: Callable[[], None]) -> None:
        self._context, self._moved = context, moved
        self._follow_up = BackupFollowUp(lambda: context.session.opened, context.runner, context.say, context.failed)

    def delete(self, kind: LineKind, record_id: str) -> None:
        """Delete a record, with undo one press away."""
        context = self._context
        for_good = self._follow_up.delete_for_good(KINDS[kind], record_id)
        context.runner.run(
            lambda: DELETES[kind](context.session.opened, record_id),
            lambda _record: self.say_deleted(for_good),
            context.failed,
        )

    def say_deleted(self, *more: Action) -> None:
        """Say that something was deleted."""
        self._context.say(_("Deleted."), [(_("Undo"), self.undo), *more])

    def say_gone(self) -> None:
        """Say that something was deleted for good."""
        self._follow_up.say_gone()

    def undo(self) -> None:
        """Take the last change back."""
        context, back = self._context, (_("Redo"), self.redo)
        context.runner.run(
            lambda: history.undo(context.session.opened),
            lambda _step: self._say(_("Undone."), back),
            context.failed,
        )

    def redo(self) -> None:
        """Do again what was undone."""
        context, back = self._context, (_("Undo"), self.undo)
        context.runner.run(
            lambda: history.redo(context.session.opened),
            lambda _step: self._say(_("Done again."), back),
            context.failed,
        )

    def _say(self, words: str, back: Action) -> None:
        self._context.say(words, [back])
        self._moved()
