"""The calendar's table: the keyboard goes from day to day, and on into the next month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journal.model.calendars import WEEK_DAYS
from journal.texts.translation import _
from journal.ui.history.calendar_delegate import CalendarDelegate
from journal.ui.history.calendar_model import CalendarModel
from journal.ui.history.calendar_state import CalendarState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.keyboard_place import KeyboardPlace

LEAST_WIDTH = 44
HIGHEST_ROW_PX = 150
BARE = (
    "QTableView, QHeaderView, QHeaderView::section { background: transparent; border: none; }"
    " QTableView { selection-background-color: transparent; }"
)
"""The days are drawn as cards on the page itself, what is chosen by a ring."""


class CalendarGrid(QTableView):
    """Arrows move by a day or a week, Page Up and Page Down by a month. Enter or a click opens a day."""

    day_opened = Signal(object)
    """A `datetime.date`."""
    day_reached = Signal(object)
    moved = Signal(int)
    """So many days on."""
    stepped = Signal(int)
    """So many months on, or weeks."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = CalendarModel(self)
        self._theme = theme
        self._delegate = CalendarDelegate(theme, self)
        self.setModel(self.days)
        self.place = KeyboardPlace(self)
        self.setItemDelegate(self._delegate)
        self.setProperty("own_focus", True)
        self.setProperty("role", "days")
        self.setAccessibleName(_("Calendar"))
        self.setAccessibleDescription(
            _("Arrows go from day to day, Page Up and Page Down from month to month. Enter opens a day.")
        )
        self._dress()
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme)

    def show_state(self, state: CalendarState) -> None:
        """Show a calendar with the keyboard on one of its days."""
        self.days.show_state(state)
        self._fit()
        at = QModelIndex() if state.at is None else self.days.place(state.at)
        if at.isValid():
            self.place.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def minimumSizeHint(self) -> QSize:
        """Room for every week at this text size."""
        rows = max(1, self.days.rowCount())
        head = self.horizontalHeader().sizeHint().height()
        return QSize(WEEK_DAYS * LEAST_WIDTH, head + rows * self._delegate.least_height(self.font()) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or open a day."""
        key, cell = event.key(), self.days.cell(self.place.index)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in _MOVES:
            self.moved.emit(self._days_by(key))
        elif cell is not None and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.day_reached.emit(self._end(last=key == Qt.Key.Key_End))
        elif cell is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(cell.day)
        else:
            super().keyPressEvent(event)

    def _days_by(self, key: int) -> int:
        by = _MOVES[Qt.Key(key)]
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -by if across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft else by

    def _end(self, *, last: bool) -> date:
        """The first or the last day that stands here."""
        weeks = range(self.days.rowCount())
        cells = [self.days.cell(self.days.index(row, column)) for row in weeks for column in range(WEEK_DAYS)]
        present = [cell.day for cell in cells if cell is not None]
        return present[-1 if last else 0]

    def _on_clicked(self, index: QModelIndex) -> None:
        cell = self.days.cell(index)
        if cell is not None:
            self.day_opened.emit(cell.day)

    def _dress(self) -> None:
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet(BARE)

    def _fit(self) -> None:
        """As high as its weeks want, within reason: a single week does not fill the page."""
        rows, head = max(1, self.days.rowCount()), self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(round(head + rows * HIGHEST_ROW_PX * self._theme.scale))
        self.setMinimumHeight(self.minimumSizeHint().height())

    def _on_theme(self) -> None:
        self._fit()
        self.viewport().update()


_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK_DAYS,
    Qt.Key.Key_Down: WEEK_DAYS,
}
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
