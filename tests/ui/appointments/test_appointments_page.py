"""The page for appointments, on a real journal."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journal.app import appointments, clinicians, history, questions
from journal.model.appointments import QuestionKind
from journal.model.errors import DiskFull
from journal.ui.appointments.page import AppointmentsPage
from tests.support.questionnaires import questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.windows import put_up, words_shown

__all__ = ["heard", "journal", "opened"]

ASK, TELL = QuestionKind.QUESTION, QuestionKind.CHANGE


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made(**where):
        page = AppointmentsPage(questionnaire_context(*opened, theme, heard))
        put_up(qtbot, page, 829, 700)
        page.entered(**where)
        return page

    return made


def named(page, name):
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def fill(page, card, **values):
    form = page.cards[card].form
    for key, value in values.items():
        control = form.fields[key].control
        {date: lambda c, v: c.show_day(v), int: lambda c, v: c.setCurrentIndex(v)}.get(
            type(value), lambda c, v: c.setPlainText(v) if hasattr(c, "setPlainText") else c.setText(v)
        )(control, value)
    form.send()


def write(page, kind, *lines):
    for line in lines:
        page.collected[kind].field.setText(line)
        QTest.keyClick(page.collected[kind].field, Qt.Key.Key_Return)


def texts(journal, kind=ASK):
    return [each.text for each in questions.open_questions(journal, kind)]


def test_an_appointment_is_added_with_somebody_new_and_taken_back_in_one_step(show, journal):
    page = show()
    named(page, "Add an appointment").click()
    form = page.cards["appointments"].form
    fill(page, "appointments", time="1430", clinician=form.fields["clinician"].control.count() - 1, name="Mara Lind")
    made = appointments.appointments(journal)[0]
    assert (made.day, made.time) == (journal.today(), "14:30")
    assert [each.name for each in clinicians.clinicians(journal)] == ["Mara Lind"]
    assert made.clinician_id == clinicians.clinicians(journal)[0].id
    history.undo(journal)
    assert (appointments.appointments(journal), clinicians.clinicians(journal)) == ([], [])


def test_a_time_that_is_none_is_asked_about_and_nothing_is_kept(show, journal):
    page = show()
    named(page, "Add an appointment").click()
    fill(page, "appointments", time="soon")
    assert "Type a time such as 14:30, or leave it empty." in words_shown(page)
    assert appointments.appointments(journal) == []


def test_the_next_one_stands_first_and_earlier_ones_are_folded(show, journal):
    today = journal.today()
    for days in (-30, -3, 9, 2):
        appointments.add_appointment(journal, today + timedelta(days=days))
    page = show()
    card = page.cards["appointments"]
    assert [row.row.title for row in card.rows.values()] == ["Tuesday, 24 November 2026", "Tuesday, 1 December 2026"]
    named(page, "Earlier ones").click()
    assert [row.row.title for row in card.rows.values()][2:] == [
        "Thursday, 19 November 2026",
        "Friday, 23 October 2026",
    ]


def test_the_page_opens_on_the_appointment_that_was_asked_for(show, journal):
    made = appointments.add_appointment(journal, journal.today() - timedelta(days=3), note="bring the letter")
    page = show(appointment_id=made.id)
    form = page.cards["appointments"].form
    assert form.fields["note"].value == "bring the letter"
    fill(page, "appointments", note="")
    assert appointments.appointment(journal, made.id).note == ""


def test_an_appointment_is_deleted_and_brought_back(show, journal, heard):
    made = appointments.add_appointment(journal, journal.today())
    page = show()
    named(page, "Delete, Sunday, 22 November 2026").click()
    assert appointments.appointments(journal) == []
    heard.press("Undo")
    assert appointments.appointments(journal) == [made]


def test_lines_are_written_one_after_the_other_without_leaving_the_field(show, journal):
    page = show(kind="question")
    write(page, ASK, "Is the dose to stay?", "   ", "May I drive?")
    assert texts(journal) == ["Is the dose to stay?", "May I drive?"]
    assert page.collected[ASK].field.text() == ""
    assert texts(journal, TELL) == []


def test_a_line_is_reworded_where_it_stands(show, journal):
    page = show()
    write(page, TELL, "Slept more")
    row = next(iter(page.collected[TELL].rows.values()))
    row.field.setPlainText("Slept\nmuch more")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert texts(journal, TELL) == ["Slept much more"]
    row.field.setPlainText("  ")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert texts(journal, TELL) == ["Slept much more"]


def test_escape_takes_back_what_was_typed_over_a_line(show, journal):
    page = show()
    write(page, ASK, "one")
    row = next(iter(page.collected[ASK].rows.values()))
    row.field.setPlainText("two")
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert (row.field.words, texts(journal)) == ("one", ["one"])


def test_alt_and_an_arrow_move_a_line_and_the_keyboard_stays_on_it(qtbot, show, journal):
    page = show()
    write(page, ASK, "one", "two", "three")
    row = list(page.collected[ASK].rows.values())[2]
    row.field.setFocus()
    QTest.keyClick(row.field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(journal) == ["one", "three", "two"]
    assert page.focusWidget() is row.field
    named(page, "Move one down").click()
    assert texts(journal) == ["three", "one", "two"]
    assert [each.line.text for each in page.collected[ASK].rows.values()] == ["three", "one", "two"]


def test_a_ticked_line_goes_to_the_folded_list_with_its_day_and_can_come_back(show, journal, heard):
    page = show()
    write(page, ASK, "one")
    named(page, "Brought up: one").click()
    assert texts(journal) == []
    assert "one" not in words_shown(page)
    fold = named(page, "Show, Brought up")
    assert QAccessible.queryAccessibleInterface(fold).state().collapsed
    fold.click()
    assert "To ask, brought up on 22 November 2026" in words_shown(page)
    named(page, "Not brought up yet, one").click()
    assert texts(journal) == ["one"]


def test_a_line_brought_up_is_open_again_after_undo(show, journal, heard):
    page = show()
    write(page, ASK, "one")
    named(page, "Brought up: one").click()
    heard.press("Undo")
    assert texts(journal) == ["one"]


def test_a_line_is_deleted_with_undo_and_for_good(show, journal, heard):
    page = show()
    write(page, ASK, "one", "two")
    named(page, "Delete: one").click()
    heard.press("Undo")
    assert texts(journal) == ["one", "two"]
    named(page, "Delete: two").click()
    heard.press("Delete for good")
    assert texts(journal) == ["one"]


def test_a_clinician_is_renamed_and_deleted_with_undo(show, journal, heard):
    clinicians.add_clinician(journal, "Mara")
    page = show()
    named(page, "Change the name, Mara").click()
    fill(page, "clinicians", name="Mara Lind")
    named(page, "Delete, Mara Lind").click()
    assert clinicians.clinicians(journal) == []
    heard.press("Undo")
    assert [each.name for each in clinicians.clinicians(journal)] == ["Mara Lind"]


def test_what_was_half_typed_stands_again_after_a_lock(show, journal):
    page = show()
    page.collected[ASK].field.setText("half a quest")
    named(page, "Add an appointment").click()
    fields = page.cards["appointments"].form.fields
    fields["time"].control.setText("14")
    fields["note"].control.setPlainText("bring the let")
    fields["day"].control.show_day(journal.today() + timedelta(days=9))
    page.left()
    again = show()
    values = again.cards["appointments"].form.values
    assert (values["day"], values["note"]) == (journal.today() + timedelta(days=9), "bring the let")
    assert again.collected[ASK].field.text() == "half a quest"
    assert again.cards["appointments"].form.fields["time"].value == "14"


def test_an_appointment_that_is_led_to_leaves_what_was_half_typed_for_later(show, journal):
    known = appointments.add_appointment(journal, journal.today())
    page = show()
    named(page, "Add an appointment").click()
    page.cards["appointments"].form.fields["time"].control.setText("14")
    page.left()
    again = show(appointment_id=known.id)
    assert again.cards["appointments"].form.form.under == known.id
    again.presenter.on_form_left()
    again.left()
    again.entered()
    assert again.cards["appointments"].form.fields["time"].value == "14"


def full(*_given, **_named):
    raise DiskFull(path="")


def test_what_could_not_be_kept_stands_where_it_was_typed(show, journal, heard, monkeypatch):
    page = show()
    named(page, "Add an appointment").click()
    with monkeypatch.context() as patched:
        patched.setattr(questions, "add_question", full)
        patched.setattr(appointments, "keep_appointment", full)
        write(page, ASK, "May I drive?")
        fill(page, "appointments", time="14:30")
    assert [error.code for error in heard.errors] == ["disk_full", "disk_full"]
    assert page.collected[ASK].field.text() == "May I drive?"
    page.collected[ASK].add.click()
    page.cards["appointments"].form.send()
    assert texts(journal) == ["May I drive?"]
    assert [each.time for each in appointments.appointments(journal)] == ["14:30"]


def test_escape_leads_back_to_the_report(show, heard):
    QTest.keyClick(show(), Qt.Key.Key_Escape)
    assert heard.went == [("report", {})]
