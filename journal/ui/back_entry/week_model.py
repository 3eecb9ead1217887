"""The grid as a table for Qt: a row an item, a column a day, each cell in words for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.app.week_entries import Standing
from journal.texts.translation import _
from journal.ui.back_entry.state import BackEntryState, CellState

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class WeekModel(QAbstractTableModel):
    """Headings of groups, and days that are still to come, cannot be reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = BackEntryState()

    def show_state(self, state: BackEntryState) -> bool:
        """Show a state; true when other rows or days stand here than before."""
        anew = (state.rows, [day.day for day in state.days]) != (self.state.rows, [day.day for day in self.state.days])
        if anew:
            self.beginResetModel()
        before, self.state = self.state, state
        if anew:
            self.endResetModel()
        elif state.cells != before.cells or state.days != before.days:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        return anew

    def cell(self, index: Index) -> CellState | None:
        """The cell at an index, None for a heading."""
        return (self.state.cells or {}).get((index.row(), index.column())) if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Headings and items."""
        return 0 if parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The days."""
        return 0 if parent.isValid() else len(self.state.days)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What stands in a cell, and its words."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.state.days[index.column()].told
        return cell.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The days over the columns; the items with their scales before the rows."""
        if orientation is Qt.Orientation.Horizontal:
            return self._day(section, role) if section < len(self.state.days) else None
        if section >= len(self.state.rows):
            return None
        row = self.state.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        spoken = _("{item}, {scale}").format(item=row.label, scale=row.scale) if row.scale else row.label
        return spoken if role in _SPOKEN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be reached."""
        reached = self.cell(index) is not None and self.state.days[index.column()].standing is not Standing.LATER
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if reached else Qt.ItemFlag.NoItemFlags

    def _day(self, section: int, role: int) -> Any:
        head = self.state.days[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{head.weekday}\n{head.date}"
        spoken = f"{head.spoken}. {head.told}" if head.told else head.spoken
        return spoken if role in _SPOKEN else None
