"""How a cell is drawn: a box to write in, a bare place where a day is only read, the ring round the one in use."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journal.ui.back_entry.week_model import WeekModel
from journal.ui.theme.source import ThemeSource

RADIUS = 5
INSET = 2.0
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class WeekDelegate(QStyledItemDelegate):
    """Colours come from the theme alone."""

    def __init__(self, theme: ThemeSource, model: WeekModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._model = theme, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell; the headings of groups have none."""
        cell = self._model.cell(index)
        if cell is None:
            return
        tokens, day = self._theme.tokens, self._model.state.days[index.column()]
        spot = QRectF(option.rect).adjusted(INSET, INSET, -INSET, -INSET)
        at = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = at and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.card) if day.open else Qt.BrushStyle.NoBrush)
        edge = QPen(QColor(tokens.edge), 1) if day.open else QPen(QColor(tokens.hair), 1)
        painter.setPen(QPen(QColor(tokens.focus), 2 if focused else 1) if at else edge)
        painter.drawRoundedRect(spot, RADIUS, RADIUS)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.ink if day.open else tokens.soft))
        painter.drawText(spot, MIDDLE, cell.text)
        painter.restore()
