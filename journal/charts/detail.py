"""A panel's numbers as arrays, at the detail a view needs, cut to the view.

Beyond 800 days a view shows weeks: a dot is the middle day of its week, and the line is taken at the
week's last day, where it is the mean of exactly that week. The newest week has its dot on the newest day, so that
what was logged since Sunday can be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journal.model.series import Panel

WEEKLY_BEYOND_DAYS = 800
WEEK = 7

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """Points in order of x; a NaN in y breaks the line, and its x lies between its neighbours."""

    x: Floats
    y: Floats

    def between(self, first: float, last: float) -> tuple[Floats, Floats]:
        """The points from `first` to `last`."""
        begin, end = np.searchsorted(self.x, (first, last + 1e-9))
        return self.x[begin:end], self.y[begin:end]

    def cut(self, first: float, last: float) -> tuple[Floats, Floats]:
        """The line from `first` to `last`, going on to both borders where it crosses them."""
        begin, end = np.searchsorted(self.x, (first, last + 1e-9))
        x, y = self.x[begin:end], self.y[begin:end]
        if 0 < begin < len(self.x):
            x, y = np.insert(x, 0, first), np.insert(y, 0, self._at(first, begin))
        if 0 < end < len(self.x):
            x, y = np.append(x, last), np.append(y, self._at(last, end))
        return x, y

    def _at(self, x: float, right: int) -> float:
        """The height of the line at a border left of the point `right`; NaN in a gap."""
        run = self.x[right] - self.x[right - 1]
        share = (x - self.x[right - 1]) / run if run else 0.0
        return float(self.y[right - 1] + (self.y[right] - self.y[right - 1]) * share)


@dataclass(frozen=True, slots=True, eq=False)
class Strands:
    """One panel at one detail; `low` and `high` only for the average symptom rating."""

    dots: Strand
    line: Strand
    low: Strand | None = None
    high: Strand | None = None


def daily(panel: Panel) -> Strands:
    """Every day."""
    days = np.asarray(panel.line_days, dtype=float)
    return _strands(panel, Strand(_floats(panel.days), _floats(panel.values)), np.arange(len(days)), days, 1.0)


def weekly(panel: Panel) -> Strands:
    """Each week from Monday to Sunday: its middle day as the dot, the line at its last day."""
    days = np.asarray(panel.line_days, dtype=float)
    kept = np.flatnonzero(days % WEEK == 0)  # ordinal 7 was a Sunday
    return _strands(panel, _weekly_dots(panel), kept, days, float(WEEK))


def _strands(panel: Panel, dots: Strand, kept: Any, days: Floats, step: float) -> Strands:
    def strand(values: tuple[float, ...]) -> Strand:
        return _broken(days[kept], _floats(values)[kept], step)

    line = strand(panel.line)
    return Strands(dots, line, strand(panel.low), strand(panel.high)) if panel.low else Strands(dots, line)


def _broken(x: Floats, y: Floats, step: float) -> Strand:
    """A strand with a NaN wherever the next point is more than one step on."""
    gaps = np.flatnonzero(np.diff(x) > step)
    return Strand(np.insert(x, gaps + 1, x[gaps] + step / 2), np.insert(y, gaps + 1, np.nan))


def _weekly_dots(panel: Panel) -> Strand:
    days, values = _floats(panel.days), _floats(panel.values)
    weeks = np.floor((days - 1) / WEEK)
    starts = np.flatnonzero(np.diff(weeks, prepend=-1.0))
    counts = np.diff(np.append(starts, len(days)))[: len(starts)]
    ordered = values[np.lexsort((values, weeks))]
    # A week's dot stands on its last day, as the line's point does; that of a week under way on the newest day.
    ends = np.minimum((weeks[starts] + 1) * WEEK, panel.days[-1] if panel.days else 0)
    return Strand(ends, ordered[starts + (counts - 1) // 2])


def _floats(values: tuple[float, ...] | tuple[int, ...]) -> Floats:
    return np.asarray(values, dtype=float)
