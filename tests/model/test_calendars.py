from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.calendars import CalendarView, grid_of, stepped

MONTH, WEEK, TWO_WEEKS = CalendarView.MONTH, CalendarView.WEEK, CalendarView.TWO_WEEKS
NOVEMBER = date(2026, 11, 18)


def test_a_month_begins_under_its_weekday_and_has_its_days_only():
    grid = grid_of(NOVEMBER, MONTH, 0)
    assert [day and day.day for day in grid.weeks[0]] == [None] * 6 + [1]
    assert [day and day.day for day in grid.weeks[-1]] == [30] + [None] * 6
    assert list(grid.present()) == [date(2026, 11, n) for n in range(1, 31)]


def test_the_week_begins_with_the_day_that_is_wanted():
    sunday = grid_of(NOVEMBER, MONTH, 6)
    assert sunday.weekdays == (6, 0, 1, 2, 3, 4, 5)
    assert sunday.weeks[0][0] == date(2026, 11, 1)
    assert len(sunday.weeks) == 5


@pytest.mark.parametrize(("first", "begin"), [(0, 16), (6, 15), (2, 18), (3, 12)])
def test_a_week_holds_its_day_whatever_it_begins_with(first, begin):
    grid = grid_of(NOVEMBER, WEEK, first)
    assert grid.weeks == (tuple(date(2026, 11, begin) + timedelta(days=n) for n in range(7)),)


def test_two_weeks_are_this_one_and_the_one_before():
    grid = grid_of(NOVEMBER, TWO_WEEKS, 0)
    assert (grid.days.first, grid.days.last) == (date(2026, 11, 9), date(2026, 11, 22))


def test_a_short_month_takes_its_last_day():
    assert stepped(date(2026, 1, 31), MONTH, 1) == date(2026, 2, 28)
    assert stepped(date(2028, 3, 31), MONTH, -1) == date(2028, 2, 29)
    assert stepped(date(2026, 12, 5), MONTH, 1) == date(2027, 1, 5)


def test_a_step_of_weeks_keeps_the_weekday():
    assert stepped(NOVEMBER, WEEK, 1) == date(2026, 11, 25)
    assert stepped(NOVEMBER, TWO_WEEKS, -1) == date(2026, 11, 4)


@pytest.mark.parametrize("end", [date.min, date.max])
@pytest.mark.parametrize("view", list(CalendarView))
def test_the_ends_of_the_calendar_stop_it(view, end):
    assert end in grid_of(end, view, 3).present()
    for by in (-1, 1):
        assert date.min <= stepped(end, view, by) <= date.max


@settings(max_examples=100)
@given(st.dates(), st.sampled_from(list(CalendarView)), st.integers(0, 6))
def test_every_day_stands_once_in_its_column(day, view, first):
    grid = grid_of(day, view, first)
    row, column = grid.place(day)
    assert grid.weeks[row][column] == day
    assert grid.weekdays[column] == day.weekday()
    assert {len(week) for week in grid.weeks} == {7}
    present = list(grid.present())
    assert present == list(grid.days.days())


@settings(max_examples=100)
@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.sampled_from(list(CalendarView)), st.sampled_from([-1, 1]))
def test_a_step_leads_to_what_stands_beside(day, view, by):
    here, there = grid_of(day, view, 0).days, grid_of(stepped(day, view, by), view, 0).days
    assert (there.first - here.last if by > 0 else here.first - there.last) == timedelta(days=1)
