"""Panels as arrays: cut to the view, by days or by weeks, gaps as gaps."""

from datetime import date, timedelta

import numpy as np

from journal.charts.detail import daily, weekly
from journal.model.panels import item_panel
from tests.support.trends_data import SYMPTOM

MONDAY = date(2026, 8, 3)


def panel(*numbers, values=None):
    return item_panel(
        "x", "X", SYMPTOM, {MONDAY + timedelta(days=n): (values[i] if values else 2.0) for i, n in enumerate(numbers)}
    )


def test_a_gap_breaks_the_line():
    line = daily(panel(*range(10), *range(20, 30))).line
    assert np.isnan(line.y).sum() == 1
    assert (np.diff(line.x) > 0).all()


def test_a_short_gap_that_leaves_four_of_seven_days_does_not():
    assert not np.isnan(daily(panel(0, 1, 2, 3, 6, 7, 8, 9)).line.y).any()


def test_a_missing_day_has_no_dot():
    assert list(daily(panel(0, 2)).dots.x) == [MONDAY.toordinal(), MONDAY.toordinal() + 2]


def test_a_line_goes_on_to_the_borders_of_the_view():
    line = daily(panel(*range(14), values=[float(n % 5) for n in range(14)])).line
    middle = MONDAY.toordinal() + 8.5
    x, y = line.cut(middle, middle + 2)
    assert (x[0], x[-1]) == (middle, middle + 2)
    assert y[0] == np.interp(middle, line.x, line.y)


def test_a_line_that_ends_in_the_view_is_not_drawn_on():
    x, _y = daily(panel(*range(7))).line.cut(MONDAY.toordinal(), MONDAY.toordinal() + 30)
    assert x[-1] == MONDAY.toordinal() + 6


def test_a_border_in_a_gap_draws_nothing():
    line = daily(panel(*range(7), *range(30, 40))).line
    _x, y = line.cut(MONDAY.toordinal() + 15, MONDAY.toordinal() + 50)
    assert np.isnan(y[0])


def test_a_week_is_its_middle_day():
    found = weekly(panel(0, 1, 2, 9, values=[4.0, 0.0, 1.0, 3.0])).dots
    assert list(found.y) == [1.0, 3.0]
    assert list(found.x) == [MONDAY.toordinal() + 6, MONDAY.toordinal() + 9], "the newest on the newest day"


def test_what_was_logged_since_sunday_can_be_seen_in_a_view_of_weeks():
    days = [*range(900), 901]
    last = MONDAY.toordinal() + days[-1]
    x, _y = weekly(panel(*days)).dots.between(last - 850, last)
    assert x[-1] == last


def test_the_weekly_line_is_the_mean_of_the_week():
    values = [0.0, 1.0, 2.0, 3.0, 4.0, 4.0, 4.0]
    line = weekly(panel(*range(7), values=values)).line
    assert list(line.y) == [sum(values) / 7]


def test_an_item_without_days_has_nothing():
    empty = item_panel("x", "X", SYMPTOM, {})
    for made in (daily(empty), weekly(empty)):
        assert len(made.dots.x) == len(made.line.x) == 0
