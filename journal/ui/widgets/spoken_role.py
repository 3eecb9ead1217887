"""Gives a widget that takes the keyboard a role for assistive technology, where Qt knows none for it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

SPOKEN_ROLE = "spoken_role"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let a screen reader call `widget` by this role; name and description stay the widget's own."""
    widget.setProperty(SPOKEN_ROLE, int(role.value))
    QAccessible.installFactory(_interface)
    make_anew(widget)


def make_anew(widget: QWidget) -> None:
    """Let Qt make the interface of a widget anew when it is asked for next, where there may be one already."""
    made = QAccessible.queryAccessibleInterface(widget) if QAccessible.isActive() else None
    if made is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    """The interface of a widget with a role of its own; nothing for anything else."""
    role = thing.property(SPOKEN_ROLE) if isinstance(thing, QWidget) else None
    return QAccessibleWidget(thing, QAccessible.Role(role)) if isinstance(thing, QWidget) and role else None
