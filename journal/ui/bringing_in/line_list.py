"""A list of lines that the keyboard goes through; each is drawn in one row of words or two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journal.ui.bringing_in.lines import Line
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.drawn_list import DrawnList
from journal.ui.widgets.line_model import LineModel, LineRole

PAD = 9
RADIUS = 9.0
ASIDE_SHARE = 0.45
"""What stands at the end of a line takes at most so much of it."""


class LineDelegate(QStyledItemDelegate):
    """Draws a line: its title, what stands at its end, and what stands below."""

    def __init__(self, theme: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words; the width is the list's."""
        line: Line = index.data(LineRole)
        rows = 2 if line.below else 1
        return QSize(120, rows * QFontMetrics(option.font).lineSpacing() + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line, on a tint where it is chosen, with a ring where the keyboard is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_words(painter, option, index.data(LineRole))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, rect = self._theme.tokens, QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        tokens, metrics = self._theme.tokens, QFontMetrics(option.font)
        rect, height = option.rect.adjusted(PAD + 3, PAD, -PAD - 3, -PAD), metrics.lineSpacing()
        aside = metrics.elidedText(line.aside, Qt.TextElideMode.ElideRight, round(rect.width() * ASIDE_SHARE))
        room = rect.width() - (metrics.horizontalAdvance(aside) + PAD if aside else 0)
        medium = QFont(option.font)
        medium.setWeight(QFont.Weight.Medium)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(medium)
        title = QFontMetrics(medium).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        spot = QStyle.visualRect(option.direction, rect, QRect(rect.left(), rect.top(), room, height))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft), title)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.soft))
        painter.drawText(QRect(rect.left(), rect.top(), rect.width(), height), int(Qt.AlignmentFlag.AlignRight), aside)
        below = metrics.elidedText(line.below, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), rect.top() + height, rect.width(), height), 0, below)


class LineList(DrawnList):
    """`current` carries the row that is chosen; `entered` that Enter was pressed on it."""

    current = Signal(int)
    entered_row = Signal(int)

    def __init__(self, name: str, theme: ThemeSource, parent: QWidget | None = None, *, rows: int = 8) -> None:
        self.lines = LineModel[Line]()
        super().__init__(self.lines, name, theme, parent)
        self._rows = rows
        self.setItemDelegate(LineDelegate(theme, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place.moved.connect(self._on_current)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, on the first where none was chosen."""
        before = self.lines.rowCount()
        self.lines.show(lines)
        if before != len(lines):
            self.updateGeometry()
        if lines and not self.place.index.isValid():
            self.choose(0)

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.setCurrentIndex(self.lines.index(row, 0))

    @property
    def row(self) -> int:
        """The row that is chosen, or −1."""
        return self.place.index.row()

    def step(self, by: int) -> bool:
        """Go to the next row in sight, or the one before; false at the end."""
        row = self.row + by
        while 0 <= row < self.lines.rowCount():
            if not self.isRowHidden(row):
                self.choose(row)
                return True
            row += by
        return False

    def sizeHint(self) -> QSize:
        """As high as its lines, up to some rows; the rest is scrolled."""
        shown = [row for row in range(self.lines.rowCount()) if not self.isRowHidden(row)][: self._rows]
        high = sum(self.sizeHintForRow(row) for row in shown)
        return QSize(super().sizeHint().width(), max(high, 44) + 4)

    def minimumSizeHint(self) -> QSize:
        """No lower than it wants to be."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to what can be done with the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row >= 0:
            self.entered_row.emit(self.row)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.current.emit(now.row())


def show_form(form: QWidget) -> None:
    """Bring the keyboard to the form of a line, and as much of it into view as there is room for."""
    form.setFocus(Qt.FocusReason.OtherFocusReason)
    above = form.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(form, 8, 24)
