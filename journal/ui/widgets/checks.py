"""Check boxes and radio buttons with a drawn mark, so that colour never stands alone; long words wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

GAP = 9
SMALLEST_HEIGHT = 32
NARROWEST_EM = 8
"""Words wrap down to this many letters' width."""

_TICK = ((0.25, 0.52), (0.43, 0.70), (0.75, 0.32))


class CheckBox(QCheckBox):
    """A check box with a tick."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box, its tick and the words."""
        with QPainter(self) as painter:
            box = _draw_base(self, painter, round_box=False)
            if self.isChecked():
                _draw_tick(painter, box, self.palette().color(QPalette.ColorRole.HighlightedText))

    def sizeHint(self) -> QSize:
        """The words in one line."""
        return _one_line(self)

    def minimumSizeHint(self) -> QSize:
        """The words in as many lines as they need."""
        return _narrowest(self)

    def heightForWidth(self, width: int) -> int:
        """How high the words stand at a width, in pixels."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Box and words can be clicked."""
        return self.rect().contains(pos)


class RadioButton(QRadioButton):
    """A radio button with a dot."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring, its dot and the words."""
        with QPainter(self) as painter:
            box = _draw_base(self, painter, round_box=True)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
                painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)

    def sizeHint(self) -> QSize:
        """The words in one line."""
        return _one_line(self)

    def minimumSizeHint(self) -> QSize:
        """The words in as many lines as they need."""
        return _narrowest(self)

    def heightForWidth(self, width: int) -> int:
        """How high the words stand at a width, in pixels."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Ring and words can be clicked."""
        return self.rect().contains(pos)


def _prepare(button: QAbstractButton) -> None:
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setMinimumHeight(SMALLEST_HEIGHT)
    # A fixed height would clip words that wrap.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _box_size(button: QAbstractButton) -> int:
    return button.fontMetrics().height() + 3


def _room_of_box(button: QAbstractButton) -> int:
    return _box_size(button) + 3 + GAP if button.text() else _box_size(button) + 3


def _one_line(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().size(Qt.TextFlag.TextSingleLine, button.text()).width()
    return QSize(_room_of_box(button) + words + 2, max(SMALLEST_HEIGHT, _box_size(button) + 6))


def _narrowest(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    widest_word = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
    some = metrics.averageCharWidth() * NARROWEST_EM if button.text() else 0
    width = min(_one_line(button).width(), _room_of_box(button) + max(widest_word, some) + 2)
    return QSize(width, SMALLEST_HEIGHT)


def _height(button: QAbstractButton, width: int) -> int:
    room = QRect(0, 0, max(1, width - _room_of_box(button)), 10_000)
    words = button.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), button.text()).height()
    return max(button.minimumHeight(), _box_size(button) + 6, words + 8)


def _draw_base(button: QAbstractButton, painter: QPainter, *, round_box: bool) -> QRectF:
    """Draw the words and the empty or filled box; return the box."""
    size, mirrored = _box_size(button), button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = button.width() - size - 1.5 if mirrored else 1.5
    box = QRectF(left, (button.height() - size) / 2, size, size)
    room = _room_of_box(button)
    words = button.rect().adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
    palette = button.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QPalette.ColorRole.WindowText if button.isEnabled() else QPalette.ColorRole.PlaceholderText
    painter.setPen(palette.color(ink))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
    painter.drawText(words, int(flags | Qt.TextFlag.TextShowMnemonic), button.text())
    filled = button.isChecked()
    edge = palette.color(QPalette.ColorRole.Highlight if filled else QPalette.ColorRole.Dark)
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(edge if filled else palette.color(QPalette.ColorRole.Base))
    corner = size / 2 if round_box else 5
    painter.drawRoundedRect(box, corner, corner)
    return box


def _draw_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in _TICK]
    painter.drawPolyline(points)
