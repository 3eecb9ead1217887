"""The order in which a screen reader comes to things: as they stand, also where some were made later than others."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from journal.ui.widgets.laid_out import widgets_of


def read_in_order(widget: QWidget) -> None:
    """Let what is laid out in `widget` be read as its layout stands. What floats over it stays above.

    Qt reads children as they are stacked, and stacks them as they were made.
    """
    layout = widget.layout()
    if layout is None or isinstance(layout, QStackedLayout):
        return  # of what is stacked one is shown, and that lies above
    children = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    laid = [part for part in widgets_of(layout) if part in children]
    wanted = [*laid, *(child for child in children if child not in laid)]
    if wanted != children:
        for part in wanted:
            part.raise_()
