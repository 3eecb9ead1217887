"""Where the small charts stand on the picture, in logical pixels from its top left corner.

Panels stand in cards, in one or two columns, grouped by direction under a heading each. Nothing
here knows matplotlib.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journal.model.items import Better
from journal.model.series import Panel, TrendsData
from journal.texts import trends as words

COLUMN_NEEDED = 26.0
"""Two columns stand side by side when each has this many times the text size."""

Measure = Callable[[str, float, int], float]
"""The width of a text in pixels, by text, size and weight."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `top` is above `bottom`, both counted downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """One panel's card and the plot in it. `dated` when the days are written below it."""

    panel: Panel
    card: Box
    plot: Box
    dated: bool
    stacked: bool
    """The numbers stand below the label, for want of room beside it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a group: the direction, and the end words if its panels share them."""

    text: str
    ends: str
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture. `text_px` is the body size everything is measured in."""

    width: float
    height: float
    text_px: float
    places: tuple[Place, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Spacing:
    """The measures of a picture, from its text size."""

    text_px: float

    @property
    def label_px(self) -> float:
        """A panel's label."""
        return self.text_px

    @property
    def small_px(self) -> float:
        """Numbers, ticks and notes."""
        return round(self.text_px * 0.86, 1)

    @property
    def gap(self) -> float:
        """Between cards."""
        return round(self.text_px * 0.85)

    @property
    def pad(self) -> float:
        """Inside a card, at its left and right."""
        return round(self.text_px * 1.0)

    @property
    def tick_room(self) -> float:
        """Left of a plot, for the numbers at the axis."""
        return round(self.text_px * 1.9)

    @property
    def date_room(self) -> float:
        """Below a plot that has its days written."""
        return round(self.text_px * 1.6)

    @property
    def heading_room(self) -> float:
        """Over the cards of a group."""
        return round(self.text_px * 2.3)

    def header_room(self, *, stacked: bool) -> float:
        """The label, and the numbers beside or below it."""
        return round(self.text_px * (3.7 if stacked else 2.3))

    def plot_height(self, *, single: bool) -> float:
        """A plot in its natural height; it grows less than the text."""
        return round((190 if single else 86) + self.text_px * 2)


def columns(count: int, width: float, text_px: float) -> int:
    """How many panels stand side by side."""
    return 2 if count > 1 and width >= 2 * COLUMN_NEEDED * text_px else 1


def natural_height(data: TrendsData, width: float, text_px: float, measure: Measure) -> float:
    """The height at which every panel has room."""
    return _Arranging(data, width, text_px, measure).arranged(0).height


def arrange(data: TrendsData, width: float, height: float, text_px: float, measure: Measure) -> Layout:
    """Place every panel; room beyond the natural height goes to the plots, evenly."""
    arranging = _Arranging(data, width, text_px, measure)
    spare = max(0.0, height - arranging.arranged(0).height)
    return arranging.arranged(min(spare / max(1, arranging.rows), arranging.tallest))


class _Arranging:
    """Places groups from top to bottom."""

    def __init__(self, data: TrendsData, width: float, text_px: float, measure: Measure) -> None:
        self.width, self.text_px, self._measure = width, text_px, measure
        self.space = Spacing(text_px)
        self.groups = data.grouped()
        self.columns = columns(max((len(panels) for _, panels in self.groups), default=0), width, text_px)
        self.rows = sum(-(-len(panels) // self.columns) for _, panels in self.groups)
        self.single = len(data.panels) == 1
        self.tallest = text_px * (12 if self.single else 6)
        self.card_width = (width - self.space.gap * (self.columns - 1)) / self.columns
        self.stacked = any(self._too_wide(panel, data) for panel in data.panels)

    def _too_wide(self, panel: Panel, data: TrendsData) -> bool:
        first, last = data.period.first.toordinal(), data.period.last.toordinal()
        numbers = max(
            self._measure(text, self.space.small_px, 400)
            for text in (words.numbers_line(panel, data, first, last), words.reading(panel, last))
        )
        label = self._measure(panel.label, self.space.label_px, 600)
        return label + numbers + self.space.pad * 3 > self.card_width

    def arranged(self, extra: float) -> Layout:
        """The layout with `extra` pixels more for every plot."""
        places: list[Place] = []
        headings: list[Heading] = []
        top = 0.0
        for better, panels in self.groups:
            headings.append(self._heading(better, panels, top))
            top = self._group(panels, top + self.space.heading_room, extra, places) + self.space.gap * 0.6
        return Layout(self.width, max(top, 1.0), self.text_px, tuple(places), tuple(headings))

    def _heading(self, better: Better, panels: tuple[Panel, ...], top: float) -> Heading:
        shared = {words.ends(panel.scale) for panel in panels}
        ends = shared.pop() if len(shared) == 1 else ""
        return Heading(words.heading(better), ends, 0, self.width, top + self.space.heading_room * 0.62)

    def _group(self, panels: tuple[Panel, ...], top: float, extra: float, places: list[Place]) -> float:
        count, side = len(panels), self.columns
        for start in range(0, count, side):
            # The days are written in the lowest row, and above an empty corner of it.
            dated = start + side >= count or start + 2 * side > count
            for column, panel in enumerate(panels[start : start + side]):
                places.append(self._place(panel, column, top, extra, dated=dated))
            top += self._row_height(extra, dated=dated) + self.space.gap
        return top

    def _row_height(self, extra: float, *, dated: bool) -> float:
        header = self.space.header_room(stacked=self.stacked)
        below = self.space.date_room if dated else self.space.pad
        return header + self.space.plot_height(single=self.single) + extra + below

    def _place(self, panel: Panel, column: int, top: float, extra: float, *, dated: bool) -> Place:
        left = column * (self.card_width + self.space.gap)
        plot_top = top + self.space.header_room(stacked=self.stacked)
        plot = Box(
            left + self.space.pad + self.space.tick_room,
            plot_top,
            left + self.card_width - self.space.pad,
            plot_top + self.space.plot_height(single=self.single) + extra,
        )
        card = Box(left, top, left + self.card_width, top + self._row_height(extra, dated=dated))
        return Place(panel, card, plot, dated, self.stacked)
