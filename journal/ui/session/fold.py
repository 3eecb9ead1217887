"""A part of a page that is opened by one press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.spoken_fold import say_unfolded, speak_as_fold

ARROW_PX = 22


class FoldButton(TextButton):
    """Says whether its part is open, with an arrow too."""

    folded = Signal(bool)
    """True where the part is wanted open."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent, large=True)
        self._open = False
        speak_as_fold(self)
        self.setAccessibleName(words)
        self.clicked.connect(lambda: self.folded.emit(not self._open))

    def show_open(self, *, opened: bool) -> None:
        """Show whether the part is open."""
        self._open = opened
        say_unfolded(self, opened=opened)
        self.update()

    def sizeHint(self) -> QSize:
        """The words and the arrow."""
        return super().sizeHint() + QSize(ARROW_PX, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, then the arrow behind them: down, or up while it is open."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x = 12.0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 12.0
            y, tip = self.height() / 2, (-2.5 if self._open else 2.5)
            painter.drawPolyline(QPolygonF([QPointF(x - 4, y - tip), QPointF(x, y + tip), QPointF(x + 4, y - tip)]))
