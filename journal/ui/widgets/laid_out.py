"""What stands in a layout, in its order, without asking the layout for its items.

PySide keeps each item that was asked for as long as the layout lives, also when Qt has deleted it. An item of another
layout that comes to stand at the same place in memory is then taken for the old one, and called deleted when the
first layout goes: the program could end without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts that stand directly in `layout`."""
    holder = layout.parentWidget()
    widgets = [child for child in holder.children() if isinstance(child, QWidget)] if holder is not None else []
    layouts = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in widgets]
    placed += [(layout.indexOf(inside), inside) for inside in layouts]
    return [part for _place, part in sorted((each for each in placed if each[0] >= 0), key=lambda each: each[0])]


def widgets_of(layout: QLayout) -> Iterator[QWidget]:
    """The widgets that stand in `layout` and in the layouts inside it."""
    for part in parts_of(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from widgets_of(part)
