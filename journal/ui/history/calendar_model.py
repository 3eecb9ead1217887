"""The calendar as a table for Qt: a row a week, a column a weekday, each day in words for screen readers."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.model.calendars import WEEK_DAYS
from journal.texts.dates import heading, weekday_name
from journal.ui.history.calendar_state import CalendarState, Cell, Week
from journal.ui.history.calendar_words import cell_words

Index = QModelIndex | QPersistentModelIndex
CellRole = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()

_IN_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class CalendarModel(QAbstractTableModel):
    """Gives the cell itself under `CellRole`. Places without a day cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[Week, ...] = ()
        self._weekdays: tuple[int, ...] = ()
        self._names: tuple[tuple[str, str], ...] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many weeks there are."""
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The days of a week."""
        return 0 if parent.isValid() else WEEK_DAYS

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The cell, or its words."""
        cell = self.cell(index)
        if cell is None or role == CellRole:
            return cell
        return cell_words(cell) if role in _IN_WORDS else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The weekdays, short to see and in full to hear."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._names):
            return None
        short, full = self._names[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return short
        return full if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day can be chosen, an empty place cannot."""
        return super().flags(index) if self.cell(index) is not None else Qt.ItemFlag.NoItemFlags

    def cell(self, index: Index) -> Cell | None:
        """The day of a place, or None."""
        return self._weeks[index.row()][index.column()] if index.isValid() else None

    def place(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index where it does not."""
        for row, week in enumerate(self._weeks):
            for column, cell in enumerate(week):
                if cell is not None and cell.day == day:
                    return self.index(row, column)
        return QModelIndex()

    def show_state(self, state: CalendarState) -> None:
        """Show other weeks, or what changed on these."""
        if state.weeks == self._weeks and state.weekdays == self._weekdays:
            return
        self.beginResetModel()
        self._weeks = state.weeks
        if state.weekdays != self._weekdays:  # asked for at every step of the layout, and slow to find
            self._weekdays = state.weekdays
            self._names = tuple(
                (heading(weekday_name(day, width="abbreviated")), heading(weekday_name(day))) for day in state.weekdays
            )
        self.endResetModel()
