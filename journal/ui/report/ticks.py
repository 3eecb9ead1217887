"""A list of check boxes that follows a list of ticks, without rebuilding what has not changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journal.ui.report.state import Tick
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.labels import Caption, Heading

LEAST_LETTERS = 18
"""Fewer letters a line than this are hard to read."""

INDENT_PX = 12


class Beside(QWidget):
    """A check box with more words beside it, which may be pressed too."""

    def __init__(self, box: CheckBox, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        words = Caption(detail)
        words.setContentsMargins(0, 6, 0, 6)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(words, 1)
        self._words = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below where there is too little room beside, as with large text."""
        super().resizeEvent(event)
        room = self.width() - self._box.sizeHint().width()
        beside = room >= LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._words.setContentsMargins(0 if beside else INDENT_PX, 6 if beside else 0, 0, 6)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it."""
        super().mouseReleaseEvent(event)
        self._box.click()


class TickList(QWidget):
    """Emits every key that is ticked, in order, after each change."""

    ticked = Signal(tuple)

    built = Signal()
    """Other check boxes stand here than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.boxes: dict[str, CheckBox] = {}
        self._shown: tuple[tuple[str, ...], ...] = ()

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these lines."""
        shown = tuple((tick.key, tick.words, tick.group, tick.detail) for tick in ticks)
        if shown != self._shown:
            self._shown = shown
            self._build(ticks)
        for tick in ticks:
            box = self.boxes[tick.key]
            box.blockSignals(True)
            box.setChecked(tick.ticked)
            box.blockSignals(False)
            box.setEnabled(tick.enabled)

    def _build(self, ticks: Sequence[Tick]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        group = ""
        for tick in ticks:
            if tick.group and tick.group != group:
                group = tick.group
                heading = Heading(group)
                heading.setContentsMargins(0, 10, 0, 0)
                self._column.addWidget(heading)
            self._column.addWidget(self._row(tick))
        self.built.emit()

    def _row(self, tick: Tick) -> QWidget:
        box = CheckBox(tick.words.replace("&", "&&"))
        box.setAccessibleName(f"{tick.words}: {tick.detail}" if tick.detail else tick.words)
        box.toggled.connect(self._on_toggled)
        self.boxes[tick.key] = box
        return Beside(box, tick.detail) if tick.detail else box

    def _on_toggled(self) -> None:
        self.ticked.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))
