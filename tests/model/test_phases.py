"""Before and after a day: windows, medians, range, n, and the overlap of all pairs."""

from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.phases import before_after, nap
from tests.support.diaries import day

SIDES = st.lists(st.integers(0, 8).map(lambda half: half / 2), min_size=1, max_size=30)
VALUES = st.dictionaries(st.integers(-20, 20).map(day), st.integers(0, 4).map(float), max_size=41)
DIRECTIONS = st.sampled_from([Better.LOWER, Better.HIGHER])


def around(before, after, **given):
    values = {day(-1 - number): value for number, value in enumerate(before)}
    values |= {day(number): value for number, value in enumerate(after)}
    return before_after(values, day(0), **given)


def test_a_plain_example_by_hand():
    found = around([4.0, 3.0, 3.0, 2.0, 4.0], [1.0, 1.0, 2.0, 3.0, 0.0])
    assert (found.before.n, found.before.median, found.before.low, found.before.high) == (5, 3.0, 2.0, 4.0)
    assert (found.after.n, found.after.median, found.after.low, found.after.high) == (5, 1.0, 0.0, 3.0)
    assert (found.nap, found.n_pairs) == (22.5 / 25, 25)


def test_the_day_itself_is_the_first_of_the_days_after():
    found = before_after({day(n): float(n >= 0) for n in range(-7, 7)}, day(0), days=7)
    assert (found.before.high, found.after.low) == (0.0, 1.0)
    assert (found.days_before.last, found.days_after.first) == (day(-1), day(0))


def test_both_windows_have_the_same_length():
    found = before_after({day(n): 1.0 for n in range(-30, 30)}, day(0), days=10)
    assert found.days_before.length_days == found.days_after.length_days == 10
    assert (found.before.n, found.after.n) == (10, 10)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [(4, 9, Withheld.TOO_FEW_DAYS_BEFORE), (9, 4, Withheld.TOO_FEW_DAYS), (4, 4, Withheld.TOO_FEW_DAYS)],
)
def test_under_five_days_a_side_nothing_but_n_is_given(before, after, reason):
    found = around([2.0] * before, [1.0] * after)
    assert (found.withheld, found.before.n, found.after.n) == (reason, before, after)
    assert (found.nap, found.n_pairs) == (None, 0)
    assert {found.before.median, found.after.median, found.before.low, found.after.high} == {None}


def test_five_days_a_side_are_enough():
    assert around([2.0] * 5, [1.0] * 5).nap == 1.0


def test_higher_is_better_turns_it_round():
    assert around([2.0] * 5, [1.0] * 5, better=Better.HIGHER).nap == 0.0


def test_where_neither_end_is_better_there_is_no_overlap():
    found = around([2.0] * 5, [1.0] * 5, better=Better.NONE)
    assert (found.nap, found.withheld, found.after.median) == (None, None, 1.0)


def test_only_ties_are_a_half():
    assert nap([2.0, 2.0], [2.0]) == 0.5


def test_a_side_without_values_has_no_overlap():
    with pytest.raises(ValueError, match="two sides"):
        nap([], [1.0])


def test_json_has_every_number_with_its_n():
    assert around([2.0] * 5, [1.0] * 6, days=7).as_json() == {
        "on": day(0).isoformat(),
        "days_each": 7,
        "before": {"n": 5, "median": 2.0, "low": 2.0, "high": 2.0},
        "after": {"n": 6, "median": 1.0, "low": 1.0, "high": 1.0},
        "nap": 1.0,
        "n_pairs": 30,
        "withheld": None,
    }


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_too(on):
    found = before_after({on: 1.0}, on, days=14)
    assert (found.before.n, found.after.n, found.days_after.first) == (0, 1, on)


@settings(max_examples=100, deadline=None)
@given(SIDES, SIDES, DIRECTIONS)
def test_it_is_symmetric(one, other, better):
    assert nap(one, other, better) + nap(other, one, better) == 1.0


@settings(max_examples=100, deadline=None)
@given(SIDES, SIDES, DIRECTIONS)
def test_it_is_the_share_of_all_pairs(before, after, better):
    sign = 1 if better is Better.HIGHER else -1
    wins = [0.5 + 0.5 * np.sign(sign * (b - a)) for a, b in product(before, after)]
    assert nap(before, after, better) == pytest.approx(np.mean(wins))
    assert 0 <= nap(before, after, better) <= 1


@settings(max_examples=100, deadline=None)
@given(VALUES, st.integers(1, 20), st.integers(-5, 5), DIRECTIONS)
def test_windows_medians_and_ranges_are_those_of_numpy(values, days, on, better):
    found = before_after(values, day(on), days, better)
    sides = [
        np.array([v for d, v in values.items() if day(on) - timedelta(days=days) <= d < day(on)]),
        np.array([v for d, v in values.items() if day(on) <= d < day(on) + timedelta(days=days)]),
    ]
    assert (found.before.n, found.after.n) == tuple(len(side) for side in sides)
    assert (found.withheld is None) == (min(len(side) for side in sides) >= 5)
    for own, side in zip((found.before, found.after), sides, strict=True):
        if found.withheld is None:
            assert (own.median, own.low, own.high) == (np.median(side), side.min(), side.max())
