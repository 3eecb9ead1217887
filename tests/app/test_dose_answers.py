from datetime import date, time

import pytest

from journal.app import medicines
from journal.app.dose_answers import answer_dose, correct_time
from journal.app.intakes import day_doses
from journal.model.errors import TimeInFuture
from journal.model.medicines import Taken

DAY = date(2026, 10, 29)


def planned(journal, day=DAY):
    (dose,) = day_doses(journal, day).planned
    return dose


def sertraline(journal, times=(480,)):
    medicines.add_medicine(journal, "Sertraline", unit="mg", start=date(2026, 10, 1), dose=50, times=times)


def test_taken_is_at_the_planned_time_and_taken_later_is_now(opened):
    journal, _clock = opened
    sertraline(journal)
    answer_dose(journal, planned(journal), DAY, Taken.TAKEN)
    assert planned(journal).intake.at.strftime("%H:%M") == "08:00"
    answer_dose(journal, planned(journal), DAY, Taken.LATER)
    assert planned(journal).intake.at.strftime("%H:%M") == "21:00"


def test_a_dose_taken_before_its_time_is_taken_now(opened):
    journal, clock = opened
    clock.set("2026-10-29T07:30")
    sertraline(journal)
    answer_dose(journal, planned(journal), DAY, Taken.TAKEN)
    assert planned(journal).intake.at.strftime("%H:%M") == "07:30"


def test_another_answer_takes_the_place_of_the_first(opened):
    journal, _clock = opened
    for times in ((480,), ()):
        medicines.add_medicine(journal, f"M{len(times)}", unit="mg", start=date(2026, 10, 1), dose=5, times=times)
    for taken in (Taken.TAKEN, Taken.NOT_TAKEN, Taken.TAKEN):
        for dose in day_doses(journal, DAY).planned:
            answer_dose(journal, dose, DAY, taken)
    doses = day_doses(journal, DAY)
    assert [(dose.intake.taken, dose.intake.amount) for dose in doses.planned] == [(Taken.TAKEN, 5.0)] * 2
    assert doses.extra == ()


def test_an_earlier_day_keeps_its_own_doses(opened):
    journal, _clock = opened
    sertraline(journal, times=(480, 60))
    before = date(2026, 10, 27)
    for dose in day_doses(journal, before).planned:
        answer_dose(journal, dose, before, Taken.TAKEN)
    times = [dose.intake.at.isoformat()[:16] for dose in day_doses(journal, before).planned]
    assert times == ["2026-10-27T08:00", "2026-10-28T01:00"]
    assert all(dose.intake is None for dose in day_doses(journal, DAY).planned)


def test_the_time_of_a_dose_can_be_corrected_but_not_into_the_future(opened):
    journal, _clock = opened
    sertraline(journal)
    made = answer_dose(journal, planned(journal), DAY, Taken.LATER)
    assert correct_time(journal, made.id, time(13, 20)).at.strftime("%d %H:%M") == "29 13:20"
    with pytest.raises(TimeInFuture):
        correct_time(journal, made.id, time(23, 0))
