"""A line to bring up: its words, changed where they stand, a tick, its place in the list, and delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from journal.texts.translation import _
from journal.ui.appointments.state import CollectedLine
from journal.ui.shape.item_row import MoveButtons
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.widths import text_px

WORDS_PX = 300
"""The words have so much room beside the buttons, at the ordinary text size, or the buttons go below."""

APART_PX, FAR_APART_PX = 3, 9
"""The air over and under a row; more where its buttons stand below its words."""


class LineField(QPlainTextEdit):
    """As high as its words are. Enter hands them over, Escape takes back what was typed, Alt and an arrow move it."""

    finished = Signal()
    taken_back = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    @property
    def words(self) -> str:
        """What stands in it, in one line."""
        return " ".join(self.toPlainText().split())

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(super().sizeHint().width(), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never breaks the line."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.taken_back.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it hands the words over."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break the words at other places."""
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        lines = max(1, round(self.document().size().height()))  # a plain text document is measured in lines
        edges = self.contentsMargins()
        frame = edges.top() + edges.bottom() + 2 * round(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + frame

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())


class LineRow(QWidget):
    """One line. It keeps its widgets while it stands, so that the keyboard keeps its place."""

    reworded = Signal(str, str)
    moved = Signal(str, int)
    brought_up = Signal(str)
    deleted = Signal(str)

    def __init__(self, line: CollectedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.field, self.arrows, self.delete = LineField(), MoveButtons(), TextButton(_("Delete"))
        self.box = CheckBox(_("Brought up"))
        self._lay_out()
        self.field.finished.connect(self.flush)
        self.field.taken_back.connect(lambda: self.field.setPlainText(self.line.text))
        self.field.moved.connect(lambda by: self.moved.emit(self.line.id, by))
        self.arrows.moved.connect(lambda by: self.moved.emit(self.line.id, by))
        self.box.clicked.connect(lambda: self.brought_up.emit(self.line.id))
        self.delete.clicked.connect(lambda: self.deleted.emit(self.line.id))
        self.field.setPlainText(line.text)
        self.show_line(line)

    def show_line(self, line: CollectedLine) -> None:
        """Show the line as it is now, but never over what is being typed."""
        untouched = self.field.words == self.line.text or not self.field.hasFocus()
        self.line = line
        if untouched and self.field.toPlainText() != line.text:
            self.field.setPlainText(line.text)
        self.field.setAccessibleName(line.text)
        self.field.setAccessibleDescription(_("Change the words here. Alt and an arrow key move the line."))
        self.box.setAccessibleName(_("Brought up: {text}").format(text=line.text))
        self.box.setChecked(False)
        self.delete.setAccessibleName(_("Delete: {text}").format(text=line.text))
        self.arrows.show_possible(line.text, up=line.up, down=line.down)

    def flush(self) -> None:
        """Hand over other words."""
        if self.field.words != self.line.text:
            self.reworded.emit(self.line.id, self.field.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words or below them."""
        super().resizeEvent(event)
        beside = self._tools.sizeHint().width() + text_px(self, WORDS_PX) <= self.width()
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._across.setContentsMargins(0, APART_PX, 0, APART_PX if beside else FAR_APART_PX)

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        for widget in (self.box, self.arrows, self.delete):
            tools.addWidget(widget)
        tools.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(8)
        self._across.addWidget(self.field, 1)
        self._across.addWidget(self._tools)
