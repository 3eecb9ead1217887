"""Says of a button that it unfolds a part of the page, and whether that part is open, to assistive technology.

Qt calls a button that stays pressed a check box, and knows no button that unfolds something.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QPushButton

from journal.texts.translation import _
from journal.ui.widgets.spoken_press import PressInterface
from journal.ui.widgets.spoken_role import make_anew

UNFOLDED = "unfolded"


def speak_as_fold(button: QPushButton, *, opened: bool = False) -> None:
    """Let a screen reader call `button` one that unfolds a part, which stands open or closed now."""
    button.setProperty(UNFOLDED, opened)
    _describe(button, opened=opened)
    _know_folds()
    make_anew(button)


def say_unfolded(button: QPushButton, *, opened: bool) -> None:
    """Say whether its part is open from now on."""
    if bool(button.property(UNFOLDED)) == opened:
        return
    button.setProperty(UNFOLDED, opened)
    _describe(button, opened=opened)
    changed = QAccessible.State()
    changed.expanded = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


class FoldInterface(PressInterface):
    """A button that can be pressed, expandable, and expanded or collapsed."""

    def state(self) -> QAccessible.State:
        """Whether the part is open, beside what Qt knows of the widget."""
        state = super().state()
        opened = bool(self._button.property(UNFOLDED))
        state.expandable, state.expanded, state.collapsed = True, opened, not opened
        return state


@cache
def _know_folds() -> None:
    QAccessible.installFactory(_interface)


def _describe(button: QPushButton, *, opened: bool) -> None:
    """In words too: not every system passes the state on."""
    button.setAccessibleDescription(_("open, press to close") if opened else _("closed, press to open"))


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    """The interface of a button that unfolds something; nothing for anything else."""
    if not isinstance(thing, QPushButton) or thing.property(UNFOLDED) is None:
        return None
    return FoldInterface(thing)
