"""What a report tells of treatment: of the parts that were asked for, and nothing private."""

from datetime import date, datetime

import pytest

from journal.app import check_ins, sessions
from journal.app.record_exports import INTENTION
from journal.app.report_notes import find_note, offered_notes
from journal.app.report_treatments import parts_of_treatment
from journal.app.reports import build_report, gather
from journal.app.since_sessions import ratings_since
from journal.app.summaries import summary
from journal.model.errors import UnknownEntry
from journal.model.periods import Period, last_days
from journal.model.sample_sessions import sample_sessions
from journal.report.request import BEGUN_WITH, Part, ReportRequest
from journal.texts.locales import Locale
from tests.support.report_pages import one_line, text_of

EVERY = Period(date(2026, 5, 1), date(2026, 10, 29))


def told(journal, *parts, period=EVERY):
    return gather(journal, ReportRequest(period, includes=frozenset(parts))).treatment


def test_nothing_is_gathered_that_was_not_asked_for(sample):
    found = told(sample)
    assert found == type(found)()


def test_each_part_brings_only_its_own(sample):
    assert told(sample, Part.SESSIONS).medicines == ()
    medicines = told(sample, Part.MEDICINES)
    assert (medicines.sessions, medicines.courses, medicines.since, medicines.practice) == ((), (), None, None)
    assert [marker.label for marker in told(sample, Part.MARKERS).markers] == ["Moved to another flat", "Anniversary"]


def test_sessions_are_those_of_the_summary(sample):
    found, expected = told(sample, Part.SESSIONS), summary(sample, EVERY).treatment
    assert [one.session.id for one in found.sessions] == [one.session.id for one in expected.sessions]
    assert [one.number for one in found.sessions] == [one.number for one in expected.sessions]


def test_ratings_since_a_session_are_those_of_the_summary(sample):
    found, expected = told(sample, Part.SESSIONS), summary(sample, EVERY).treatment
    assert found.since.found.points == expected.since.found.points
    assert found.since.sessions == "Ketamine infusion"


def test_days_before_the_first_entry_are_not_counted_as_days_without_a_rating(opened):
    journal, _clock = opened
    for ago in range(6):
        check_ins.log(journal, {"flashbacks": 2}, at=datetime(2026, 10, 29 - ago, 20))
    sessions.add_session(journal, "ketamine_iv", datetime(2026, 10, 28, 14))
    found = told(journal, Part.SESSIONS, period=Period(date(2026, 10, 1), date(2026, 10, 29))).since.found
    assert found.missing.days == 0
    assert found.missing == ratings_since(journal, "flashbacks").found.missing


def test_how_many_a_month_is_that_of_the_summary(sample):
    (needed,) = [one for one in told(sample, Part.MEDICINES).medicines if one.as_needed]
    (expected,) = [one for one in summary(sample, EVERY).treatment.medicines if one.medicine.as_needed]
    assert needed.per_month == expected.per_month
    assert needed.per_month.n_months == 5


def test_intentions_notes_and_alcohol_never_come_with_the_sessions(sample):
    assert any(session.note or session.intention for session in sample_sessions())
    for one in told(sample, Part.SESSIONS).sessions:
        assert (one.session.intention, one.session.note, one.session.alcohol) == ("", "", None)


def test_an_end_that_is_not_known_and_one_still_there_are_told_apart(sample):
    effects = [effect for one in told(sample, Part.SESSIONS).sessions for effect in one.effects]
    assert sum(effect.still_there for effect in effects) == 1
    assert sum(effect.end_min is None and not effect.still_there for effect in effects) == 2


def test_a_course_counts_only_sessions_up_to_the_end_of_the_period(sample):
    july = Period(date(2026, 7, 1), date(2026, 7, 9))
    infusions, _talks = told(sample, Part.SESSIONS, period=july).courses
    assert (infusions.held, infusions.planned, infusions.last_session) == (5, 6, date(2026, 7, 8))


def test_the_dose_of_the_end_of_the_period_is_the_usual_one(sample):
    (sertraline,) = [
        one
        for one in told(sample, Part.MEDICINES, period=Period(EVERY.first, date(2026, 9, 1))).medicines
        if not one.as_needed
    ]
    assert (sertraline.level.amount, sertraline.changes) == (50, ())


def test_a_medicine_that_had_ended_before_is_not_told(sample):
    assert told(sample, Part.MEDICINES, period=Period(date(2026, 1, 1), date(2026, 2, 1))).medicines == ()


def test_the_parts_that_can_be_offered_are_known(sample, opened):
    assert parts_of_treatment(sample) == BEGUN_WITH | {Part.MARKERS}
    assert parts_of_treatment(opened[0]) == frozenset()


def test_notes_and_intentions_of_sessions_are_offered_each_by_itself(sample):
    offered = [text for text in offered_notes(sample, EVERY) if text.of]
    assert [text.of for text in offered].count("Intention: Ketamine infusion") == 1
    assert [text.of for text in offered].count("Ketamine infusion") == 1


def test_a_chosen_note_of_a_session_is_in_and_its_intention_is_not(sample):
    (wanted,) = [text for text in offered_notes(sample, EVERY) if text.of == "Ketamine infusion"]
    request = ReportRequest(EVERY, note_ids=(find_note(sample, wanted.note_id[:13]),))
    assert [(note.text, note.of) for note in gather(sample, request).notes] == [(wanted.text, "Ketamine infusion")]


def test_a_chosen_intention_is_in_without_the_note(sample):
    (wanted,) = [text for text in offered_notes(sample, EVERY) if text.note_id.endswith(INTENTION)]
    notes = gather(sample, ReportRequest(EVERY, note_ids=(wanted.note_id,))).notes
    assert [note.text for note in notes] == [wanted.text]


def test_a_note_that_is_not_there_is_told(sample):
    with pytest.raises(UnknownEntry):
        find_note(sample, "ffffffff")


def test_the_sample_page_tells_its_treatment(sample):
    request = ReportRequest(last_days(sample.today(), 90), includes=frozenset({*BEGUN_WITH, Part.COMPARISON}))
    pages = text_of(build_report(sample, request, locale=Locale("en", "GB")).pdf).split("\f")
    front = one_line(pages[0])
    assert "Treatment: Ketamine infusion, 11 of 12 sessions, last on 28 Oct;" in front
    assert "14 Sept: 50 → 100 mg." in front
    assert "more on page 2" in front
    assert "PCL-5 (past month) 47 of 80 on 16 Oct, 20 of 20 answered" in front
    assert "Anniversary" not in front
