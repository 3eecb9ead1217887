"""Where the small charts stand on the picture, in logical pixels from its top left corner.

Panels stand in cards, in one or two columns, grouped by direction under a heading each. Nothing
here knows matplotlib.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from journal.charts.typeface import REGULAR, SEMIBOLD, text_width
from journal.model.items import Better
from journal.model.series import DoseLane, Panel, WeekPanel
from journal.texts import trends as words

P = TypeVar("P", Panel, WeekPanel)

Groups = tuple[tuple[Better, tuple[P, ...]], ...]
"""Panels by direction, in the order they are shown."""

COLUMN_NEEDED = 22.0
"""Two columns stand side by side when each has this many times the text size."""

SPARE_SINGLE, SPARE_MANY = 12, 6
"""How many text sizes a plot may grow beyond its natural height."""


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
class Place(Generic[P]):
    """One panel's card and the plot in it, the days written below the plot."""

    panel: P
    card: Box
    plot: Box
    stacked: bool
    """The numbers stand below the label, for want of room beside it."""

    ends: str = ""
    """The end words, where the heading does not have them for the whole group."""

    keys: tuple[tuple[float, float], ...] = ()
    """Where the words of each kind of symbol begin (their baselines), in a panel that has several."""

    said: tuple[str, ...] = ()
    """Rows of words between the label and the plot."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a group: the direction, and the end words if its panels share them."""

    text: str
    ends: str
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class LanePlace:
    """A medicine's lane: its label stands on `baseline`, over the plot."""

    lane: DoseLane
    baseline: float
    plot: Box


@dataclass(frozen=True, slots=True)
class Layout(Generic[P]):
    """The whole picture. `text_px` is the body size everything is measured in.

    `lanes` stand in the card `doses`, where there are any; `mark_room` is kept over each plot for
    the labels of marks.
    """

    width: float
    height: float
    text_px: float
    places: tuple[Place[P], ...]
    headings: tuple[Heading, ...]
    doses: Box | None = None
    lanes: tuple[LanePlace, ...] = ()
    mark_room: float = 0.0


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
    def said_px(self) -> float:
        """A row of words over a plot."""
        return round(self.text_px * 1.3)

    @property
    def date_room(self) -> float:
        """Below a plot that has its days written."""
        return round(self.text_px * 1.6)

    @property
    def mark_room(self) -> float:
        """Over a plot whose marks have labels."""
        return round(self.text_px * 1.45)

    @property
    def heading_room(self) -> float:
        """Over the cards of a group."""
        return round(self.text_px * 2.3)

    def header_room(self, *, stacked: bool) -> float:
        """The label, and the numbers beside or below it."""
        return round(self.text_px * (3.7 if stacked else 2.3))


def columns(count: int, width: float, text_px: float) -> int:
    """How many panels stand side by side."""
    return 2 if count > 1 and width >= 2 * COLUMN_NEEDED * text_px else 1


class Arrangement(Generic[P]):
    """Places groups from top to bottom.

    `header` gives the texts that may stand beside a panel's label; where one does not fit, they stand
    below it. `plot_px` is the natural height of a plot, `mark_room` is kept over it.
    """

    def __init__(
        self,
        groups: Groups[P],
        width: float,
        text_px: float,
        header: Callable[[P], Sequence[str]],
        plot_px: float,
        mark_room: float = 0.0,
    ) -> None:
        self.groups: Groups[P] = groups
        self.width, self.text_px, self.plot_px, self.mark_room = width, text_px, plot_px, mark_room
        self.space = Spacing(text_px)
        self.columns = columns(max((len(panels) for _, panels in groups), default=0), width, text_px)
        self.rows = sum(-(-len(panels) // self.columns) for _, panels in groups)
        self.card_width = (width - self.space.gap * (self.columns - 1)) / self.columns
        self.stacked = any(self._too_wide(panel, header(panel)) for _, panels in groups for panel in panels)

    @property
    def natural_height(self) -> float:
        """The height at which every panel has room."""
        return self._arranged(0).height

    def filling(self, height: float) -> Layout[P]:
        """Every panel placed; room beyond the natural height goes to the plots, evenly and bounded."""
        spare = max(0.0, height - self.natural_height) / max(1, self.rows)
        most = self.text_px * (SPARE_SINGLE if self.rows == 1 else SPARE_MANY)
        return self._arranged(min(spare, most))

    def _too_wide(self, panel: P, header: Sequence[str]) -> bool:
        beside = max((text_width(text, self.space.small_px, REGULAR) for text in header), default=0.0)
        label = text_width(panel.label, self.space.label_px, SEMIBOLD)
        return label + beside + self.space.pad * 3 > self.card_width

    def _arranged(self, extra: float) -> Layout[P]:
        places: list[Place[P]] = []
        headings: list[Heading] = []
        top = 0.0
        for better, panels in self.groups:
            headings.append(self._heading(better, panels, top))
            top = self._group(panels, top + self.space.heading_room, extra, places) + self.space.gap * 0.6
        height = max(top, 1.0)
        return Layout(self.width, height, self.text_px, tuple(places), tuple(headings), mark_room=self.mark_room)

    def _heading(self, better: Better, panels: tuple[P, ...], top: float) -> Heading:
        shared = {words.ends(panel.scale) for panel in panels}
        ends = shared.pop() if len(shared) == 1 else ""
        return Heading(words.heading(better), ends, 0, self.width, top + self.space.heading_room * 0.62)

    def _group(self, panels: tuple[P, ...], top: float, extra: float, places: list[Place[P]]) -> float:
        own_ends = len({words.ends(panel.scale) for panel in panels}) > 1
        for start in range(0, len(panels), self.columns):
            row = panels[start : start + self.columns]
            said = max(len(self._said(panel)) for panel in row) * self.space.said_px
            for column, panel in enumerate(row):
                places.append(self._place(panel, column, top, said, extra, own_ends=own_ends))
            top += self._row_height(said, extra) + self.space.gap
        return top

    def _said(self, panel: P) -> tuple[str, ...]:  # noqa: ARG002
        """The rows of words over a plot; most panels have none."""
        return ()

    def _row_height(self, said: float, extra: float) -> float:
        return self._header_room + said + self.plot_px + extra + self.space.date_room

    @property
    def _header_room(self) -> float:
        return self.space.header_room(stacked=self.stacked) + self.mark_room

    def _place(self, panel: P, column: int, top: float, said: float, extra: float, *, own_ends: bool) -> Place[P]:
        left = column * (self.card_width + self.space.gap)
        plot_top = top + self._header_room + said
        plot = Box(
            left + self.space.pad + self.space.tick_room,
            plot_top,
            left + self.card_width - self.space.pad,
            plot_top + self.plot_px + extra,
        )
        card = Box(left, top, left + self.card_width, top + self._row_height(said, extra))
        ends = words.ends(panel.scale) if own_ends else ""
        return Place(panel, card, plot, self.stacked, ends, said=self._said(panel))
