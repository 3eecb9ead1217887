"""History: the days with their entries, and one entry opened to be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.app import history, questionnaires
from journal.app.intakes import delete_intake
from journal.app.journal import Journal
from journal.app.markers import delete_marker
from journal.app.practices import delete_practice
from journal.app.sessions import delete_session
from journal.host.clock import local_now
from journal.texts.translation import _
from journal.ui.backup_follow_up import BackupFollowUp
from journal.ui.context import Action, PageContext
from journal.ui.history.day_list import DayList
from journal.ui.history.entry_presenter import EntryPresenter, EntryState
from journal.ui.history.entry_view import EntryPage
from journal.ui.history.lines import EntryLine, LineKind
from journal.ui.history.list_presenter import ListParts, ListPresenter
from journal.ui.second_try import saying_so
from journal.ui.today.open_check_in import CheckInParts
from journal.ui.widgets.buttons import LARGE_PX, QuietButton, TextButton
from journal.ui.widgets.date_field import DateField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, PageTitle
from journal.ui.widgets.safety_line import Support
from journal.ui.widgets.scroll_page import MARGIN

SHOWS = frozenset({"entries", "items", "sessions", "courses", "medicines", "practices", "markers", "questionnaires"})

DELETES: Mapping[LineKind, Callable[[Journal, str], object]] = {
    LineKind.ENTRY: history.delete,
    LineKind.SESSION: delete_session,
    LineKind.DOSE: delete_intake,
    LineKind.PRACTICE: delete_practice,
    LineKind.MARKER: delete_marker,
    LineKind.QUESTIONNAIRE: questionnaires.delete,
}

KINDS: Mapping[LineKind, str] = {
    LineKind.ENTRY: "entry",
    LineKind.SESSION: "session",
    LineKind.DOSE: "intake",
    LineKind.PRACTICE: "practice",
    LineKind.MARKER: "marker",
    LineKind.QUESTIONNAIRE: "questionnaire",
}
"""What each line is of, as `app.deleting` names it."""


class HistoryPage(QWidget):
    """The list and the opened entry, one at a time."""

    def __init__(self, context: PageContext, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self._follow_up = BackupFollowUp(lambda: context.session.opened, context.runner, context.say, context.failed)
        self._stale = False
        self.days = DayList(context.theme)
        self.entry = EntryPage(context, support)
        self.empty, self.bring_in = Body(), TextButton(_("Bring a history in"))
        self._way_in = FlowRow(self.bring_in)
        self._way_in.hide()
        self.date = DateField(_("Go to a date"), least_height=LARGE_PX)
        self._stack = QStackedWidget()
        self.list_presenter = ListPresenter(self, _list_parts(context))
        self.entry_presenter = EntryPresenter(self, _entry_parts(context))
        self._build()
        self._connect()

    def entered(self, day: date | None = None, entry_id: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show the newest days, those round `day`, or one entry."""
        self._show_list()
        self._stale = False
        self.list_presenter.on_entered(day, entry_id)
        if entry_id:
            self._open(entry_id)

    def left(self) -> None:
        """Hand over what is half typed."""
        if self.entry_presenter.entry_id:
            self.entry.flush()
            self.entry_presenter.on_closed()

    def reset(self, lines: Sequence[EntryLine], select: str) -> None:
        """Show these lines only."""
        self.days.reset_lines(lines, select)
        self.days.setVisible(bool(lines))
        if lines and self._stack.currentIndex() == 0 and self.isVisible():
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, lines: Sequence[EntryLine]) -> None:
        """Show the lines as they are now. The keyboard never stays on what is gone."""
        had = self.days.hasFocus()
        self.days.setVisible(bool(lines))
        self.days.refresh_lines(lines)
        if had and not lines:
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, lines: Sequence[EntryLine]) -> None:
        """Add older lines."""
        self.days.lines.append(lines)

    def prepend(self, lines: Sequence[EntryLine]) -> None:
        """Add newer lines."""
        self.days.prepend(lines)

    def say_empty(self, words: str) -> None:
        """Say why there is nothing."""
        self.empty.setText(words)
        self.empty.setVisible(bool(words))
        self._way_in.setVisible(bool(words))

    def render_state(self, state: EntryState) -> None:
        """Show the opened entry."""
        self.entry.render_state(state)

    def begin(self) -> None:
        """The opened entry is there."""
        self._stack.setCurrentWidget(self.entry)
        self.entry.begin()

    def close_view(self) -> None:
        """Back to the list, where it was."""
        self._show_list()
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self._read_again()

    def _open(self, entry_id: str) -> None:
        """Open an entry here, anything else where it stands."""
        line = self.days.lines.line(self.days.lines.row_of(entry_id))
        if line is None or line.kind is LineKind.ENTRY:
            self.entry_presenter.on_opened(entry_id)
        elif line.kind is LineKind.SESSION:
            self._context.go("session", session_id=entry_id)
        elif line.kind is LineKind.DOSE:
            self._context.go("treatment", medicine_id=line.about)
        elif line.kind is LineKind.QUESTIONNAIRE:
            self._context.go("questionnaire", questionnaire_id=entry_id)
        else:
            self._context.go("treatment", tab="practice" if line.kind is LineKind.PRACTICE else "markers")

    def _on_closed(self) -> None:
        self.entry.flush()
        self.entry_presenter.on_closed()
        self.close_view()

    def _read_again(self) -> None:
        line = self.days.current_line
        self._stale = False
        self.list_presenter.on_changed(line.day if line else None, line.entry_id if line else "")

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)

    def _on_changed(self, parts: frozenset[str]) -> None:
        self.entry_presenter.on_changed(parts)
        if not parts & SHOWS:
            return
        if self.isVisible() and self._stack.currentIndex() == 0:
            self._read_again()
        else:
            self._stale = True

    def _on_list_delete(self, entry_id: str) -> None:
        context = self._context
        line = self.days.lines.line(self.days.lines.row_of(entry_id))
        kind = line.kind if line else LineKind.ENTRY
        for_good = self._follow_up.delete_for_good(KINDS[kind], entry_id)
        context.runner.run(
            lambda: DELETES[kind](context.session.opened, entry_id),
            lambda _record: self._say_deleted(for_good),
            context.failed,
        )

    def _say_deleted(self, *more: Action) -> None:
        self._context.say(_("Deleted."), [(_("Undo"), self._undo), *more])

    def _say_gone(self) -> None:
        self._follow_up.say_gone()

    def _undo(self) -> None:
        context = self._context
        back: Action = (_("Redo"), self._redo)
        context.runner.run(
            lambda: history.undo(context.session.opened),
            lambda _step: self._say_changed(_("Undone."), back),
            context.failed,
        )

    def _redo(self) -> None:
        context = self._context
        back: Action = (_("Undo"), self._undo)
        context.runner.run(
            lambda: history.redo(context.session.opened),
            lambda _step: self._say_changed(_("Done again."), back),
            context.failed,
        )

    def _say_changed(self, words: str, back: Action) -> None:
        """Say it; a button in the bar is gone once it is pressed, so the list takes its keyboard."""
        self._context.say(words, [back])
        if not (self.undo.hasFocus() or self.redo.hasFocus()) and self._stack.currentIndex() == 0:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_date(self) -> None:
        self.list_presenter.on_entered(self.date.day)

    def _build(self) -> None:
        front = QWidget()
        front.setProperty("role", "page")
        box = QVBoxLayout(front)
        box.setContentsMargins(MARGIN, 24, MARGIN, 12)
        box.setSpacing(10)
        box.addLayout(self._head())
        box.addWidget(self.empty)
        box.addWidget(self._way_in)
        box.addWidget(self.days, 1)
        box.addStretch(0)
        self._stack.addWidget(front)
        self._stack.addWidget(self.entry)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _head(self) -> QHBoxLayout:
        now = local_now(self._context.clock)
        today = QDate(now.year, now.month, now.day)
        self.date.setDate(today)
        self.date.setMaximumDate(today)
        self.go = QuietButton(_("Go"), large=True)
        self.go.setAccessibleDescription(_("Shows the days round this date."))
        self.undo, self.redo = QuietButton(_("Undo"), large=True), QuietButton(_("Redo"), large=True)
        label = Caption(_("Go to a date"), wrap=False)
        label.setBuddy(self.date)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(PageTitle(_("History"), wrap=False), 1)
        label.setMinimumHeight(LARGE_PX)
        head.addWidget(FlowRow(label, self.date, self.go, self.undo, self.redo))
        return head

    def _connect(self) -> None:
        self.days.chosen.connect(self._open)
        self.days.delete_wanted.connect(self._on_list_delete)
        self.days.bottom_reached.connect(self.list_presenter.on_bottom_reached)
        self.days.top_reached.connect(self.list_presenter.on_top_reached)
        self.go.clicked.connect(self._on_date)
        self.bring_in.clicked.connect(lambda: self._context.go("bringing_in"))
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.entry.answered.connect(self.entry_presenter.on_answered)
        self.entry.note_written.connect(lambda text, shared: self.entry_presenter.on_note(text, shared=shared))
        self.entry.time_given.connect(self.entry_presenter.on_time)
        self.entry.closed.connect(self._on_closed)
        self.entry.delete_wanted.connect(lambda: self.entry_presenter.on_deleted(self._say_deleted))
        self.entry.delete_for_good_wanted.connect(lambda: self.entry_presenter.on_deleted_for_good(self._say_gone))
        self._context.session.listen(self._on_changed)


def _list_parts(context: PageContext) -> ListParts:
    return ListParts(lambda: context.session.opened, context.runner, context.words, context.failed)


def _entry_parts(context: PageContext) -> CheckInParts:
    again = saying_so(context.say, context.failed)
    return CheckInParts(
        lambda: context.session.opened, context.runner, context.clock, context.words, context.failed, again
    )
