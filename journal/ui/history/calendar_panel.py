"""The calendar with what stands round it: its name, the ways to other months, the chosen day, the signs in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.history.calendar_grid import CalendarGrid
from journal.ui.history.calendar_legend import CalendarLegend
from journal.ui.history.calendar_state import CalendarState
from journal.ui.history.calendar_table import calendar_tables
from journal.ui.history.calendar_words import cell_words, step_words, title
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.in_words import InWords
from journal.ui.widgets.labels import Caption, Subtitle
from journal.ui.widgets.numbers_view import NumbersTables
from journal.ui.widgets.scroll_page import MARGIN, ScrollPage


class CalendarPanel(QWidget):
    """Signals are wishes."""

    day_opened = Signal(object)
    day_reached = Signal(object)
    moved = Signal(int)
    stepped = Signal(int)
    today_wanted = Signal()
    turned = Signal(str)
    """Another month is shown while the keyboard is elsewhere, where nobody hears it; its name."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = ScrollPage()
        self.title, self.told = Subtitle(wrap=False), Caption()
        self.back, self.on, self.this = QuietButton("\u2039"), QuietButton("\u203a"), QuietButton("")
        self.open = QuietButton(_("Open the day"))
        self.grid, self.legend = CalendarGrid(theme), CalendarLegend(theme)
        self.in_words, self.numbers = InWords(), NumbersTables()
        self._state = CalendarState()
        self._build()
        self._connect()

    def render_calendar(self, state: CalendarState) -> None:
        """Show a state."""
        if state.days is None:
            return
        self._state = state
        before = self.title.text()
        self.title.setText(title(state.days))
        self._name_steps(state)
        self._show_numbers()
        self.grid.show_state(state)
        at = self.grid.days.cell(self.grid.place.index)
        self.told.setText("" if at is None else cell_words(at))
        self.open.setAccessibleDescription(self.told.text())
        if before not in ("", self.title.text()) and not self.grid.hasFocus():
            self.turned.emit(self.title.text())

    def take_focus(self) -> None:
        """Bring the keyboard to the day it is on."""
        (self.in_words if self.in_words.isChecked() else self.grid).setFocus()

    @property
    def day(self) -> date | None:
        """The day with the keyboard."""
        cell = self.grid.days.cell(self.grid.place.index)
        return None if cell is None else cell.day

    def _show_numbers(self) -> None:
        """The table in place of the grid and its signs, where that was chosen."""
        in_words = self.in_words.isChecked()
        for drawn in (self.grid, self.told, self.open, self.legend):
            drawn.setVisible(not in_words)
        self.numbers.show_tables(calendar_tables(self._state) if in_words else ())

    def _on_open(self) -> None:
        """The same as Enter on the day, for whoever reaches it by its actions alone."""
        if self.day is not None:
            self.day_opened.emit(self.day)

    def _name_steps(self, state: CalendarState) -> None:
        if state.days is None:
            return
        back, on, this = step_words(state.days.grid.view)
        for button, words in ((self.back, back), (self.on, on)):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.this.setText(this)

    def _on_current(self) -> None:
        """Keep the day in sight where the page is higher than the window."""
        spot: QRect = self.grid.visualRect(self.grid.place.index)
        inside = self.body.widget()
        if inside is None or not self.grid.hasFocus():
            return
        top = self.grid.viewport().mapTo(inside, spot.topLeft())
        self.body.ensureVisible(top.x(), top.y() + spot.height(), 0, 24)
        self.body.ensureVisible(top.x(), top.y(), 0, 24)

    def _build(self) -> None:
        holder = self.body.widget()
        outer = holder.layout() if holder is not None else None
        if outer is not None:
            outer.setContentsMargins(MARGIN, 2, MARGIN, 16)
        self.body.column.setSpacing(10)
        self.body.column.addWidget(self.grid, 1)
        self.body.column.addWidget(self.numbers)
        self.numbers.hide()
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        chosen.addWidget(self.told, 1)
        chosen.addWidget(self.open)
        self.body.column.addLayout(chosen)
        self.body.column.addWidget(self.legend)
        self.body.column.addStretch(0)
        ways = QHBoxLayout()
        ways.setContentsMargins(MARGIN, 0, MARGIN, 0)
        ways.addWidget(FlowRow(self.back, self.on, self.this, self.title, self.in_words, spacing=10))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(ways)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.this.clicked.connect(self.today_wanted)
        self.open.clicked.connect(self._on_open)
        self.in_words.toggled.connect(lambda _ticked: self.render_calendar(self._state))
        self.grid.day_opened.connect(self.day_opened)
        self.grid.day_reached.connect(self.day_reached)
        self.grid.moved.connect(self.moved)
        self.grid.stepped.connect(self.stepped)
        self.grid.place.moved.connect(self._on_current)
