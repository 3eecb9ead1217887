"""What stands still under the moving lines: cards, rules, labels, and the numbers at the axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.path import Path

from journal.charts.detail import Floats
from journal.charts.layout import Box, Heading, Layout, Place, Spacing
from journal.charts.lettering import Style, letter
from journal.charts.typeface import REGULAR, SEMIBOLD, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.model.periods import Period
from journal.model.series import Panel, Scale
from journal.texts import trends as words
from journal.texts.dates import period_text

STILL = "still"
"""The gid of artists that are part of the background."""

CORNER_PX = 10.0
HEADROOM = 0.06
"""Room above the highest and below the lowest value, so that dots on the ends stand whole."""

NUMBERS_ROOM = 10.0
"""Room kept beside a label for the numbers, in text sizes."""

CIRCLE = 0.5523
"""How far a Bézier curve's handles stand out to look like a quarter of a circle."""


def draw_still(axes: Axes, layout: Layout[Panel], tokens: ThemeTokens) -> None:
    """Draw everything of the small charts that does not change with the view."""
    draw_cards(axes, layout, tokens)
    draw_axis(axes, layout, tokens)


def draw_axis(axes: Axes, layout: Layout[Panel], tokens: ThemeTokens) -> None:
    """Draw the rules of every plot, and the numbers at them."""
    _rules(axes, layout, tokens)
    for place in layout.places:
        _axis_numbers(axes, place, layout, tokens)


def draw_cards(axes: Axes, layout: Layout[Any], tokens: ThemeTokens) -> None:
    """Draw the cards with their labels, and the headings of the groups."""
    _cards(axes, [place.card for place in layout.places], tokens)
    for heading in layout.headings:
        _heading(axes, heading, layout, tokens)
    for place in layout.places:
        _label(axes, place, layout, tokens)


def draw_card(axes: Axes, card: Box, tokens: ThemeTokens) -> None:
    """Draw one card without words."""
    _cards(axes, [card], tokens)


def _cards(axes: Axes, boxes: Sequence[Box], tokens: ThemeTokens) -> None:
    shapes = [rounded(box, CORNER_PX) for box in boxes]
    cards = PathCollection(shapes, facecolors=tokens.card, edgecolors=tokens.hair, linewidths=1, zorder=1)
    cards.set_transform(axes.transData)
    axes.add_collection(cards, autolim=False)


def draw_period(axes: Axes, layout: Layout[Any], period: Period, tokens: ThemeTokens) -> None:
    """Write the days over the charts, at the right; a picture in a file has no page around it that says them."""
    if layout.headings:
        heading = layout.headings[0]
        size = Spacing(layout.text_px).small_px
        write(axes, heading.right, heading.baseline, period_text(period), tokens.soft, size, REGULAR, "right")


def heights(place: Place[Panel], values: Floats) -> Floats:
    """Where values stand in a plot, in pixels from the top of the picture."""
    return scaled(place.plot, place.panel.scale, values)


def scaled(plot: Box, scale: Scale, values: Floats) -> Floats:
    """Where values of a scale stand in a plot, in pixels from the top of the picture."""
    room = (plot.bottom - plot.top) * HEADROOM
    span = (scale.maximum - scale.minimum) or 1.0
    return plot.bottom - room - (values - scale.minimum) / span * (plot.bottom - plot.top - 2 * room)


def label_baseline(place: Place[Any], space: Spacing) -> float:
    """The line that a panel's label stands on."""
    return place.card.top + space.pad + space.label_px * 0.72


def polygons(axes: Axes, colour: str, zorder: float) -> PolyCollection:
    """An empty set of filled shapes."""
    shapes = PolyCollection([], facecolors=colour, edgecolors="none", zorder=zorder)
    axes.add_collection(shapes, autolim=False)
    return shapes


def _rules(axes: Axes, layout: Layout[Panel], tokens: ThemeTokens) -> None:
    x: list[float] = []
    y: list[float] = []
    for place in layout.places:
        for height in heights(place, np.array(place.panel.scale.ticks)):
            x += [place.plot.left, place.plot.right, np.nan]
            y += [float(height), float(height), np.nan]
    axes.plot(x, y, color=tokens.grid, lw=1, zorder=2.1, snap=True, gid=STILL)


def _heading(axes: Axes, heading: Heading, layout: Layout[Any], tokens: ThemeTokens) -> None:
    size = layout.text_px * 0.93
    write(axes, heading.left, heading.baseline, heading.text, tokens.ink, size, SEMIBOLD)
    if heading.ends:
        left = heading.left + text_width(heading.text, size, SEMIBOLD) + layout.text_px
        room = heading.right - left
        write(axes, left, heading.baseline, shortened(heading.ends, size, REGULAR, room), tokens.soft, size, REGULAR)


def _label(axes: Axes, place: Place[Any], layout: Layout[Any], tokens: ThemeTokens) -> None:
    space = Spacing(layout.text_px)
    room = place.card.right - place.card.left - 2 * space.pad
    text = shortened(place.panel.label, space.label_px, SEMIBOLD, room)
    left, baseline = place.card.left + space.pad, label_baseline(place, space)
    write(axes, left, baseline, text, tokens.ink, space.label_px, SEMIBOLD)
    _own_ends(axes, place, left + text_width(text, space.label_px, SEMIBOLD) + space.pad, layout, tokens)


def _own_ends(axes: Axes, place: Place[Any], left: float, layout: Layout[Any], tokens: ThemeTokens) -> None:
    """The end words after the label, in a row of their own when the numbers stand below."""
    space = Spacing(layout.text_px)
    room = place.card.right - space.pad - left - (0 if place.stacked else NUMBERS_ROOM * layout.text_px)
    if place.ends and text_width(place.ends, space.small_px, REGULAR) <= room:
        write(axes, left, label_baseline(place, space), place.ends, tokens.soft, space.small_px, REGULAR)


def _axis_numbers(axes: Axes, place: Place[Panel], layout: Layout[Panel], tokens: ThemeTokens) -> None:
    size = Spacing(layout.text_px).small_px
    ticks = place.panel.scale.ticks
    x = place.plot.left - layout.text_px * 0.5
    for value, height in zip(ticks, heights(place, np.array(ticks)), strict=True):
        text = words.amount(place.panel.scale, value) if place.panel.scale.words == () else words.plain(value)
        text = words.plain(value) if text_width(text, size, REGULAR) > x - place.card.left else text
        write(axes, x, float(height) + size * 0.36, text, tokens.soft, size, REGULAR, ha="right")


def write(
    axes: Axes, x: float, y: float, text: str, colour: str, size: float, weight: int = REGULAR, ha: str = "left"
) -> None:
    """Set a text that stands still, from its baseline."""
    letter(axes, x, y, text, Style(colour, size, weight, ha), whole=True).set_gid(STILL)


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
