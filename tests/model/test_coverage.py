"""How much of a period was logged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.coverage import coverage
from journal.model.periods import Period
from tests.support.diaries import day, stamp

WEEK = Period(day(0), day(6))


def counted(days, first=0, today=6, period=WEEK):
    return coverage(period, [stamp(n) for n in days], None if first is None else day(first), day(today))


def test_days_possible_begin_at_the_first_entry():
    assert counted([4, 5], first=4).days_possible == 3


def test_days_possible_end_today():
    assert counted([0], today=2).days_possible == 3


def test_an_entry_later_than_today_stretches_the_days_possible():
    assert counted([0, 4], today=2).days_possible == 5


def test_an_empty_journal_has_no_possible_day():
    found = counted([], first=None)
    assert (found.days_possible, found.days_logged, found.longest_gap_days) == (0, 0, 0)


def test_a_period_before_the_first_entry_has_no_possible_day():
    assert counted([], first=30, today=40).days_possible == 0


def test_several_entries_on_a_day_are_one_day_logged():
    found = counted([1, 1, 1, 2])
    assert (found.days_logged, found.entries) == (2, 4)


def test_entries_outside_the_period_do_not_count():
    assert counted([-1, 0, 7]).entries == 1


@pytest.mark.parametrize(
    ("days", "gap"), [([0, 1, 2, 3, 4, 5, 6], 0), ([0, 4, 6], 3), ([3], 3), ([0, 1], 5), ([], 7), ([6], 6)]
)
def test_the_longest_gap_counts_days_at_both_ends(days, gap):
    assert counted(days).longest_gap_days == gap


def test_late_and_changed_entries_are_counted():
    stamps = [stamp(0, late=True), stamp(1, changed_later=True), stamp(2, late=True, changed_later=True)]
    found = coverage(WEEK, stamps, day(0), day(6))
    assert (found.entered_later, found.changed_later) == (2, 2)


@given(st.lists(st.integers(0, 6)), st.integers(0, 6))
@settings(max_examples=50)
def test_logged_days_and_gap_fit_into_the_days_possible(days, today):
    found = counted(days, first=min(days, default=None), today=today)
    assert found.days_logged + found.longest_gap_days <= max(found.days_possible, found.days_logged)
    assert found.days_logged <= found.days_possible
