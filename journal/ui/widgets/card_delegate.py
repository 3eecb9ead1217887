"""How a line that looks like a card is drawn: a heading above the first of its kind, the card, and its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.line_model import LineRole

RADIUS = 12.0


class CardDelegate(QStyledItemDelegate):
    """Draws lines with a `heading`, which may be empty. What stands on the card a list of its own draws itself."""

    heading_rows = 2.1
    """How high a heading is, in rows of the list's font."""

    def __init__(self, theme: ThemeSource, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        line = index.data(LineRole)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            self._paint_heading(painter, option.font, rect, line.heading)
            rect.setTop(rect.top() + self.heading_height(QFontMetrics(option.font)))
        self._paint_card(painter, option, rect)
        self.paint_words(painter, option.font, rect, line)
        painter.restore()

    def paint_words(self, painter: QPainter, font: QFont, card: QRect, line: Any) -> None:
        """Draw what stands on the card."""
        raise NotImplementedError

    def heading_height(self, metrics: QFontMetrics) -> int:
        """The room of a heading, in pixels."""
        return round(metrics.lineSpacing() * self.heading_rows)

    def _paint_heading(self, painter: QPainter, font: QFont, rect: QRect, words: str) -> None:
        painter.setFont(weighted(font, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._theme.tokens.ink))
        spot = QRect(rect.left() + 4, rect.top(), rect.width() - 8, self.heading_height(QFontMetrics(font)) - 6)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), words)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        tokens = self._theme.tokens
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(tokens.hover if hovered else tokens.card))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 2.5, -1.5, -2.5), RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), RADIUS, RADIUS)


def weighted(font: QFont, weight: QFont.Weight) -> QFont:
    """The font in another weight."""
    heavier = QFont(font)
    heavier.setWeight(weight)
    return heavier
