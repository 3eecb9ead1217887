"""Tells assistive technology that the canvas is a chart, and what it shows."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from journal.ui.widgets.chart_canvas import ChartCanvas


class ChartInterface(QAccessibleWidget):
    """The canvas with the role of a chart; name and description are the widget's."""

    def __init__(self, canvas: ChartCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.Chart)


def chart_interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    """The interface of a chart canvas; nothing for anything else."""
    return ChartInterface(thing) if isinstance(thing, ChartCanvas) else None


def install() -> None:
    """Let Qt ask for it."""
    QAccessible.installFactory(chart_interface)
