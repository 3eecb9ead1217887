"""A question whose answers are sentences: options under each other, one radio group, one tab stop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle

from journal.model.entries import State
from journal.ui.questionnaire.stacked_row import WRAPS, StackedRow, text_height
from journal.ui.widgets.step_geometry import SIDE_PX, step_side, word_font
from journal.ui.widgets.step_painting import EDGE_PX, RING_PX, ROW_RADIUS_PX

FIGURE_EMS = 1.6
"""The room of the digit before an option, in heights of its letters."""

INSIDE_PX = 12
DOT_SHARE = 0.45


class OptionRow(StackedRow):
    """Answered with the keys of a row of steps; every option is as wide as the row and as high as its words need."""

    def answers_under(self, top: int, inner: int) -> tuple[QRect, ...]:
        """Every option over the whole width."""
        metrics, steps = QFontMetrics(self.font()), []
        for step in self.row.steps:
            words = text_height(metrics, step.word, inner - self._before_words())
            steps.append(QRect(SIDE_PX, top, inner, max(step_side(self.font()), words + 10)))
            top = steps[-1].bottom() + 1
        return tuple(steps)

    def _before_words(self) -> int:
        """Pixels from an option's edge to its words: the circle and the digit."""
        high = QFontMetrics(self.font()).height()
        return INSIDE_PX + high + 8 + round(FIGURE_EMS * high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the question, its options and the ring."""
        place, tokens = self.arranged(self.width()), self.theme.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            if self.hasFocus():
                self._paint_ring(painter, QRectF(1, 1, self.width() - 2, self.height() - 2))
            painter.setPen(QColor(tokens.ink))
            painter.drawText(place.label, WRAPS, self.row.label)
            for index, rect in enumerate(place.steps):
                self._paint_option(painter, index, rect)
            if self.row.state is State.NOT_APPLICABLE:
                painter.setFont(word_font(self.font()))
                painter.setPen(QColor(tokens.soft))
                painter.drawText(place.word_line, WRAPS, self.row.aside_words)

    def _paint_option(self, painter: QPainter, index: int, rect: QRect) -> None:
        step, tokens, chosen = self.row.steps[index], self.theme.tokens, self.row.chosen == index
        if self._hovered == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(rect), ROW_RADIUS_PX, ROW_RADIUS_PX)
        high = QFontMetrics(self.font()).height()
        left = rect.right() + 1 - INSIDE_PX - high if self.isRightToLeft() else rect.x() + INSIDE_PX
        circle = QRectF(left, rect.center().y() - high / 2 + 1, high, high)
        painter.setBrush(QColor(tokens.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), EDGE_PX))
        painter.drawEllipse(circle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.on_accent))
            painter.drawEllipse(QPointF(circle.center()), high * DOT_SHARE / 2, high * DOT_SHARE / 2)
        painter.setFont(_weighted(self.font(), chosen=chosen))
        figure = rect.adjusted(INSIDE_PX + high + 8, 0, 0, 0)
        painter.setPen(QColor(tokens.soft))
        painter.drawText(self._from_start(rect, figure), WRAPS, step.figure)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(self._from_start(rect, rect.adjusted(self._before_words(), 0, 0, 0)), WRAPS, step.word)
        if self.hasFocus() and index == self.cursor_step:
            self._paint_ring(painter, QRectF(rect).adjusted(1, 1, -1, -1))

    def _from_start(self, whole: QRect, part: QRect) -> QRect:
        """A part of an option, on the side where lines begin."""
        return QStyle.visualRect(self.layoutDirection(), whole, part)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(self.theme.tokens.focus), RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, ROW_RADIUS_PX, ROW_RADIUS_PX)


def _weighted(font: QFont, *, chosen: bool) -> QFont:
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    return heavier
