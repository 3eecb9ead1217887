"""Widths that grow with the text, so that a line holds as many words at any text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from journal.ui.theme.fonts import BASE_PX

_CHANGES = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange, QEvent.Type.Polish}


def text_px(widget: QWidget, base_px: int) -> int:
    """`base_px` at the ordinary text size, in pixels at the widget's own."""
    # The stylesheet gives every font a size in pixels; asking for the font itself would load it.
    size = widget.font().pixelSize()
    return round(base_px * size / BASE_PX) if size > 0 else base_px


def changes_text_size(event: QEvent) -> bool:
    """Whether an event can have changed the size of a widget's text."""
    return event.type() in _CHANGES
