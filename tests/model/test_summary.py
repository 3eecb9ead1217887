"""The whole summary: the contract's keys, and its numbers by an independent calculation."""

import json
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from journal.model.entries import State
from journal.model.periods import Period
from journal.model.summary import build_summary
from tests.support.diaries import Diary, day, diaries, left, make_item, reading, stamps_of, symptoms

PERIOD = Period(day(14), day(27))


def summarised(diary, period=PERIOD, **given):
    stamps = stamps_of(diary.readings)
    first = stamps[0].day if stamps else None
    return build_summary(period, diary.items, diary.readings, stamps, first, day(27), **given)


def two_weeks_each() -> Diary:
    items = symptoms(6)
    rows = [reading(item, on, 3 if on < 14 else 1, hours=12) for on in range(28) for item in items]
    return Diary(items, rows)


def test_it_has_exactly_the_keys_of_the_contract():
    found = summarised(two_weeks_each()).as_json()
    assert list(found) == [
        *("period", "previous", "days_possible", "days_logged", "longest_gap_days", "entries", "entered_later"),
        *("changed_later", "load", "steps", "usual_day", "nightmares_per_week", "items"),
    ]
    assert set(found["items"][0]) == {
        *("key", "label", "scale", "combine", "n_days", "n_ratings", "unanswered", "not_applicable", "mean", "median"),
        *("min", "max", "days_high", "days_low", "previous", "change", "change_withheld"),
    }
    assert set(found["load"]) == {"n_days", "items", "mean", "median", "previous", "change", "change_withheld"}


def test_a_plain_example_by_hand():
    found = summarised(two_weeks_each()).as_json()
    assert found["period"] == {"from": "2026-03-16", "to": "2026-03-29", "days": 14}
    assert found["previous"] == {"from": "2026-03-02", "to": "2026-03-15", "days": 14}
    assert (found["days_possible"], found["days_logged"], found["longest_gap_days"]) == (14, 14, 0)
    assert found["load"] == {
        "n_days": 14,
        "items": 6,
        "mean": 1.0,
        "median": 1.0,
        "previous": {"n_days": 14, "mean": 3.0, "median": 3.0},
        "change": -2.0,
        "change_withheld": None,
    }
    assert found["steps"] == {"now": [0, 84, 0, 0, 0], "previous": [0, 0, 0, 84, 0]}
    assert found["usual_day"] == {"n_days": 14, "median": 0.0, "of": 6, "previous": {"n_days": 14, "median": 6.0}}


def test_it_is_json_with_plain_reasons():
    diary = two_weeks_each()
    found = summarised(diary, Period(day(25), day(27))).as_json()
    assert json.loads(json.dumps(found)) == found
    assert found["items"][0]["change_withheld"] == "too_few_days"
    assert type(found["items"][0]["change_withheld"]) is str


def test_an_empty_journal_has_a_summary():
    found = summarised(Diary(symptoms(6), [])).as_json()
    assert (found["days_possible"], found["entries"], found["items"]) == (0, 0, [])
    assert found["load"]["mean"] is None


def test_items_stand_in_the_order_given_and_only_if_they_were_asked():
    items = [make_item("b"), make_item("never"), make_item("a")]
    diary = Diary(items, [left("a", 0), reading("b", 20, 1)])
    assert [part.item.key for part in summarised(diary).items] == ["b", "a"]


def test_labels_come_from_whoever_knows_the_words():
    diary = Diary([make_item("a")], [reading("a", 20, 1)])
    assert summarised(diary, label_of=lambda item: item.key.upper()).items[0].label == "A"
    assert summarised(diary).item("a").label == "a"
    assert summarised(diary).item("b") is None


def day_value(rows):
    windows = [row for row in rows if not row.now]
    if windows:
        return np.average([row.value for row in windows], weights=[max(1, row.covers_min) for row in windows])
    return np.mean([row.value for row in rows])


def by_day(diary, key, period):
    rated = [row for row in diary.readings if row.item_id == key and row.state == State.RATED and row.day in period]
    return {on: day_value([row for row in rated if row.day == on]) for on in sorted({row.day for row in rated})}


@given(diaries(items=3))
@settings(max_examples=40)
def test_every_items_numbers_are_numpys(diary):
    for part in summarised(diary).items:
        values = list(by_day(diary, part.item.key, PERIOD).values())
        earlier = list(by_day(diary, part.item.key, PERIOD.before()).values())
        assert (part.now.n_days, part.previous.n_days) == (len(values), len(earlier))
        if values:
            expected = (np.mean(values), np.median(values), np.min(values), np.max(values))
            assert (part.now.mean, part.now.median, part.minimum, part.maximum) == pytest.approx(expected, abs=1e-9)
        if len(values) >= 7 and len(earlier) >= 7:
            assert part.change.value == pytest.approx(np.mean(values) - np.mean(earlier), abs=1e-9)
        else:
            assert part.change.value is None


def common_keys(diary, period):
    days = {row.day for row in diary.readings if row.day in period}
    asked = {item.id: {row.day for row in diary.readings if row.item_id == item.id} & days for item in diary.items}
    return {key for key, found in asked.items() if len(found) >= len(days) / 2}


@given(diaries(items=9))
@settings(max_examples=40)
def test_the_average_symptom_rating_is_numpys(diary):
    common = common_keys(diary, PERIOD) & common_keys(diary, PERIOD.before())
    values = {item.id: by_day(diary, item.id, PERIOD) for item in diary.items}
    averages = []
    for on in PERIOD.days():
        asked = {row.item_id for row in diary.readings if row.day == on}
        rated = {key for key, days in values.items() if on in days}
        if len(rated) >= 6 and 2 * len(rated) >= len(asked) and rated & common:
            averages.append(np.mean([values[key][on] for key in rated & common]))
    load = summarised(diary).load
    if len(common) >= 6 and averages:
        assert (load.now.mean, load.now.median) == pytest.approx((np.mean(averages), np.median(averages)), abs=1e-9)
        assert load.now.n_days == len(averages)
    else:
        assert load.now.mean is None


@given(diaries(items=7))
@settings(max_examples=30)
def test_unanswered_is_never_counted_as_0(diary):
    without = Diary(diary.items, [row for row in diary.readings if row.state == State.RATED])
    logged = stamps_of(diary.readings)
    now = build_summary(PERIOD, diary.items, diary.readings, logged, day(0), day(27))
    bare = build_summary(PERIOD, without.items, without.readings, logged, day(0), day(27))
    for part in bare.items:
        kept = now.item(part.item.key)
        assert (kept.now, kept.previous, kept.minimum, kept.days_high) == (
            *(part.now, part.previous, part.minimum),
            part.days_high,
        )
    assert now.steps == bare.steps


@given(diaries(items=7))
@settings(max_examples=30)
def test_a_further_item_that_was_not_asked_changes_nothing(diary):
    more = Diary([make_item("never"), *diary.items], diary.readings)
    assert summarised(more).as_json() == summarised(diary).as_json()


@given(diaries(items=7))
@settings(max_examples=30)
def test_days_outside_both_periods_change_nothing(diary):
    period = Period(day(20), day(27))
    both = [row for row in diary.readings if row.day in period or row.day in period.before()]
    stamps = stamps_of(diary.readings)
    assert build_summary(period, diary.items, diary.readings, stamps, day(0), day(27)) == build_summary(
        period, diary.items, both, stamps, day(0), day(27)
    )


@given(diaries(items=7))
@settings(max_examples=20)
def test_moving_a_whole_diary_by_a_year_changes_no_number(diary):
    year = timedelta(weeks=52)
    moved = [row._replace(day=row.day + year, at_ms=row.at_ms + 52 * 7 * 86_400_000) for row in diary.readings]
    later = Period(PERIOD.first + year, PERIOD.last + year)
    stamps = stamps_of(moved)
    first = stamps[0].day if stamps else None
    found = build_summary(later, diary.items, moved, stamps, first, day(27) + year).as_json()
    same = summarised(diary).as_json()
    assert {**found, "period": None, "previous": None} == {**same, "period": None, "previous": None}
