"""Buttons that assistive technology presses as a hand does, where Qt would toggle them or call them something else."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QPushButton

from journal.ui.widgets.spoken_role import make_anew

PRESSED_AGAIN = "pressed_again"


class PressInterface(QAccessibleWidget):
    """A button that can be pressed, whatever it shows."""

    def __init__(self, button: QPushButton, role: QAccessible.Role = QAccessible.Role.Button) -> None:
        super().__init__(button, role)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        """The words of the button where it has no other name."""
        said = super().text(kind)
        if kind is QAccessible.Text.Name and not self._button.accessibleName():
            return self._button.text().replace("&&", "&")
        return said

    def actionNames(self) -> list[str]:
        """It can be pressed, as any button."""
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it where that is asked."""
        if name == QAccessibleActionInterface.pressAction():
            if self._button.isEnabled():
                self._button.animateClick()
        else:
            super().doAction(name)


def speak_as_place(button: QPushButton) -> None:
    """Let a screen reader press one of several that is chosen already: what it leads to may not be what is shown.

    Qt lets the chosen one of several only be let go, which it refuses.
    """
    button.setProperty(PRESSED_AGAIN, True)
    _know_places()
    make_anew(button)


class _PlaceInterface(PressInterface):
    """One of several, chosen or not, that can be pressed in any case."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)

    def state(self) -> QAccessible.State:
        """Whether it is chosen, beside what Qt knows of the widget."""
        state = super().state()
        state.checkable, state.checked = self._button.isCheckable(), self._button.isChecked()
        return state


@cache
def _know_places() -> None:
    QAccessible.installFactory(_interface)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    """The interface of one of several that can be pressed again; nothing for anything else."""
    again = isinstance(thing, QPushButton) and thing.property(PRESSED_AGAIN) and thing.isCheckable()
    return _PlaceInterface(thing) if again and isinstance(thing, QPushButton) else None
