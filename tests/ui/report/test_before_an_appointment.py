"""Before an appointment: the days since the last one, what each clinician is shown, and what was brought up."""

from datetime import timedelta

import pytest

from journal.app import appointments, clinicians, history, questions
from journal.app.check_ins import log
from journal.app.runner import ImmediateRunner
from journal.model.appointments import QuestionKind
from journal.model.periods import Period
from journal.report.request import Paper, Part
from journal.ui.report.choices import Span
from journal.ui.report.page import ReportPage
from journal.ui.widgets.buttons import ChoiceButton
from tests.support.questionnaires import Heard, questionnaire_context
from tests.support.report_ui import make_presenter
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def journal(opened):
    journal = opened[0]
    log(journal, {"low_mood": 2.0, "anxiety": 1.0}, note="Mine alone.")
    return journal


@pytest.fixture
def shown(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    return presenter, view


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def page(qtbot, opened, journal, theme, heard):
    page = ReportPage(questionnaire_context(*opened, theme, heard), ImmediateRunner(), Paper.A4)
    put_up(qtbot, page, 1100, 800)
    page.entered()
    return page


def last_seen(journal, days, clinician_id=None):
    return appointments.add_appointment(journal, journal.today() - timedelta(days=days), clinician_id=clinician_id)


def entered(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    return presenter, view


def test_without_an_appointment_the_choice_is_not_there(shown):
    state = shown[1].state
    assert (state.since_offered, state.choices.span, state.period.length_days) == (False, Span.MONTHS, 90)


def test_with_one_the_report_begins_on_the_day_after_it(journal):
    last_seen(journal, 20)
    state = entered(journal)[1].state
    assert state.choices.span is Span.SINCE
    assert state.period == Period(journal.today() - timedelta(days=19), journal.today())


def test_another_choice_made_this_time_holds(journal):
    last_seen(journal, 20)
    presenter, view = entered(journal)
    presenter.on_chosen(span=Span.WEEKS)
    presenter.on_left()
    presenter.on_entered()
    assert (view.state.choices.span, view.state.period.length_days) == (Span.WEEKS, 28)


def test_when_the_appointment_is_deleted_the_period_is_the_usual_one(journal):
    made = last_seen(journal, 20)
    presenter, view = entered(journal)
    appointments.delete_appointment(journal, made.id)
    presenter.on_changed(frozenset({"appointments"}))
    assert (view.state.choices.span, view.state.since_offered) == (Span.MONTHS, False)


def test_the_days_are_those_since_this_clinician_was_seen(journal):
    one, two = clinicians.add_clinician(journal, "One"), clinicians.add_clinician(journal, "Two")
    last_seen(journal, 40, one.id)
    last_seen(journal, 10, two.id)
    presenter, view = entered(journal)
    assert view.state.period.length_days == 10
    presenter.on_clinician(one.id)
    assert view.state.period.length_days == 40


def test_what_was_told_to_somebody_else_does_not_count(journal):
    one, two = clinicians.add_clinician(journal, "One"), clinicians.add_clinician(journal, "Two")
    last_seen(journal, 10, two.id)
    assert appointments.since_last_with(journal, one.id) is None
    last_seen(journal, 30)
    assert appointments.since_last_with(journal, one.id).length_days == 30


def test_what_a_clinician_was_shown_comes_back_and_nothing_private_with_it(journal, tmp_path):
    met = clinicians.add_clinician(journal, "Mara Lind")
    presenter, view = entered(journal)
    presenter.on_clinician(met.id)
    chosen = {Part.COMPARISON, Part.CLINICIAN, Part.NAME, Part.BORN, Part.SUICIDAL_THOUGHTS, Part.ALCOHOL}
    note = view.state.notes[0].key
    presenter.on_chosen(parts=frozenset(chosen), paper=Paper.A4, note_ids=frozenset({note}))
    presenter.on_save(tmp_path / "a.pdf", "")
    assert presenter.on_handed_over() == ()
    assert clinicians.clinician(journal, met.id).include == ("comparison",)
    presenter.on_clinician("")
    assert view.state.choices.parts == {Part.SESSIONS, Part.MEDICINES, Part.SCORES}
    assert (view.state.choices.paper, view.state.choices.clinician) == (Paper.LETTER, "")
    presenter.on_clinician(met.id)
    assert view.state.choices.parts == {Part.COMPARISON}
    assert (view.state.choices.paper, view.state.choices.note_ids) == (Paper.A4, frozenset())


def test_nothing_is_kept_for_a_clinician_before_the_report_leaves(journal):
    met = clinicians.add_clinician(journal, "Mara Lind")
    presenter, _view = entered(journal)
    presenter.on_clinician(met.id)
    presenter.on_chosen(parts=frozenset({Part.COMPARISON}))
    presenter.on_left()
    assert clinicians.clinician(journal, met.id).include == ()


def test_what_a_clinician_is_shown_is_not_what_others_are(journal):
    met = clinicians.add_clinician(journal, "Mara Lind")
    presenter, _view = entered(journal)
    presenter.on_clinician(met.id)
    presenter.on_chosen(parts=frozenset({Part.DAILY_TABLE}))
    presenter.on_left()
    again = entered(journal)[1].state.choices
    assert (again.seen_by, Part.DAILY_TABLE in again.parts) == ("", False)


def test_the_name_goes_on_the_page_only_where_it_is_ticked(journal):
    met = clinicians.add_clinician(journal, "Mara Lind")
    presenter, view = entered(journal)
    presenter.on_clinician(met.id)
    assert view.state.choices.clinician == "Mara Lind"
    assert "Who it is for" in view.state.left_out
    presenter.on_chosen(parts=view.state.choices.parts | {Part.CLINICIAN})
    assert "Who it is for" in view.state.included


def test_a_deleted_clinician_is_let_go_of(journal):
    met = clinicians.add_clinician(journal, "Mara Lind")
    presenter, view = entered(journal)
    presenter.on_clinician(met.id)
    clinicians.delete_clinician(journal, met.id)
    presenter.on_changed(frozenset({"clinicians"}))
    assert (view.state.choices.seen_by, view.state.clinicians) == ("", ())


def test_somebody_new_is_added_and_chosen(page, journal):
    card = page.options.seen_by
    card.choice.setCurrentIndex(card.choice.count() - 1)
    card.choice.activated.emit(card.choice.count() - 1)
    card.name.setText("Mara Lind")
    card.add.click()
    made = clinicians.clinicians(journal)[0]
    assert (made.name, page.state.choices.seen_by) == ("Mara Lind", made.id)
    assert card.choice.currentText() == "Mara Lind"


def test_the_next_appointment_stands_with_its_name(page, journal):
    met = clinicians.add_clinician(journal, "Mara Lind")
    appointments.add_appointment(journal, journal.today(), time="14:30", clinician_id=met.id, note="Secret")
    page.presenter.on_changed(frozenset({"appointments"}))
    shown = words_shown(page)
    assert "Next: Thursday, 29 October 2026, 14:30, with Mara Lind" in shown
    assert not any("Secret" in words for words in shown)


def test_the_button_leads_to_the_appointments(page, heard):
    button(page, "Appointments").click()
    assert heard.went == [("appointments", {})]


def test_lines_to_bring_up_are_offered_while_there_are_any(page, journal):
    boxes = page.options.parts.boxes
    assert boxes[Part.QUESTIONS].isHidden()
    questions.add_question(journal, QuestionKind.QUESTION, "May I drive?")
    page.presenter.on_changed(frozenset({"questions"}))
    assert not boxes[Part.QUESTIONS].isHidden()
    assert boxes[Part.CHANGES].isHidden()


def test_what_was_printed_is_marked_as_brought_up_in_one_press_and_back(page, journal, heard, tmp_path):
    questions.add_question(journal, QuestionKind.QUESTION, "May I drive?")
    questions.add_question(journal, QuestionKind.CHANGE, "Slept more")
    page.presenter.on_chosen(parts=frozenset({Part.QUESTIONS}))
    page.presenter.on_save(tmp_path / "a.pdf", "")
    heard.press("Mark these as brought up")
    assert [each.text for each in questions.open_questions(journal)] == ["Slept more"]
    heard.press("Undo")
    assert len(questions.open_questions(journal)) == 2


def test_nothing_is_offered_to_mark_where_no_line_was_printed(page, journal, heard, tmp_path):
    questions.add_question(journal, QuestionKind.QUESTION, "May I drive?")
    page.presenter.on_chosen(parts=frozenset({Part.SCORES}))
    page.presenter.on_save(tmp_path / "a.pdf", "")
    assert [name for name, _act in heard.bar[-1][1]] == ["Open the folder"]


def test_the_mark_stands_where_it_was_pressed_for_and_undo_goes_one_step(journal):
    questions.bring_up_today(journal, [questions.add_question(journal, QuestionKind.CHANGE, "x").id])
    history.undo(journal)
    assert len(questions.open_questions(journal)) == 1


def test_the_choice_since_the_last_appointment_is_one_of_the_periods(page, journal):
    since = page.options.period.spans[Span.SINCE]
    assert isinstance(since, ChoiceButton)
    assert since.isHidden()
    last_seen(journal, 9)
    page.presenter.on_changed(frozenset({"appointments"}))
    since.click()
    assert page.state.period.length_days == 9


def test_a_renamed_clinician_is_printed_by_the_new_name_and_by_the_old_one_after_undo(journal):
    known = clinicians.add_clinician(journal, "Harbour clinic")
    presenter, view = entered(journal)
    presenter.on_clinician(known.id)
    clinicians.rename_clinician(journal, known.id, "Quay clinic")
    presenter.on_changed(frozenset({"clinicians"}))
    assert (view.state.choices.clinician, view.state.clinicians) == ("Quay clinic", ((known.id, "Quay clinic"),))
    history.undo(journal)
    presenter.on_changed(frozenset({"clinicians"}))
    assert view.state.choices.clinician == "Harbour clinic"


def test_a_name_typed_in_its_place_stays_when_the_clinician_is_renamed(journal):
    known = clinicians.add_clinician(journal, "Harbour clinic")
    presenter, view = entered(journal)
    presenter.on_clinician(known.id)
    presenter.on_chosen(clinician="The night nurse")
    clinicians.rename_clinician(journal, known.id, "Quay clinic")
    presenter.on_changed(frozenset({"clinicians"}))
    assert view.state.choices.clinician == "The night nurse"
