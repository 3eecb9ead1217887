from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.app import history, intakes, medicines
from journal.app.journal import Journal
from journal.model.errors import FieldOutOfRange, InvalidDay, MedicineExists, UnknownMedicine, UnknownRecord
from journal.model.medicines import Medicine
from tests.support.journals import ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]
START = date(2026, 10, 1)
TODAY = date(2026, 10, 29)


def prazosin(journal: Journal, **options: object) -> Medicine:
    settled = {"unit": "mg", "start": START, "dose": 1, "times": (1320,), **options}
    return medicines.add_medicine(journal, " Prazosin ", **settled)  # type: ignore[arg-type]


def doses(medicine: Medicine) -> list[tuple[date, float]]:
    return [(level.since_day, level.amount) for level in medicine.levels]


def test_a_medicine_is_read_back_after_a_new_start(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal, times=(1320, 480, 1320))
    assert (made.name, made.levels[0].times) == ("Prazosin", (480, 1320))
    journal = reopen(journal)
    assert medicines.medicine(journal, "prazosin") == made
    assert medicines.medicine(journal, made.id[:8]) == made
    journal.close()


def test_a_dose_change_never_rewrites_what_was_before(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    changed = medicines.change_dose(journal, made.id, TODAY, dose=2)
    assert doses(changed) == [(START, 1), (TODAY, 2)]
    assert changed.levels[1].times == (1320,)
    assert doses(medicines.change_dose(journal, made.id, TODAY, dose=0)) == [(START, 1), (TODAY, 0)]
    assert medicines.medicine(journal, made.id).taken_on(TODAY)


def test_a_level_is_corrected_and_taken_away(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    level = medicines.change_dose(journal, made.id, TODAY, dose=2).levels[-1]
    corrected = medicines.correct_level(journal, level.id, on=TODAY - timedelta(days=2), dose=3, times=(60,))
    assert doses(corrected) == [(START, 1), (date(2026, 10, 27), 3)]
    assert doses(medicines.remove_level(journal, level.id)) == [(START, 1)]
    with pytest.raises(UnknownRecord):
        medicines.remove_level(journal, level.id)


def test_days_that_do_not_fit_are_refused(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    before = START - timedelta(days=1)
    with pytest.raises(InvalidDay):
        medicines.change_dose(journal, made.id, before, dose=2)
    with pytest.raises(InvalidDay):
        medicines.stop_medicine(journal, made.id, before)
    medicines.stop_medicine(journal, made.id, TODAY)
    with pytest.raises(InvalidDay) as error:
        medicines.change_dose(journal, made.id, TODAY + timedelta(days=1), dose=2)
    assert error.value.fields["reason"] == "after_end"
    with pytest.raises(InvalidDay):
        medicines.take_up_again(journal, made.id, TODAY)


def test_a_corrected_start_takes_the_first_dose_along(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    medicines.change_dose(journal, made.id, TODAY, dose=2)
    moved = medicines.change_medicine(journal, made.id, start=START - timedelta(days=5))
    assert doses(moved) == [(date(2026, 9, 26), 1), (TODAY, 2)]
    with pytest.raises(InvalidDay):
        medicines.change_medicine(journal, made.id, start=TODAY + timedelta(days=1))


def test_a_stop_on_the_wrong_day_is_taken_away(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    stopped = medicines.stop_medicine(journal, made.id, TODAY, "dizzy")
    assert (stopped.stopped_on, stopped.stop_reason) == (TODAY, "dizzy")
    assert not stopped.taken_on(TODAY + timedelta(days=1))
    assert medicines.take_up_again(journal, made.id) == made


def test_days_without_a_medicine_stay_days_without_it(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    medicines.stop_medicine(journal, made.id, START + timedelta(days=5))
    again = medicines.take_up_again(journal, made.id, TODAY, dose=0.5)
    assert (again.name, doses(again), again.stopped_on) == ("Prazosin", [(TODAY, 0.5)], None)
    assert [each.start for each in medicines.medicines(journal)] == [START, TODAY]
    assert medicines.medicine(journal, "PRAZOSIN") == again
    assert not any(each.taken_on(TODAY - timedelta(days=1)) for each in medicines.medicines(journal))


def test_two_current_medicines_do_not_have_the_same_name(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    other = medicines.add_medicine(journal, "Sertraline", unit="mg", start=START, dose=50)
    with pytest.raises(MedicineExists):
        medicines.add_medicine(journal, "PRAZOSIN", unit="mg", start=TODAY, dose=1)
    with pytest.raises(MedicineExists):
        medicines.change_medicine(journal, other.id, name="prazosin")
    assert medicines.change_medicine(journal, made.id, name="PRAZOSIN").name == "PRAZOSIN"


def test_unknown_names_and_impossible_doses_are_told(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    with pytest.raises(UnknownMedicine) as error:
        medicines.medicine(journal, "prazosine")
    assert error.value.fields["similar"] == ("Prazosin",)
    with pytest.raises(FieldOutOfRange):
        medicines.change_dose(journal, made.id, TODAY, dose=-1)
    with pytest.raises(FieldOutOfRange):
        medicines.change_dose(journal, made.id, TODAY, dose=float("nan"))
    with pytest.raises(FieldOutOfRange):
        medicines.change_dose(journal, made.id, TODAY, dose=1, times=[1440])


def test_a_deleted_medicine_takes_its_doses_along_and_brings_them_back(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal)
    taken = intakes.take(journal, made.id)
    medicines.delete_medicine(journal, made.id)
    assert (medicines.medicines(journal), intakes.intakes(journal, START, TODAY)) == ([], [])
    history.undo(journal)
    assert (medicines.medicines(journal), intakes.intakes(journal, START, TODAY)) == ([made], [taken])
    medicines.delete_medicine_for_good(journal, made.id)
    assert (medicines.medicines(journal), intakes.intakes(journal, START, TODAY)) == ([], [])


def test_the_list_to_print_has_what_is_taken_that_day(opened: Opened) -> None:
    journal, _ = opened
    made = prazosin(journal, as_needed=True)
    medicines.add_medicine(journal, "sertraline", unit="mg", start=START, dose=50)
    medicines.change_dose(journal, made.id, TODAY, dose=2)
    lines = medicines.current_list(journal, TODAY)
    assert [(line.name, line.dose, line.since, line.as_needed) for line in lines] == [
        ("sertraline", 50, START, False),
        ("Prazosin", 2, TODAY, True),
    ]
    assert medicines.current_list(journal, START - timedelta(days=1)) == []
