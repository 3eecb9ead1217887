"""The order of the Tab key: the order in which things stand on the page, also for what was added late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from journal.ui.widgets.reading_order import read_in_order


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in `widget` that takes the keyboard, from top to bottom as its layouts stand."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
        return
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from stops_in(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def put_in_order(*widgets: QWidget) -> None:
    """Let Tab go through these widgets, each from top to bottom, in this order, and a screen reader too."""
    for one, other in pairwise(stop for widget in widgets for stop in stops_in(widget)):
        QWidget.setTabOrder(one, other)
    for widget in widgets:
        for part in (widget, *widget.findChildren(QWidget)):
            read_in_order(part)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        below = item.layout() if item is not None else None
        if widget is not None:
            yield from stops_in(widget)
        elif below is not None:
            yield from _stops_of(below)
