"""The order in which a screen reader comes to things: as they stand, also where some were made later than others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget


def read_in_order(widget: QWidget) -> None:
    """Let what is laid out in `widget` be read as its layout stands. What floats over it stays above.

    Qt reads children as they are stacked, and stacks them as they were made.
    """
    layout = widget.layout()
    if layout is None or isinstance(layout, QStackedLayout):
        return  # of what is stacked one is shown, and that lies above
    children = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    laid = [part for part in _parts(layout) if part in children]
    wanted = [*laid, *(child for child in children if child not in laid)]
    if wanted != children:
        for part in wanted:
            part.raise_()


def _parts(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        below = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _parts(below)
