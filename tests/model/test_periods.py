"""Stretches of days."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.errors import InvalidPeriod
from journal.model.periods import Period, last_days
from tests.support.diaries import day


@given(st.integers(-1000, 1000), st.integers(0, 1000))
@settings(max_examples=50)
def test_the_period_before_is_as_long_and_adjacent(first, length):
    period = Period(day(first), day(first + length))
    before = period.before()
    assert before.length_days == period.length_days == length + 1
    assert before.last + timedelta(days=1) == period.first


def test_both_ends_belong_to_it():
    period = Period(day(0), day(2))
    assert list(period.days()) == [day(0), day(1), day(2)]
    assert day(0) in period
    assert day(2) in period
    assert day(3) not in period


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidPeriod) as caught:
        Period(day(1), day(0))
    assert caught.value.fields == {"first": "2026-03-03", "last": "2026-03-02"}


def test_the_last_days_end_on_the_day_given():
    assert last_days(day(9), 7) == Period(day(3), day(9))
