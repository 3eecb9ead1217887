"""Ratings by hours since a session, from 24 hours before to 72 after.

By clinical.md, section 2, momentary ratings and windows of 6 hours or less only. A momentary rating
stands at its time, a window at its middle, for a rating about the last four hours says most about
the middle of them. A window that began on the other side of a session is about both and is left out,
and counted. A line stops at the session before and at the next one.

Median and quartiles are over stretches of 6 hours, the longest window that takes part. Within one
stretch each session counts once, with the mean of its ratings.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journal.model.moments import Moment
from journal.model.quantiles import mean
from journal.model.since_session import (
    Missing,
    SinceLine,
    SincePoint,
    SinceSession,
    Unit,
    last_summarised,
    point_of,
)

HOURS_BEFORE = 24
HOURS_AFTER = 72
STRETCH_H = 6
HOUR_MS = 3_600_000


class SessionTime(NamedTuple):
    """A session by its id and its instant (UTC milliseconds); None where the time of day is not known."""

    session_id: str
    at_ms: int | None


def ratings_by_hour(
    sessions: Iterable[SessionTime], moments: Iterable[Moment], *, others: Iterable[int] = ()
) -> SinceSession:
    """Align ratings of the moment on sessions. `others` are instants that end a line and have none."""
    known = list(sessions)
    drawn = _by_instant(known)
    stops = sorted({*drawn, *others})
    placed = sorted((each.middle_ms, each.value, each.begun_ms, each.at_ms) for each in moments)
    lines: list[SinceLine] = []
    spanning: set[int] = set()
    without = 0
    for at_ms in sorted(drawn):
        low, high = _reach(at_ms, stops)
        places = range(bisect_left(placed, (low,)), bisect_right(placed, (high, math.inf)))
        spans = {place for place in places if _spans(*placed[place][2:], stops)}
        spanning |= spans
        found = [placed[place] for place in places if place not in spans]
        without += 0 if any(middle >= at_ms for middle, *_ in found) else len(drawn[at_ms])
        if found:
            xs = tuple((middle - at_ms) / HOUR_MS for middle, *_ in found)
            lines.append(SinceLine(drawn[at_ms][0], xs, tuple(value for _, value, *_ in found), len(drawn[at_ms])))
    points = _points(lines)
    untimed = sum(session.at_ms is None for session in known)
    missing = Missing(sessions=without, untimed=untimed, spanning=len(spanning))
    return SinceSession(Unit.HOURS, tuple(lines), points, len(known), _fewer_from(points), missing)


def stretch_of(hours: float) -> int:
    """The middle of the stretch of 6 hours in which a time since a session lies, in hours."""
    place = min(int(hours // STRETCH_H), HOURS_AFTER // STRETCH_H - 1)
    return place * STRETCH_H + STRETCH_H // 2


def _by_instant(sessions: Iterable[SessionTime]) -> dict[int, list[str]]:
    """The ids of the sessions of each instant; two of one instant share every rating and are one line."""
    found: dict[int, list[str]] = {}
    for session_id, at_ms in sorted(sessions, key=lambda session: session.session_id):
        if at_ms is not None:
            found.setdefault(at_ms, []).append(session_id)
    return found


def _reach(at_ms: int, stops: Sequence[int]) -> tuple[int, int]:
    """From when to when a session's line runs."""
    low, high = at_ms - HOURS_BEFORE * HOUR_MS, at_ms + HOURS_AFTER * HOUR_MS
    place = bisect_left(stops, at_ms)
    before = stops[place - 1] if place else low
    after = stops[place + 1] if place + 1 < len(stops) else high
    return max(low, before), min(high, after)


def _spans(begun_ms: int, ended_ms: int, stops: Sequence[int]) -> bool:
    """Whether a session lies within a window, which then is about both sides of it."""
    return bisect_right(stops, begun_ms) < bisect_left(stops, ended_ms)


def _points(lines: Iterable[SinceLine]) -> tuple[SincePoint, ...]:
    """One point a stretch of hours, with one value a session."""
    columns: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        own: defaultdict[int, list[float]] = defaultdict(list)
        for hours, value in zip(line.xs, line.values, strict=True):
            own[stretch_of(hours)].append(value)
        for x, values in own.items():
            columns[x].append(mean(values))
    return tuple(point_of(x, columns[x]) for x in sorted(columns))


def _fewer_from(points: Iterable[SincePoint]) -> int | None:
    """The hour at which the last stretch with 3 sessions ends."""
    last = last_summarised(points)
    return None if last is None else last + STRETCH_H // 2
