"""The 7-day lines look back only, and need 4 of 7 days."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.trailing import trailing_mean, trailing_quartiles
from tests.support.diaries import day

VALUES = st.dictionaries(st.integers(0, 40).map(day), st.floats(0, 4), max_size=40)
DAYS = [day(number) for number in range(41)]


def test_four_of_seven_days_are_needed():
    values = {day(n): 1.0 for n in (0, 1, 2, 3)}
    assert trailing_mean(values, [day(2), day(3), day(6), day(7)]) == [None, 1.0, 1.0, None]


def test_days_before_the_period_count():
    values = {day(n): float(n) for n in range(10)}
    assert trailing_mean(values, [day(9)]) == [6.0]


def test_a_gap_stays_a_gap():
    values = {day(n): 2.0 for n in (*range(7), *range(20, 27))}
    line = trailing_mean(values, DAYS)
    assert [number for number, value in enumerate(line) if value is not None] == [*range(3, 10), *range(23, 30)]


def test_quartiles_are_those_of_the_seven_days():
    values = {day(n): float(n) for n in range(7)}
    assert trailing_quartiles(values, [day(6)]) == [(1.5, 3.0, 4.5)]


def test_days_in_any_order_and_with_holes_are_answered_in_that_order():
    values = {day(n): float(n) for n in range(20)}
    assert trailing_mean(values, [day(19), day(6)]) == [16.0, 3.0]


def test_no_days_make_no_line():
    assert trailing_mean({day(0): 1.0}, []) == []


@given(VALUES)
@settings(max_examples=60)
def test_the_lines_are_numpys(values):
    for on, mean, quartiles in zip(DAYS, trailing_mean(values, DAYS), trailing_quartiles(values, DAYS), strict=True):
        window = [value for each, value in values.items() if 0 <= (on - each).days < 7]
        if len(window) < 4:
            assert mean is quartiles is None
        else:
            assert mean == pytest.approx(np.mean(window), abs=1e-12)
            assert quartiles == pytest.approx(np.quantile(window, [0.25, 0.5, 0.75]), abs=1e-12)


@given(VALUES, st.integers(0, 40), st.floats(0, 4))
@settings(max_examples=60)
def test_no_line_ever_uses_a_later_day(values, number, later):
    before = {each: value for each, value in values.items() if each <= day(number)}
    changed = {**before, day(number + 1): later, day(number + 2): later}
    upto = DAYS[: number + 1]
    assert trailing_mean(values, upto) == trailing_mean(before, upto) == trailing_mean(changed, upto)
    assert trailing_quartiles(values, upto) == trailing_quartiles(changed, upto)
