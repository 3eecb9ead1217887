"""A table of numbers for Qt: row headers from its first column, each cell with its headers for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EMPTY = NumbersTable("", ("",), ())
LONG = 24
"""Words of more letters than this begin where their column begins: in the middle they could start out of sight."""
_CENTRE, _BEGIN = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_AS_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NumbersModel(QAbstractTableModel):
    """The first column of the table stands in the row headers; its heading is `corner`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = EMPTY
        self._worded: frozenset[int] = frozenset()

    @property
    def corner(self) -> str:
        """What the rows are about."""
        return self.table.columns[0]

    def show_table(self, table: NumbersTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        columns = range(len(table.columns) - 1)
        self._worded = frozenset(at for at in columns if any(len(row[at + 1]) > LONG for row in table.rows))
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are besides the row headers."""
        return 0 if parent.isValid() else len(self.table.columns) - 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The number; to hear, with what its row and its column are about."""
        if not index.isValid():
            return None
        row, text = self.table.rows[index.row()], self.table.rows[index.row()][index.column() + 1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = self.table.columns[index.column() + 1]
            return _("{row}, {column}, {value}").format(row=row[0], column=column, value=text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _BEGIN if index.column() in self._worded else _CENTRE
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The heading of a column, or what a row is about."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._worded:
            return _BEGIN | Qt.TextFlag.TextWordWrap if orientation is Qt.Orientation.Horizontal else None
        if role not in _AS_TEXT:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.table.columns[section + 1] if section + 1 < len(self.table.columns) else None
        return self.table.rows[section][0] if section < len(self.table.rows) else None
