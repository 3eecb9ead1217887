"""Nightmares a week: nights answered, not nights passed."""

import pytest

from journal.model.day_values import readings_by_item
from journal.model.items import Asked, Combine, Kind
from journal.model.nightmares import nightmares_by_night, nightmares_per_week
from journal.model.periods import Period
from tests.support.diaries import day, left, make_item, reading

RATING = make_item("nightmares", asked=Asked.NIGHT, combine=Combine.LAST)
COUNT = make_item("nightmares_count", asked=Asked.NIGHT, kind=Kind.COUNT, maximum=None, combine=Combine.LAST)
PERIOD = Period(day(0), day(27))


def nights(*readings):
    return nightmares_by_night([RATING, COUNT], readings_by_item(readings))


def test_a_night_rated_0_had_none_though_the_count_did_not_open():
    assert nights(reading(RATING, 0, 0)) == {day(0): 0.0}


def test_a_night_rated_above_0_without_a_count_was_not_answered():
    assert nights(reading(RATING, 0, 2), left(COUNT, 0)) == {}


def test_the_count_says_how_many():
    assert nights(reading(RATING, 0, 2), reading(COUNT, 0, 3)) == {day(0): 3.0}


def test_a_night_left_unanswered_is_no_night_without_nightmares():
    assert nights(left(RATING, 0), left(COUNT, 0)) == {}


def test_the_rate_is_over_nights_answered():
    counted = {day(n): 1.0 if n < 4 else 0.0 for n in range(14)}
    rate = nightmares_per_week(counted, PERIOD)
    assert (rate.value, rate.nights) == (pytest.approx(4 / 14 * 7), 14)


def test_under_fourteen_nights_there_is_no_rate_but_their_number():
    rate = nightmares_per_week({day(n): 1.0 for n in range(13)}, PERIOD)
    assert (rate.value, rate.nights) == (None, 13)


def test_nights_outside_the_period_do_not_count():
    assert nightmares_per_week({day(n): 1.0 for n in range(28, 60)}, PERIOD).nights == 0


def test_a_journal_without_these_items_has_no_nights():
    assert nightmares_by_night([make_item("other")], readings_by_item([reading("other", 0, 1)])) == {}
