"""Buttons, each kind with its own look. `large` gives the 44 pixel target of Today, lock and first start."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

LARGE_PX = 44
SMALL_PX = 36


class _Button(QPushButton):
    role = "quiet"

    def __init__(self, text: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("role", self.role)
        self.setMinimumHeight(LARGE_PX if large else SMALL_PX)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(_Button):
    """The one thing most people want next. At most one in view."""

    role = "primary"


class QuietButton(_Button):
    """Any other choice."""

    role = "quiet"


class TextButton(_Button):
    """A choice that should not draw the eye."""

    role = "text"


class ChoiceButton(_Button):
    """One of a few answers; checkable."""

    role = "choice"

    def __init__(self, text: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(text, parent, large=large)
        self.setCheckable(True)


class SidebarButton(_Button):
    """A page in the sidebar; checkable, the checked one is shown."""

    role = "sidebar"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
