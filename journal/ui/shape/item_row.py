"""One item on the page: whether it is asked, its place, and the way to change it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.shape.state import ItemLine
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import SMALL_PX, QuietButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow

ARROW_SHARE = 6.0
"""Half an arrow is a sixth of its button."""

WORDS_PX = 140
"""The least width of an item's name beside its buttons."""


class ArrowButton(QuietButton):
    """A square button with an arrow that is drawn, so that no font and no text size cuts it."""

    def __init__(self, parent: QWidget | None = None, *, up: bool) -> None:
        super().__init__("", parent)
        self._up = up
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as other buttons of its text size are high."""
        side = max(SMALL_PX, super().sizeHint().height())
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then its arrow."""
        super().paintEvent(event)
        on = self.isEnabled()
        shade = QPalette.ColorGroup.Normal if on else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.Highlight if on else QPalette.ColorRole.PlaceholderText
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(shade, role)
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            half = self.height() / ARROW_SHARE
            x, y, tip = self.width() / 2, self.height() / 2, -half if self._up else half
            painter.drawLine(QPointF(x, y - tip), QPointF(x, y + tip))
            side = y + tip * 0.25
            painter.drawPolyline([QPointF(x - half * 0.7, side), QPointF(x, y + tip), QPointF(x + half * 0.7, side)])


class MoveButtons(QWidget):
    """Up and down. `moved` carries -1 or 1. What cannot be pressed any more gives the keyboard to the other one."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.up, self.down = ArrowButton(up=True), ArrowButton(up=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for arrow, by in ((self.up, -1), (self.down, 1)):
            arrow.clicked.connect(lambda _checked=False, by=by: self.moved.emit(by))
            row.addWidget(arrow)

    def show_possible(self, name: str, *, up: bool, down: bool) -> None:
        """Say what is moved, and which ways it can go."""
        self.up.setAccessibleName(_("Move {item} up").format(item=name))
        self.down.setAccessibleName(_("Move {item} down").format(item=name))
        self.setVisible(up or down)
        held = self.up.hasFocus() or self.down.hasFocus()
        self.up.setEnabled(up)
        self.down.setEnabled(down)
        if held and (up or down) and not (self.up.hasFocus() or self.down.hasFocus()):
            (self.up if up else self.down).setFocus(Qt.FocusReason.OtherFocusReason)


class ItemRow(QWidget):
    """A row keeps its widgets, so that the keyboard stays where it is."""

    ticked = Signal(str, bool)
    moved = Signal(str, int)
    change_wanted = Signal(str)

    def __init__(self, line: ItemLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.box, self.arrows = CheckBox(line.label), MoveButtons()
        self.change = QuietButton(_("Change"))
        tools = FlowRow(self.arrows, self.change)
        tools.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(BesideRow(self.box, tools, WORDS_PX, spacing=8))
        self.box.clicked.connect(lambda asked: self.ticked.emit(self.line.key, asked))
        self.arrows.moved.connect(lambda by: self.moved.emit(self.line.key, by))
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.line.key))
        self.render_line(line)

    def render_line(self, line: ItemLine) -> None:
        """Show a line."""
        self.line = line
        self.box.setText(line.label.replace("&", "&&"))
        self.box.setAccessibleName(line.label)
        self.box.setAccessibleDescription(line.clinical)
        self.box.setChecked(line.asked)
        self.arrows.show_possible(line.label, up=line.up, down=line.down)
        self.change.setAccessibleName(_("Change {item}").format(item=line.label))
