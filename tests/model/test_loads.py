"""The average symptom rating of a day: which items take part, and which days have one."""

import numpy as np
import pytest
from hypothesis import given, settings

from journal.model.day_values import day_values
from journal.model.items import Combine, Kind
from journal.model.loads import loads, qualifies
from tests.support.diaries import day, diaries, left, make_item, make_version, not_applicable, reading, symptoms

ITEMS = symptoms(14)


def rated(number, on=0, value=2.0):
    return [reading(item, on, value, hours=12) for item in ITEMS[:number]]


def test_a_day_with_six_of_twelve_has_one():
    readings = rated(6) + [left(item, 0) for item in ITEMS[6:12]]
    assert loads(ITEMS, readings) == {day(0): 2.0}


def test_a_day_with_six_of_thirteen_has_none():
    assert loads(ITEMS, rated(6) + [left(item, 0) for item in ITEMS[6:13]]) == {}


def test_not_applicable_counts_as_asked():
    assert loads(ITEMS, rated(6) + [not_applicable(item, 0) for item in ITEMS[6:13]]) == {}


def test_a_day_of_the_short_form_has_none():
    assert loads(ITEMS, rated(3)) == {}


def test_five_items_are_too_few_even_if_all_were_answered():
    assert loads(ITEMS, rated(5)) == {}
    assert loads(ITEMS, rated(6)) == {day(0): 2.0}


def test_an_item_left_in_the_morning_and_rated_in_the_evening_is_asked_once_and_rated():
    readings = [*rated(6), *[left(item, 0) for item in ITEMS[:6]]]
    assert loads(ITEMS, readings) == {day(0): 2.0}


def test_it_is_the_mean_of_day_values_and_not_of_ratings():
    often = [reading(ITEMS[0], 0, 4, hours=2) for _ in range(5)]
    others = [reading(item, 0, 1, hours=12) for item in ITEMS[1:6]]
    assert loads(ITEMS, often + others)[day(0)] == pytest.approx((4 + 5) / 6)


def test_items_that_are_no_symptoms_take_no_part():
    life = make_item("functioning", symptom=False)
    assert loads([*ITEMS, life], [*rated(6), reading(life, 0, 4)]) == {day(0): 2.0}


def test_a_symptom_item_on_another_scale_takes_no_part():
    other = make_item("ten", maximum=10.0)
    counted = make_item("times", kind=Kind.COUNT, maximum=None)
    readings = [*rated(6), reading(other, 0, 9), reading(counted, 0, 9)]
    assert loads([*ITEMS, other, counted], readings) == {day(0): 2.0}


def test_ratings_from_before_an_item_came_onto_0_to_4_take_no_part():
    old = {"s5#0": make_version("s5", 0, maximum=10.0)}
    readings = [*rated(5), reading("s5", 0, 9, version=0)]
    assert loads(ITEMS, readings, old) == {}


@pytest.mark.parametrize(
    ("rated_items", "asked", "answer"), [(6, 12, True), (6, 13, False), (5, 5, False), (7, 14, True)]
)
def test_the_rule_is_six_items_and_half_of_those_asked(rated_items, asked, answer):
    assert qualifies(rated_items, asked) is answer


@given(diaries())
@settings(max_examples=40)
def test_a_diary_has_the_same_average_by_numpy(diary):
    by_item = {item.id: [r for r in diary.readings if r.item_id == item.id] for item in diary.items}
    values = {key: day_values(rows, Combine.MEAN) for key, rows in by_item.items()}
    expected = {}
    for on in sorted({r.day for r in diary.readings}):
        asked = sum(any(r.day == on for r in rows) for rows in by_item.values())
        found = [days[on] for days in values.values() if on in days]
        if len(found) >= 6 and len(found) * 2 >= asked:
            expected[on] = float(np.mean(found))
    assert loads(diary.items, diary.readings) == pytest.approx(expected, abs=1e-12)


@given(diaries())
@settings(max_examples=30)
def test_a_further_item_that_was_never_asked_changes_nothing(diary):
    assert loads([*diary.items, make_item("never")], diary.readings) == loads(diary.items, diary.readings)
