"""The front of History: the calendar or the list of days, and the ways to a date, back and forth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.history.calendar_panel import CalendarPanel
from journal.ui.history.calendar_state import CalendarState
from journal.ui.history.day_list import DayList
from journal.ui.history.fronts import Front
from journal.ui.history.lines import EntryLine
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import LARGE_PX, ChoiceButton, QuietButton, TextButton, show_chosen
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, PageTitle
from journal.ui.widgets.scroll_page import MARGIN


class HistoryFront(QWidget):
    """Signals are wishes."""

    front_wanted = Signal(object)
    date_wanted = Signal(object)

    def __init__(self, theme: ThemeSource, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.days, self.calendar = DayList(theme), CalendarPanel(theme)
        self.fronts = {Front.CALENDAR: ChoiceButton(_("Calendar")), Front.LIST: ChoiceButton(_("List"))}
        self.empty, self.bring_in = Body(), TextButton(_("Bring a history in"))
        self._way_in = FlowRow(self.bring_in)
        self.date = DateField(_("Go to a date"), least_height=LARGE_PX)
        self.go = QuietButton(_("Go"), large=True)
        self.undo, self.redo = QuietButton(_("Undo"), large=True), QuietButton(_("Redo"), large=True)
        self.search = QuietButton(_("Search"), large=True)
        self.week = QuietButton(_("Enter a week"), large=True)
        self.week.setAccessibleDescription(_("Types in a week that was filled in on paper."))
        self._middle = QStackedWidget()
        self._front = Front.CALENDAR
        self.say_empty("")
        self._build(today)
        self._connect()

    @property
    def current_line(self) -> EntryLine | None:
        """The line of the list with the keyboard, or None."""
        return self.days.current_line

    def show_front(self, front: Front) -> None:
        """Show the calendar or the list."""
        self._front = front
        show_chosen(self.fronts, front)
        self._middle.setCurrentIndex(list(self.fronts).index(front))

    def take_focus(self) -> None:
        """Bring the keyboard to the day it is on."""
        if self._front is Front.CALENDAR:
            self.calendar.take_focus()
        elif not self.days.isHidden():
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset(self, lines: Sequence[EntryLine], select: str) -> None:
        """List these lines only."""
        self.days.reset_lines(lines, select)
        self.days.setVisible(bool(lines))
        if lines and self._front is Front.LIST and self.isVisible():
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, lines: Sequence[EntryLine]) -> None:
        """List the lines as they are now. The keyboard never stays on what is gone."""
        had = self.days.hasFocus()
        self.days.setVisible(bool(lines))
        self.days.refresh_lines(lines)
        if had and not lines:
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, lines: Sequence[EntryLine]) -> None:
        """Add older lines to the list."""
        self.days.lines.append(lines)

    def prepend(self, lines: Sequence[EntryLine]) -> None:
        """Add newer lines to the list."""
        self.days.prepend(lines)

    def render_calendar(self, state: CalendarState) -> None:
        """Show the calendar."""
        self.calendar.render_calendar(state)

    def say_empty(self, words: str) -> None:
        """Say why there is nothing."""
        self.empty.setText(words)
        self.empty.setVisible(bool(words))
        self._way_in.setVisible(bool(words))

    def _build(self, today: date) -> None:
        listed = QWidget()
        box = QVBoxLayout(listed)
        box.setContentsMargins(MARGIN, 6, MARGIN, 12)
        box.addWidget(self.days, 1)
        box.addStretch(0)
        self._middle.addWidget(self.calendar)
        self._middle.addWidget(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 24, 0, 0)
        whole.setSpacing(6)
        head = self._head(today)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        whole.addLayout(head)
        for widget in (self.empty, self._way_in):
            row = QHBoxLayout()
            row.setContentsMargins(MARGIN, 0, MARGIN, 0)
            row.addWidget(widget)
            whole.addLayout(row)
        whole.addWidget(self._middle, 1)

    def _head(self, today: date) -> QHBoxLayout:
        self.date.setDate(QDate(today.year, today.month, today.day))
        self.go.setAccessibleDescription(_("Shows the days round this date."))
        group = QButtonGroup(self)
        for button in self.fronts.values():
            button.setMinimumHeight(LARGE_PX)
            group.addButton(button)
        found = [self.search] if can_search() else []
        head = QHBoxLayout()
        date_ways = (labelled(_("Go to a date"), self.date), self.go)
        ways = (*self.fronts.values(), *date_ways, self.undo, self.redo, *found, self.week)
        head.addWidget(FlowRow(PageTitle(_("History"), wrap=False), *ways))
        return head

    def _connect(self) -> None:
        for front, button in self.fronts.items():
            button.clicked.connect(lambda _checked=False, front=front: self.front_wanted.emit(front))
        self.go.clicked.connect(lambda: self.date_wanted.emit(self.date.day))


def can_search() -> bool:
    """Whether there is a page to search on."""
    try:
        return find_spec("journal.ui.search.page_factory") is not None
    except ModuleNotFoundError:
        return False
