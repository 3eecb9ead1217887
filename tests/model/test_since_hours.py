"""Ratings by hours since a session: what takes part, where it stands, and where a line stops."""

import random
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.items import Asked
from journal.model.moments import Moment, moments
from journal.model.since_hours import SessionTime, ratings_by_hour, stretch_of
from tests.support.diaries import make_item, reading
from tests.support.session_lines import HOUR_MS, MINUTE_MS, NOON_MS

STARTS = st.lists(st.integers(0, 12_000), min_size=1, max_size=8)
MOMENTS = st.lists(
    st.tuples(st.integers(-3000, 18_000), st.sampled_from([0, 0, 15, 120, 360]), st.integers(0, 4)), max_size=60
)


def moment(hours, value=1.0, covers_h=0.0):
    return Moment(NOON_MS + round(hours * HOUR_MS), round(covers_h * 60), date(2026, 3, 2), 720, value)


def by_hour(hours, rated, **given):
    sessions = [SessionTime(f"s{number:02}", NOON_MS + round(each * HOUR_MS)) for number, each in enumerate(hours)]
    return ratings_by_hour(sessions, rated, **given)


def xs(found, place=0):
    return [round(x, 6) for x in found.lines[place].xs]


def test_a_rating_of_the_moment_stands_at_its_time():
    assert xs(by_hour([0], [moment(-2.5), moment(0), moment(71.5)])) == [-2.5, 0, 71.5]


def test_a_window_stands_at_its_middle():
    assert xs(by_hour([0], [moment(5, covers_h=4)])) == [3]


def test_a_window_that_began_before_the_session_is_left_out_and_counted():
    found = by_hour([0], [moment(1, covers_h=2), moment(2, covers_h=2)])
    assert (xs(found), found.missing.spanning) == ([1], 1)


def test_a_line_runs_from_24_hours_before_to_72_after():
    found = by_hour([0], [moment(hour) for hour in (-25, -24, 72, 73)])
    assert xs(found) == [-24, 72]


def test_a_line_stops_at_the_sessions_beside_it():
    found = by_hour([0, 10], [moment(hour) for hour in (-1, 3, 9, 11)])
    assert (xs(found, 0), xs(found, 1)) == ([-1, 3, 9], [-7, -1, 1])


def test_sessions_minutes_apart_share_the_minutes_between_them():
    found = by_hour([0, 0.25], [moment(0.1), moment(5)])
    assert (xs(found, 0), xs(found, 1)) == ([0.1], [-0.15, 4.75])


def test_two_sessions_of_one_instant_are_one_line():
    found = by_hour([0, 0], [moment(1)])
    assert [(line.session_id, line.shared) for line in found.lines] == [("s00", 2)]
    assert found.n_sessions == 2


def test_a_session_without_a_time_of_day_is_counted_and_left_out():
    found = ratings_by_hour([SessionTime("s", None)], [moment(1)])
    assert (found.lines, found.n_sessions, found.missing.untimed) == ((), 1, 1)


def test_each_session_counts_once_in_a_stretch_of_hours():
    many = [moment(hour, 4.0) for hour in (1, 2, 3)]
    found = by_hour([0, 200, 400], [*many, moment(201, 0.0), moment(401, 2.0), moment(402, 0.0)])
    point = next(point for point in found.points if point.x == 3)
    assert (point.n_sessions, point.median) == (3, 1.0)
    assert found.fewer_from == 6


def test_stretches_are_six_hours_long():
    assert [stretch_of(hours) for hours in (-24, -18.01, -0.01, 0, 5.99, 6, 71, 72)] == [-21, -21, -3, 3, 3, 9, 69, 69]


def test_a_session_without_a_rating_after_it_is_counted():
    assert by_hour([0, 200], [moment(-1), moment(201)]).missing.sessions == 1


def test_only_moments_and_windows_of_six_hours_or_less_take_part():
    item = make_item("low_mood")
    rows = [reading(item, 0, 1, hours=hours, entry=f"e{hours}") for hours in (None, 0.5, 6, 6.1, 24)]
    assert [each.covers_min for each in moments([item], rows)] == [0, 30, 360]
    assert not list(moments([item], [reading(item, 0, 1, minute=None)]))


def test_night_items_have_no_moments():
    night = make_item("nightmares", asked=Asked.NIGHT)
    assert not list(moments([night], [reading(night, 0, 1)]))


def test_hours_are_hours_when_the_clocks_change():
    zone = ZoneInfo("Europe/Amsterdam")
    session, rated = (round(datetime(2026, 3, day, 12, tzinfo=zone).timestamp() * 1000) for day in (28, 29))
    found = ratings_by_hour([SessionTime("s", session)], [Moment(rated, 0, date(2026, 3, 29), 720, 1.0)])
    assert xs(found) == [23]


@settings(max_examples=100, deadline=None)
@given(STARTS, MOMENTS, st.integers(0, 10**6))
def test_lines_are_those_of_a_plain_search_in_any_order(starts, rated, seed):
    sessions = [SessionTime(f"s{number:02}", NOON_MS + start * MINUTE_MS) for number, start in enumerate(starts)]
    given_moments = [Moment(NOON_MS + at * MINUTE_MS, covers, date(2026, 3, 2), 0, float(v)) for at, covers, v in rated]
    chance = random.Random(seed)
    found = ratings_by_hour(chance.sample(sessions, len(sessions)), chance.sample(given_moments, len(given_moments)))
    instants = np.unique(np.array(starts))
    wanted = [_line(start, instants, rated) for start in instants]
    lines = [sorted(zip(np.round(line.xs, 6), line.values, strict=True)) for line in found.lines]
    assert lines == [line for line in wanted if line]
    for point in found.points:
        own = [v for line in found.lines for x, v in zip(line.xs, line.values, strict=True) if stretch_of(x) == point.x]
        assert point.median is None or min(own) <= point.q1 <= point.median <= point.q3 <= max(own)
        assert (point.median is None) == (point.n_sessions < 3)


def _line(start, instants, rated):
    low = max([start - 24 * 60, *(each for each in instants if each < start)])
    high = min([start + 72 * 60, *(each for each in instants if each > start)])
    return sorted(
        (round((at - covers / 2 - start) / 60, 6), float(value))
        for at, covers, value in rated
        if low <= at - covers / 2 <= high and not any(at - covers < each < at for each in instants)
    )


def test_points_without_three_sessions_have_no_median():
    assert [point.median for point in by_hour([0, 100], [moment(1), moment(101)]).points] == [None]
    assert by_hour([0, 100], [moment(1), moment(101)]).fewer_from is None


def test_other_sessions_end_a_line():
    found = by_hour([0], [moment(1), moment(9)], others=[NOON_MS + 5 * HOUR_MS])
    assert xs(found) == [1]
    assert pytest.approx(1) == found.lines[0].xs[0]
