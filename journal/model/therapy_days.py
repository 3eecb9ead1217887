"""The days after a session, where therapy followed and where it did not.

By clinical.md, section 2, this needs 5 sessions a side. A session's value is the mean of the day
values from the day after it to `days` days after, or to the day before the next session. It needs a
rating on half of those days. A therapy session counts when it began after the session and no later
than the last of those days; one before the session never does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.model.figures import Withheld
from journal.model.phases import Side, side
from journal.model.quantiles import mean
from journal.model.sessions import Placed

NEEDED_SESSIONS = 5
"""Sessions that either side needs."""

USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class TherapyDays:
    """Sessions followed by therapy within `days` days against the others; a value is a session's mean.

    `left_out` sessions have too few days with a rating, `not_over` ones have days still to come.
    With a reason in `withheld` only the two `n` are given.
    """

    days: int
    with_therapy: Side
    without: Side
    left_out: int = 0
    not_over: int = 0
    withheld: Withheld | None = None


def therapy_days(
    sessions: Iterable[Placed],
    therapy: Iterable[Placed],
    values: Mapping[date, float],
    today: date,
    days: int = USUAL_DAYS,
) -> TherapyDays:
    """Compare the days after sessions with and without therapy in them. Sessions of one day are one."""
    first = _first_of_days(sessions)
    starts = sorted(first)
    sides: dict[bool, list[float]] = {True: [], False: []}
    left_out = not_over = 0
    met = sorted(therapy, key=lambda session: (session.at_ms, session.id))
    for day in starts:
        last = _last_day(day, starts, days)
        if last >= today:
            not_over += 1
            continue
        after = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
        found = [values[each] for each in after if each in values]
        if not found or 2 * len(found) < len(after):
            left_out += 1
            continue
        followed = any(first[day].at_ms < each.at_ms and each.day <= last for each in met)
        sides[followed].append(mean(found))
    return _compared(days, sides[True], sides[False], left_out, not_over)


def _compared(days: int, followed: list[float], others: list[float], left_out: int, not_over: int) -> TherapyDays:
    if min(len(followed), len(others)) < NEEDED_SESSIONS:
        reason = Withheld.TOO_FEW_SESSIONS
        return TherapyDays(days, Side(len(followed)), Side(len(others)), left_out, not_over, reason)
    return TherapyDays(days, side(followed), side(others), left_out, not_over)


def _first_of_days(sessions: Iterable[Placed]) -> dict[date, Placed]:
    found: dict[date, Placed] = {}
    for session in sorted(sessions, key=lambda session: (session.at_ms, session.id)):
        found.setdefault(session.day, session)
    return found


def _last_day(day: date, starts: Sequence[date], days: int) -> date:
    place = bisect_right(starts, day)
    end = day + timedelta(days=days)
    return end if place == len(starts) else min(end, starts[place] - timedelta(days=1))
