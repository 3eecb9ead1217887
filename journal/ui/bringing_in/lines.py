"""What a list of this page shows in each of its lines: names, columns, places that were not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
LineRole = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """`title` and at its end `aside`; `below` in the next row."""

    title: str
    aside: str = ""
    below: str = ""

    @property
    def spoken(self) -> str:
        """Everything on the line, for a screen reader."""
        return ". ".join(part for part in (self.title, self.aside, self.below) if part)


class Lines(QAbstractListModel):
    """Gives the line itself under `LineRole`, and its words to screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

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

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines; where as many stand as before, place and keyboard stay."""
        if len(lines) != len(self._lines):
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for row, line in enumerate(lines):
            if line != self._lines[row]:
                self._lines[row] = line
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)
