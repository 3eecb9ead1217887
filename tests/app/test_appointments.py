"""Appointments, what to bring up there, and what each clinician is shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.app import appointments, clinicians, courses, history, questionnaires, questions
from journal.app.journal import Journal
from journal.model.appointments import QuestionKind
from journal.model.errors import InvalidTime, NameMissing, UnknownRecord
from journal.model.periods import Period
from journal.report.request import Paper, Part


def test_the_next_and_the_last_appointment_are_found(journal: Journal) -> None:
    today = journal.today()
    days = (-40, -10, 0, 7)
    made = [appointments.add_appointment(journal, today + timedelta(days=each), time="14:30") for each in days]
    assert appointments.next_appointment(journal) == made[2]
    assert appointments.last_appointment(journal) == made[1]


def test_a_report_is_proposed_for_the_days_since_the_last_one_with_this_clinician(journal: Journal) -> None:
    today = journal.today()
    one, two = clinicians.add_clinician(journal, "One"), clinicians.add_clinician(journal, "Two")
    appointments.add_appointment(journal, today - timedelta(days=40), clinician_id=one.id)
    appointments.add_appointment(journal, today - timedelta(days=10), clinician_id=two.id)
    assert appointments.proposed_period(journal) == Period(today - timedelta(days=9), today)
    assert appointments.proposed_period(journal, one.id) == Period(today - timedelta(days=39), today)


@pytest.mark.parametrize("back", [None, 0, 400])
def test_without_an_earlier_one_it_is_for_four_weeks(journal: Journal, back: int | None) -> None:
    today = journal.today()
    if back is not None:
        appointments.add_appointment(journal, today - timedelta(days=back))
    assert appointments.proposed_period(journal) == Period(today - timedelta(days=27), today)


def test_the_day_after_one_the_report_is_of_that_day(journal: Journal) -> None:
    today = journal.today()
    appointments.add_appointment(journal, today - timedelta(days=1))
    assert appointments.proposed_period(journal) == Period(today, today)


def test_a_time_that_is_none_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidTime):
        appointments.add_appointment(journal, journal.today(), time="half two")
    assert appointments.appointments(journal) == []


def test_a_deleted_appointment_comes_back(journal: Journal) -> None:
    made = appointments.add_appointment(journal, journal.today())
    appointments.delete_appointment(journal, made.id)
    assert appointments.appointments(journal) == []
    history.undo(journal)
    assert appointments.appointments(journal) == [made]


def test_questions_are_brought_up_and_open_again(journal: Journal) -> None:
    ask = questions.add_question(journal, QuestionKind.QUESTION, " Less at night? ")
    tell = questions.add_question(journal, QuestionKind.CHANGE, "New shifts")
    assert [each.text for each in questions.questions(journal)] == ["Less at night?", "New shifts"]
    assert questions.open_questions(journal, QuestionKind.CHANGE) == [tell]
    questions.bring_up(journal, [ask.id, tell.id], journal.today())
    assert questions.open_questions(journal) == []
    history.undo(journal)
    assert questions.open_questions(journal) == [ask, tell]


def test_questions_stand_in_the_order_that_was_chosen(journal: Journal) -> None:
    first, second = (questions.add_question(journal, QuestionKind.QUESTION, text) for text in "ab")
    questions.order_questions(journal, [second.id, first.id])
    assert [each.text for each in questions.questions(journal)] == ["b", "a"]
    assert questions.reword_question(journal, first.id, "c").text == "c"


def test_what_a_clinician_is_shown_is_remembered_but_never_what_is_chosen_anew(journal: Journal) -> None:
    known = clinicians.add_clinician(journal, "Harbour clinic")
    wanted = {Part.SESSIONS, Part.NAME, Part.SUICIDAL_THOUGHTS, Part.ALCOHOL, Part.GOALS}
    known = clinicians.remember_choices(journal, known.id, wanted, Paper.LETTER)
    assert (clinicians.remembered_parts(known), known.paper) == ({Part.SESSIONS, Part.GOALS}, "letter")


def test_remembering_is_no_step_of_undo_and_no_undo_takes_it_back(journal: Journal) -> None:
    known = clinicians.add_clinician(journal, "Harbour clinic")
    clinicians.rename_clinician(journal, known.id, "Quay clinic")
    history.undo(journal)
    clinicians.remember_choices(journal, known.id, {Part.GOALS}, Paper.LETTER)
    assert journal.store.changes.can_redo()
    history.redo(journal)
    history.undo(journal)
    (now,) = clinicians.clinicians(journal)
    assert (now.name, clinicians.remembered_parts(now), now.paper) == ("Harbour clinic", {Part.GOALS}, "letter")


def test_a_new_name_reaches_the_records_it_was_typed_into_in_one_step(journal: Journal) -> None:
    known = clinicians.add_clinician(journal, "Harbour clinic")
    course = courses.add_course(journal, "ketamine_iv", journal.today(), clinic="Harbour clinic")
    other = courses.add_course(journal, "pe", journal.today(), clinic="Harbour clinic, room 3")
    total = questionnaires.save_total(journal, "ISI", 14, journal.today(), "Harbour clinic")
    clinicians.rename_clinician(journal, known.id, "Quay clinic")

    def names() -> list[str]:
        kept = journal.store.questionnaires.get(total.id)
        assert kept is not None
        return [courses.course(journal, course.id).clinic, courses.course(journal, other.id).clinic, kept.total_by]

    assert names() == ["Quay clinic", "Harbour clinic, room 3", "Quay clinic"]
    history.undo(journal)
    assert names() == ["Harbour clinic", "Harbour clinic, room 3", "Harbour clinic"]
    assert [each.name for each in clinicians.clinicians(journal)] == ["Harbour clinic"]


def test_a_clinician_needs_a_name(journal: Journal) -> None:
    with pytest.raises(NameMissing):
        clinicians.add_clinician(journal, "  ")
    with pytest.raises(UnknownRecord):
        clinicians.rename_clinician(journal, "nobody", "x")


def test_without_its_clinician_an_appointment_stays(journal: Journal) -> None:
    known = clinicians.add_clinician(journal, "Harbour clinic")
    made = appointments.add_appointment(journal, journal.today(), clinician_id=known.id)
    clinicians.delete_clinician(journal, known.id)
    assert clinicians.clinicians(journal) == []
    assert appointments.appointments(journal) == [made]
