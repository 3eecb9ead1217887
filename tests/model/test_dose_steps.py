"""Doses as steps over days: 0 is a dose, a stop is none, and other clock times are no change."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.dose_steps import all_steps, dose_changes, dose_steps
from journal.model.medicines import DoseLevel, DoseStep, Medicine
from tests.support.diaries import day

LEVELS = st.dictionaries(st.integers(0, 40), st.sampled_from([0.0, 25.0, 50.0, 100.0]), max_size=8)


def medicine(levels, stop=None, **fields):
    made = tuple(
        DoseLevel(f"l{number}", day(since), amount, times) for number, (since, amount, times) in enumerate(levels)
    )
    start = made[0].since_day if made else day(0)
    return Medicine(
        "m", "Sertraline", "mg", start, levels=made, stopped_on=None if stop is None else day(stop), **fields
    )


def plain(*levels):
    return [(since, amount, (480,)) for since, amount in levels]


def test_a_step_ends_the_day_before_the_next():
    steps = all_steps(medicine(plain((0, 50.0), (10, 100.0))))
    assert steps == (DoseStep(day(0), day(9), 50.0, 1), DoseStep(day(10), None, 100.0, 1))


def test_a_dose_of_0_is_a_dose_and_not_a_stop():
    changes = dose_changes(medicine(plain((0, 9.0), (7, 0.0))))
    assert [(change.day, change.before, change.after, change.stop) for change in changes] == [
        (day(0), None, 9.0, False),
        (day(7), 9.0, 0.0, False),
    ]


def test_a_stop_is_the_first_day_without():
    last = dose_changes(medicine(plain((0, 9.0)), stop=20))[-1]
    assert (last.day, last.before, last.after, last.stop) == (day(21), 9.0, None, True)


def test_a_dose_that_was_to_begin_after_the_stop_never_did():
    assert [step.amount for step in all_steps(medicine(plain((0, 9.0), (30, 18.0)), stop=20))] == [9.0]


def test_other_clock_times_are_no_change_but_more_of_them_are():
    levels = [(0, 50.0, (480,)), (5, 50.0, (540,)), (9, 50.0, (480, 1200))]
    assert [(step.first, step.times_a_day) for step in all_steps(medicine(levels))] == [(day(0), 1), (day(9), 2)]
    assert [change.times_after for change in dose_changes(medicine(levels))] == [1, 2]


def test_of_two_doses_of_one_day_the_last_holds():
    assert all_steps(medicine(plain((0, 50.0), (0, 75.0)))) == (DoseStep(day(0), None, 75.0, 1),)


def test_only_steps_that_touch_the_days_are_given_and_they_are_whole():
    tapering = medicine(plain((0, 50.0), (10, 25.0), (20, 0.0)))
    assert dose_steps(tapering, day(12), day(15)) == (DoseStep(day(10), day(19), 25.0, 1),)
    assert [step.amount for step in dose_steps(tapering, day(19), day(20))] == [25.0, 0.0]
    assert dose_steps(tapering, day(-9), day(-1)) == ()


def test_a_medicine_without_doses_has_no_steps():
    assert all_steps(medicine([])) == ()
    assert dose_changes(medicine([], stop=5)) == ()


@settings(max_examples=100, deadline=None)
@given(LEVELS, st.none() | st.integers(0, 60), st.randoms(use_true_random=False))
def test_every_day_has_the_dose_that_the_medicine_says(levels, stop, chance):
    kept = plain(*sorted(levels.items()))
    whole = medicine(kept, stop)
    chance.shuffle(kept)
    steps = all_steps(medicine(kept, stop))
    assert [(step.first, step.amount) for step in steps] == [(step.first, step.amount) for step in all_steps(whole)]
    for number in range(-3, 65):
        on = day(number)
        own = [step.amount for step in steps if step.first <= on and (step.last is None or on <= step.last)]
        level = whole.level_on(on)
        assert own == ([] if level is None else [level.amount])


@settings(max_examples=100, deadline=None)
@given(LEVELS, st.none() | st.integers(0, 60))
def test_changes_join_the_steps(levels, stop):
    changes = dose_changes(medicine(plain(*sorted(levels.items())), stop))
    for earlier, later in pairwise(changes):
        assert earlier.after == later.before
        assert earlier.day < later.day
    assert all(change.before != change.after for change in changes)
