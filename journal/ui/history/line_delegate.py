"""How a line of History is drawn: a day's name, the time, the answers in words, the note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journal.ui.history.lines import EntryLine
from journal.ui.widgets.card_delegate import CardDelegate, weighted
from journal.ui.widgets.line_model import LineRole

PAD = 14
ANSWER_LINES = 2
TIME_EMS = 6
UNDER_TIME_PX = 3
SURELY_LONG = 160
"""Answers of more letters than this fill two lines at any width, so they need not be measured."""


class LineDelegate(CardDelegate):
    """A line is as high as its words need in the list; only short ones are measured, so ten years lay out at once."""

    heading_rows = 2.3

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Width is the list's; the height follows from what the line has."""
        line = index.data(LineRole)
        metrics = QFontMetrics(option.font)
        rows = 1 + self._answer_rows(metrics, line.answers) + (1 if line.note else 0)
        heading = self.heading_height(metrics) if line.heading else 0
        return QSize(200, heading + rows * metrics.lineSpacing() + UNDER_TIME_PX + 2 * PAD)

    def _answer_rows(self, metrics: QFontMetrics, answers: str) -> int:
        if not answers or len(answers) > SURELY_LONG:
            return ANSWER_LINES if answers else 0
        room = self._view.viewport().width() - 2 * PAD - 4
        return 1 if metrics.horizontalAdvance(answers) <= room else ANSWER_LINES

    def paint_words(self, painter: QPainter, font: QFont, card: QRect, line: EntryLine) -> None:
        """The time with its marks, the answers, the note."""
        rect = card.adjusted(PAD + 4, PAD - 3, -PAD, -PAD + 3)
        tokens, metrics = self._theme.tokens, QFontMetrics(font)
        height = metrics.lineSpacing()
        painter.setFont(weighted(font, QFont.Weight.Medium))
        painter.setPen(QColor(tokens.accent))
        painter.drawText(QRect(rect.left(), rect.top(), rect.width(), height), 0, line.time)
        if line.marks:
            painter.setFont(font)
            painter.setPen(QColor(tokens.soft))
            left = rect.left() + max(metrics.horizontalAdvance(line.time) + 24, TIME_EMS * metrics.height() // 2)
            marks = QRect(left, rect.top(), rect.right() - left, height)
            painter.drawText(QStyle.visualRect(painter.layoutDirection(), rect, marks), 0, line.marks)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        top = rect.top() + height + UNDER_TIME_PX
        for row in _wrapped(metrics, line.answers, rect.width(), ANSWER_LINES):
            painter.drawText(QRect(rect.left(), top, rect.width(), height), 0, row)
            top += height
        if line.note:
            painter.setPen(QColor(tokens.soft))
            note = metrics.elidedText(line.note, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height), 0, note)


def _wrapped(metrics: QFontMetrics, text: str, width: int, lines: int) -> list[str]:
    """The text in at most so many lines, broken between words, the last one elided."""
    rows: list[str] = []
    rest = text
    while rest and len(rows) < lines - 1 and metrics.horizontalAdvance(rest) > width:
        cut = _fitting(metrics, rest, width)
        rows.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*rows, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else rows


def _fitting(metrics: QFontMetrics, text: str, width: int) -> int:
    """Where to break: after the last word that fits."""
    cut, low, high = 1, 1, len(text)
    while low <= high:
        middle = (low + high) // 2
        if metrics.horizontalAdvance(text, middle) <= width:
            cut, low = middle, middle + 1
        else:
            high = middle - 1
    space = text.rfind(" ", 0, cut + 1)
    return space + 1 if space > 0 else cut
