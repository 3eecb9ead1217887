"""The typical week: by part of the day only from ratings that can be placed in it."""

import numpy as np
import pytest
from hypothesis import given, settings

from journal.model.entries import State
from journal.model.items import Asked
from journal.model.week import PARTS, part_table, typical_week, weekday_profile
from tests.support.diaries import day, diaries, left, make_item, make_version, reading, symptoms

ITEM = make_item("a")
MONDAY = 0


def mondays(value, count=4, **given):
    return [reading(ITEM, 7 * week, value, **given) for week in range(count)]


def cell(readings, part, items=(ITEM,), versions=None):
    return part_table(items, readings, versions or {}).rows[PARTS.index(part)][MONDAY]


def test_a_cell_needs_four_ratings():
    assert (cell(mondays(2, 3, minute=480), "morning").value, cell(mondays(2, 3, minute=480), "morning").n) == (None, 3)
    assert cell(mondays(2, 4, minute=480), "morning").value == 2.0


@pytest.mark.parametrize(
    ("minute", "part"),
    [
        *((0, "night"), (359, "night"), (360, "morning"), (719, "morning"), (720, "afternoon")),
        *((1079, "afternoon"), (1080, "evening"), (1439, "evening")),
    ],
)
def test_each_part_of_the_day_has_six_hours(minute, part):
    assert cell(mondays(1, minute=minute), part).n == 4


def test_windows_of_six_hours_count_and_longer_ones_do_not():
    assert cell(mondays(1, hours=6, minute=800), "afternoon").n == 4
    assert cell(mondays(1, hours=6.1, minute=800), "afternoon").n == 0


def test_a_rating_without_a_time_of_day_stands_in_no_cell():
    assert part_table([ITEM], mondays(1, minute=None)).filled == 0


def test_unanswered_fills_no_cell():
    assert cell([left(ITEM, 7 * week) for week in range(5)], "evening").n == 0


def test_night_items_are_never_placed_in_the_day():
    item = make_item("a", asked=Asked.NIGHT)
    assert part_table([item], mondays(1, minute=480)).filled == 0


def test_few_filled_cells_give_way_to_weekdays():
    table = typical_week([ITEM], mondays(3, minute=480))
    assert (table.by_part, len(table.rows), table.rows[0][MONDAY].value) == (False, 1, 3.0)


def test_a_quarter_of_the_cells_shows_the_parts_of_the_day():
    readings = [reading(ITEM, on, 1, minute=480) for on in range(28)]
    table = typical_week([ITEM], readings)
    assert (table.by_part, table.filled) == (True, 7)


def test_weekdays_are_over_day_values():
    readings = [row for week in range(4) for row in (reading(ITEM, 7 * week, 4), *[reading(ITEM, 7 * week, 0)] * 3)]
    assert typical_week([ITEM], readings).rows[0][MONDAY].value == 1.0


def test_three_days_of_a_weekday_show_no_number():
    profile = weekday_profile({day(0): 1.0, day(7): 1.0, day(14): 1.0, day(1): 2.0})
    assert [(found.value, found.n) for found in profile[:3]] == [(None, 3), (None, 1), (None, 0)]


def test_ratings_on_an_older_scale_are_left_out():
    versions = {"a#0": make_version("a", 0, maximum=10.0)}
    readings = mondays(10, version=0, minute=480) + mondays(1, minute=480)
    assert cell(readings, "morning", versions=versions).value == 1.0


def test_several_items_count_once_a_check_in():
    items = symptoms(6)
    readings = [reading(item, 7 * week, week, minute=480, entry=f"e{week}") for week in range(4) for item in items]
    found = cell(readings, "morning", items)
    assert (found.n, found.value) == (4, 1.5)


def test_a_check_in_that_left_most_symptoms_does_not_count_for_several():
    items = symptoms(7)
    readings = [reading(item, 7 * week, 4, minute=480, entry=f"e{week}") for week in range(4) for item in items[:5]]
    assert cell(readings, "morning", items).n == 0


@given(diaries(items=1))
@settings(max_examples=40)
def test_every_cell_is_numpys(diary):
    table = part_table(diary.items, diary.readings)
    for part, row in enumerate(table.rows):
        for weekday, found in enumerate(row):
            values = [
                each.value
                for each in diary.readings
                if each.state == State.RATED
                and (each.now or each.covers_min <= 360)
                and each.local_min // 360 == part
                and each.day.weekday() == weekday
            ]
            assert found.n == len(values)
            expected = np.mean(values) if len(values) >= 4 else None
            assert found.value == pytest.approx(expected, abs=1e-12)
