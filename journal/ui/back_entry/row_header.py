"""The names before the rows: an item with its scale beside it, or the heading of a group over the whole width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from journal.ui.back_entry.state import RowHead
from journal.ui.back_entry.week_model import WeekModel
from journal.ui.theme.source import ThemeSource

PAD, BETWEEN = 6, 14
MOST_SHARE = 0.42
"""At most so much of the table; a longer name goes on in a second line."""


class RowHeader(QHeaderView):
    """As wide as its words up to its share of the table, and each row as high as its words need."""

    def __init__(self, theme: ThemeSource, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme, self._model = theme, model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self, table_width: int, least: int) -> None:
        """Take the width for this table and give each row its height, `least` pixels or more."""
        wide = self.fitting(table_width)
        self.setFixedWidth(wide)
        for number, row in enumerate(self._model.state.rows):
            self.resizeSection(number, max(least, self._height(row, wide)))

    def fitting(self, table_width: int) -> int:
        """The width that the words want."""
        metrics, rows = QFontMetrics(self.font()), self._model.state.rows
        names = max((metrics.horizontalAdvance(row.label) for row in rows if row.key), default=0)
        return min(round(table_width * MOST_SHARE), names + self._scales() + BETWEEN + 2 * PAD)

    def sizeHint(self) -> QSize:
        """The width it was given."""
        return QSize(self.width(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a name and its scale."""
        if not rect.isValid() or section >= len(self._model.state.rows):
            return
        row, tokens = self._model.state.rows[section], self._theme.tokens
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignAbsolute)
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        painter.save()
        painter.setFont(self.font() if row.key else _heavy(self.font()))
        painter.setPen(QColor(tokens.ink if row.key else tokens.accent))
        if not row.key:
            flags = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.AlignmentFlag.AlignAbsolute)
            inner = inner.adjusted(0, 0, 0, -PAD // 2)
        room = inner if not row.key else self._name_room(inner, mirrored=mirrored)
        painter.drawText(room, flags | int(start) | int(Qt.TextFlag.TextWordWrap), row.label)
        if row.scale:
            painter.setPen(QColor(tokens.soft))
            painter.drawText(inner, flags | int(end), row.scale)
        painter.restore()

    def _name_room(self, inner: QRect, *, mirrored: bool) -> QRect:
        taken = self._scales() + BETWEEN
        return inner.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)

    def _scales(self) -> int:
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(row.scale) for row in self._model.state.rows), default=0)

    def _height(self, row: RowHead, wide: int) -> int:
        metrics = QFontMetrics(self.font() if row.key else _heavy(self.font()))
        room = wide - 2 * PAD - (self._scales() + BETWEEN if row.key else 0)
        bounds = metrics.boundingRect(QRect(0, 0, max(1, room), 10_000), int(Qt.TextFlag.TextWordWrap), row.label)
        return bounds.height() + (2 * PAD if row.key else 3 * PAD)


def _heavy(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy
