"""The shape that grows and shrinks with the breath, with its words in the middle. It never flashes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.model.breathing import Breath
from journal.ui.calm.words import breath_words
from journal.ui.theme.source import ThemeSource

SMALLEST = 0.58
"""How large the shape is with no breath in it, of its full size."""

RINGS = ((1.0, 0.07), (0.8, 0.17), (0.6, 0.36))
"""Three discs: their size, and how much of the accent is in their colour. Sizes alone change, colours never."""

EDGE_PX = 1.5
REST_FULLNESS = 0.5
LEAST_PX, USUAL_PX = 200, 400


class BreathShape(QWidget):
    """Painted from one breath at a time; `still` draws words and numbers on a shape that does not move."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.breath: Breath | None = None
        self.still = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_breath(self, breath: Breath | None) -> None:
        """Show this breath; None is the shape at rest, without words."""
        before, self.breath = self.breath, breath
        if (before and before.part) is not (breath and breath.part):
            self.setAccessibleName("" if breath is None else breath_words(breath.part))
        self.update()

    @property
    def size_now(self) -> float:
        """How large the shape is, of its full size."""
        fullness = REST_FULLNESS if self.breath is None or self.still else self.breath.fullness
        return SMALLEST + (1 - SMALLEST) * fullness

    def sizeHint(self) -> QSize:
        """Wide; it takes all the height that is left, and asks for little."""
        return QSize(USUAL_PX, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(LEAST_PX, LEAST_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew at another text size."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the discs and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_discs(painter)
            self._paint_words(painter)

    def _paint_discs(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        full = min(self.width(), self.height(), round(USUAL_PX * max(1.0, self._theme.scale))) / 2 - EDGE_PX
        middle = QPointF(self.width() / 2, self.height() / 2)
        for size, share in RINGS:
            radius = full * self.size_now * size
            last = size == RINGS[-1][0]
            painter.setPen(QPen(QColor(tokens.dot), EDGE_PX) if last else Qt.PenStyle.NoPen)
            painter.setBrush(mixed(tokens.paper, tokens.accent, share))
            painter.drawEllipse(middle, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        if self.breath is None:
            return
        tokens, middle = self._theme.tokens, self.height() / 2
        large, small = self._fonts()
        painter.setPen(QColor(tokens.ink))
        painter.setFont(large)
        words = QRectF(0, middle - painter.fontMetrics().height(), self.width(), painter.fontMetrics().height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, breath_words(self.breath.part))
        painter.setFont(small)
        number = QRectF(0, middle + 2, self.width(), painter.fontMetrics().height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self.breath.left_s))

    def _fonts(self) -> tuple[QFont, QFont]:
        large, small = QFont(self.font()), QFont(self.font())
        large.setPixelSize(round(self.font().pixelSize() * 1.7))
        large.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(round(self.font().pixelSize() * 1.35))
        return large, small


def mixed(ground: str, colour: str, share: float) -> QColor:
    """`share` of a colour over a ground."""
    one, other = QColor(ground), QColor(colour)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))
