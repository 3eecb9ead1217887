"""A button that opens a menu, with an arrow that says so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.chevron import FROM_END, paint_chevron

ARROW_ROOM_PX = round(FROM_END)


class MenuButton(QuietButton):
    """Give it a menu with `setMenu`."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the button, the words beside the arrow's room, and the arrow."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (ARROW_ROOM_PX, 0) if mirrored else (0, ARROW_ROOM_PX)
        option.rect = self.rect().adjusted(before, 0, -after, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        painter.end()
        paint_chevron(self)
