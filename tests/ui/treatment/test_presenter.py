"""What happens on Treatment: presses, forms with good and wrong input, and other pages."""

from datetime import date, time

import pytest

from journal.app import courses, history, intakes, markers, medicines, practices, sessions
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.forms import build_form, read_form
from journal.ui.treatment.loaded import Tab
from tests.support.later_runner import LaterRunner
from tests.support.treatment import TODAY, at, choices, fill_in, form_of, make_presenter, open_form


@pytest.mark.parametrize(
    ("do", "where"),
    [
        (Do.GO_ON, {"session_id": "id"}),
        (Do.OPEN_SESSION, {"session_id": "id"}),
        (Do.NOW_VIEW, {"session_id": "id", "now": True}),
    ],
)
def test_a_session_is_shown_on_its_own_page(place, do, where):
    presenter, _view, heard = place
    presenter.on_press(Deed(do, "id"))
    assert heard.went == [("session", where)]


def test_a_session_begins_on_its_own_page(place, filled):
    presenter, _view, heard = place
    presenter.on_press(Deed(Do.BEGIN, filled.course.id, "ketamine_iv"))
    presenter.on_press(Deed(Do.BEGIN, "", "cpt"))
    assert heard.went == [
        ("session", {"begin": "ketamine_iv", "course_id": filled.course.id}),
        ("session", {"begin": "cpt", "course_id": None}),
    ]


def test_a_session_from_before_is_added_and_opened(journal, place, filled):
    presenter, view, heard = place
    presenter.on_press(Deed(Do.ADD_SESSION))
    fill_in(presenter, view, day=date(2026, 10, 15), time=time(14, 5))
    added = sessions.sessions(journal)[-1]
    assert (added.course_id, added.at.isoformat()) == (filled.course.id, "2026-10-15T14:05:00+02:00")
    assert heard.went == [("session", {"session_id": added.id})]
    assert form_of(view) is None


def test_a_form_that_is_sent_twice_before_it_is_kept_makes_one_record(journal, filled):
    presenter, view, _heard = make_presenter(journal, later := LaterRunner())
    later.work()
    presenter.on_tab(Tab.MARKERS)
    presenter.on_press(Deed(Do.ADD_MARKER))
    for _press in range(2):
        fill_in(presenter, view, label="Moved again")
    later.work()
    assert [each.label for each in markers.markers(journal)].count("Moved again") == 1
    presenter.on_press(Deed(Do.ADD_MARKER))
    fill_in(presenter, view, label="And once more")
    later.work()
    assert "And once more" in [each.label for each in markers.markers(journal)]


def test_a_form_that_was_refused_can_be_sent_again(journal, filled):
    presenter, view, _heard = make_presenter(journal)
    presenter.on_press(Deed(Do.ADD_SESSION))
    before = len(sessions.sessions(journal))
    fill_in(presenter, view, day=TODAY, time=time(23, 0))
    fill_in(presenter, view, day=date(2026, 10, 15), time=time(14, 5))
    assert len(sessions.sessions(journal)) == before + 1


def test_a_form_that_was_opened_meanwhile_stays_open(journal, filled):
    presenter, view, _heard = make_presenter(journal, later := LaterRunner())
    later.work()
    presenter.on_tab(Tab.MARKERS)
    presenter.on_press(Deed(Do.ADD_MARKER))
    fill_in(presenter, view, label="Moved again")
    presenter.on_press(Deed(Do.CHANGE_MARKER, filled.marker.id))
    later.work()
    assert form_of(view).deed == Deed(Do.CHANGE_MARKER, filled.marker.id)


def test_a_session_still_to_come_is_refused_at_its_time(place):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.ADD_SESSION))
    fill_in(presenter, view, day=TODAY, time=time(23, 0))
    assert list(form_of(view).problems) == ["time"]
    assert "still to come" in form_of(view).problems["time"]


def test_a_course_needs_only_its_kind_and_its_beginning(journal, place):
    presenter, view, heard = place
    open_form(presenter, Tab.COURSES, Deed(Do.ADD_COURSE))
    fill_in(presenter, view, kind="pe", start=date(2026, 9, 1))
    added = next(each for each in courses.courses(journal) if each.kind == "pe")
    assert (added.start, added.plans, heard.said) == (date(2026, 9, 1), (), ["Added."])


def test_a_session_from_before_its_course_is_taken_in(journal, place):
    presenter, view, _heard = place
    first = sessions.add_session(journal, "esketamine", at(27, 14))
    open_form(presenter, Tab.COURSES, Deed(Do.ADD_COURSE))
    fill_in(presenter, view, kind="esketamine", start=date(2026, 10, 1))
    added = next(each for each in courses.courses(journal) if each.kind == "esketamine")
    assert sessions.session(journal, first.id).course_id == added.id


def test_a_course_with_everything(journal, place):
    presenter, view, _heard = place
    open_form(presenter, Tab.COURSES, Deed(Do.ADD_COURSE))
    said = {"name": "Thursdays", "clinic": "A", "purpose": "B", "tried_earlier": "C", "baseline": "D"}
    fill_in(presenter, view, kind="cpt", sessions="12", every_days="7", **said)
    added = next(each for each in courses.courses(journal) if each.kind == "cpt")
    assert (added.plan.sessions, added.plan.every_days) == (12, 7)
    assert {key: getattr(added, key) for key in said} == said


def test_a_plan_that_is_no_number_is_said_at_its_field_and_nothing_is_added(journal, place):
    presenter, view, _heard = place
    open_form(presenter, Tab.COURSES, Deed(Do.ADD_COURSE))
    fill_in(presenter, view, sessions="six", every_days="0")
    assert set(form_of(view).problems) == {"sessions", "every_days"}
    assert len(courses.courses(journal)) == 1


def test_a_course_is_changed(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_COURSE, filled.course.id))
    presenter.on_press(Deed(Do.CHANGE_COURSE, filled.course.id))
    assert next(f.value for f in form_of(view).fields if f.key == "clinic") == "Harbour"
    fill_in(presenter, view, name="Series two", clinic="Lighthouse")
    changed = courses.course(journal, filled.course.id)
    assert (changed.name, changed.clinic, changed.start) == ("Series two", "Lighthouse", filled.course.start)
    assert view.state.title == "Series two"


def test_another_plan_before_the_beginning_is_refused_at_its_day(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_COURSE, filled.course.id))
    presenter.on_press(Deed(Do.CHANGE_PLAN, filled.course.id))
    fill_in(presenter, view, since=date(2026, 1, 1), sessions="8")
    assert list(form_of(view).problems) == ["since"]
    fill_in(presenter, view, since=date(2026, 10, 20), sessions="8", every_days="")
    assert [(p.sessions, p.every_days) for p in courses.course(journal, filled.course.id).plans] == [(6, 3), (8, None)]


def test_a_course_ends_and_the_end_is_taken_back(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_COURSE, filled.course.id))
    presenter.on_press(Deed(Do.END_COURSE, filled.course.id))
    fill_in(presenter, view, on=date(2026, 10, 1))
    assert list(form_of(view).problems) == ["on"]
    fill_in(presenter, view, on=TODAY, reason="moved")
    assert courses.course(journal, filled.course.id).ended_on == TODAY
    presenter.on_press(Deed(Do.REOPEN_COURSE, filled.course.id))
    assert courses.course(journal, filled.course.id).ended_on is None


@pytest.mark.parametrize(
    ("do", "name", "listed"),
    [
        (Do.DELETE_COURSE, "course", courses.courses),
        (Do.DELETE_MEDICINE, "sertraline", medicines.medicines),
        (Do.DELETE_PRACTICE, "practice", practices.practices),
        (Do.DELETE_MARKER, "marker", markers.markers),
    ],
)
def test_what_is_deleted_comes_back_by_the_calm_bar(journal, place, filled, do, name, listed):
    presenter, view, heard = place
    before = listed(journal)
    presenter.on_press(Deed(do, getattr(filled, name).id))
    assert len(listed(journal)) == len(before) - 1
    words, undo = heard.actions[0]
    assert words == "Undo"
    undo()
    assert listed(journal) == before
    assert heard.said[-1] == "Undone."
    heard.actions[0][1]()
    assert len(listed(journal)) == len(before) - 1
    assert (heard.said[-1], heard.actions[0][0]) == ("Done again.", "Undo")


def test_deleting_a_course_leaves_its_sessions_and_goes_back_to_the_list(journal, place, filled):
    presenter, view, heard = place
    presenter.on_press(Deed(Do.SHOW_COURSE, filled.course.id))
    presenter.on_press(Deed(Do.DELETE_COURSE, filled.course.id))
    assert heard.said == ["The course is deleted. Its sessions stay."]
    assert (view.state.back, len(sessions.sessions(journal))) == (None, 2)


@pytest.mark.parametrize(("field", "value"), [("before", "101"), ("highest", "-1"), ("after", "x"), ("minutes", "1.5")])
def test_practice_with_an_impossible_number_is_said_at_its_field(journal, place, field, value):
    presenter, view, _heard = place
    open_form(presenter, Tab.PRACTICE, Deed(Do.ADD_PRACTICE))
    fill_in(presenter, view, **{field: value})
    assert set(form_of(view).problems) == {field}
    assert len(practices.practices(journal)) == 1


def test_practice_is_added_and_changed(journal, place, filled):
    presenter, view, _heard = place
    open_form(presenter, Tab.PRACTICE, Deed(Do.ADD_PRACTICE))
    fill_in(presenter, view, kind="worksheet", done=False, note="too tired")
    added = practices.practices(journal)[-1]
    assert (added.kind, added.done, added.note, added.before) == ("worksheet", False, "too tired", None)
    presenter.on_press(Deed(Do.CHANGE_PRACTICE, filled.practice.id))
    fill_in(presenter, view, after="20", highest="", course_id=filled.course.id)
    changed = practices.practice(journal, filled.practice.id)
    assert (changed.before, changed.highest, changed.after, changed.course_id) == (60, None, 20, filled.course.id)


def test_a_marker_needs_a_label(journal, place, filled):
    presenter, view, heard = place
    open_form(presenter, Tab.MARKERS, Deed(Do.ADD_MARKER))
    fill_in(presenter, view, label=" ")
    assert form_of(view).problems == {"label": "Give it a label."}
    fill_in(presenter, view, label="Anniversary", day=date(2027, 6, 2))
    assert markers.markers(journal)[-1].day == date(2027, 6, 2)
    presenter.on_press(Deed(Do.CHANGE_MARKER, filled.marker.id))
    fill_in(presenter, view, label="Moved", note="to the coast")
    assert markers.marker(journal, filled.marker.id).note == "to the coast"
    assert heard.said == ["Added. It is drawn on the charts.", "Saved."]


def test_a_form_is_closed_by_its_own_button_and_by_going_elsewhere(place):
    presenter, view, _heard = place
    for leave in (presenter.on_form_left, lambda: presenter.on_press(Deed(Do.ADD_MARKER)), presenter.on_back):
        open_form(presenter, Tab.MARKERS, Deed(Do.ADD_MARKER))
        assert form_of(view) is not None
        leave()
        assert form_of(view) is None


def test_every_form_can_be_sent_as_it_opens_without_a_fault(journal, place, filled):
    presenter, _view, _heard = place
    loaded = presenter._loaded
    level = filled.sertraline.levels[0].id
    taken = intakes.take(journal, filled.prazosin.id)
    presenter.on_entered()
    loaded = presenter._loaded
    deeds = [
        *(Deed(do) for do in (Do.ADD_SESSION, Do.ADD_COURSE, Do.ADD_MEDICINE, Do.ADD_PRACTICE, Do.ADD_MARKER)),
        *(Deed(do, filled.course.id) for do in (Do.CHANGE_COURSE, Do.CHANGE_PLAN, Do.END_COURSE, Do.ADD_SESSION)),
        *(Deed(do, filled.sertraline.id) for do in (Do.CHANGE_MEDICINE, Do.CHANGE_DOSE, Do.STOP_MEDICINE)),
        *(Deed(do, filled.prazosin.id) for do in (Do.TAKE_UP_AGAIN, Do.ADD_INTAKE)),
        Deed(Do.CORRECT_DOSE, level, filled.sertraline.id),
        Deed(Do.CHANGE_INTAKE, taken.id),
        Deed(Do.CHANGE_PRACTICE, filled.practice.id),
        Deed(Do.CHANGE_MARKER, filled.marker.id),
    ]
    for deed in deeds:
        form = build_form(loaded, deed)
        values = {field.key: field.value for field in form.fields} | choices(form)
        answers = Answers(values)
        read_form(deed, answers, loaded)
        assert set(answers.problems) <= {"name", "dose", "label"}


def test_a_change_made_elsewhere_is_shown_and_only_while_the_page_is(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_tab(Tab.MARKERS)
    markers.delete_marker(journal, filled.marker.id)
    assert all(not card.rows for card in view.state.cards)
    presenter.on_left()
    history.undo(journal)
    assert all(not card.rows for card in view.state.cards)
    presenter.on_entered()
    assert any(card.rows for card in view.state.cards)


def test_other_pages_lead_to_a_view_a_course_or_a_medicine(place, filled):
    presenter, view, _heard = place
    presenter.on_entered(tab=Tab.PRACTICE)
    assert view.state.tab is Tab.PRACTICE
    presenter.on_entered(medicine_id=filled.prazosin.id)
    assert (view.state.tab, view.state.title) == (Tab.MEDICINES, "Prazosin")
    presenter.on_entered(course_id=filled.course.id)
    assert (view.state.tab, view.state.title) == (Tab.COURSES, "Ketamine infusion")
    presenter.on_back()
    assert view.state.back is None


def test_what_went_wrong_without_a_form_is_said_in_the_bar(journal, filled):
    presenter, _view, heard = make_presenter(journal)
    presenter.on_press(Deed(Do.DELETE_MARKER, "nothing"))
    assert [error.code for error in heard.errors] == ["unknown_record"]
