"""Sessions, doses, practice and markers among the lines of History."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from journal.app import (
    appointments,
    calm_moments,
    check_ins,
    clinicians,
    history,
    intakes,
    markers,
    medicines,
    practices,
    questionnaires,
    sessions,
)
from journal.app.runner import ImmediateRunner
from journal.model.medicines import Taken
from journal.model.practices import PracticeKind
from journal.model.questionnaires import GivenAnswer, Span
from journal.model.sessions import Went
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.history.fronts import Front, choose_front
from journal.ui.history.lines import LineKind
from journal.ui.history.list_presenter import ListParts, ListPresenter
from journal.ui.history.page import HistoryPage
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT

DAY = date(2026, 11, 22)


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield made
    made.close()


class View:
    """A list that only holds its lines."""

    def reset(self, lines, select):
        self.lines = list(lines)

    def say_empty(self, words):
        self.empty = words


def lines(journal):
    view = View()
    parts = ListParts(lambda: journal, ImmediateRunner(), ItemWords(journal.catalogue), pytest.fail)
    ListPresenter(view, parts).on_entered()
    return view.lines


def at(hour, day=22):
    return datetime(2026, 11, day, hour, 5)


def test_a_questionnaire_is_a_line_with_its_total_and_no_answers(journal):
    given = [GivenAnswer(str(number), 2) for number in range(1, 21)]
    kept = questionnaires.save_answers(journal, "pcl5", given, at=at(10), span=Span.WEEK)
    questionnaires.save_answers(journal, "gad7", [GivenAnswer("1", 1)], at=at(11))
    shown, skipped = lines(journal)
    assert (shown.entry_id, shown.kind, shown.time) == (kept.id, LineKind.QUESTIONNAIRE, "10:05")
    assert (shown.marks, shown.answers) == ("PCL-5 (past week)", "total 40 of 80")
    assert skipped.answers == "1 of 7 answered; a total needs all"


def test_a_total_that_was_given_stands_without_a_time_of_day(journal):
    questionnaires.save_total(journal, "ISI", 14, date(2026, 11, 20), "Clinic")
    (shown,) = lines(journal)
    assert (shown.time, shown.marks) == ("No time of day", "ISI · added later")
    assert shown.answers == "total 14 · typed in, given by Clinic"


def test_a_day_shows_its_session_by_the_clock_between_its_check_ins(journal):
    check_ins.log(journal, {"flashbacks": 1}, at=at(9))
    session = sessions.add_session(journal, "ketamine_iv", at(14), dose=40.0, unit="mg", went=Went.HARD, note="private")
    check_ins.log(journal, {"flashbacks": 2}, at=at(20))
    morning, shown, _evening = lines(journal)
    assert morning.heading
    assert (shown.entry_id, shown.kind, shown.time, shown.heading) == (session.id, LineKind.SESSION, "14:05", "")
    assert (shown.marks, shown.answers, shown.note) == ("Ketamine infusion", "40 mg · Hard", "")


def test_a_day_with_a_session_alone_is_a_day_of_history(journal):
    sessions.add_session(journal, "pe", at(10, day=3))
    (line,) = lines(journal)
    assert (line.day, line.heading) == (date(2026, 11, 3), "Tuesday 3 November")


def test_doses_are_told_where_they_were_not_simply_taken_as_planned(journal):
    regular = medicines.add_medicine(journal, "Sertraline", unit="mg", start=DAY, dose=50, times=(480, 1200))
    needed = medicines.add_medicine(journal, "Prazosin", unit="mg", start=DAY, dose=1, as_needed=True)
    intakes.take(journal, regular.id, due_min=480, at=at(8))
    intakes.take(journal, regular.id, due_min=1200, taken=Taken.NOT_TAKEN, at=at(20))
    intakes.take(journal, regular.id, taken=Taken.EXTRA, at=at(11))
    intakes.take(journal, needed.id, at=at(12))
    assert [(line.marks, line.answers) for line in lines(journal)] == [
        ("Sertraline", "More than planned: 50 mg"),
        ("Prazosin", "Taken: 1 mg"),
        ("Sertraline", "Not taken"),
    ]
    assert lines(journal)[0].about == regular.id


def test_a_marker_stands_first_and_practice_at_its_time(journal):
    practices.add_practice(journal, PracticeKind.IN_LIFE, at=at(7), minutes=20, before=60, note="the market")
    markers.add_marker(journal, DAY, "Moved")
    marker, practice = lines(journal)
    assert (marker.time, marker.answers, marker.kind) == ("Marker", "Moved", LineKind.MARKER)
    assert (practice.marks, practice.answers) == ("Exposure in life", "20 min · distress before 60")
    assert practice.note == "the market"


def test_a_kept_calm_moment_is_told_with_its_distress_and_opens_its_day(page, journal, heard):
    kept = calm_moments.keep_moment(journal, "breathing", 7, 3)
    (line,) = lines(journal)
    assert (line.kind, line.time, line.marks) == (LineKind.CALM_MOMENT, "21:04", "Calm moment")
    assert line.answers == "Breathing \u00b7 distress before 7, after 3"
    choose_front(journal, Front.LIST)
    page.entered()
    page.days.chosen.emit(kept.id)
    assert page.day_presenter.day == DAY
    assert heard.went == []


def test_an_appointment_stands_at_its_hour_with_the_clinicians_name_and_without_its_note(journal):
    known = clinicians.add_clinician(journal, "Dr. Adeyemi")
    check_ins.log(journal, {"flashbacks": 1}, at=at(9))
    check_ins.log(journal, {"flashbacks": 2}, at=at(20))
    appointments.add_appointment(journal, DAY, time="11:30", clinician_id=known.id, note="private")
    appointments.add_appointment(journal, DAY)
    appointments.add_appointment(journal, date(2026, 12, 3), time="10:00")
    timeless, _morning, shown, _evening = lines(journal)
    assert (timeless.time, timeless.marks, timeless.answers) == ("No time of day", "Appointment", "")
    assert (shown.time, shown.marks, shown.answers, shown.note) == ("11:30", "Appointment", "Dr. Adeyemi", "")


def test_a_calm_moment_and_an_appointment_are_deleted_from_the_list(page, journal, heard):
    kept = calm_moments.keep_moment(journal, "", None, None)
    met = appointments.add_appointment(journal, DAY)
    choose_front(journal, Front.LIST)
    page.entered()
    for record in (kept, met):
        page.days.delete_wanted.emit(record.id)
    assert page.days.lines.rowCount() == 0
    assert (journal.store.calm_moments.count(), journal.store.appointments.count()) == (0, 0)
    page.front.undo.click()
    assert [line.kind for line in page.days.lines.all] == [LineKind.APPOINTMENT]


def test_what_lies_ahead_is_not_history_yet(journal):
    markers.add_marker(journal, date(2027, 6, 2), "Anniversary")
    assert lines(journal) == []
    check_ins.log(journal, {"flashbacks": 1}, at=at(9))
    assert [line.kind for line in lines(journal)] == [LineKind.ENTRY]


def test_the_reach_goes_from_the_first_to_the_last_day_of_anything(journal):
    assert history.reach(journal) is None
    sessions.add_session(journal, "pe", at(10, day=3))
    check_ins.log(journal, {"flashbacks": 1}, at=at(9, day=20))
    reach = history.reach(journal)
    assert (reach.first, reach.last) == (date(2026, 11, 3), date(2026, 11, 20))


@pytest.fixture
def heard():
    return SimpleNamespace(went=[], said=[], errors=[])


@pytest.fixture
def page(qtbot, theme, journal, heard):
    context = PageContext(
        runner=ImmediateRunner(),
        session=OpenSession(journal),
        clock=journal.clock,
        theme=theme,
        settings=None,
        words=ItemWords(journal.catalogue),
        say=lambda text, actions=(): heard.said.append(text),
        failed=heard.errors.append,
        announce=lambda widget, text: None,
        go=lambda page, **where: heard.went.append((page, where)),
    )
    journal.listen(context.session.tell)
    made = HistoryPage(context, SUPPORT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_line_leads_to_where_its_record_stands(page, journal, heard):
    needed = medicines.add_medicine(journal, "Prazosin", unit="mg", start=DAY, dose=1, as_needed=True)
    session = sessions.add_session(journal, "pe", at(10))
    dose = intakes.take(journal, needed.id, at=at(11))
    practice = practices.add_practice(journal, PracticeKind.BREATHING, at=at(12))
    marker = markers.add_marker(journal, DAY, "Moved")
    total = questionnaires.save_total(journal, "ISI", 14, DAY)
    choose_front(journal, Front.LIST)
    page.entered()
    for record in (session, dose, practice, marker, total):
        page.days.chosen.emit(record.id)
    assert heard.went == [
        ("session", {"session_id": session.id}),
        ("treatment", {"medicine_id": needed.id}),
        ("treatment", {"tab": "practice"}),
        ("treatment", {"tab": "markers"}),
        ("questionnaire", {"questionnaire_id": total.id}),
    ]


def test_delete_deletes_what_the_line_tells_of_and_it_can_be_undone(page, journal, heard):
    marker = markers.add_marker(journal, DAY, "Moved")
    session = sessions.add_session(journal, "pe", at(10))
    total = questionnaires.save_total(journal, "ISI", 14, DAY)
    choose_front(journal, Front.LIST)
    page.entered()
    for record in (marker, total, session):
        page.days.delete_wanted.emit(record.id)
    assert (markers.markers(journal), questionnaires.list_all(journal), sessions.sessions(journal)) == ([], [], [])
    assert heard.said == ["Deleted."] * 3
    page.front.undo.click()
    assert [each.id for each in sessions.sessions(journal)] == [session.id]
    assert page.days.lines.rowCount() == 1
    assert heard.errors == []
