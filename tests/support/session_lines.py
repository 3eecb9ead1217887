"""Plain sessions, side effects and a second reckoning of ratings since a session, by numpy alone."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from journal.model.entries import day_of, local_time
from journal.model.sessions import EffectPoint, Session, SideEffect

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
NOON_MS = round(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp() * 1000)
REACH = np.arange(-14, 29)


def session_at(at_ms: int = NOON_MS, *, offset_min: int = 0, **fields) -> Session:
    """A session at an instant; its day is reckoned with 04:00 as the start of the day."""
    day = day_of(local_time(at_ms, offset_min), fields.get("day_start_min", 240))
    return Session(
        **{"id": f"s{at_ms}", "kind": "ketamine_iv", "at_ms": at_ms, "offset_min": offset_min, "day": day, **fields}
    )


def effect_of(
    levels: Sequence[tuple[float, int]], item_id: str = "nausea", start_ms: int = NOON_MS, **fields
) -> SideEffect:
    """A side effect from pairs of minutes after the session's start and level."""
    points = tuple(
        EffectPoint(f"p{number}", item_id, start_ms + round(minutes * MINUTE_MS), 0, level)
        for number, (minutes, level) in enumerate(levels)
    )
    return SideEffect(item_id, points, **fields)


def day_matrix(starts: Sequence[int], values: Mapping[int, float]) -> np.ndarray:
    """Session days by days since (-14 to 28): the value of that day, NaN where a line does not run."""
    starts = sorted(set(starts))
    found = np.full((len(starts), len(REACH)), np.nan)
    for row, day in enumerate(starts):
        earlier = [each for each in starts if each < day]
        later = [each for each in starts if each > day]
        for column, since in enumerate(REACH):
            other = day + since
            if (earlier and other < max(earlier)) or (later and other > min(later)):
                continue
            found[row, column] = values.get(int(other), np.nan)
    return found


def quartiles_by_day(found: np.ndarray) -> dict[int, tuple[int, tuple[float, float, float] | None]]:
    """For each day since with a value: how many sessions, and their quartiles from 3 sessions on."""
    by_day = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        for column, since in enumerate(REACH):
            own = found[:, column][~np.isnan(found[:, column])]
            if len(own):
                by_day[int(since)] = (
                    len(own),
                    tuple(float(q) for q in np.quantile(own, [0.25, 0.5, 0.75])) if len(own) >= 3 else None,
                )
    return by_day


def later(days: float) -> int:
    """An instant so many days after noon of the first day."""
    return NOON_MS + round(timedelta(days=days).total_seconds() * 1000)
