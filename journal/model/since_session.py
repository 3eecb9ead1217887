"""Ratings by days since a session, and by hours: each session a line, and quartiles over them.

By clinical.md, section 2: a line runs from the previous session (at most 14 days before) to the next
(at most 28 after), both ends included; median and quartiles only at points with 3 or more sessions.

A session's own day is day 0, days before it are negative. A day between two sessions stands in two
lines: after the earlier one and before the later one. Sessions of one day are one line, for they
share every rating, and would else be counted twice. Nothing is filled in: a day without a rating has
no place in a line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.model.quantiles import quartiles

DAYS_BEFORE = 14
DAYS_AFTER = 28
NEEDED_SESSIONS = 3
"""Sessions that a point needs before it has a median and quartiles."""

FIRST_ORDINAL, LAST_ORDINAL = date.min.toordinal(), date.max.toordinal()


class Unit(StrEnum):
    """What a line is counted in."""

    DAYS = "days"
    HOURS = "hours"


class SessionDay(NamedTuple):
    """A session by its id and its day (an ordinal)."""

    session_id: str
    day: int


class SinceLine(NamedTuple):
    """One session: `values` at `xs`, days or hours since it (negative before), in order.

    `shared` is how many sessions stand for it: more than one where several were on one day.
    """

    session_id: str
    xs: Sequence[float]
    values: Sequence[float]
    shared: int = 1


@dataclass(frozen=True, slots=True)
class SincePoint:
    """A day (or the middle of a stretch of hours) with how many sessions have a rating there.

    Median and quartiles are None under 3 sessions.
    """

    x: int
    n_sessions: int
    median: float | None = None
    q1: float | None = None
    q3: float | None = None

    def as_json(self) -> dict[str, object]:
        """The point as `summary --json` gives it."""
        return {"day": self.x, "n_sessions": self.n_sessions, "median": self.median, "q1": self.q1, "q3": self.q3}


@dataclass(frozen=True, slots=True)
class Missing:
    """What the lines lack.

    `sessions` without any rating from the session on; by days, `days` of the lines without a rating,
    each counted once; by hours, `untimed` sessions whose time of day is not known, and `spanning`
    ratings about a time that lies on both sides of a session.
    """

    sessions: int = 0
    days: int = 0
    untimed: int = 0
    spanning: int = 0


@dataclass(frozen=True, slots=True)
class SinceSession:
    """Ratings since a session.

    `n_sessions` counts every session that was asked about, `lines` hold those with a rating.
    `points` are in order, each with a rating of one session at least. `fewer_from` is the day (or
    hour) from which on there are fewer than 3 sessions; None where no point from 0 on has 3.
    """

    unit: Unit
    lines: tuple[SinceLine, ...] = ()
    points: tuple[SincePoint, ...] = ()
    n_sessions: int = 0
    fewer_from: int | None = None
    missing: Missing = field(default_factory=Missing)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.lines

    @property
    def summarised(self) -> bool:
        """Whether any point has a median."""
        return any(point.median is not None for point in self.points)


def ratings_by_day(
    sessions: Iterable[SessionDay],
    days: Sequence[int],
    values: Sequence[float],
    *,
    others: Iterable[int] = (),
    first: int = FIRST_ORDINAL,
    last: int = LAST_ORDINAL,
) -> SinceSession:
    """Align day values on sessions.

    `days` are ordinals in rising order and belong to `values`, as in a panel of the charts. `others`
    are days of further sessions that end a line and have none themselves. `first` and `last` are the
    days between which there can be a value (the first entry, today); others are not missing.
    """
    drawn = _by_day(sessions)
    starts = sorted(drawn)
    stops = sorted({*starts, *others})
    lines: list[SinceLine] = []
    columns: list[list[float]] = [[] for _ in range(DAYS_BEFORE + DAYS_AFTER + 1)]
    reaches: list[tuple[int, int]] = []
    without = 0
    for day in starts:
        begin, end = _reach(day, stops)
        reaches.append((begin, end))
        low, high = bisect_left(days, begin), bisect_right(days, end)
        without += 0 if bisect_left(days, day, low, high) < high else len(drawn[day])
        if low == high:
            continue
        at, found = days[low:high], values[low:high]
        lines.append(SinceLine(drawn[day][0], _since(at, day), found, len(drawn[day])))
        _collect(columns, at, found, DAYS_BEFORE - day)
    points = tuple(point_of(x - DAYS_BEFORE, column) for x, column in enumerate(columns) if column)
    return SinceSession(
        unit=Unit.DAYS,
        lines=tuple(lines),
        points=points,
        n_sessions=sum(map(len, drawn.values())),
        fewer_from=None if (enough := last_summarised(points)) is None else enough + 1,
        missing=Missing(sessions=without, days=_days_without(reaches, days, first, last)),
    )


def values_by_ordinal(values: Mapping[date, float]) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Day values as `ratings_by_day` takes them: ordinals in rising order, and their values."""
    days = sorted(values)
    return tuple(day.toordinal() for day in days), tuple(values[day] for day in days)


def _by_day(sessions: Iterable[SessionDay]) -> dict[int, list[str]]:
    """The ids of the sessions of each day, in an order that does not depend on theirs."""
    found: dict[int, list[str]] = {}
    for session_id, day in sorted(sessions):
        found.setdefault(day, []).append(session_id)
    return found


def _reach(day: int, stops: Sequence[int]) -> tuple[int, int]:
    """The first and the last day of a session's line."""
    place = bisect_left(stops, day)
    first = day - DAYS_BEFORE if place == 0 else max(day - DAYS_BEFORE, stops[place - 1])
    end = day + DAYS_AFTER if place + 1 == len(stops) else min(day + DAYS_AFTER, stops[place + 1])
    return first, end


def _since(days: Sequence[int], day: int) -> Sequence[float]:
    """The days as numbers since a session; a range where none is missing, which costs nothing."""
    if days[-1] - days[0] == len(days) - 1:
        return range(days[0] - day, days[-1] - day + 1)
    return tuple(each - day for each in days)


def _collect(columns: list[list[float]], days: Sequence[int], values: Sequence[float], shift: int) -> None:
    for day, value in zip(days, values, strict=True):
        columns[day + shift].append(value)


def point_of(x: int, values: Sequence[float]) -> SincePoint:
    """A point over one value a session; its median and quartiles need 3 sessions."""
    if len(values) < NEEDED_SESSIONS:
        return SincePoint(x, len(values))
    low, middle, high = quartiles(values)
    return SincePoint(x, len(values), middle, low, high)


def last_summarised(points: Iterable[SincePoint]) -> int | None:
    """The last point from the session on that has 3 sessions, or None."""
    return max((point.x for point in points if point.x >= 0 and point.median is not None), default=None)


def _days_without(reaches: Iterable[tuple[int, int]], days: Sequence[int], first: int, last: int) -> int:
    """How many days of the lines have no value, each counted once. The reaches are in order of days."""
    count, unseen = 0, first
    for begin, end in reaches:
        begin, end = max(begin, unseen), min(end, last)  # noqa: PLW2901 cut to the days that are new
        if begin <= end:
            count += end - begin + 1 - (bisect_right(days, end) - bisect_left(days, begin))
            unseen = end + 1
    return count
