"""The Treatment page as plain data."""

from dataclasses import replace
from datetime import date

import pytest

from journal.app import courses, intakes, medicines, sessions
from journal.model.medicines import Taken
from journal.texts.items import ItemWords
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import ROWS_AT_FIRST, Place, Tab
from journal.ui.treatment.loading import read
from journal.ui.treatment.parts import Weight
from journal.ui.treatment.state import build_state
from tests.support.treatment import TODAY, at


def state_of(journal, place=None):
    return build_state(read(journal, ItemWords(journal.catalogue)), place or Place())


def card(state, key):
    return next(card for card in state.cards if card.key == key)


def row(state, key):
    return next(row for card in state.cards for row in card.rows if row.key.startswith(key))


def words_of(presses):
    return [press.words for press in presses]


def test_an_empty_journal_says_what_can_be_kept_and_asks_for_nothing(journal):
    begin = card(state_of(journal), "begin")
    assert "Nothing has to be" in begin.words[0]
    assert words_of(begin.presses) == ["Begin a session", "Add one from before", "Add a course", "Add a medicine"]


@pytest.mark.parametrize("tab", list(Tab))
def test_every_view_of_an_empty_journal_has_words_or_a_way_to_begin(journal, tab):
    state = state_of(journal, Place(tab))
    assert state.cards
    assert all(card.words or card.presses for card in state.cards)


def test_the_treatments_of_the_first_start_stand_first_in_the_list(journal):
    journal.put_setting("treatments", ["ketamine_injection"])
    begin = card(state_of(journal), "begin").presses[0]
    assert begin.words == "Begin a session"
    assert begin.menu[0] == ("Ketamine injection (muscle)", Deed(Do.BEGIN, "", "ketamine_im"))


def test_the_one_treatment_of_the_first_start_is_begun_with_one_press(journal):
    journal.put_setting("treatments", ["esketamine"])
    first, another = card(state_of(journal), "begin").presses[:2]
    assert (first.words, first.weight) == ("Begin: Esketamine nasal spray", Weight.PRIMARY)
    assert first.deed == Deed(Do.BEGIN, "", "esketamine")
    assert another.words == "Begin another"


def test_a_course_with_a_dose_is_begun_before_therapy(journal, filled):
    courses.add_course(journal, "integration", TODAY)
    first, second = card(state_of(journal), "begin").presses[:2]
    assert (first.words, first.weight) == ("Begin: Ketamine infusion", Weight.PRIMARY)
    assert (second.words, second.weight) == ("Begin: Integration session", Weight.QUIET)


def test_a_running_course_is_begun_with_one_press(journal, filled):
    first = card(state_of(journal), "begin").presses[0]
    assert (first.words, first.weight) == ("Begin: Ketamine infusion", Weight.PRIMARY)
    assert first.deed == Deed(Do.BEGIN, filled.course.id, "ketamine_iv")


def test_a_session_that_was_closed_is_found_again_where_it_was_begun(journal):
    opened = sessions.begin_session(journal, "ketamine_iv", at=at(29, 14))
    assert card(state_of(journal), "begin").rows == ()
    sessions.close_session(journal, opened.id)
    (last,) = card(state_of(journal), "begin").rows
    assert (last.title, last.opens) == ("Ketamine infusion", Deed(Do.OPEN_SESSION, opened.id))


def test_a_session_of_long_ago_does_not_stand_among_the_ways_to_begin(journal):
    sessions.add_session(journal, "ketamine_iv", at(20, 14))
    assert card(state_of(journal), "begin").rows == ()


def test_an_open_session_stands_on_top_with_its_two_ways_in(journal, filled):
    opened = sessions.begin_session(journal, "ketamine_iv", at=at(29, 14))
    first = state_of(journal).cards[0].rows[0]
    assert (first.title, first.lines) == ("Ketamine infusion 3 of 6", ("open since 14:05",))
    assert [(p.words, p.deed.do) for p in first.presses] == [("Go on", Do.GO_ON), ("Now view", Do.NOW_VIEW)]
    assert first.presses[0].deed.id == opened.id


def test_only_one_button_of_a_view_draws_the_eye(journal, filled):
    sessions.begin_session(journal, "ketamine_iv", at=at(29, 14))
    for place in (Place(), *(Place(tab) for tab in Tab), Place(Tab.COURSES, course_id=filled.course.id)):
        state = state_of(journal, place)
        presses = [p for c in state.cards for p in (*c.presses, *(each for r in c.rows for each in r.presses))]
        assert sum(press.weight is Weight.PRIMARY for press in presses) <= 1


def test_a_course_says_how_far_it_is_and_what_comes_next(journal, filled):
    lines = row(state_of(journal, Place(Tab.COURSES)), filled.course.id).lines
    assert lines == ("2 of 6 sessions · since 9 Oct 2026 · every 3 days", "Next one planned for Thu 15 Oct")


def test_another_plan_leaves_the_one_before_to_be_seen(journal, filled):
    courses.change_plan(journal, filled.course.id, date(2026, 10, 20), sessions=8, every_days=7)
    state = state_of(journal, Place(Tab.COURSES, course_id=filled.course.id))
    assert "6 planned, 8 since 20 Oct · every 7 days" in card(state, "course").words[0]
    assert [each.title for each in card(state, "plan").rows] == [
        "At first: 6 sessions, every 3 days",
        "From 20 Oct 2026: 8 sessions, every 7 days",
    ]


def test_an_ended_course_is_folded_and_says_when_and_why(journal, filled):
    courses.end_course(journal, filled.course.id, TODAY, "moved house")
    folded = card(state_of(journal, Place(Tab.COURSES)), "ended")
    assert (folded.words, folded.rows) == (("Ketamine infusion (29 Oct 2026)",), ())
    shown = card(state_of(journal, Place(Tab.COURSES, ended_shown=True)), "ended")
    assert shown.rows[0].lines[-1] == "Ended on 29 Oct 2026 · moved house"


def test_the_sessions_of_a_course_stand_in_order_of_time(journal, filled):
    rows = card(state_of(journal, Place(Tab.COURSES, course_id=filled.course.id)), "sessions").rows
    assert [each.title for each in rows] == ["Ketamine infusion 1 of 6", "Ketamine infusion 2 of 6"]
    assert rows[0].lines == ("Fri 9 Oct, 14:05 · 40 mg · Manageable", "Dizziness up to 2")
    assert rows[0].opens == Deed(Do.OPEN_SESSION, filled.first.id)


def test_a_side_effect_without_an_end_says_so(journal, filled):
    at_ms = filled.second.at_ms + 60_000
    sessions.add_point(journal, filled.second.id, journal.item("nausea"), 3, at_ms=at_ms)
    rows = card(state_of(journal, Place(Tab.COURSES, course_id=filled.course.id)), "sessions").rows
    assert rows[1].lines[1] == "Nausea up to 3, end not known"


def test_a_session_of_no_course_stands_apart(journal, filled):
    loose = sessions.add_session(journal, "counselling", at(1, 10))
    assert [each.key for each in card(state_of(journal, Place(Tab.COURSES)), "loose").rows] == [loose.id]


def test_a_planned_dose_has_three_answers_and_shows_the_one_that_holds(journal, filled):
    key = f"{filled.sertraline.id}:480"
    before = row(state_of(journal), key)
    assert (before.title, words_of(before.presses)) == (
        "Sertraline 50 mg, 08:00",
        ["Taken", "Taken later", "Not taken"],
    )
    intakes.take(journal, filled.sertraline.id, due_min=480, at=at(29, 8))
    after = row(state_of(journal), key)
    assert [press.held for press in after.presses[:3]] == [True, False, False]
    assert (after.lines, words_of(after.presses[3:])) == (("Taken at 08:05",), ["Change", "Undo"])


def test_a_dose_not_taken_has_no_time_to_change(journal, filled):
    intakes.take(journal, filled.sertraline.id, due_min=480, taken=Taken.NOT_TAKEN)
    shown = row(state_of(journal), f"{filled.sertraline.id}:480")
    assert (shown.lines, words_of(shown.presses[3:])) == (("Not taken",), ["Undo"])


def test_a_medicine_as_needed_is_taken_with_one_press_and_its_time_can_be_changed(journal, filled):
    state = state_of(journal)
    assert words_of(row(state, f"{filled.prazosin.id}:needed").presses) == ["Took 1 mg"]
    taken = intakes.take(journal, filled.prazosin.id)
    shown = row(state_of(journal), taken.id)
    assert (shown.title, words_of(shown.presses)) == ("Taken: 1 mg at 21:00", ["Change", "Undo"])


def test_how_many_a_month_leaves_out_the_months_before_anything_was_logged(journal, filled):
    rows = card(state_of(journal, Place(Tab.MEDICINES)), "medicines").rows
    lines = next(each.lines for each in rows if each.key == filled.prazosin.id)
    assert lines[-1] == "How many a month: October so far 3"


def test_doses_of_the_past_stay_and_nought_is_a_dose(journal, filled):
    medicines.change_dose(journal, filled.sertraline.id, date(2026, 10, 20), dose=0)
    levels = card(state_of(journal, Place(Tab.MEDICINES, medicine_id=filled.sertraline.id)), "levels").rows
    assert [each.title for each in levels] == [
        "Began with 50 mg, 08:00, 20:00 on 9 Mar 2026",
        "From 20 Oct 2026: 0 mg, 08:00, 20:00",
    ]
    assert row(state_of(journal, Place(Tab.MEDICINES)), filled.sertraline.id).lines[0].startswith("0 mg")


def test_a_stopped_medicine_is_folded_with_its_last_day(journal, filled):
    medicines.stop_medicine(journal, filled.sertraline.id, date(2026, 10, 20), "made me restless")
    state = state_of(journal, Place(Tab.MEDICINES, ended_shown=True))
    assert card(state, "stopped").rows[0].lines[-1] == "Last day: 20 Oct 2026 · made me restless"
    assert filled.sertraline.id not in [each.key for each in card(state, "medicines").rows]


def test_the_list_to_print_has_the_current_medicines_alone(journal, filled):
    medicines.stop_medicine(journal, filled.sertraline.id, date(2026, 10, 20))
    state = state_of(journal, Place(Tab.MEDICINES, listing=True))
    assert state.listing
    assert [each.title for each in state.cards[0].rows] == ["Prazosin"]


def test_it_says_once_that_no_doses_are_checked(journal, filled):
    feet = [each.foot for each in state_of(journal, Place(Tab.MEDICINES)).cards if each.foot]
    assert feet == ["Leeward checks no doses and no interactions. Ask your prescriber or pharmacist."]


def test_practice_and_markers_are_told_in_words(journal, filled):
    practice = row(state_of(journal, Place(Tab.PRACTICE)), filled.practice.id)
    assert practice.lines == ("Tue 27 Oct, 11:05", "30 min · distress before 60, highest 80")
    marker = row(state_of(journal, Place(Tab.MARKERS)), filled.marker.id)
    assert (marker.title, marker.lines) == ("Moved to the new flat", ("Tuesday, 20 October 2026",))
    assert "drawn on the charts" in card(state_of(journal, Place(Tab.MARKERS)), "add-marker").words[0]


def test_a_long_list_shows_its_beginning_first(journal, filled):
    loaded = read(journal, ItemWords(journal.catalogue))
    many = tuple(replace(filled.practice, id=str(number)) for number in range(ROWS_AT_FIRST + 3))
    shown = card(build_state(replace(loaded, practices=many), Place(Tab.PRACTICE)), "practices")
    assert (len(shown.rows), words_of(shown.presses)) == (ROWS_AT_FIRST, ["Show earlier ones"])
    whole = card(
        build_state(replace(loaded, practices=many), Place(Tab.PRACTICE, rows_shown=2 * ROWS_AT_FIRST)), "practices"
    )
    assert (len(whole.rows), whole.presses) == (ROWS_AT_FIRST + 3, ())


def test_a_form_stands_under_the_row_whose_button_opened_it(journal, filled):
    deed = Deed(Do.CHANGE_MARKER, filled.marker.id)
    state = state_of(journal, Place(Tab.MARKERS, form=deed))
    assert card(state, "markers").form.under == filled.marker.id
    assert card(state, "add-marker").form is None


def test_a_form_about_something_that_is_gone_is_closed(journal, filled):
    state = state_of(journal, Place(Tab.MARKERS, form=Deed(Do.CHANGE_MARKER, "gone")))
    assert all(each.form is None for each in state.cards)


def test_what_was_opened_and_is_gone_leads_back_to_its_list(journal, filled):
    state = state_of(journal, Place(Tab.COURSES, course_id="gone"))
    assert (state.back, state.cards[0].key) == (None, "courses")
