"""A list to choose one thing from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.chevron import paint_chevron


class ComboBox(QComboBox):
    """A choice from a list. Give it a buddy label: its accessible name is its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(SMALL_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a turn of the wheel must not change a setting by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then an arrow at its end."""
        super().paintEvent(event)
        paint_chevron(self)


def choice_box(*choices: tuple[str, object], wide: bool = False) -> ComboBox:
    """A list of these words, each with its value; a `wide` one takes the room of its line."""
    box = ComboBox()
    if wide:
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in choices:
        box.addItem(words, value)
    return box
