"""What stands still under the moving lines: cards, rules, labels, and the numbers at the axis."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.path import Path

from journal.charts.detail import Floats
from journal.charts.layout import Box, Heading, Layout, Place, Spacing
from journal.charts.typeface import REGULAR, SEMIBOLD, font, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.texts import trends as words

STILL = "still"
"""The gid of artists that are part of the background."""

CORNER_PX = 10.0
HEADROOM = 0.06
"""Room above the highest and below the lowest value, so that dots on the ends stand whole."""

CIRCLE = 0.5523
"""How far a Bézier curve's handles stand out to look like a quarter of a circle."""


def draw_still(axes: Axes, layout: Layout, tokens: ThemeTokens) -> None:
    """Draw everything that does not change with the view."""
    _cards(axes, layout, tokens)
    _rules(axes, layout, tokens)
    for heading in layout.headings:
        _heading(axes, heading, layout, tokens)
    for place in layout.places:
        _label(axes, place, layout, tokens)
        _axis_numbers(axes, place, layout, tokens)


def heights(place: Place, values: Floats) -> Floats:
    """Where values stand in a plot, in pixels from the top of the picture."""
    scale, plot = place.panel.scale, place.plot
    room = (plot.bottom - plot.top) * HEADROOM
    span = (scale.maximum - scale.minimum) or 1.0
    return plot.bottom - room - (values - scale.minimum) / span * (plot.bottom - plot.top - 2 * room)


def label_baseline(place: Place, space: Spacing) -> float:
    """The line that a panel's label stands on."""
    return place.card.top + space.pad + space.label_px * 0.72


def polygons(axes: Axes, colour: str, zorder: float) -> PolyCollection:
    """An empty set of filled shapes."""
    shapes = PolyCollection([], facecolors=colour, edgecolors="none", zorder=zorder)
    axes.add_collection(shapes, autolim=False)
    return shapes


def _cards(axes: Axes, layout: Layout, tokens: ThemeTokens) -> None:
    shapes = [rounded(place.card, CORNER_PX) for place in layout.places]
    cards = PathCollection(shapes, facecolors=tokens.card, edgecolors=tokens.hair, linewidths=1, zorder=1)
    cards.set_transform(axes.transData)
    axes.add_collection(cards, autolim=False)


def _rules(axes: Axes, layout: Layout, tokens: ThemeTokens) -> None:
    x: list[float] = []
    y: list[float] = []
    for place in layout.places:
        for height in heights(place, np.array(place.panel.scale.ticks)):
            x += [place.plot.left, place.plot.right, np.nan]
            y += [float(height), float(height), np.nan]
    axes.plot(x, y, color=tokens.grid, lw=1, zorder=2.1, snap=True, gid=STILL)


def _heading(axes: Axes, heading: Heading, layout: Layout, tokens: ThemeTokens) -> None:
    size = layout.text_px * 0.93
    _text(axes, heading.left, heading.baseline, heading.text, tokens.ink, size, SEMIBOLD)
    if heading.ends:
        left = heading.left + text_width(heading.text, size, SEMIBOLD) + layout.text_px
        room = heading.right - left
        _text(axes, left, heading.baseline, shortened(heading.ends, size, REGULAR, room), tokens.soft, size, REGULAR)


def _label(axes: Axes, place: Place, layout: Layout, tokens: ThemeTokens) -> None:
    space = Spacing(layout.text_px)
    room = place.card.right - place.card.left - 2 * space.pad
    text = shortened(place.panel.label, space.label_px, SEMIBOLD, room)
    _text(axes, place.card.left + space.pad, label_baseline(place, space), text, tokens.ink, space.label_px, SEMIBOLD)


def _axis_numbers(axes: Axes, place: Place, layout: Layout, tokens: ThemeTokens) -> None:
    size = Spacing(layout.text_px).small_px
    ticks = place.panel.scale.ticks
    x = place.plot.left - layout.text_px * 0.5
    for value, height in zip(ticks, heights(place, np.array(ticks)), strict=True):
        text = words.amount(place.panel.scale, value) if place.panel.scale.words == () else words.plain(value)
        text = words.plain(value) if text_width(text, size, REGULAR) > x - place.card.left else text
        _text(axes, x, float(height) + size * 0.36, text, tokens.soft, size, REGULAR, ha="right")


def _text(axes: Axes, x: float, y: float, text: str, colour: str, size: float, weight: int, ha: str = "left") -> None:
    style: dict[str, Any] = {"ha": ha, "va": "baseline", "zorder": 6, "gid": STILL}
    axes.text(x, y, text, color=colour, fontproperties=font(size, weight), **style)


def rounded(box: Box, radius: float) -> Path:
    """A rectangle with round corners as a closed path."""
    left, top, right, bottom, k = box.left, box.top, box.right, box.bottom, radius * (1 - CIRCLE)
    r = radius
    points = [
        (left + r, top), (right - r, top), (right - k, top), (right, top + k), (right, top + r),
        (right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom),
        (left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r),
        (left, top + r), (left, top + k), (left + k, top), (left + r, top), (left + r, top),
    ]  # fmt: skip
    corner = [Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path(points, [Path.MOVETO, *corner * 4, Path.CLOSEPOLY])
