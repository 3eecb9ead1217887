"""The days written under the plots, and a faint rule through the plots at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from journal.charts.courses import NOTHING, Points
from journal.charts.layout import Box, Layout, Spacing
from journal.charts.lettering import Lettering, Style, letter
from journal.charts.time_ticks import Tick, time_ticks
from journal.charts.typeface import REGULAR, text_width
from journal.host.themes import ThemeTokens
from journal.model.series import Panel

TICK_EVERY = 6.2
"""One day is written for about this many text sizes of width."""

BELOW_TEXTS = 1.15
"""How far below a plot its days are written."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Plots over one another that share their days, which are written below the last of them."""

    plots: tuple[Box, ...]
    card: Box


def axes_of(layout: Layout[Panel]) -> list[Axis]:
    """One for each panel, and one for the lanes together."""
    found = [Axis((place.plot,), place.card) for place in layout.places]
    if layout.doses is not None:
        found.append(Axis(tuple(place.plot for place in layout.lanes), layout.doses))
    return found


def uprights(plots: Sequence[Box], days: Sequence[float], first: float, last: float) -> Points:
    """A line from top to bottom of every plot at each of the days that are shown."""
    shown = np.array([day for day in days if first <= day <= last], dtype=float)
    xs = [p.left + (shown - first) * ((p.right - p.left) / (last - first)) for p in plots]
    ys = [np.tile((p.top, p.bottom, np.nan), len(shown)) for p in plots]
    return np.concatenate([np.repeat(x, 3) for x in xs] or [shown]), np.concatenate(ys or [shown])


class DateTicks:
    """All rules as one line, and a text for each day written."""

    def __init__(self, axes: Axes, layout: Layout[Panel], tokens: ThemeTokens) -> None:
        self._axes, self._text_px = axes, layout.text_px
        self._rows = axes_of(layout)
        self._style = Style(tokens.soft, Spacing(layout.text_px).small_px, align="center")
        (self.rules,) = axes.plot([], [], color=tokens.grid, lw=1, zorder=2.2, snap=True)
        self._texts: list[Lettering] = []
        self._animated = False

    @property
    def artists(self) -> list[Artist]:
        """The texts that are written."""
        return [text for text in self._texts if text.get_text()]

    def animate(self, on: bool) -> None:
        """Whether texts made from now on are kept out of full draws."""
        self._animated = on

    def show(self, first: float, last: float) -> None:
        """Write the days of a view."""
        known: dict[int, tuple[Tick, ...]] = {}
        rules: list[Points] = []
        number = 0
        for row in self._rows:
            plot = row.plots[-1]
            room = int((plot.right - plot.left) / (TICK_EVERY * self._text_px))
            if room not in known:
                known[room] = time_ticks(first, last, room)
            ticks = known[room]
            rules.append(uprights(row.plots, [tick.day for tick in ticks], first, last))
            for tick in ticks:
                self._write(self._text(number), row, tick, first, last)
                number += 1
        for unused in self._texts[number:]:
            unused.set_text("")
        xs, ys = zip(*rules, strict=True) if rules else ((), ())
        self.rules.set_data(np.concatenate((*xs, NOTHING[0])), np.concatenate((*ys, NOTHING[1])))

    def _write(self, text: Lettering, row: Axis, tick: Tick, first: float, last: float) -> None:
        """Write a day below its rule, but never beyond the card."""
        plot = row.plots[-1]
        x = plot.left + (tick.day - first) * (plot.right - plot.left) / (last - first)
        half = text_width(tick.text, self._style.size_px, REGULAR) / 2
        x = min(max(x, row.card.left + half + 2), row.card.right - half - 2)
        text.set_position((x, plot.bottom + self._text_px * BELOW_TEXTS))
        text.set_text(tick.text)

    def _text(self, number: int) -> Lettering:
        if number == len(self._texts):
            made = letter(self._axes, 0, 0, "", self._style, whole=True)
            made.set_animated(self._animated)
            self._texts.append(made)
        return self._texts[number]
