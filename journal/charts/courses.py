"""Where the dots, lines and bands of the panels come to stand for a view, as arrays of pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from journal.charts import still
from journal.charts.detail import WEEKLY_BEYOND_DAYS, Floats, Strands, daily, weekly
from journal.charts.layout import Place
from journal.model.series import Panel

Points = tuple[Floats, Floats]
"""Xs and ys; a NaN in y breaks a line."""

NOTHING: Points = (np.empty(0), np.empty(0))


class Course:
    """One panel in its place. `made` keeps its numbers at both levels of detail, for other places too."""

    def __init__(self, place: Place[Panel], made: dict[bool, Strands]) -> None:
        self.place = place
        self._made = made

    def strands(self, first: float, last: float) -> Strands:
        """The panel's numbers at the detail of a view."""
        by_weeks = last - first > WEEKLY_BEYOND_DAYS
        if by_weeks not in self._made:
            self._made[by_weeks] = (weekly if by_weeks else daily)(self.place.panel)
        return self._made[by_weeks]

    def x(self, days: Floats, first: float, last: float) -> Floats:
        """Where days stand."""
        plot = self.place.plot
        return plot.left + (days - first) * ((plot.right - plot.left) / (last - first))

    def dots(self, first: float, last: float) -> Points:
        """The days with a value."""
        days, values = self.strands(first, last).dots.between(first, last)
        return self.x(days, first, last), still.heights(self.place, values)

    def line(self, first: float, last: float) -> Points:
        """The 7-day line, going on to the borders."""
        days, values = self.strands(first, last).line.cut(first, last)
        return self.x(days, first, last), still.heights(self.place, values)

    def band(self, first: float, last: float) -> list[Floats]:
        """The outlines of the quartile band, one for each stretch without a gap."""
        strands = self.strands(first, last)
        if strands.low is None or strands.high is None:
            return []
        days, low = strands.low.cut(first, last)
        high = strands.high.cut(first, last)[1]
        breaks = np.flatnonzero(np.isnan(low))
        x, low, high = self.x(days, first, last), still.heights(self.place, low), still.heights(self.place, high)
        ends = zip((0, *(breaks + 1)), (*breaks, len(days)), strict=True)
        pieces = (slice(start, end) for start, end in ends if end - start > 1)
        return [np.column_stack((np.r_[x[p], x[p][::-1]], np.r_[low[p], high[p][::-1]])) for p in pieces]

    def point(self, day: int, first: float, last: float) -> tuple[float, float]:
        """Where the value of one day stands; its y is NaN where there is none."""
        value = self.place.panel.value_on(day)
        x = float(self.x(np.array([float(day)]), first, last)[0])
        return x, float("nan") if value is None else float(still.heights(self.place, np.array([value]))[0])


def joined(parts: Sequence[Points]) -> Points:
    """All parts as one broken line."""
    if not parts:
        return NOTHING
    gap = np.array([np.nan])
    xs = [piece for x, _ in parts for piece in (x, gap)]
    ys = [piece for _, y in parts for piece in (y, gap)]
    return np.concatenate(xs), np.concatenate(ys)
