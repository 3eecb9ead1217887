"""History: a calendar and a list of days, one day with everything of it, and one entry opened to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal.host.clock import local_now
from journal.ui.context import PageContext
from journal.ui.history.day_presenter import DayParts, DayPresenter
from journal.ui.history.day_state import DayState
from journal.ui.history.day_view import DayPageView
from journal.ui.history.entry_presenter import EntryPresenter, EntryState
from journal.ui.history.entry_view import EntryPage
from journal.ui.history.front import HistoryFront
from journal.ui.history.front_presenter import FrontPresenter
from journal.ui.history.lines import LineKind
from journal.ui.history.list_presenter import ListParts
from journal.ui.history.record_deeds import RecordDeeds
from journal.ui.second_try import saying_so
from journal.ui.today.open_check_in import CheckInParts
from journal.ui.treatment.parts import Value
from journal.ui.widgets.safety_line import Support


class HistoryPage(QWidget):
    """The front, a day and an entry, one at a time. An entry leads back to where it was opened."""

    def __init__(self, context: PageContext, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.front = HistoryFront(context.theme, local_now(context.clock).date())
        self.days, self.calendar, self.date = self.front.days, self.front.calendar, self.front.date
        self.entry = EntryPage(context, support)
        self.deeds = RecordDeeds(context, self._take_focus)
        self.front_presenter = FrontPresenter(self.front, _list_parts(context))
        self.day_presenter = DayPresenter(self, _day_parts(context))
        self.day = DayPageView(self.day_presenter.on_press)
        self.entry_presenter = EntryPresenter(self, _entry_parts(context))
        self._stack = QStackedWidget()
        for each in (self.front, self.day, self.entry):
            self._stack.addWidget(each)
        self._opened_from: QWidget = self.front
        self._day_comes, self._left_entry = False, ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()

    def entered(self, day: date | None = None, entry_id: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show the calendar or the list, as it was chosen last; or one day, or one entry."""
        self.left()
        self._show(self.front)

        def begin() -> None:
            if entry_id:
                self._open_entry(entry_id)
            elif day is not None:
                self.open_day(day)
            else:
                self._take_focus()
                self.day_presenter.on_entered()

        self.front_presenter.on_entered(day, entry_id, begin)

    def left(self) -> None:
        """Hand over what is half typed."""
        self._left_entry = self.entry_presenter.entry_id
        if self._left_entry:
            self.entry.flush()
            self.entry_presenter.on_closed()
        self.day_presenter.on_closed()

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown: the entry or the day is open still."""
        shown = self._stack.currentWidget()
        if shown is self.entry:
            self.entry_presenter.on_stayed(self._left_entry)
        elif shown is self.day:
            self.day_presenter.on_opened(self.day_presenter.day)

    def open_day(self, day: date) -> None:
        """Open the page of a day, shown once it is read: never with what stood there before."""
        self._day_comes = True
        self.day_presenter.on_opened(day)

    @property
    def half_filled(self) -> Mapping[str, Value] | None:
        """What stands half typed in the form of the opened day."""
        return self.day.half_filled

    def render_day(self, state: DayState) -> None:
        """Show the opened day."""
        self.day.render_day(state)
        if self._day_comes:
            self._day_comes = False
            self._show(self.day)
            self.day.begin()

    def render_state(self, state: EntryState) -> None:
        """Show the opened entry."""
        self.entry.render_state(state)

    def begin(self) -> None:
        """The opened entry is there."""
        self._show(self.entry)
        self.entry.begin()

    def close_view(self) -> None:
        """The entry is left: back to where it was opened, as that was."""
        self._show(self._opened_from)
        if self._opened_from is self.day:
            self.day_presenter.on_opened(self.day_presenter.day)
        else:
            self.front_presenter.on_back()
        self._take_focus()

    def open_record(self, kind: LineKind, record_id: str) -> None:
        """Open an entry here, anything else where it stands."""
        go = self._context.go
        if kind is LineKind.ENTRY:
            self._open_entry(record_id)
        elif kind is LineKind.SESSION:
            go("session", session_id=record_id)
        elif kind is LineKind.MEDICINE:
            go("treatment", medicine_id=record_id)
        elif kind is LineKind.QUESTIONNAIRE:
            go("questionnaire", questionnaire_id=record_id)
        elif kind is LineKind.APPOINTMENT:
            go("appointments", appointment_id=record_id)
        else:
            go("treatment", tab="practice" if kind is LineKind.PRACTICE else "markers")

    def delete_record(self, kind: LineKind, record_id: str) -> None:
        """Delete it, with undo one press away."""
        self.deeds.delete(kind, record_id)

    def _open_entry(self, entry_id: str) -> None:
        self._opened_from = self.day if self._stack.currentWidget() is self.day else self.front
        self.entry_presenter.on_opened(entry_id)

    def _on_line(self, record_id: str) -> None:
        """A line of the list was chosen."""
        line = self.days.lines.line(self.days.lines.row_of(record_id))
        if line is not None and line.kind is LineKind.DOSE:
            self.open_record(LineKind.MEDICINE, line.about)
        elif line is not None and line.kind is LineKind.CALM_MOMENT:
            self.open_day(line.day)
        else:
            self.open_record(line.kind if line else LineKind.ENTRY, record_id)

    def _on_line_delete(self, record_id: str) -> None:
        line = self.days.lines.line(self.days.lines.row_of(record_id))
        self.deeds.delete(line.kind if line else LineKind.ENTRY, record_id)

    def _on_entry_closed(self) -> None:
        self.entry.flush()
        self.entry_presenter.on_closed()
        self.close_view()

    def _on_goals(self) -> None:
        """From the goals the way leads back to this entry."""
        self._context.go("goals", back_to="history", entry_id=self.entry_presenter.entry_id)

    def _on_day_closed(self) -> None:
        """Back to the front, with the calendar at the day that was open last."""
        self.day_presenter.on_closed()
        self._show(self.front)
        self.front_presenter.on_back(self.day_presenter.day)
        self._take_focus()

    def _on_date(self, day: date) -> None:
        self.front_presenter.on_date(day)
        self._take_focus()

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)

    def _take_focus(self) -> None:
        """Bring the keyboard to the days that are shown, unless it is on a way back or forth."""
        shown = self._stack.currentWidget()
        if shown is self.front and self.isVisible():
            if not (self.front.undo.hasFocus() or self.front.redo.hasFocus()):
                self.front.take_focus()
        elif shown is self.day and not self.day.isAncestorOf(self.window().focusWidget() or self):
            self.day.begin()

    def _on_changed(self, parts: frozenset[str]) -> None:
        self.entry_presenter.on_changed(parts)
        self.day_presenter.on_changed(parts)
        shown = self.isVisible() and self._stack.currentWidget() is self.front
        self.front_presenter.on_changed(parts, shown=shown)

    def _connect(self) -> None:
        front, day, entry = self.front, self.day, self.entry
        calendar, listing, dates = self.calendar, self.front_presenter.listing, self.front_presenter.calendar
        self.days.chosen.connect(self._on_line)
        self.days.delete_wanted.connect(self._on_line_delete)
        self.days.bottom_reached.connect(listing.on_bottom_reached)
        self.days.top_reached.connect(listing.on_top_reached)
        calendar.day_opened.connect(self.open_day)
        calendar.day_reached.connect(dates.on_day)
        calendar.moved.connect(dates.on_moved)
        calendar.stepped.connect(dates.on_step)
        calendar.today_wanted.connect(dates.on_today)
        calendar.turned.connect(lambda name: self._context.announce(calendar, name))
        front.front_wanted.connect(self.front_presenter.on_front)
        front.date_wanted.connect(self._on_date)
        front.search.clicked.connect(lambda: self._context.go("search"))
        front.week.clicked.connect(lambda: self._context.go("back_entry", back_to="history"))
        front.bring_in.clicked.connect(lambda: self._context.go("bringing_in"))
        for undo, redo in ((front.undo, front.redo), (day.undo, day.redo)):
            undo.clicked.connect(self.deeds.undo)
            redo.clicked.connect(self.deeds.redo)
        day.turned.connect(lambda name: self._context.announce(day, name))
        day.closed.connect(self._on_day_closed)
        day.day_wanted.connect(self.day_presenter.on_day)
        day.form_sent.connect(self.day_presenter.on_form)
        day.form_left.connect(self.day_presenter.on_form_left)
        entry.answered.connect(self.entry_presenter.on_answered)
        entry.note_written.connect(lambda text, shared: self.entry_presenter.on_note(text, shared=shared))
        entry.tags_given.connect(self.entry_presenter.on_tags)
        entry.tags_wanted.connect(self.entry_presenter.on_tags_wanted)
        entry.time_given.connect(self.entry_presenter.on_time)
        entry.closed.connect(self._on_entry_closed)
        entry.goals_wanted.connect(self._on_goals)
        entry.delete_wanted.connect(lambda: self.entry_presenter.on_deleted(self.deeds.say_deleted))
        entry.delete_for_good_wanted.connect(lambda: self.entry_presenter.on_deleted_for_good(self.deeds.say_gone))
        self._context.session.listen(self._on_changed)


def _list_parts(context: PageContext) -> ListParts:
    return ListParts(lambda: context.session.opened, context.runner, context.words, context.failed)


def _day_parts(context: PageContext) -> DayParts:
    return DayParts(lambda: context.session.opened, context.runner, context.words, context.failed, context.go)


def _entry_parts(context: PageContext) -> CheckInParts:
    again = saying_so(context.say, context.failed)
    return CheckInParts(
        lambda: context.session.opened, context.runner, context.clock, context.words, context.failed, again
    )
