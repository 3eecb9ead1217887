"""Questionnaires' totals: points joined by a thin line, which breaks where a total is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from journal.charts import still
from journal.charts.courses import Points, joined
from journal.charts.layout import Place
from journal.charts.score_lines import LineLabels
from journal.host.themes import ThemeTokens
from journal.model.score_series import ScorePoint
from journal.model.series import Panel

LINE_PX, POINT_PX = 1.1, 7.0

LATER_THAT_DAY = 0.3
"""How much later, in days, each further total of a day stands."""


class Scores:
    """The points of all panels of totals as one artist, and their lines as one."""

    def __init__(self, axes: Axes, places: Sequence[Place[Panel]], tokens: ThemeTokens, text_px: float) -> None:
        self._courses = [ScoreCourse(place) for place in places]
        weight = 0.5 + text_px / 28
        (self._line,) = axes.plot([], [], color=tokens.accent, lw=LINE_PX * weight, zorder=3.1)
        (self._points,) = axes.plot([], [], ls="", marker="o", mec=tokens.card, mew=0.8, mfc=tokens.accent, zorder=3.2)
        self._points.set_markersize(POINT_PX * weight)
        self._labels = LineLabels(axes, places, tokens, text_px)

    @property
    def artists(self) -> list[Artist]:
        """What moves with the view."""
        return [*self._labels.artists, self._line, self._points]

    def show(self, first: float, last: float) -> None:
        """Stand on the days of a view."""
        lines = [course.line(first, last) for course in self._courses]
        self._labels.show(lines)
        self._line.set_data(*joined(lines))
        self._points.set_data(*joined([course.points(first, last) for course in self._courses]))


class ScoreCourse:
    """The totals of one panel in its place, as days and heights."""

    def __init__(self, place: Place[Panel]) -> None:
        self._place = place
        series = place.panel.scores
        runs = () if series is None else series.runs
        self._runs = [_placed(run, place) for run in runs if run]

    def points(self, first: float, last: float) -> Points:
        """The totals of the days shown."""
        days, heights = joined(self._runs)
        inside = (days >= first) & (days <= last)
        return self._x(days[inside], first, last), heights[inside]

    def line(self, first: float, last: float) -> Points:
        """The lines between totals, going on to the borders where they cross them."""
        return joined([self._cut(*run, first, last) for run in self._runs])

    def _cut(self, days: Any, heights: Any, first: float, last: float) -> Points:
        borders = [day for day in (first, last) if days[0] < day < days[-1]]
        inside = (days >= first) & (days <= last)
        at = np.concatenate((days[inside], borders))
        order = np.argsort(at, kind="stable")
        y = np.concatenate((heights[inside], np.interp(borders, days, heights)))
        return self._x(at[order], first, last), y[order]

    def _x(self, days: Any, first: float, last: float) -> Any:
        plot = self._place.plot
        return plot.left + (days - first) * ((plot.right - plot.left) / (last - first))


def nearest_filled(panel: Panel, day: int, within_days: float) -> int:
    """The nearest day on which a questionnaire was filled in, if it is so near; else the day itself."""
    near = [each for each in filled_days(panel) if abs(each - day) <= within_days]
    return min(near, key=lambda each: abs(each - day), default=day)


def filled_days(panel: Panel) -> list[int]:
    """The days of a panel of totals on which it was filled in, with and without a total, in order."""
    if panel.scores is None:
        return []
    days = [point.day for point in panel.scores.points] + [each.day for each in panel.scores.withheld]
    return sorted({day.toordinal() for day in days})


def _placed(run: Sequence[ScorePoint], place: Place[Panel]) -> Points:
    seen: dict[int, int] = {}
    days = []
    for point in run:
        day = point.day.toordinal()
        days.append(day + min(seen.get(day, 0) * LATER_THAT_DAY, 0.9))
        seen[day] = seen.get(day, 0) + 1
    order = np.argsort(days, kind="stable")
    values = np.array([point.value for point in run])
    return np.array(days)[order], still.heights(place, values[order])
