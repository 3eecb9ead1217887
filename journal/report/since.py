"""The panel of ratings by days since a session: faint lines, median, quartiles, and the number behind them."""

from __future__ import annotations

from typing import Any

from journal.model.since_session import DAYS_AFTER, DAYS_BEFORE, SincePoint, Unit
from journal.report.course import axis
from journal.report.curves import fraction
from journal.report.text_safety import one_line
from journal.report.treatment_data import ReportSince
from journal.report.wording import ReportWords
from journal.texts import since_sessions
from journal.texts.translation import _, ngettext

TICK_DAYS = 7


def since_panel(told: ReportSince | None, words: ReportWords) -> dict[str, Any] | None:
    """The panel, or None where there is nothing to draw."""
    if told is None or told.found.empty:
        return None
    low, high = told.minimum, told.maximum
    summed = [point for point in told.found.points if point.median is not None]
    return {
        "title": since_sessions.title(one_line(told.label), one_line(told.sessions), Unit.DAYS),
        "notes": list(since_sessions.notes(told.found, words.locale)),
        "axis": axis(low, high, *told.words, words),
        "lines": [_runs(line.xs, line.values, low, high) for line in told.found.lines],
        "median": _runs([p.x for p in summed], [p.median or 0.0 for p in summed], low, high),
        "band": _band(summed, low, high),
        "ticks": [{"x": _x(day), "text": words.number(day)} for day in range(-DAYS_BEFORE, DAYS_AFTER + 1, TICK_DAYS)],
        "counts": [{"x": _x(p.x), "text": str(p.n_sessions)} for p in told.found.points],
        "zero": _x(0),
        "days_word": _("days since the session"),
        "n_word": _("sessions with a rating"),
        "key": {
            "line": _("one session"),
            "median": _("median of the sessions"),
            "band": _("middle half of the sessions"),
        },
        "alt": alt(told, words),
    }


def alt(told: ReportSince, words: ReportWords) -> str:
    """What the panel shows, in sentences with numbers."""
    first = _("Chart of {item} by days since a session of {sessions}, {n}.").format(
        item=one_line(told.label),
        sessions=one_line(told.sessions),
        n=ngettext("{n} session", "{n} sessions", told.found.n_sessions).format(n=words.number(told.found.n_sessions)),
    )
    points = [
        ngettext(
            "Day {day}: median {median} of {n} session", "Day {day}: median {median} of {n} sessions", point.n_sessions
        ).format(day=words.number(point.x), median=words.fixed(point.median), n=point.n_sessions)
        for point in told.found.points
        if point.median is not None and (point.x in since_sessions.TOLD_DAYS or point.x == -1)
    ]
    return " ".join(
        [first, *([f"{'; '.join(points)}."] if points else []), *since_sessions.notes(told.found, words.locale)]
    )


def _runs(xs: Any, values: Any, low: float, high: float) -> list[list[list[float]]]:
    """Stretches of days that follow each other, as points."""
    runs: list[list[list[float]]] = []
    last: float | None = None
    for x, value in zip(xs, values, strict=True):
        if last is None or x != last + 1:
            runs.append([])
        runs[-1].append([_x(x), round(fraction(value, low, high), 5)])
        last = x
    return runs


def _band(points: list[SincePoint], low: float, high: float) -> list[list[list[float]]]:
    lower = _runs([p.x for p in points], [p.q1 or 0.0 for p in points], low, high)
    upper = _runs([p.x for p in points], [p.q3 or 0.0 for p in points], low, high)
    return [[[x, y, top] for (x, y), (_x2, top) in zip(*pair, strict=True)] for pair in zip(lower, upper, strict=True)]


def _x(day: float) -> float:
    """Where a day stands on the axis, from 0 to 1."""
    return round((day + DAYS_BEFORE + 0.5) / (DAYS_BEFORE + DAYS_AFTER + 1), 5)
