"""The average symptom rating of a period: the same items on both sides, or nothing."""

from journal.model.figures import Withheld
from journal.model.load_summary import common_days, load_summary, step_counts, usual_day
from journal.model.loads import days_asked, table_load_days
from journal.model.periods import Period
from journal.model.reading_table import ReadingTable
from tests.support.diaries import day, left, make_item, make_version, reading, stamps_of, symptoms

PERIOD = Period(day(10), day(19))
NOW, BEFORE = range(10, 20), range(10)
ITEMS = symptoms(12)


def daily(items, days, value):
    return [reading(item, on, value, hours=12) for on in days for item in items]


def days_of(readings, items=ITEMS, versions=None):
    table = ReadingTable(items, readings, versions or {})
    asked = days_asked(table)
    return common_days(PERIOD, asked, table_load_days(table, asked), stamps_of(readings))


def steps_of(readings, versions=None):
    return step_counts(PERIOD, ReadingTable(ITEMS, readings, versions or {}))


def test_two_periods_are_compared_over_the_items_asked_in_both():
    readings = daily(ITEMS[:8], BEFORE, 3) + daily(ITEMS[:6], NOW, 2) + daily(ITEMS[8:], NOW, 4)
    part = load_summary(days_of(readings))
    assert (part.items, part.now.mean, part.previous.mean, part.change.value) == (6, 2.0, 3.0, -1.0)


def test_under_six_common_items_nothing_is_said():
    readings = daily(ITEMS[:7], BEFORE, 3) + daily(ITEMS[2:9], NOW, 2)
    part = load_summary(days_of(readings))
    assert (part.items, part.now.mean, part.now.median, part.previous.mean) == (5, None, None, None)
    assert (part.change.value, part.change.withheld) == (None, Withheld.TOO_FEW_ITEMS)


def test_without_a_period_before_this_period_alone_says_which_items_are_usual():
    part = load_summary(days_of(daily(ITEMS[:7], NOW, 2)))
    assert (part.items, part.now.n_days, part.now.mean) == (7, 10, 2.0)
    assert part.previous.as_json() == {"n_days": 0, "mean": None, "median": None}
    assert part.change.withheld is Withheld.TOO_FEW_DAYS_BEFORE


def test_an_item_asked_on_fewer_than_half_of_the_logged_days_is_not_common():
    readings = daily(ITEMS[:6], NOW, 2) + daily([ITEMS[6]], NOW[:5], 4) + daily([ITEMS[7]], NOW[:4], 4)
    assert days_of(readings).common == {item.id for item in ITEMS[:7]}


def test_an_item_that_was_asked_and_left_is_common():
    readings = daily(ITEMS[:6], NOW, 2) + [left(ITEMS[6], on) for on in NOW]
    assert ITEMS[6].id in days_of(readings).common


def test_a_day_that_rated_none_of_the_common_items_is_left_out():
    readings = daily(ITEMS[:6], NOW[:9], 2) + daily(ITEMS[6:], NOW[9:], 4)
    part = load_summary(days_of(readings))
    assert (part.items, part.now.n_days, part.now.mean) == (6, 9, 2.0)


def test_an_own_scale_gives_no_average_and_says_so():
    items = [make_item(f"own{n}", symptom=False, maximum=7.0) for n in range(8)]
    part = load_summary(days_of(daily(items, NOW, 5), items))
    assert (part.items, part.now.n_days, part.change.withheld) == (0, 0, Withheld.TOO_FEW_ITEMS)


def test_too_few_days_withhold_the_change():
    readings = daily(ITEMS[:6], BEFORE, 2) + daily(ITEMS[:6], NOW[:6], 2)
    assert load_summary(days_of(readings)).change.withheld is Withheld.TOO_FEW_DAYS


def test_a_usual_day_counts_symptoms_at_3_or_4():
    readings = daily(ITEMS[:8], BEFORE, 3)
    readings += daily(ITEMS[:2], NOW, 4) + daily(ITEMS[2:4], NOW, 2.9) + daily(ITEMS[4:8], NOW, 1)
    assert usual_day(days_of(readings)).as_json() == {
        "n_days": 10,
        "median": 2.0,
        "of": 8,
        "previous": {"n_days": 10, "median": 8.0},
    }


def test_a_usual_day_needs_six_common_items_too():
    found = usual_day(days_of(daily(ITEMS[:7], BEFORE, 3) + daily(ITEMS[2:9], NOW, 2)))
    assert (found.median, found.previous_median, found.of) == (None, None, 5)


def test_steps_count_ratings_and_not_days_nor_missing_answers():
    readings = [reading(ITEMS[0], 10, 1), reading(ITEMS[0], 10, 4), left(ITEMS[0], 11), reading(ITEMS[1], 0, 0)]
    assert steps_of(readings).as_json() == {"now": [0, 1, 0, 0, 1], "previous": [1, 0, 0, 0, 0]}


def test_a_rating_between_two_steps_counts_for_the_nearer_one():
    readings = [reading(ITEMS[0], 10, value) for value in (0.4, 1.5, 2.6)]
    assert steps_of(readings).now == (1, 0, 1, 1, 0)


def test_ratings_on_another_scale_are_no_steps():
    old = {"s0#0": make_version("s0", 0, maximum=10.0)}
    assert steps_of([reading("s0", 10, 4, version=0)], old).now == (0, 0, 0, 0, 0)
