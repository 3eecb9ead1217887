"""Ratings by days since a session, against numpy, and by hand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.since_session import SessionDay, ratings_by_day, values_by_ordinal
from tests.support.diaries import day
from tests.support.session_lines import day_matrix, quartiles_by_day

BASE = day(0).toordinal()
STARTS = st.lists(st.integers(0, 90), max_size=14)
VALUES = st.dictionaries(st.integers(-20, 130), st.integers(0, 8).map(lambda half: half / 2), max_size=120)


def by_day(starts, values, others=(), **given):
    sessions = [SessionDay(f"s{number}", BASE + start) for number, start in enumerate(starts)]
    days = sorted(values)
    moved = {name: BASE + day for name, day in given.items()}
    ends = [BASE + day for day in others]
    return ratings_by_day(
        sessions, [BASE + each for each in days], [values[each] for each in days], others=ends, **moved
    )


def line_of(found, session_id):
    line = next(line for line in found.lines if line.session_id == session_id)
    return dict(zip(line.xs, line.values, strict=True))


def every_day(first, last, value=1.0):
    return dict.fromkeys(range(first, last + 1), value)


def test_a_lone_session_has_14_days_before_and_28_after():
    line = line_of(by_day([50], every_day(0, 100)), "s0")
    assert (min(line), max(line), len(line)) == (-14, 28, 43)


def test_a_line_runs_from_the_session_before_to_the_next():
    found = by_day([0, 7, 12], every_day(-30, 60))
    assert [(min(line_of(found, s)), max(line_of(found, s))) for s in ("s0", "s1", "s2")] == [
        (-14, 7),
        (-7, 5),
        (-5, 28),
    ]


def test_a_day_between_two_sessions_is_after_the_one_and_before_the_other():
    found = by_day([0, 10], {4: 2.5})
    assert (line_of(found, "s0"), line_of(found, "s1")) == ({4: 2.5}, {-6: 2.5})


def test_sessions_far_apart_leave_days_to_neither():
    assert by_day([0, 60], {35: 3.0}).lines == ()


def test_sessions_of_one_day_are_one_line():
    found = by_day([5, 5, 5], every_day(0, 10))
    assert [(line.session_id, line.shared) for line in found.lines] == [("s0", 3)]
    assert {point.n_sessions for point in found.points} == {1}
    assert found.n_sessions == 3


def test_other_sessions_end_a_line_without_having_one():
    found = by_day([0], every_day(-30, 60), others=[-3, 9])
    assert (min(line_of(found, "s0")), max(line_of(found, "s0")), len(found.lines)) == (-3, 9, 1)


def test_two_sessions_make_no_median():
    found = by_day([0, 40], every_day(-14, 70))
    assert {point.n_sessions for point in found.points} == {2}
    assert not found.summarised
    assert found.fewer_from is None


def test_from_which_day_on_there_are_fewer():
    found = by_day([0, 7, 14, 21], every_day(-14, 60))
    assert found.fewer_from == 8
    assert {point.x for point in found.points if point.median is not None} == set(range(-7, 8))


def test_a_gap_has_no_place_in_a_line():
    values = every_day(0, 6)
    del values[3]
    line = line_of(by_day([0], values), "s0")
    assert list(line) == [0, 1, 2, 4, 5, 6]


def test_days_without_a_rating_are_counted_once():
    found = by_day([0, 5], {0: 1.0, 1: 1.0, 5: 1.0}, last=8)
    assert found.missing.days == 14 + 3 + 3  # before the first, between the two, and up to day 8


def test_days_before_the_first_entry_and_days_to_come_are_not_missing():
    assert by_day([0, 5], {}, last=4).missing.days == 14 + 5
    assert by_day([0, 5], {}, first=-2, last=4).missing.days == 2 + 5
    assert by_day([0, 5], {}, first=10, last=4).missing.days == 0


def test_a_session_without_a_rating_after_it_is_counted():
    found = by_day([0, 5], {-3: 1.0, 2: 1.0}, last=30)
    assert (found.n_sessions, found.missing.sessions) == (2, 1)


def test_without_sessions_there_is_nothing():
    found = by_day([], every_day(0, 5))
    assert (found.lines, found.points, found.n_sessions, found.missing.days) == ((), (), 0, 0)


def test_day_values_become_ordinals_in_order():
    assert values_by_ordinal({day(2): 2.0, day(0): 0.0}) == ((BASE, BASE + 2), (0.0, 2.0))


def test_a_point_as_the_command_line_prints_it():
    point = by_day([0, 30, 60], {0: 1.0, 30: 2.0, 60: 4.0}).points[0]
    assert point.as_json() == {"day": 0, "n_sessions": 3, "median": 2.0, "q1": 1.5, "q3": 3.0}


@settings(max_examples=100, deadline=None)
@given(STARTS, VALUES)
def test_the_numbers_are_those_of_numpy(starts, values):
    found = by_day(starts, values)
    wanted = quartiles_by_day(day_matrix(starts, values))
    assert {point.x: point.n_sessions for point in found.points} == {x: n for x, (n, _) in wanted.items()}
    for point in found.points:
        own = (point.q1, point.median, point.q3)
        quartiles = wanted[point.x][1]
        assert own == ((None,) * 3 if quartiles is None else pytest.approx(quartiles))


@settings(max_examples=100, deadline=None)
@given(STARTS, VALUES, st.integers(0, 10**6))
def test_any_order_of_sessions_gives_the_same(starts, values, seed):
    sessions = [SessionDay(f"s{number:02}", BASE + start) for number, start in enumerate(starts)]
    days = sorted(values)
    shuffled = random.Random(seed).sample(sessions, len(sessions))
    loaded = ([BASE + each for each in days], [values[each] for each in days])
    assert ratings_by_day(shuffled, *loaded) == ratings_by_day(sessions, *loaded)


@settings(max_examples=100, deadline=None)
@given(STARTS, VALUES, st.integers(0, 120))
def test_no_value_is_made_up_and_medians_lie_within_the_values(starts, values, last):
    found = by_day(starts, values, last=last)
    at = {f"s{number}": start for number, start in enumerate(starts)}
    for line in found.lines:
        assert {
            at[line.session_id] + x: value for x, value in zip(line.xs, line.values, strict=True)
        }.items() <= values.items()
    for point in found.points:
        own = [v for line in found.lines for x, v in zip(line.xs, line.values, strict=True) if x == point.x]
        assert len(own) == point.n_sessions
        if point.median is not None:
            assert min(own) <= point.q1 <= point.median <= point.q3 <= max(own)
    reached = {each for start in starts for each in _reach(start, starts)}
    assert found.missing.days == len([each for each in reached if each <= last and each not in values])


def _reach(start, starts):
    first = max([start - 14, *(each for each in starts if each < start)])
    end = min([start + 28, *(each for each in starts if each > start)])
    return range(first, end + 1)
