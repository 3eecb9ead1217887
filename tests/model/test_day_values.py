"""The day value of an item: windows by hours, moments only alone, and nothing missing as 0."""

import numpy as np
import pytest
from hypothesis import given, settings

from journal.model.day_values import day_values, readings_by_item
from journal.model.entries import State
from journal.model.items import Combine
from tests.support.diaries import day, diaries, left, not_applicable, reading


def value_on_day_0(readings, combine=Combine.MEAN):
    return day_values(readings, combine)[day(0)]


def test_windows_count_by_the_hours_they_cover():
    readings = [reading("a", 0, 1, hours=9), reading("a", 0, 4, hours=3)]
    assert value_on_day_0(readings) == pytest.approx((1 * 9 + 4 * 3) / 12)


def test_moments_alone_are_averaged_plainly():
    assert value_on_day_0([reading("a", 0, 1), reading("a", 0, 2), reading("a", 0, 4)]) == pytest.approx(7 / 3)


def test_a_moment_has_no_weight_beside_a_window():
    assert value_on_day_0([reading("a", 0, 4), reading("a", 0, 1, hours=2)]) == 1


def test_a_moment_has_no_weight_beside_a_window_of_no_length():
    assert value_on_day_0([reading("a", 0, 4), reading("a", 0, 1, hours=0)]) == 1


def test_a_window_of_no_length_weighs_a_minute():
    readings = [reading("a", 0, 4, hours=0), reading("a", 0, 0, hours=1)]
    assert value_on_day_0(readings) == pytest.approx(4 / 61)


def test_an_unanswered_window_gives_its_hours_to_nobody():
    readings = [reading("a", 0, 3, hours=2), left("a", 0)._replace(now=False, covers_min=1200)]
    assert value_on_day_0(readings) == 3


@pytest.mark.parametrize("missing", [left, not_applicable])
def test_what_was_not_rated_is_no_value(missing):
    assert day_values([missing("a", 0)], Combine.MEAN) == {}


def test_a_rated_0_is_a_value():
    assert value_on_day_0([reading("a", 0, 0, hours=12)]) == 0


def test_a_missing_day_is_not_there():
    assert list(day_values([reading("a", 2, 1), reading("a", 0, 1)], Combine.MEAN)) == [day(0), day(2)]


@pytest.mark.parametrize(("combine", "expected"), [(Combine.SUM, 7), (Combine.MAX, 4), (Combine.LAST, 1)])
def test_other_ways_to_combine_take_windows_and_moments_alike(combine, expected):
    readings = [
        reading("a", 0, 1, minute=1300),
        reading("a", 0, 4, hours=6, minute=900),
        reading("a", 0, 2, hours=1, minute=600),
    ]
    assert value_on_day_0(readings, combine) == expected


def test_two_last_ratings_of_one_instant_are_settled_by_their_ids():
    readings = [reading("a", 0, 1, entry="x"), reading("a", 0, 2, entry="y")]
    assert value_on_day_0(readings, Combine.LAST) == value_on_day_0(readings[::-1], Combine.LAST) == 2


def independent(readings, on):
    """The rule once more, by numpy."""
    rated = [r for r in readings if r.day == on and r.state == State.RATED]
    windows = [r for r in rated if not r.now]
    if windows:
        return np.average([r.value for r in windows], weights=[max(1, r.covers_min) for r in windows])
    return np.mean([r.value for r in rated]) if rated else None


@given(diaries(items=2))
@settings(max_examples=40)
def test_a_diary_has_the_same_day_values_by_numpy(diary):
    for readings in readings_by_item(diary.readings).values():
        values = day_values(readings, Combine.MEAN)
        for number in range(28):
            assert values.get(day(number)) == pytest.approx(independent(readings, day(number)), abs=1e-12)


@given(diaries(items=2))
@settings(max_examples=40)
def test_missing_answers_change_no_day_value(diary):
    for readings in readings_by_item(diary.readings).values():
        rated = [r for r in readings if r.state == State.RATED]
        for combine in Combine:
            assert day_values(readings, combine) == day_values(rated, combine)
