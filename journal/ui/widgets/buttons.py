"""Buttons, each kind with its own look. `large` gives the 44 pixel target of Today, lock and first start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

LARGE_PX = 44
SMALL_PX = 36

T = TypeVar("T")


class _Button(QPushButton):
    role = "quiet"

    def __init__(self, text: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)  # not by the constructor: asking whether the text is an icon loads the icons' names
        self.setProperty("role", self.role)
        self.setMinimumHeight(LARGE_PX if large else SMALL_PX)
        self.setAutoDefault(False)

    def setText(self, text: str) -> None:
        """Show the words. An ampersand in them, as in what a person named, stays one and is no shortcut."""
        super().setText(text.replace("&", "&&"))

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


class _CheckedButton(_Button):
    """One of several, a radio button to a screen reader, which toggles it where a hand clicks it: a click too."""

    def __init__(self, text: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(text, parent, large=large)
        self._expected = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """Show what holds. Only the program comes this way: Qt's own toggling does not."""
        self._expected = True
        self.setAutoExclusive(checked)  # Qt would keep the chosen one checked until another is
        super().setChecked(checked)
        self.setAutoExclusive(True)
        self._expected = False

    def nextCheckState(self) -> None:
        """A click, which tells of itself."""
        self._expected = True
        super().nextCheckState()
        self._expected = False

    def _on_toggled(self, checked: bool) -> None:
        """A button let go of because another was chosen was not clicked."""
        if checked and not self._expected:
            self.clicked.emit()


class ChoiceButton(_CheckedButton):
    """One of a few answers; checkable."""

    role = "choice"


class SidebarButton(_CheckedButton):
    """A page in the sidebar; checkable, the checked one is shown."""

    role = "sidebar"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        from PySide6.QtWidgets import QSizePolicy

        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def show_chosen(buttons: Mapping[T, ChoiceButton], chosen: T) -> None:
    """Check one of several that exclude each other: it is the tab stop, and gets the keyboard from the others."""
    from PySide6.QtCore import Qt

    here = any(button.hasFocus() for button in buttons.values())
    buttons[chosen].setChecked(True)
    for value, button in buttons.items():
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == chosen else Qt.FocusPolicy.ClickFocus)
    if here:
        buttons[chosen].setFocus()
