"""One item over a period: figures with their n, missing answers apart, changes only where comparable."""

import pytest

from journal.model.figures import Withheld
from journal.model.item_summary import item_summary
from journal.model.items import Better, Combine, Kind
from journal.model.periods import Period
from tests.support.diaries import day, left, make_item, make_version, not_applicable, reading

PERIOD = Period(day(10), day(19))
NOW, BEFORE = range(10, 20), range(10)


def summarised(item, readings, versions=None):
    return item_summary(item, "Label", PERIOD, readings, versions or {})


def daily(item, days, value, **given):
    return [reading(item, on, value, **given) for on in days]


def test_figures_are_over_day_values_and_ratings_are_counted_apart():
    item = make_item("a")
    part = summarised(item, [reading(item, 10, 0), reading(item, 10, 2), reading(item, 12, 4)])
    assert (part.now.n_days, part.n_ratings) == (2, 3)
    assert (part.now.mean, part.now.median, part.minimum, part.maximum) == (2.5, 2.5, 1.0, 4.0)


def test_unanswered_and_not_applicable_are_counted_and_never_averaged():
    item = make_item("a")
    part = summarised(item, [reading(item, 10, 3), left(item, 11), left(item, 12), not_applicable(item, 13)])
    assert (part.unanswered, part.not_applicable, part.now.n_days, part.now.mean) == (2, 1, 1, 3.0)


def test_an_item_that_was_only_left_has_no_number():
    item = make_item("a")
    part = summarised(item, [left(item, 10)])
    assert (part.now.mean, part.now.median, part.minimum, part.maximum, part.now.n_days) == (None, None, None, None, 0)
    assert part.days_high == 0


def test_days_high_are_at_three_quarters_of_the_scale_or_above():
    item = make_item("a")
    part = summarised(item, [reading(item, 10 + n, value) for n, value in enumerate([0, 1, 2, 3, 4])])
    assert (part.days_high, part.days_low) == (2, None)


def test_days_high_follow_a_scale_that_does_not_begin_at_0():
    item = make_item("a", minimum=1.0, maximum=7.0)
    part = summarised(item, [reading(item, 10, 5.4), reading(item, 11, 5.5), reading(item, 12, 7)])
    assert part.days_high == 2


def test_days_low_are_at_one_quarter_or_below_where_higher_is_better():
    item = make_item("a", better=Better.HIGHER)
    part = summarised(item, [reading(item, 10 + n, value) for n, value in enumerate([0, 1, 1.1, 4])])
    assert (part.days_high, part.days_low) == (None, 2)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.HOURS, Kind.YES_NO])
def test_counts_hours_and_yes_or_no_have_neither(kind):
    item = make_item("a", kind=kind, maximum=1.0 if kind is Kind.YES_NO else None)
    part = summarised(item, daily(item, NOW, 1))
    assert (part.days_high, part.days_low) == (None, None)


def test_the_change_is_this_mean_minus_the_one_before():
    item = make_item("a")
    part = summarised(item, daily(item, BEFORE, 3) + daily(item, NOW, 1))
    assert (part.change.value, part.change.withheld) == (-2.0, None)


@pytest.mark.parametrize(
    ("now", "before", "withheld"),
    [(6, 10, Withheld.TOO_FEW_DAYS), (7, 6, Withheld.TOO_FEW_DAYS_BEFORE), (7, 7, None), (0, 0, Withheld.TOO_FEW_DAYS)],
)
def test_a_change_needs_seven_days_on_either_side(now, before, withheld):
    item = make_item("a")
    readings = [left(item, 10), *daily(item, NOW[:now], 1), *daily(item, BEFORE[:before], 1)]
    part = summarised(item, readings)
    assert part.change.withheld == withheld
    assert (part.change.value is None) is (withheld is not None)


def test_without_earlier_data_the_previous_figures_are_empty():
    item = make_item("a")
    part = summarised(item, daily(item, NOW, 1))
    assert part.previous.as_json() == {"n_days": 0, "mean": None, "median": None}


def test_a_scale_that_changed_between_the_periods_withholds_change_and_earlier_mean():
    item = make_item("a")
    versions = {"a#0": make_version("a", 0, maximum=10.0)}
    part = summarised(item, daily(item, BEFORE, 9, version=0) + daily(item, NOW, 2), versions)
    assert part.change.withheld is Withheld.SCALE_CHANGED
    assert (part.previous.n_days, part.previous.mean) == (10, None)
    assert part.as_json()["scale"] == {"min": 0.0, "max": 4.0, "better": "lower"}


def test_new_words_on_the_same_scale_are_no_change_of_scale():
    item = make_item("a")
    versions = {"a#0": make_version("a", 0, words=("none", "some", "more", "much", "most"))}
    part = summarised(item, daily(item, BEFORE, 3, version=0) + daily(item, NOW, 2), versions)
    assert part.change.value == -1.0


def test_two_scales_within_a_period_are_never_averaged_together():
    item = make_item("a")
    versions = {"a#0": make_version("a", 0, maximum=10.0)}
    readings = daily(item, NOW[:3], 10, version=0) + daily(item, NOW[3:], 2)
    part = summarised(item, readings, versions)
    assert (part.now.mean, part.maximum, part.now.n_days) == (2.0, 2.0, 7)


def test_an_old_period_is_read_on_the_scale_it_was_logged_on():
    item = make_item("a", maximum=4.0)
    versions = {"a#0": make_version("a", 0, maximum=10.0)}
    part = summarised(item, daily(item, NOW, 9, version=0), versions)
    assert (part.now.mean, part.version.maximum, part.days_high) == (9.0, 10.0, 10)


def test_counts_of_a_day_are_summed():
    item = make_item("a", kind=Kind.COUNT, maximum=None, combine=Combine.SUM)
    part = summarised(item, [reading(item, 10, 2), reading(item, 10, 1), reading(item, 11, 1)])
    assert (part.now.mean, part.maximum) == (2.0, 3.0)
    assert part.as_json()["scale"] == {"min": 0.0, "max": None, "better": "lower"}
