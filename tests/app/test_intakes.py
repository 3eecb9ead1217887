from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.app import intakes, medicines
from journal.app.journal import Journal
from journal.model.entries import day_of
from journal.model.errors import FieldOutOfRange, TimeInFuture, UnknownMedicine
from journal.model.medicines import Medicine, Taken
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]
START = date(2026, 10, 1)
TODAY = date(2026, 10, 29)


@pytest.fixture
def prazosin(opened: Opened) -> Medicine:
    return medicines.add_medicine(opened[0], "Prazosin", unit="mg", start=START, dose=2, times=(480, 1260, 60))


def test_one_press_takes_the_usual_dose_now(opened: Opened, prazosin: Medicine) -> None:
    journal, clock = opened
    taken = intakes.take(journal, prazosin.id)
    assert (taken.amount, taken.at_ms, taken.day, taken.taken) == (2, clock.ms, TODAY, Taken.TAKEN)


def test_its_time_can_be_corrected(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    taken = intakes.take(journal, prazosin.id, due_min=480)
    changed = intakes.change_intake(journal, taken.id, at=datetime(2026, 10, 29, 8, 30), taken=Taken.LATER)
    assert (changed.at.hour, changed.at.minute, changed.day, changed.taken) == (8, 30, TODAY, Taken.LATER)


def test_the_day_shows_each_planned_dose_and_what_became_of_it(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    taken = intakes.take(journal, prazosin.id, due_min=480)
    doses = intakes.day_doses(journal, TODAY)
    assert [(dose.due_min, dose.intake) for dose in doses.planned] == [(480, taken), (1260, None), (60, None)]
    assert (doses.as_needed, doses.extra) == ((), ())


def test_a_second_answer_to_the_same_planned_dose_replaces_the_first(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    first = intakes.take(journal, prazosin.id, due_min=480)
    second = intakes.take(journal, prazosin.id, due_min=480, taken=Taken.NOT_TAKEN)
    assert (second.id, second.amount) == (first.id, None)
    assert intakes.intakes(journal, TODAY, TODAY) == [second]


def test_more_than_planned_stands_beside_the_plan(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    intakes.take(journal, prazosin.id, due_min=480)
    extra = intakes.take(journal, prazosin.id, amount=1, taken=Taken.EXTRA, due_min=480)
    assert intakes.day_doses(journal, TODAY).extra == (extra,)


def test_a_dose_of_an_earlier_day_counts_at_its_planned_time(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    yesterday = TODAY - timedelta(days=1)
    for due_min in (480, 1260, 60):
        found = intakes.take(journal, prazosin.id, due_min=due_min, day=yesterday)
        assert found.day == yesterday == day_of(found.at, 240)
        assert found.at.hour * 60 + found.at.minute == due_min


def test_a_medicine_as_needed_shows_the_doses_of_the_day(opened: Opened) -> None:
    journal, clock = opened
    made = medicines.add_medicine(journal, "Lorazepam", unit="mg", start=START, dose=0.5, as_needed=True)
    first = intakes.take(journal, made.id, at=datetime(2026, 10, 29, 9))
    second = intakes.take(journal, made.id, amount=1)
    (needed,) = intakes.day_doses(journal, TODAY).as_needed
    assert (needed.medicine, needed.intakes) == (made, (first, second))
    assert intakes.intakes(journal, START, TODAY, made.id) == [first, second]


def test_a_medicine_without_times_has_one_planned_dose_and_a_dose_of_0_none(opened: Opened) -> None:
    journal, _ = opened
    made = medicines.add_medicine(journal, "Sertraline", unit="mg", start=START, dose=50)
    taken = intakes.take(journal, made.id)
    (dose,) = intakes.day_doses(journal, TODAY).planned
    assert (dose.due_min, dose.intake) == (None, taken)
    medicines.change_dose(journal, made.id, TODAY - timedelta(days=3), dose=0)
    assert intakes.day_doses(journal, TODAY - timedelta(days=1)).planned == ()


def test_what_was_taken_after_a_stop_is_still_shown(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    medicines.stop_medicine(journal, prazosin.id, TODAY - timedelta(days=1))
    taken = intakes.take(journal, prazosin.id, amount=1)
    assert intakes.day_doses(journal, TODAY).extra == (taken,)


def test_a_dose_in_the_future_of_no_medicine_or_impossible_is_refused(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    with pytest.raises(TimeInFuture):
        intakes.take(journal, prazosin.id, at=datetime(2026, 10, 29, 21, 1))
    with pytest.raises(TimeInFuture):
        intakes.take(journal, prazosin.id, due_min=480, day=TODAY + timedelta(days=1))
    with pytest.raises(UnknownMedicine):
        intakes.take(journal, "no such id")
    with pytest.raises(FieldOutOfRange):
        intakes.take(journal, prazosin.id, amount=-1)
    assert intakes.intakes(journal, START, TODAY) == []


def test_a_dose_can_be_taken_out(opened: Opened, prazosin: Medicine) -> None:
    journal, _ = opened
    intakes.delete_intake(journal, intakes.take(journal, prazosin.id).id)
    assert intakes.intakes(journal, START, TODAY) == []
