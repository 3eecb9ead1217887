"""How the course of a side effect is drawn: a small hill over the line of time, as it was entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen, QPolygonF

from journal.host.themes import ThemeTokens
from journal.ui.session.effects_state import EffectState, Spot
from journal.ui.widgets.step_geometry import mirror, word_font

HIGHEST = 4
HILL_EMS = 2.2
DOT_PX = 3.0
LINE_PX = 2.0
GAP_PX = 14
PAD_PX = 8
LEAST_HILL_PX = 240
LABEL_SHARE = 0.34
TICK_SPACE_PX = 10


@dataclass(frozen=True, slots=True)
class EffectGeometry:
    """Where label, hill and ending stand in a row of this width; stacked where there is no room beside each other."""

    label: QRect
    hill: QRect
    ending: QRect
    height: int


def arrange(width: int, font: QFont, labels: Sequence[str], endings: Sequence[str], label: str) -> EffectGeometry:
    """Lay out a row. All rows of a card share their columns, so that the hills stand over one line of time.

    Where lines begin at the right the columns change places; time runs from left to right all the same.
    """
    placed = _from_left(width, font, labels, endings, label)
    if not QGuiApplication.isRightToLeft():
        return placed
    label_at, hill, ending = (mirror(rect, width) for rect in (placed.label, placed.hill, placed.ending))
    return EffectGeometry(label_at, hill, ending, placed.height)


def _from_left(width: int, font: QFont, labels: Sequence[str], endings: Sequence[str], label: str) -> EffectGeometry:
    metrics = QFontMetrics(font)
    line = metrics.height()
    hill_px = max(44 - 2 * PAD_PX, round(HILL_EMS * line))
    ending_px = max((metrics.horizontalAdvance(ending) for ending in endings), default=0) + 4
    label_px = min(
        max((metrics.horizontalAdvance(each) for each in labels), default=0) + 4,
        max(round(width * LABEL_SHARE), metrics.averageCharWidth() * 8),
    )
    across = width - 2 * PAD_PX - label_px - ending_px - 2 * GAP_PX
    if across >= LEAST_HILL_PX:
        high = max(hill_px, _height(metrics, label, label_px))
        left = PAD_PX + label_px + GAP_PX
        return EffectGeometry(
            QRect(PAD_PX, PAD_PX, label_px, high),
            QRect(left, PAD_PX + high - hill_px, across, hill_px),
            QRect(left + across + GAP_PX, PAD_PX, ending_px, high),
            high + 2 * PAD_PX,
        )
    words_px = width - 2 * PAD_PX
    label_px = max(1, words_px - ending_px - GAP_PX)
    high = _height(metrics, label, label_px)
    return EffectGeometry(
        QRect(PAD_PX, PAD_PX, label_px, high),
        QRect(PAD_PX, PAD_PX + high + 6, words_px, hill_px),
        QRect(width - PAD_PX - ending_px, PAD_PX, ending_px, high),
        PAD_PX + high + 6 + hill_px + PAD_PX,
    )


def paint_effect(
    painter: QPainter, effect: EffectState, place: EffectGeometry, tokens: ThemeTokens, font: QFont
) -> None:
    """Draw one row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    painter.drawText(place.label, flags, effect.label)
    painter.setPen(QColor(tokens.soft))
    beside = place.ending.x() > place.hill.right() or place.ending.right() < place.hill.x()
    side = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignRight
    painter.drawText(place.ending, int(Qt.AlignmentFlag.AlignVCenter | side), effect.ending)
    paint_hill(painter, effect, QRectF(place.hill), tokens)


def paint_hill(painter: QPainter, effect: EffectState, rect: QRectF, tokens: ThemeTokens) -> None:
    """The line of time, the hill over it, and a dot at each point that was entered."""
    painter.setPen(QPen(QColor(tokens.edge), 1.0))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    top = [_at(rect, spot) for spot in effect.spots]
    if not top:
        return
    if effect.goes_on:
        top.append(_at(rect, Spot(1.0, effect.spots[-1].level)))
    ground = [QPointF(top[-1].x(), rect.bottom()), QPointF(top[0].x(), rect.bottom())]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.band))
    painter.drawPolygon(QPolygonF([*top, *ground]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.accent), LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([ground[1], *top]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    for spot in effect.spots:
        painter.drawEllipse(_at(rect, spot), DOT_PX, DOT_PX)


def paint_ticks(
    painter: QPainter, ticks: Sequence[tuple[float, str]], hill: QRect, tokens: ThemeTokens, font: QFont
) -> None:
    """The times under the hills; where there is little room every second or fourth one."""
    small = word_font(font)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    painter.setPen(QColor(tokens.soft))
    widest = max((metrics.horizontalAdvance(words) for _x, words in ticks), default=0) + TICK_SPACE_PX
    apart = hill.width() / max(1, len(ticks) - 1)
    every = next((step for step in (1, 2, 4) if apart * step >= widest), len(ticks))
    for x, words in ticks[::every]:
        wide = metrics.horizontalAdvance(words)
        left = hill.left() + x * hill.width() - (0 if x == 0 else wide if x == 1 else wide / 2)
        spot = QRectF(left, 0, wide + 2, metrics.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words)


def _at(rect: QRectF, spot: Spot) -> QPointF:
    room = rect.height() - DOT_PX
    return QPointF(rect.left() + spot.x * rect.width(), rect.bottom() - room * spot.level / HIGHEST)


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
    return metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), flags, text).height()
