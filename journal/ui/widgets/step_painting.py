"""How a row of steps is drawn, from its state and the theme's tokens."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from journal.host.themes import ThemeTokens
from journal.model.entries import State
from journal.ui.widgets.row_state import RowKind, RowState
from journal.ui.widgets.step_geometry import StepGeometry, ring, running_words, word_font

RING_PX = 2.0
EDGE_PX = 1.25
ROW_RADIUS_PX = 11.0
WORD_SIDE_PX = 16
"""Room at both sides of a word on a step."""

HELD_INSET_PX = 4.5
"""The step with the keyboard is so much smaller, and its ring takes the room: it never leaves its place."""


@dataclass(frozen=True, slots=True)
class StepPainting:
    """Everything one paint of a row needs."""

    row: RowState
    place: StepGeometry
    size: QSize
    font: QFont
    tokens: ThemeTokens
    focused: bool
    hovered: int | None
    words_shown: bool
    cursor: int


def paint_row(painter: QPainter, this: StepPainting) -> None:
    """Draw the whole row."""
    if this.focused:
        _paint_ring(painter, this, QRectF(1, 1, this.size.width() - 2, this.size.height() - 2), ROW_RADIUS_PX)
    _paint_label(painter, this)
    for index in range(len(this.row.steps)):
        _paint_step(painter, this, index)
    if this.row.state is State.NOT_APPLICABLE:
        _paint_line(painter, this, this.row.aside_words)
    elif this.words_shown and this.row.kind is not RowKind.WORDS:
        _paint_words(painter, this)


def _paint_ring(painter: QPainter, this: StepPainting, rect: QRectF, radius: float) -> None:
    painter.setPen(QPen(QColor(this.tokens.focus), RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _paint_label(painter: QPainter, this: StepPainting) -> None:
    painter.setFont(this.font)
    painter.setPen(QColor(this.tokens.ink))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(this.place.label, int(flags), this.row.label)


def _paint_step(painter: QPainter, this: StepPainting, index: int) -> None:
    rect, tokens = this.place.steps[index], this.tokens
    chosen = this.row.chosen == index
    away = this.row.state is State.NOT_APPLICABLE
    radius = rect.height() / 2
    fill = tokens.accent if chosen else tokens.hover if this.hovered == index else ""
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.hair if away else tokens.edge), EDGE_PX))
    held = this.focused and index == this.cursor
    shape = ring(rect, -HELD_INSET_PX if held else -1.0)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    painter.setFont(_weighted(this.font, QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
    painter.setPen(QColor(tokens.on_accent if chosen else tokens.placeholder if away else tokens.soft))
    step = this.row.steps[index]
    word = step.word if this.row.kind is RowKind.WORDS else step.figure
    room = rect.adjusted(WORD_SIDE_PX, 0, -WORD_SIDE_PX, 0)
    if this.row.kind is RowKind.WORDS and QFontMetrics(this.font).horizontalAdvance(word) > room.width():
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), word)
    else:
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
    if held:
        _paint_ring(painter, this, ring(rect, -1.0), radius - 1.0)


def _paint_words(painter: QPainter, this: StepPainting) -> None:
    spots, steps = this.place.word_spots, this.row.steps
    if not spots:
        _paint_line(painter, this, running_words(tuple((step.figure, step.word) for step in steps if step.word)))
        return
    under = range(len(steps)) if len(spots) == len(steps) else (0, len(steps) - 1)
    for spot, index in zip(spots, under, strict=True):
        near = index in (this.row.chosen, this.hovered)
        painter.setFont(_weighted(word_font(this.font), QFont.Weight.DemiBold if near else QFont.Weight.Normal))
        painter.setPen(QColor(this.tokens.ink if near else this.tokens.soft))
        painter.drawText(spot.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, steps[index].word)


def _paint_line(painter: QPainter, this: StepPainting, text: str) -> None:
    painter.setFont(word_font(this.font))
    painter.setPen(QColor(this.tokens.soft))
    beside = this.place.steps and this.place.steps[0].y() <= this.place.label.bottom()
    side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
    line: QRect = this.place.word_line
    painter.drawText(line, int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), text)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    heavier = QFont(font)
    heavier.setWeight(weight)
    return heavier
