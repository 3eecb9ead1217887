"""What charts that stand alone in a card share: the card with its words, the axis, and both margins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts import still
from journal.charts.detail import Floats
from journal.charts.layout import Box, Layout, Place, Spacing
from journal.charts.typeface import REGULAR, SEMIBOLD, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.model.series import Panel, Scale
from journal.texts import trends as words

PLOT_PX = 220
"""The natural height of the plot, to which twice the text size is added."""


MOST_LINES = 3
"""A label goes on in the next line, at large text, before anything of it is left out."""

LINE_LABELS = 1.25
"""From one line of a label to the next, in its size."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The label of a card and what stands right of it."""

    label: str
    right: str = ""

    def lines(self, width: float, text_px: float) -> tuple[str, ...]:
        """The label in lines that fit; the first one leaves room for what stands right of it."""
        space = Spacing(text_px)
        room = width - 2 * space.pad
        first = room - (text_width(self.right, space.small_px, REGULAR) + space.pad if self.right else 0)
        lines: list[str] = [""]
        for word in self.label.split():
            longer = f"{lines[-1]} {word}".strip()
            fits = text_width(longer, space.label_px, SEMIBOLD) <= (first if len(lines) == 1 else room)
            if fits or not lines[-1] or len(lines) == MOST_LINES:
                lines[-1] = longer
            else:
                lines.append(word)
        rooms = [first, *[room] * (len(lines) - 1)]
        return tuple(shortened(line, space.label_px, SEMIBOLD, wide) for line, wide in zip(lines, rooms, strict=True))

    def more_px(self, width: float, text_px: float) -> float:
        """The room that the lines after the first one take."""
        return (len(self.lines(width, text_px)) - 1) * LINE_LABELS * Spacing(text_px).label_px


@dataclass(frozen=True, slots=True)
class Card:
    """One card that fills the picture. `text_px` is the body size, `lines` are its label's."""

    width: float
    height: float
    text_px: float
    box: Box
    plot: Box
    lines: tuple[str, ...]

    @property
    def space(self) -> Spacing:
        """The measures of the picture."""
        return Spacing(self.text_px)

    def y(self, scale: Scale, values: Floats) -> Floats:
        """Where values stand."""
        return still.scaled(self.plot, scale, values)


def natural_height(heading: Heading, width: float, text_px: float, foot_texts: float) -> float:
    """The height of a card with a plot, its words above, and some text sizes below."""
    return _head(text_px) + heading.more_px(width, text_px) + PLOT_PX + (2 + foot_texts) * text_px


def card(heading: Heading, width: float, height: float, text_px: float, foot_texts: float) -> Card:
    """Place the plot; it takes what the words leave. `foot_texts` is the room under it, in text sizes."""
    space = Spacing(text_px)
    box = Box(0, 0, width, max(height, natural_height(heading, width, text_px, foot_texts)))
    top = _head(text_px) + heading.more_px(width, text_px)
    plot = Box(space.pad + space.tick_room, top, width - space.pad, box.bottom - foot_texts * text_px)
    return Card(width, height, text_px, box, plot, heading.lines(width, text_px))


def begin(figure: Figure, tokens: ThemeTokens, margin_px: float) -> tuple[Axes, float, float]:
    """An empty Axes in logical pixels over the whole figure, and its width and height inside the margin."""
    width, height = (float(inches) * 72 - 2 * margin_px for inches in figure.get_size_inches())
    figure.clear()
    figure.set_facecolor(tokens.paper)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(-margin_px, width + margin_px), ylim=(height + margin_px, -margin_px), autoscale_on=False)
    return axes, width, height


def draw_frame(axes: Axes, made: Card, right: str, scale: Scale, tokens: ThemeTokens) -> None:
    """The card, its label and what stands right of it, the end words, rules and numbers at the axis."""
    space, box = made.space, made.box
    still.draw_card(axes, box, tokens)
    left, baseline = box.left + space.pad, box.top + space.pad + space.label_px * 0.72
    still.write(axes, box.right - space.pad, baseline, right, tokens.soft, space.small_px, REGULAR, "right")
    for number, line in enumerate(made.lines):
        y = baseline + number * LINE_LABELS * space.label_px
        still.write(axes, left, y, line, tokens.ink, space.label_px, SEMIBOLD)
    under = " · ".join(part for part in (words.heading(scale.better), words.ends(scale)) if part)
    room = box.right - box.left - 2 * space.pad
    still.write(axes, left, y + space.label_px * 1.4, shortened(under, space.small_px, REGULAR, room),
                tokens.soft, space.small_px)  # fmt: skip
    _axis(axes, made, scale, tokens)


def _axis(axes: Axes, made: Card, scale: Scale, tokens: ThemeTokens) -> None:
    place: Place[Panel] = Place(Panel("", "", scale, (), (), (), ()), made.box, made.plot, stacked=False)
    layout: Layout[Panel] = Layout(made.width, made.height, made.text_px, (place,), ())
    still.draw_axis(axes, layout, tokens)


def _head(text_px: float) -> float:
    """Label, end words, and the room for a mark's label."""
    space = Spacing(text_px)
    return float(space.header_room(stacked=True) + space.mark_room)


def broken(xs: Floats, ys: Floats, widest: float) -> tuple[Floats, Floats]:
    """A line with a break wherever the next point is further on than `widest`."""
    gaps = np.flatnonzero(np.diff(xs) > widest)
    return np.insert(xs, gaps + 1, np.nan), np.insert(ys, gaps + 1, np.nan)
