"""The panel of a questionnaire's totals: single points on the whole range of the scale, without a 7-day line."""

from __future__ import annotations

from journal.model.items import Kind
from journal.model.panels import round_top
from journal.model.score_series import ScoreSeries
from journal.model.series import Panel, Scale

SCORE_PREFIX = "score:"
"""Before the key of a series where items can be meant too. No item's key has a colon."""


def score_key(series: ScoreSeries) -> str:
    """The key under which the totals of a scale are chosen for the charts."""
    return f"{SCORE_PREFIX}{series.key}"


def is_score_key(key: str) -> bool:
    """Whether a chosen key is that of a questionnaire's totals."""
    return key.startswith(SCORE_PREFIX)


def score_scale(series: ScoreSeries) -> Scale:
    """The axis: the whole range of the scale, or from 0 to a round number where its range is not known."""
    values = [point.value for point in series.points]
    high = round_top(max(1.0, *values)) if series.high is None else series.high
    low = -round_top(-min(values)) if values and min(values) < 0 else series.low
    return Scale(Kind.SCALE, series.better, low, high, 1.0)


def score_panel(series: ScoreSeries, label: str) -> Panel:
    """The panel of a scale. Of several totals on a day its value is the last; all of them are drawn."""
    totals = {point.day.toordinal(): point.value for point in sorted(series.points, key=lambda point: point.at_ms)}
    days = tuple(sorted(totals))
    values = tuple(totals[day] for day in days)
    return Panel(score_key(series), label, score_scale(series), days, values, (), (), scores=series)
