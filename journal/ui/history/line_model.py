"""The lines of History as a list model that grows at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.ui.history.lines import EntryLine

Index = QModelIndex | QPersistentModelIndex
LineRole = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()


class LineModel(QAbstractListModel):
    """Gives the line itself under `LineRole` and its words to screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[EntryLine] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines stand."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The line, or its words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def line(self, row: int) -> EntryLine | None:
        """The line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, entry_id: str) -> int:
        """The row of an entry, or −1."""
        return next((row for row, line in enumerate(self._lines) if line.entry_id == entry_id), -1)

    def reset(self, lines: Sequence[EntryLine]) -> None:
        """Hold these lines only."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def append(self, lines: Sequence[EntryLine]) -> None:
        """Add lines at the end."""
        self._insert(len(self._lines), lines)

    def prepend(self, lines: Sequence[EntryLine]) -> None:
        """Add lines at the beginning."""
        self._insert(0, lines)

    def _insert(self, row: int, lines: Sequence[EntryLine]) -> None:
        if lines:
            self.beginInsertRows(QModelIndex(), row, row + len(lines) - 1)
            self._lines[row:row] = lines
            self.endInsertRows()
