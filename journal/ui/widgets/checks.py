"""Check boxes and radio buttons with a drawn mark, so that colour never stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton, QWidget

GAP = 4


class CheckBox(QCheckBox):
    """A check box with a tick."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box, its tick and the words."""
        with QPainter(self) as painter:
            box = _draw_base(self, painter, radius=5)
            if self.isChecked():
                _draw_tick(painter, box, self.palette().color(QPalette.ColorRole.HighlightedText))


class RadioButton(QRadioButton):
    """A radio button with a dot."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring, its dot and the words."""
        with QPainter(self) as painter:
            box = _draw_base(self, painter, radius=20)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
                painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)


def _draw_base(button: QCheckBox | QRadioButton, painter: QPainter, radius: float) -> QRectF:
    """Draw the words and the empty or filled box; return the box."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    radio = isinstance(button, QRadioButton)
    part = QStyle.SubElement.SE_RadioButtonContents if radio else QStyle.SubElement.SE_CheckBoxContents
    words = button.style().subElementRect(part, option, button)
    shift = -GAP if button.layoutDirection() == Qt.LayoutDirection.RightToLeft else GAP
    words.translate(shift, 0)
    size = min(button.fontMetrics().height() + 3.0, button.height() - 4.0)
    left = button.width() - size - 1.5 if button.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1.5
    box = QRectF(left, (button.height() - size) / 2, size, size)
    palette = button.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
    painter.drawText(words, int(flags), button.text())
    filled = button.isChecked()
    edge = palette.color(QPalette.ColorRole.Highlight if filled else QPalette.ColorRole.Dark)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(edge if filled else palette.color(QPalette.ColorRole.Base))
    corner = min(radius, size / 2)
    painter.drawRoundedRect(box, corner, corner)
    return box


def _draw_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in _TICK]
    painter.drawPolyline(points)


_TICK = ((0.25, 0.52), (0.43, 0.70), (0.75, 0.32))
