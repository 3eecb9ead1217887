"""Scroll areas as assistive technology reads them.

Qt's own interface of a scroll area counts its scroll bars only while they are seen, and reads beyond the end of
that list where one goes between a reader's two questions: the program then ends without a word. The plain
interface of a widget asks for none but what is there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QScrollArea

from journal.ui.widgets.spoken_role import SPOKEN_ROLE, make_anew


def install() -> None:
    """Let Qt ask for the plain interface from now on, also for the scroll areas that are there already."""
    QAccessible.installFactory(_interface)
    if QAccessible.isActive():
        for area in QApplication.allWidgets():
            if isinstance(area, QScrollArea):
                make_anew(area)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    """The interface of a scroll area without a role of its own; nothing for anything else."""
    if not isinstance(thing, QScrollArea) or thing.property(SPOKEN_ROLE):
        return None
    return QAccessibleWidget(thing, QAccessible.Role.Client)
