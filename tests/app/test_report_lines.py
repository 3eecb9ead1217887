"""Lines to bring up in a report: only those that are open, only where their part was chosen, in text and files."""

from __future__ import annotations

import io

import pikepdf
import pytest

from journal.app import questions
from journal.app.appointments import add_appointment
from journal.app.journal import Journal
from journal.app.report_lines import parts_to_bring_up
from journal.app.reports import build_report, gather
from journal.model.appointments import QuestionKind
from journal.model.periods import last_days
from journal.report.request import AttachedFormat, Part, ReportRequest
from tests.support.journals import ZoneClock
from tests.support.report_pages import text_of

ASK, TELL = QuestionKind.QUESTION, QuestionKind.CHANGE


@pytest.fixture
def journal(opened: tuple[Journal, ZoneClock]) -> Journal:
    journal = opened[0]
    for kind, text in ((ASK, "Marker-ask"), (TELL, "Marker-tell"), (ASK, "Marker-old")):
        made = questions.add_question(journal, kind, text)
    questions.bring_up_today(journal, [made.id])
    return journal


def wanted(journal: Journal, *parts: Part, **fields) -> ReportRequest:
    return ReportRequest(last_days(journal.today(), 28), includes=frozenset(parts), **fields)


def test_each_part_brings_its_own_open_lines_alone(journal):
    data = gather(journal, wanted(journal, Part.QUESTIONS))
    assert (data.changes, data.questions) == ((), ("Marker-ask",))
    data = gather(journal, wanted(journal, Part.CHANGES))
    assert (data.changes, data.questions) == (("Marker-tell",), ())


def test_the_pages_hold_what_was_chosen_and_nothing_of_the_rest(journal):
    text = text_of(build_report(journal, wanted(journal, Part.QUESTIONS)).pdf)
    assert "To ask: Marker-ask" in text
    assert "Marker-tell" not in text
    assert "Marker-old" not in text


@pytest.mark.parametrize("parts", [(), (Part.CHANGES, Part.QUESTIONS)])
def test_no_attached_file_carries_a_line(journal, parts):
    request = wanted(journal, *parts, attach=frozenset(AttachedFormat))
    with pikepdf.open(io.BytesIO(build_report(journal, request).pdf)) as pdf:
        assert pdf.attachments
        for name in pdf.attachments:
            assert b"Marker" not in pdf.attachments[name].get_file().read_bytes()


def test_parts_are_offered_while_a_line_of_them_is_open(journal):
    assert parts_to_bring_up(journal) == {Part.CHANGES, Part.QUESTIONS}
    questions.bring_up_today(journal, [each.id for each in questions.open_questions(journal, TELL)])
    assert parts_to_bring_up(journal) == {Part.QUESTIONS}


def test_what_is_brought_up_on_the_day_of_an_appointment_belongs_to_it(journal):
    here = add_appointment(journal, journal.today())
    line = questions.open_questions(journal, ASK)[0]
    questions.bring_up_today(journal, [line.id])
    told = next(each for each in questions.questions(journal) if each.id == line.id)
    assert (told.asked_on, told.appointment_id) == (journal.today(), here.id)


def test_an_open_line_moves_among_the_open_lines_of_its_kind(journal):
    first = questions.open_questions(journal, ASK)[0]
    second = questions.add_question(journal, ASK, "two")
    questions.move_question(journal, second.id, -1)
    assert [each.id for each in questions.open_questions(journal, ASK)] == [second.id, first.id]
    questions.move_question(journal, second.id, -1)
    assert [each.id for each in questions.open_questions(journal, ASK)] == [second.id, first.id]
