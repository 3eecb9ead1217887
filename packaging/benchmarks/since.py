"""Ratings since a session: ten years of daily values on 200 sessions, against plain numpy in the same run.

Both begin with what is loaded: day numbers and values in order, and the days of the sessions. The floor
is what one writes with numpy, a matrix of sessions by days and its nan-quantiles; the budget is against
that. A second row, without a budget, sets the same work beside numpy written for speed, which sorts the
matrix once and interpolates by hand: plain Python on a few thousand numbers does not come near it.
"""

from __future__ import annotations

import random
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benchmarks.measuring import Row, in_turn
from journal.model.since_session import (
    DAYS_AFTER,
    DAYS_BEFORE,
    NEEDED_SESSIONS,
    SessionDay,
    SinceSession,
    ratings_by_day,
)

YEARS = 10
SESSIONS = 200
LOGGED = 0.9
BUDGET = 3.0
ROUNDS = 61

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Loaded:
    """A diary as it lies in memory, in the forms of both."""

    days: tuple[int, ...]
    values: tuple[float, ...]
    sessions: tuple[SessionDay, ...]
    day_array: NDArray[np.int64]
    value_array: Floats
    session_array: NDArray[np.int64]


def rows() -> list[Row]:
    """The alignment beside both floors."""
    loaded = made()
    check(loaded)
    ours, plain, tuned = in_turn(
        lambda: aligned(loaded),
        lambda: quantiles_of(matrix(loaded)),
        lambda: sorted_quantiles(matrix(loaded)),
        rounds=ROUNDS,
        warm_up=5,
    )
    what = f"align {YEARS} years on {SESSIONS} sessions"
    return [Row(what, ours, "numpy, nanquantile", plain, BUDGET), Row(what, ours, "numpy, sorted once", tuned)]


def made() -> Loaded:
    """Daily averages (twelve symptoms on 0 to 4) with gaps, and sessions 5 to 32 days apart."""
    chance = random.Random(200)
    first = date(2016, 11, 1).toordinal()
    span = range(first, first + YEARS * 365)
    days = tuple(day for day in span if chance.random() < LOGGED)
    values = tuple(sum(chance.randrange(5) for _ in range(12)) / 12 for _ in days)
    starts = sorted(chance.sample(span, SESSIONS))
    sessions = tuple(SessionDay(f"s{number}", day) for number, day in enumerate(starts))
    return Loaded(days, values, sessions, np.array(days), np.array(values), np.array(starts))


def aligned(loaded: Loaded) -> SinceSession:
    """The program's own."""
    return ratings_by_day(loaded.sessions, loaded.days, loaded.values, last=loaded.days[-1])


def matrix(loaded: Loaded) -> Floats:
    """Sessions by days since, NaN where a line does not run or nothing was logged."""
    first, last = loaded.day_array[0], loaded.day_array[-1]
    reach = DAYS_BEFORE + DAYS_AFTER
    line = np.full(last - first + 1 + 2 * reach, np.nan)
    line[loaded.day_array - first + reach] = loaded.value_array
    at, since = loaded.session_array, np.arange(-DAYS_BEFORE, DAYS_AFTER + 1)
    found: Floats = line[(at - first + reach)[:, None] + since]
    before = np.concatenate(([-DAYS_BEFORE], at[:-1] - at[1:]))
    after = np.concatenate((at[1:] - at[:-1], [DAYS_AFTER]))
    found[(since < before[:, None]) | (since > after[:, None])] = np.nan
    return found


def quantiles_of(found: Floats) -> tuple[NDArray[np.int64], Floats]:
    """How many sessions stand at each day, and their quartiles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a day without any session
        return np.sum(~np.isnan(found), axis=0), np.nanquantile(found, [0.25, 0.5, 0.75], axis=0)


def sorted_quantiles(found: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The same by sorting every column at once: NaN goes last."""
    counts = np.sum(~np.isnan(found), axis=0)
    ordered = np.sort(found, axis=0)
    place = np.array([[0.25], [0.5], [0.75]]) * np.maximum(counts - 1, 0)
    below = np.floor(place).astype(int)
    above = np.minimum(below + 1, np.maximum(counts - 1, 0))
    columns = np.arange(found.shape[1])
    low, high = ordered[below, columns], ordered[above, columns]
    return counts, low + (high - low) * (place - below)


def check(loaded: Loaded) -> None:
    """All three come to the same numbers, or the comparison says nothing."""
    counts, wanted = quantiles_of(matrix(loaded))
    points = {point.x: point for point in aligned(loaded).points}
    np.testing.assert_allclose(sorted_quantiles(matrix(loaded))[1], wanted, atol=1e-9)
    for column, x in enumerate(range(-DAYS_BEFORE, DAYS_AFTER + 1)):
        assert counts[column] == (points[x].n_sessions if x in points else 0)
        if counts[column] >= NEEDED_SESSIONS:
            point = points[x]
            quartiles: Sequence[float | None] = (point.q1, point.median, point.q3)
            np.testing.assert_allclose(np.array(quartiles, dtype=float), wanted[:, column], atol=1e-9)
