"""When the short form after a session is due: at the hours the person set, and never more often.

A moment is so many hours after the start of a session, counted in hours that pass: a change of the
clock moves nothing. Moments within an hour of each other are one, so that two sessions close
together never ask twice. From its moment on a form may be answered until half-way to the next one,
at most twelve hours. One answer, or one "not this time", settles one moment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HOUR_MS = 60 * 60 * 1000

LONGEST_OPEN_MS = 12 * HOUR_MS
"""After half a day an answer would no longer be about that moment."""

ONE_MOMENT_MS = HOUR_MS
"""Moments less than an hour apart are one, at the first of them."""

EARLY_MS = ONE_MOMENT_MS // 2
"""An answer up to so much before a moment settles it too: a session's time may be corrected afterwards."""

MOST_HOURS = 6
"""More forms after one session than this would be a burden."""

LAST_HOUR = 168
"""A form is about the days after a session: a week at most."""


@dataclass(frozen=True, slots=True)
class DueForm:
    """One form that is, was or will be due: UTC milliseconds, from `at_ms` until before `until_ms`."""

    at_ms: int
    until_ms: int

    def open_at(self, now_ms: int) -> bool:
        """Whether it can be answered now."""
        return self.at_ms <= now_ms < self.until_ms


def checked_hours(hours: Iterable[object]) -> tuple[int, ...]:
    """The hours in order, each once; what is no whole hour from 1 to 168 is left out, and what is beyond six."""
    good = {hour for hour in hours if isinstance(hour, int) and not isinstance(hour, bool) and 1 <= hour <= LAST_HOUR}
    return tuple(sorted(good)[:MOST_HOURS])


def due_forms(session_starts_ms: Iterable[int], hours: Iterable[int]) -> tuple[DueForm, ...]:
    """Every form of these sessions in order of time. Their spans never touch, answers given early included."""
    wanted = checked_hours(hours)
    moments = sorted(start + hour * HOUR_MS for start in session_starts_ms for hour in wanted)
    firsts: list[int] = []
    for moment in moments:
        if not firsts or moment - firsts[-1] >= ONE_MOMENT_MS:
            firsts.append(moment)
    nexts: list[int | None] = [*firsts[1:], None]
    return tuple(DueForm(at_ms, _until(at_ms, after)) for at_ms, after in zip(firsts, nexts, strict=False))


def unsettled(forms: Iterable[DueForm], settled_ms: Sequence[int], now_ms: int) -> tuple[DueForm, ...]:
    """The forms that are open now or still to come, without those that were answered or set aside.

    `settled_ms` are the times of those answers, in any order.
    """
    known = sorted(settled_ms)
    return tuple(form for form in forms if now_ms < form.until_ms and not _settled(form, known))


def due_now(forms: Iterable[DueForm], settled_ms: Sequence[int], now_ms: int) -> DueForm | None:
    """The form that can be answered now, or None."""
    return next((form for form in unsettled(forms, settled_ms, now_ms) if form.open_at(now_ms)), None)


def _until(at_ms: int, after_ms: int | None) -> int:
    half_way = LONGEST_OPEN_MS if after_ms is None else (after_ms - at_ms) // 2
    return at_ms + min(LONGEST_OPEN_MS, half_way)


def _settled(form: DueForm, known: Sequence[int]) -> bool:
    place = bisect_left(known, form.at_ms - EARLY_MS)
    return place < len(known) and known[place] < form.until_ms
