"""The typical week: a table of weekdays by parts of the day, or one row of weekdays.

Each cell has its number; the tint behind it only repeats it. An empty cell is a dash, never a 0.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from journal.charts import still
from journal.charts.layout import Arrangement, Box, Layout, Place, Spacing
from journal.charts.typeface import REGULAR, text_width
from journal.host.themes import ThemeTokens
from journal.model.series import WeekData, WeekPanel
from journal.model.week import PARTS, WEEKDAYS, WeekCell
from journal.texts import weeks as words

ROW_PX, ROW_TEXTS = 10.0, 1.25
"""The height of a row: pixels, and text sizes on top."""

ALONE = 2.0
"""A row of weekdays alone is this much higher, and has each n below the mean."""

LIGHTEST, DARKEST = 0.07, 0.42
"""How strongly the accent tints the lowest and the highest value; ink stays readable on both."""

CORNER_PX = 6.0
GAP_PX = 3.0


def draw_week(
    figure: Figure, data: WeekData, tokens: ThemeTokens, text_px: float = 14.0, margin_px: float = 0.0
) -> Layout[WeekPanel]:
    """Draw on a figure whose size is in 72nds of an inch; replaces what it held."""
    width, height = figure.get_size_inches() * 72 - 2 * margin_px
    layout = arrangement(data, width, text_px).filling(height)
    figure.clear()
    figure.set_facecolor(tokens.paper)
    axes: Axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(-margin_px, width + margin_px), ylim=(height + margin_px, -margin_px), autoscale_on=False)
    still.draw_cards(axes, layout, tokens)
    for place in layout.places:
        _panel(axes, place, layout.text_px, tokens)
    return layout


def arrangement(data: WeekData, width: float, text_px: float) -> Arrangement[WeekPanel]:
    """How the tables are placed in a width, and the height they want."""
    rows = max((len(panel.table.rows) if panel.table.by_part else ALONE for panel in data.panels), default=1)
    row_px = ROW_PX + ROW_TEXTS * text_px
    return Arrangement(
        data.grouped(), width, text_px, lambda panel: (words.basis(panel),), rows * row_px + text_px * 1.6
    )


def _panel(axes: Axes, place: Place[WeekPanel], text_px: float, tokens: ThemeTokens) -> None:
    space = Spacing(text_px)
    x = place.card.left + space.pad if place.stacked else place.card.right - space.pad
    y = still.label_baseline(place, space) + (space.label_px * 1.35 if place.stacked else 0)
    align = "left" if place.stacked else "right"
    still.write(axes, x, y, words.basis(place.panel), tokens.soft, space.small_px, REGULAR, align)
    boxes = _boxes(place, text_px)
    _tints(axes, place.panel, boxes, tokens)
    for row, cells in zip(boxes, place.panel.table.rows, strict=True):
        for box, cell in zip(row, cells, strict=True):
            _number(axes, box, cell, space.small_px, tokens)
    _titles(axes, place, boxes, space.small_px, tokens)


def _boxes(place: Place[WeekPanel], text_px: float) -> list[list[Box]]:
    """The cells of a table, row by row, under the names of the weekdays."""
    size = Spacing(text_px).small_px
    names = [text_width(words.part(part), size) for part in PARTS] if place.panel.table.by_part else [0.0]
    left = place.card.left + Spacing(text_px).pad + (max(names) + text_px * 0.7 if place.panel.table.by_part else 0)
    top = place.plot.top + text_px * 1.3
    rows = len(place.panel.table.rows)
    high = rows if place.panel.table.by_part else ALONE
    xs = np.linspace(left, place.plot.right + GAP_PX, WEEKDAYS + 1)
    tallest = top + high * (ROW_PX + ROW_TEXTS * text_px) * 1.5
    ys = np.linspace(top, min(place.plot.bottom, tallest), rows + 1)
    return [[Box(xs[c], ys[r], xs[c + 1] - GAP_PX, ys[r + 1] - GAP_PX) for c in range(WEEKDAYS)] for r in range(rows)]


def _tints(axes: Axes, panel: WeekPanel, boxes: list[list[Box]], tokens: ThemeTokens) -> None:
    cells = [
        (box, cell)
        for row, kept in zip(boxes, panel.table.rows, strict=True)
        for box, cell in zip(row, kept, strict=True)
    ]
    filled = [(box, cell.value) for box, cell in cells if cell.value is not None]
    span = (panel.scale.maximum - panel.scale.minimum) or 1.0
    shares = [min(1.0, max(0.0, (value - panel.scale.minimum) / span)) for _, value in filled]
    colours = [_tint(tokens, share) for share in shares]
    _fill(axes, [box for box, _ in filled], {"facecolors": colours, "edgecolors": "none"})
    empty = [box for box, cell in cells if cell.value is None]
    _fill(axes, empty, {"facecolors": "none", "edgecolors": tokens.hair, "linewidths": 1})


def _fill(axes: Axes, boxes: list[Box], style: dict[str, Any]) -> None:
    shapes = PathCollection([still.rounded(box, CORNER_PX) for box in boxes], zorder=2, **style)
    shapes.set_transform(axes.transData)
    axes.add_collection(shapes, autolim=False)


def _tint(tokens: ThemeTokens, share: float) -> str:
    """The card's colour with some of the accent in it, as "#RRGGBB"."""
    strength = LIGHTEST + (DARKEST - LIGHTEST) * share
    pairs = zip(_channels(tokens.card), _channels(tokens.accent), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * strength):02X}" for low, high in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _number(axes: Axes, box: Box, cell: WeekCell, size: float, tokens: ThemeTokens) -> None:
    """The mean in the middle; its n below where there is room, as in a row of weekdays alone."""
    x, middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + size * 0.36
    colour = tokens.soft if cell.value is None else tokens.ink
    counted = cell.value is not None and box.bottom - box.top > size * 2.8
    shift = size * 0.65 if counted else 0
    still.write(axes, x, middle - shift, words.cell(cell), colour, size, REGULAR, "center")
    if counted:
        still.write(axes, x, middle + shift, words.count(cell), tokens.ink, size * 0.85, REGULAR, "center")


def _titles(axes: Axes, place: Place[WeekPanel], boxes: list[list[Box]], size: float, tokens: ThemeTokens) -> None:
    room = boxes[0][0].right - boxes[0][0].left
    for weekday, box in enumerate(boxes[0]):
        name = words.weekday(weekday, room / size)
        still.write(axes, (box.left + box.right) / 2, box.top - size * 0.6, name, tokens.soft, size, REGULAR, "center")
    if place.panel.table.by_part:
        for part, row in zip(PARTS, boxes, strict=True):
            y = (row[0].top + row[0].bottom) / 2 + size * 0.36
            still.write(axes, row[0].left - size * 0.6, y, words.part(part), tokens.soft, size, REGULAR, "right")
