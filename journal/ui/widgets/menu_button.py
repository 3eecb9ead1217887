"""A button that opens a menu, with an arrow that says so."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.chevron import FROM_END, paint_chevron

OWN_ARROW = "QPushButton::menu-indicator { image: none; width: 0px; }"


class MenuButton(QuietButton):
    """Give it a menu with `setMenu`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setStyleSheet(OWN_ARROW + f" QPushButton {{ padding-right: {round(FROM_END) + 14}px; }}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the arrow at its end."""
        super().paintEvent(event)
        paint_chevron(self)
