"""The invisible radio button over a painted step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget


class StepButton(QRadioButton):
    """One step for the pointer and for assistive technology. It paints nothing and takes no focus."""

    def __init__(self, spoken: str, row: QWidget) -> None:
        super().__init__(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(spoken)

    def show_choice(self, *, chosen: bool) -> None:
        """Be chosen or not. An exclusive button is a radio button to a reader, but can't be let go of as such."""
        self.blockSignals(True)
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the row paints its steps."""

    def sizeHint(self) -> QSize:
        """The row places it."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """The row places it."""
        return QSize(0, 0)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """All of its square counts."""
        return True

    def nextCheckState(self) -> None:
        """The row decides what is chosen, so that a second press can take the answer back."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one choice, not a choice and its withdrawal."""
        event.accept()
