"""The arrow at the end of a control that opens a list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

FROM_END = 16.0
HALF_WIDTH = 4.0


def paint_chevron(widget: QWidget) -> None:
    """Draw it in the accent, at the end that the text runs to."""
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPalette.ColorGroup.Normal if widget.isEnabled() else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.Highlight if widget.isEnabled() else QPalette.ColorRole.PlaceholderText
        ink = widget.palette().color(shade, role)
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y = (FROM_END if left else widget.width() - FROM_END), widget.height() / 2
        painter.drawPolyline([QPointF(x - HALF_WIDTH, y - 2), QPointF(x, y + 2.5), QPointF(x + HALF_WIDTH, y - 2)])
