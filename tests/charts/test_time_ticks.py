"""The days under the charts."""

from datetime import date

import pytest

from journal.charts.time_ticks import time_ticks


def ticks(first, last, room=7):
    return time_ticks(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), room)


def test_three_months_show_months():
    assert [tick.text for tick in ticks("2026-07-20", "2026-10-29", 4)] == ["Aug", "Sept", "Oct"]


def test_a_year_names_itself_in_january():
    assert "Jan 2026" in [tick.text for tick in ticks("2025-10-30", "2026-10-29", 5)]


def test_four_weeks_show_mondays():
    assert {date.fromordinal(tick.day).weekday() for tick in ticks("2026-10-02", "2026-10-29")} == {0}


def test_ten_years_show_years():
    assert [tick.text for tick in ticks("2016-10-30", "2026-10-29", 6)] == ["2018", "2020", "2022", "2024", "2026"]


@pytest.mark.parametrize("days", [1, 9, 28, 90, 365, 3650, 12000])
@pytest.mark.parametrize("room", [1, 4, 8])
def test_there_are_never_many_more_than_fit(days, room):
    last = date(2026, 10, 29).toordinal()
    assert len(time_ticks(last - days, last, room)) <= room + 1
