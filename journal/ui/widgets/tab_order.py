"""The order of the Tab key: the order in which things stand on the page, also for what was added late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from journal.ui.widgets.laid_out import widgets_of
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
        for part in widgets_of(layout):
            yield from stops_in(part)


def put_in_order(*widgets: QWidget) -> None:
    """Let Tab go through these widgets, each from top to bottom, in this order, and a screen reader too."""
    for one, other in pairwise(stop for widget in widgets for stop in stops_in(widget)):
        QWidget.setTabOrder(one, other)
    for widget in widgets:
        above = widget.parentWidget()
        for part in (*([above] if above else []), widget, *widget.findChildren(QWidget)):
            read_in_order(part)


def put_in_place(widget: QWidget) -> None:
    """Let Tab and a screen reader come to what was added to `widget` late, where the widget itself stands."""
    before = _stop_before(widget)
    for one, other in pairwise((*([before] if before else []), *stops_in(widget))):
        QWidget.setTabOrder(one, other)
    for part in (widget, *widget.findChildren(QWidget)):
        read_in_order(part)


def _stop_before(widget: QWidget) -> QWidget | None:
    """What Tab leaves for the first thing in `widget`; nothing where nothing else takes the keyboard."""
    here: QWidget | None = widget.previousInFocusChain()
    while here is not None and here is not widget:
        takes = here.focusPolicy() != Qt.FocusPolicy.NoFocus and here.focusProxy() is None
        if takes and not widget.isAncestorOf(here):
            return here
        here = here.previousInFocusChain()
    return None
