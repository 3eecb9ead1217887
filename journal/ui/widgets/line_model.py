"""Lines for a list: each drawn by a delegate, and said in its own words to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
LineRole = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()


class Spoken(Protocol):
    """A line of any list."""

    @property
    def spoken(self) -> str:
        """Everything on the line, for a screen reader."""


SomeLine = TypeVar("SomeLine", bound=Spoken)


class LineModel(QAbstractListModel, Generic[SomeLine]):
    """Gives the line itself under `LineRole`, and its words to screen readers. It grows at both ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SomeLine] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines stand."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The line, or its words."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    @property
    def all(self) -> Sequence[SomeLine]:
        """Every line, from the top."""
        return self._lines

    def line(self, row: int) -> SomeLine | None:
        """The line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def show(self, lines: Sequence[SomeLine]) -> None:
        """Show these lines; where as many stand as before, place and keyboard stay."""
        if len(lines) != len(self._lines):
            self.reset(lines)
            return
        for row, line in enumerate(lines):
            if line != self._lines[row]:
                self._lines[row] = line
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def reset(self, lines: Sequence[SomeLine]) -> None:
        """Hold these lines only."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def append(self, lines: Sequence[SomeLine]) -> None:
        """Add lines at the end."""
        self._insert(len(self._lines), lines)

    def prepend(self, lines: Sequence[SomeLine]) -> None:
        """Add lines at the beginning."""
        self._insert(0, lines)

    def _insert(self, row: int, lines: Sequence[SomeLine]) -> None:
        if lines:
            self.beginInsertRows(QModelIndex(), row, row + len(lines) - 1)
            self._lines[row:row] = lines
            self.endInsertRows()
