"""How a result is drawn: the day's name, what it is, and its texts with what was found bold and underlined."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from journal.model.searches import Excerpt
from journal.ui.search.lines import ResultLine
from journal.ui.widgets.card_delegate import CardDelegate
from journal.ui.widgets.line_model import LineRole

PAD = 14
BETWEEN_PX = 3
MOST_ROWS = 4


class ResultDelegate(CardDelegate):
    """A line is as high as its words need in the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Width is the list's; the height follows from the words."""
        line: ResultLine = index.data(LineRole)
        metrics = QFontMetrics(option.font)
        width = self._view.viewport().width() - 2 * PAD - 4
        heights = [metrics.lineSpacing()]
        heights += [_height(_laid_out(each, option.font, width)) for each in _texts(line)]
        heading = self.heading_height(metrics) if line.heading else 0
        return QSize(200, heading + sum(heights) + BETWEEN_PX * len(heights) + 2 * PAD)

    def paint_words(self, painter: QPainter, font: QFont, card: QRect, line: ResultLine) -> None:
        """What it is, then its texts."""
        rect = card.adjusted(PAD + 2, PAD - 2, -PAD - 2, -PAD + 2)
        tokens, metrics = self._theme.tokens, QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.soft))
        spot = QRect(rect.left(), rect.top(), rect.width(), metrics.lineSpacing())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeading), line.over)
        painter.setPen(QColor(tokens.ink))
        top = rect.top() + metrics.lineSpacing() + BETWEEN_PX
        for text in _texts(line):
            layout = _laid_out(text, font, rect.width())
            layout.draw(painter, QPointF(rect.left(), top))
            top += _height(layout) + BETWEEN_PX


def _texts(line: ResultLine) -> list[Excerpt]:
    return [each for each in (line.title, line.excerpt) if each.text]


def _laid_out(excerpt: Excerpt, font: QFont, width: int) -> QTextLayout:
    """The text in lines of a width, what was found bold and underlined."""
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.Bold)
    found.setFontUnderline(True)
    layout = QTextLayout(excerpt.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_range(excerpt.text, span, found) for span in excerpt.spans])
    layout.beginLayout()
    top = 0.0
    for _number in range(MOST_ROWS):
        row = layout.createLine()
        if not row.isValid():
            break
        row.setLineWidth(max(width, 1))
        row.setPosition(QPointF(0, top))
        top += row.height()
    layout.endLayout()
    return layout


def _range(text: str, span: tuple[int, int], found: QTextCharFormat) -> QTextLayout.FormatRange:
    """Where Qt counts it: in halves of characters beyond the first 65,536, as in emoji."""
    made = QTextLayout.FormatRange()
    made.start = _units(text[: span[0]])
    made.length = _units(text[span[0] : span[1]])
    made.format = found
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _height(layout: QTextLayout) -> int:
    return round(sum(layout.lineAt(number).height() for number in range(layout.lineCount())))
