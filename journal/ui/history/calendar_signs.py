"""The signs of the calendar: blocks, a bar, and a shape for each thing that can stand on a day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from journal.host.themes import ThemeTokens
from journal.ui.history.calendar_state import Sign

BAR_PX = 8
"""The width of the bar at the ordinary text size."""


class SignPainter:
    """Draws with the colours of a theme. Made anew when the theme changes."""

    def __init__(self, tokens: ThemeTokens) -> None:
        self.fill, self.line, self.gold = QColor(tokens.accent), QColor(tokens.soft), QColor(tokens.gold)
        self._edge = QPen(QColor(tokens.edge), 1)
        self._thin = QPen(self.line, 1.5)

    def block(self, painter: QPainter, spot: QRectF) -> None:
        """A check-in."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.fill)
        painter.drawRoundedRect(spot, 2, 2)

    def bar(self, painter: QPainter, spot: QRectF, share: float) -> None:
        """The average, as the filled part of an upright frame from 0 to 4."""
        painter.setPen(self._edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)
        high = spot.height() * share
        painter.fillRect(QRectF(spot.left(), spot.bottom() - high, spot.width(), high), self.fill)

    def sign(self, painter: QPainter, spot: QRectF, sign: Sign) -> None:
        """A shape that no other sign has."""
        painter.setPen(self._thin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _SHAPES[sign](self, painter, spot)

    def more(self, painter: QPainter, spot: QRectF) -> None:
        """More signs than there is room for."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.line)
        dot = spot.width() / 6
        for place in (0.1, 0.5, 0.9):
            painter.drawEllipse(QPointF(spot.left() + place * spot.width(), spot.center().y()), dot, dot)

    def _filled(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)

    def _session(self, painter: QPainter, spot: QRectF) -> None:
        self._filled(painter, self.gold)
        middle = spot.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), spot.top()),
                    QPointF(spot.right(), middle.y()),
                    QPointF(middle.x(), spot.bottom()),
                    QPointF(spot.left(), middle.y()),
                ]
            )
        )

    def _medicine(self, painter: QPainter, spot: QRectF) -> None:
        self._filled(painter, self.line)
        top = QPointF(spot.center().x(), spot.top())
        painter.drawPolygon(QPolygonF([top, spot.bottomRight(), spot.bottomLeft()]))

    def _doses(self, painter: QPainter, spot: QRectF) -> None:
        pill = spot.adjusted(0, spot.height() * 0.22, 0, -spot.height() * 0.22)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.drawLine(QPointF(pill.center().x(), pill.top()), QPointF(pill.center().x(), pill.bottom()))

    def _questionnaire(self, painter: QPainter, spot: QRectF) -> None:
        painter.drawRect(spot.adjusted(0.5, 0.5, -0.5, -0.5))
        tick = QPainterPath(QPointF(spot.left() + spot.width() * 0.25, spot.center().y()))
        tick.lineTo(spot.left() + spot.width() * 0.45, spot.top() + spot.height() * 0.72)
        tick.lineTo(spot.left() + spot.width() * 0.76, spot.top() + spot.height() * 0.3)
        painter.drawPath(tick)

    def _practice(self, painter: QPainter, spot: QRectF) -> None:
        painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))

    def _calm_moment(self, painter: QPainter, spot: QRectF) -> None:
        for share in (0.35, 0.7):
            wave = QPainterPath(QPointF(spot.left(), spot.top() + spot.height() * share))
            third = spot.width() / 2
            wave.quadTo(
                spot.left() + third / 2,
                spot.top() + spot.height() * (share - 0.3),
                spot.left() + third,
                spot.top() + spot.height() * share,
            )
            wave.quadTo(
                spot.left() + third * 1.5,
                spot.top() + spot.height() * (share + 0.3),
                spot.right(),
                spot.top() + spot.height() * share,
            )
            painter.drawPath(wave)

    def _appointment(self, painter: QPainter, spot: QRectF) -> None:
        painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))
        middle = spot.center()
        painter.drawLine(middle, QPointF(middle.x(), spot.top() + spot.height() * 0.2))
        painter.drawLine(middle, QPointF(spot.left() + spot.width() * 0.75, middle.y()))

    def _marker(self, painter: QPainter, spot: QRectF) -> None:
        left = spot.left() + spot.width() * 0.2
        painter.drawLine(QPointF(left, spot.top()), QPointF(left, spot.bottom()))
        self._filled(painter, self.line)
        low = spot.top() + spot.height() * 0.6
        painter.drawPolygon(
            QPolygonF([QPointF(left, spot.top()), QPointF(spot.right(), (spot.top() + low) / 2), QPointF(left, low)])
        )

    def _note(self, painter: QPainter, spot: QRectF) -> None:
        for share, width in ((0.2, 1.0), (0.5, 1.0), (0.8, 0.6)):
            y = spot.top() + spot.height() * share
            painter.drawLine(QPointF(spot.left(), y), QPointF(spot.left() + spot.width() * width, y))


_SHAPES: dict[Sign, Callable[[SignPainter, QPainter, QRectF], None]] = {
    Sign.SESSION: SignPainter._session,
    Sign.MEDICINE: SignPainter._medicine,
    Sign.DOSES: SignPainter._doses,
    Sign.QUESTIONNAIRE: SignPainter._questionnaire,
    Sign.PRACTICE: SignPainter._practice,
    Sign.CALM_MOMENT: SignPainter._calm_moment,
    Sign.APPOINTMENT: SignPainter._appointment,
    Sign.MARKER: SignPainter._marker,
    Sign.NOTE: SignPainter._note,
}
