"""The usual doses as steps, one lane a medicine, with the amounts written where a step begins.

A lane begins at 0: a dose of 0 is a line on its foot. Before the start and after the stop there is
no line.
"""

from __future__ import annotations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from journal.charts import still
from journal.charts.courses import NOTHING, Points
from journal.charts.layout import Box, LanePlace, Layout, Spacing
from journal.charts.lettering import Lettering, Style, letter
from journal.charts.treatment_layout import LANES
from journal.charts.typeface import REGULAR, SEMIBOLD, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.model.series import Panel, TrendsData
from journal.texts import marks as words
from journal.texts.trends import plain

TOP_TEXTS = 1.15
"""Kept over the highest step for its amount, in text sizes."""

OVER_TEXTS = 0.3
"""How far over its step an amount stands."""

HALF_DAY = 0.5
"""A step begins and ends with its days, whose middle is their number."""


class Lanes:
    """The steps of all lanes as one line, and their amounts."""

    def __init__(self, axes: Axes, data: TrendsData, layout: Layout[Panel], tokens: ThemeTokens) -> None:
        self._axes, self._layout = axes, layout
        self._style = Style(tokens.ink, Spacing(layout.text_px).small_px, ground=tokens.card)
        self._amounts: list[Lettering] = []
        self._animated = False
        weight = 2.0 * (0.5 + layout.text_px / 28)
        (self._steps,) = axes.plot([], [], color=tokens.accent, lw=weight, zorder=4, solid_joinstyle="miter")
        if layout.doses is not None:
            self._draw_still(layout.doses, data, tokens)

    @property
    def artists(self) -> list[Artist]:
        """What moves with the view, from the back to the front."""
        return [self._steps, *(amount for amount in self._amounts if amount.get_text())]

    def animate(self, on: bool) -> None:
        """Whether amounts made from now on are kept out of full draws."""
        self._animated = on

    def show(self, first: float, last: float) -> None:
        """Stand on the days of a view."""
        places = self._layout.lanes
        parts = [_steps(place, self._layout.text_px, first, last) for place in places]
        xs, ys = zip(*parts, strict=True) if parts else ((), ())
        self._steps.set_data(np.concatenate((*xs, NOTHING[0])), np.concatenate((*ys, NOTHING[1])))
        number = 0
        for place in places:
            for x, y, text in self._written(place, first, last):
                amount = self._amount(number)
                amount.set_text(text)
                amount.set_position((x, y))
                number += 1
        for unused in self._amounts[number:]:
            unused.set_text("")

    def _written(self, place: LanePlace, first: float, last: float) -> list[tuple[float, float, str]]:
        """The amounts that have room from their step's beginning to the next amount written."""
        lane, plot, text_px = place.lane, place.plot, self._layout.text_px
        found: list[tuple[float, float, str]] = []
        taken = plot.left
        for begin, end, amount in zip(lane.firsts, lane.lasts, lane.amounts, strict=True):
            if end + HALF_DAY <= first or begin - HALF_DAY >= last:
                continue
            text = plain(amount)
            wide = text_width(text, self._style.size_px, REGULAR)
            x = max(plot.left, _x(place, begin - HALF_DAY, first, last)) + 0.35 * text_px
            if x >= taken and x + wide <= plot.right + Spacing(text_px).pad:
                found.append((x, _y(place, amount, text_px) - OVER_TEXTS * text_px, text))
                taken = x + wide + 0.5 * text_px
        return found

    def _amount(self, number: int) -> Lettering:
        if number == len(self._amounts):
            made = letter(self._axes, 0, 0, "", self._style, whole=True)
            made.set_animated(self._animated)
            self._amounts.append(made)
        return self._amounts[number]

    def _draw_still(self, card: Box, data: TrendsData, tokens: ThemeTokens) -> None:
        """The card, the labels of the lanes, and a rule at the foot of each."""
        layout, space = self._layout, Spacing(self._layout.text_px)
        still.draw_card(self._axes, card, tokens)
        left, room = card.left + space.pad, card.right - card.left - 2 * space.pad
        still.write(
            self._axes, left, card.top + space.pad + space.label_px * 0.72, words.doses_label(), tokens.ink,
            space.label_px, SEMIBOLD,
        )  # fmt: skip
        for place in layout.lanes:
            text = shortened(words.lane_label(place.lane), space.small_px, REGULAR, room)
            still.write(self._axes, left, place.baseline, text, tokens.soft, space.small_px)
        feet: list[float] = [y for place in layout.lanes for y in (place.plot.bottom, place.plot.bottom, np.nan)]
        sides: list[float] = [x for place in layout.lanes for x in (place.plot.left, place.plot.right, np.nan)]
        self._axes.plot(sides, feet, color=tokens.grid, lw=1, zorder=2.1, snap=True, gid=still.STILL)
        more = data.doses[LANES:]
        if more:
            text = shortened(words.also(more), space.small_px, REGULAR, room)
            still.write(self._axes, left, card.bottom - space.pad * 0.7, text, tokens.soft, space.small_px)


def _x(place: LanePlace, day: float, first: float, last: float) -> float:
    plot = place.plot
    return plot.left + (day - first) * (plot.right - plot.left) / (last - first)


def _y(place: LanePlace, amount: float, text_px: float) -> float:
    """Where an amount stands; 0 on the foot, the highest of the lane with room for its words."""
    plot, highest = place.plot, max(place.lane.amounts)
    room = plot.bottom - plot.top - TOP_TEXTS * text_px
    return plot.bottom - (amount / highest * room if highest > 0 else 0.0)


def _steps(place: LanePlace, text_px: float, first: float, last: float) -> Points:
    """The steps in a view; a break where a day lies between two of them."""
    lane = place.lane
    xs: list[float] = []
    ys: list[float] = []
    before: int | None = None
    for begin, end, amount in zip(lane.firsts, lane.lasts, lane.amounts, strict=True):
        left, right = max(begin - HALF_DAY, first), min(end + HALF_DAY, last)
        if left >= right:
            continue
        if before is not None and begin - before > 1:
            xs.append(np.nan)
            ys.append(np.nan)
        y = _y(place, amount, text_px)
        xs += [_x(place, left, first, last), _x(place, right, first, last)]
        ys += [y, y]
        before = end
    return np.array([*xs, np.nan]), np.array([*ys, np.nan])
