"""The Treatment page, used as a person does: by keyboard, with a screen reader, in large text."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from journal.app import intakes, markers
from journal.report.request import Paper
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Tab
from journal.ui.treatment.page import TreatmentPage
from journal.ui.widgets.tab_order import stops_in
from tests.support.stretched import cut_off, stretched_words
from tests.support.treatment import TODAY, Heard, make_context
from tests.support.windows import button, dress, words_shown


class Setter:
    """Sets pages at once."""

    def run(self, job, then=lambda _result: None, failed=None):
        then(job())


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def page(qtbot, theme, journal, filled, heard):
    return opened(qtbot, theme, journal, heard)


def opened(qtbot, theme, journal, heard, size=(830, 700)):
    made = TreatmentPage(make_context(journal, theme, heard), Setter(), Paper.A4)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.entered()
    return made


def named(page, name, kind=QAbstractButton):
    """The visible control whose accessible name begins so."""
    return next(
        each for each in page.findChildren(kind) if each.isVisibleTo(page) and each.accessibleName().startswith(name)
    )


def form(page):
    return next(card.form for card in page.cards.values() if card.form is not None)


def test_the_views_are_chosen_with_their_buttons(page):
    for tab, words in ((Tab.COURSES, "Courses"), (Tab.MARKERS, "Markers"), (Tab.NOW, "Now")):
        page.tabs[tab].click()
        assert page.state.tab is tab
        assert page.tabs[tab].isChecked()
        assert page.tabs[tab].text() == words


def test_a_dose_is_answered_by_keyboard_and_the_keyboard_stays_where_it_is(page, journal, filled):
    taken = named(page, "Taken, Sertraline 50 mg, 08:00")
    taken.setFocus()
    QTest.keyClick(taken, Qt.Key.Key_Return)
    (logged,) = intakes.intakes(journal, TODAY, TODAY, filled.sertraline.id)
    now = named(page, "Taken, Sertraline 50 mg, 08:00")
    assert now.isChecked()
    assert page.window().focusWidget() is now
    QTest.keyClick(now, Qt.Key.Key_Tab)
    assert page.window().focusWidget().accessibleName() == "Taken later, Sertraline 50 mg, 08:00"
    assert f"Taken at {logged.at:%H:%M}" in words_shown(page)


def test_a_screen_reader_hears_which_answer_holds(page):
    named(page, "Taken, Sertraline 50 mg, 08:00").click()
    heard = QAccessible.queryAccessibleInterface(named(page, "Taken, Sertraline 50 mg, 08:00"))
    assert heard.state().checked
    other = QAccessible.queryAccessibleInterface(named(page, "Not taken, Sertraline 50 mg, 08:00"))
    assert not other.state().checked


def test_undoing_a_dose_leaves_the_keyboard_on_its_row(page):
    named(page, "Taken, Sertraline 50 mg, 08:00").click()
    undo = named(page, "Undo, Sertraline 50 mg, 08:00")
    undo.setFocus()
    undo.click()
    assert page.window().focusWidget().accessibleName() == "Taken, Sertraline 50 mg, 08:00"


def test_a_dose_that_was_logged_is_corrected_at_its_time_first(page):
    named(page, "Taken, Sertraline 50 mg, 08:00").click()
    named(page, "Change, Sertraline 50 mg, 08:00").click()
    assert page.window().focusWidget() is form(page).fields["time"].control


def test_another_dose_is_typed_first_and_its_day_after(page):
    page.tabs[Tab.MEDICINES].click()
    named(page, "Change the dose, Sertraline").click()
    assert page.window().focusWidget() is form(page).fields["dose"].control


def test_a_form_stays_under_its_row_when_something_in_it_does_not_fit(page):
    page.tabs[Tab.MEDICINES].click()
    named(page, "Change the dose, Prazosin").click()
    form(page).submit.click()
    card = page.cards["medicines"]
    assert form(page).fields["dose"].problem.isVisibleTo(page)
    assert card._list.indexOf(form(page)) == card._list.indexOf(card._rows[form(page).form.under]) + 1


def test_a_form_opens_with_the_keyboard_in_it_and_escape_gives_it_back(page):
    page.tabs[Tab.MARKERS].click()
    opener = button(page, "Add a marker")
    opener.setFocus()
    opener.click()
    assert form(page).isAncestorOf(page.window().focusWidget())
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert page.cards["add-marker"].form is None
    assert page.window().focusWidget().text() == "Add a marker"


def test_a_form_is_sent_with_enter_and_a_problem_stands_at_its_field(page, journal):
    page.tabs[Tab.MARKERS].click()
    button(page, "Add a marker").click()
    label = form(page).fields["label"]
    label.control.setFocus()
    QTest.keyClick(label.control, Qt.Key.Key_Return)
    assert label.problem.isVisible()
    assert label.problem.text() == label.control.accessibleDescription() == "Give it a label."
    assert page.window().focusWidget() is label.control
    QTest.keyClicks(label.control, "Anniversary")
    QTest.keyClick(label.control, Qt.Key.Key_Return)
    assert [each.label for each in markers.markers(journal)] == ["Moved to the new flat", "Anniversary"]


def test_what_was_typed_survives_a_change_elsewhere_and_another_page(page, journal, filled):
    page.tabs[Tab.MARKERS].click()
    button(page, "Add a marker").click()
    QTest.keyClicks(form(page).fields["label"].control, "half typ")
    markers.delete_marker(journal, filled.marker.id)
    page.left()
    page.entered()
    assert form(page).fields["label"].value == "half typ"


def test_more_of_a_form_is_folded_until_it_is_wanted(page):
    page.tabs[Tab.COURSES].click()
    button(page, "Add a course").click()
    clinic = form(page).fields["clinic"]
    assert not clinic.isVisible()
    button(page, "More, if you like").click()
    assert clinic.isVisible()
    assert form(page).isAncestorOf(page.window().focusWidget())


def test_the_keyboard_goes_to_the_next_row_when_one_is_deleted(page, journal):
    markers.add_marker(journal, TODAY, "Second")
    page.tabs[Tab.MARKERS].click()
    gone = named(page, "Delete, Second")
    gone.setFocus()
    gone.click()
    assert page.window().focusWidget().accessibleName() == "Change, Moved to the new flat"
    named(page, "Delete, Moved").setFocus()
    named(page, "Delete, Moved").click()
    assert page.window().focusWidget() is not None


def test_a_course_is_opened_and_left_by_keyboard(page, filled):
    page.tabs[Tab.COURSES].click()
    QTest.keyClick(button(page, "Ketamine infusion"), Qt.Key.Key_Return)
    assert (page.state.title, page.window().focusWidget()) == ("Ketamine infusion", page.back)
    assert page.back.accessibleName() == "Back to Courses"
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert (page.state.back, page.window().focusWidget()) == (None, page.tabs[Tab.COURSES])


def test_a_session_is_opened_by_its_name(page, heard, filled):
    page.entered(course_id=filled.course.id)
    button(page, "Ketamine infusion 2 of 6").click()
    assert heard.went == [("session", {"session_id": filled.second.id})]


def test_a_session_of_another_kind_is_begun_from_the_list(page, heard):
    menu = button(page, "Begin another").menu()
    next(action for action in menu.actions() if action.text() == "EMDR").trigger()
    assert heard.went == [("session", {"begin": "emdr", "course_id": None})]


def test_tab_goes_through_the_page_as_it_stands(page):
    page.tabs[Tab.MEDICINES].click()
    places = [
        stop.mapTo(page, stop.rect().topLeft()).y()
        for stop in stops_in(page.body)
        if stop.isVisibleTo(page) and stop.isEnabled()
    ]
    rows = [y // 40 for y in places]
    assert rows == sorted(rows)
    first, *rest = [stop for stop in stops_in(page.body) if stop.isVisibleTo(page)]
    reached, here = [first], first.nextInFocusChain()
    while here is not first:
        if here in rest:
            reached.append(here)
        here = here.nextInFocusChain()
    assert reached == [first, *rest]


@pytest.mark.parametrize("tab", list(Tab))
def test_everything_that_takes_the_keyboard_has_a_name(page, tab):
    page.tabs[tab].click()
    for control in page.findChildren(QWidget):
        if control.isVisibleTo(page) and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.focusProxy():
            assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control


def every_form(filled):
    return [
        (Tab.NOW, Deed(Do.ADD_SESSION)),
        (Tab.COURSES, Deed(Do.ADD_COURSE)),
        (Tab.MEDICINES, Deed(Do.ADD_MEDICINE)),
        (Tab.MEDICINES, Deed(Do.CHANGE_DOSE, filled.sertraline.id)),
        (Tab.MEDICINES, Deed(Do.STOP_MEDICINE, filled.sertraline.id)),
        (Tab.PRACTICE, Deed(Do.ADD_PRACTICE)),
        (Tab.PRACTICE, Deed(Do.CHANGE_PRACTICE, filled.practice.id)),
        (Tab.MARKERS, Deed(Do.ADD_MARKER)),
    ]


def test_every_field_has_a_label_that_leads_to_it(page, filled):
    for tab, deed in every_form(filled):
        page.tabs[tab].click()
        page.presenter.on_press(deed)
        for field in form(page).fields.values():
            assert field.control.accessibleName() == field.field.label


@pytest.mark.parametrize(("choice", "scale", "size"), [("light", 1.0, (830, 700)), ("dark", 2.0, (760, 640))])
def test_no_word_is_cut_off_in_either_theme_at_any_text_size(qtbot, qapp, journal, filled, heard, choice, scale, size):
    source = dress(qapp, choice, scale)
    page = opened(qtbot, source, journal, heard, size)
    for tab, deed in every_form(filled):
        page.tabs[tab].click()
        page.presenter.on_press(deed)
        QApplication.processEvents()
        assert cut_off(page) == []
        assert page.body.horizontalScrollBar().maximum() == 0
    source.deleteLater()


@pytest.fixture
def pseudo(tmp_path):
    with stretched_words(tmp_path):
        yield


OWN = ("Sertraline", "Prazosin", "Moved to the new flat", "Harbour", "mg")
"""What the person wrote stands as it was written."""


def test_every_word_can_be_translated_and_has_room_in_a_long_language(qtbot, theme, pseudo, journal, filled, heard):
    page = opened(qtbot, theme, journal, heard)
    kinds = {kind.label for kind in journal.treatments.all}
    shown = set()
    for tab, deed in every_form(filled):
        page.tabs[tab].click()
        page.presenter.on_press(deed)
        QApplication.processEvents()
        assert cut_off(page) == []
        shown |= set(words_shown(page))
    left = {words for words in shown if "[" not in words and words not in kinds and "2026" not in words}
    english = {words for words in left if re.search(r"[A-Za-z]{3}", re.sub("|".join(OWN), "", words))}
    assert english == set()


def test_the_list_of_medicines_is_saved_under_a_neutral_name(qtbot, page, journal, heard, tmp_path):
    page.tabs[Tab.MEDICINES].click()
    button(page, "List to print or save").click()
    listing = page.listing
    assert "Prazosin" in words_shown(page)
    listing.findChild(QLineEdit).setText("K. M.")
    button(page, "Save as PDF…").click()
    assert "Anyone who opens this computer can read this file." in words_shown(page)
    button(page, "Save").click()
    assert listing.dialogs.dialog.selectedFiles()[0].endswith("Notes 2026-10-29.pdf")
    listing.dialogs.dialog.fileSelected.emit(str(tmp_path / "notes.pdf"))
    listing.dialogs.dialog.reject()
    assert (tmp_path / "notes.pdf").read_bytes().startswith(b"%PDF")
    assert heard.said == ["Saved as notes.pdf."]
    page.back.click()
    button(page, "List to print or save").click()
    assert listing.name.text() == ""


def test_the_pages_of_the_list_are_made_for_the_printer(page, monkeypatch):
    page.tabs[Tab.MEDICINES].click()
    button(page, "List to print or save").click()
    made = []
    monkeypatch.setattr(page.listing, "print_pages", made.append)
    button(page, "Print…").click()
    assert made[0][0].startswith(b"\x89PNG")


def test_an_opened_form_comes_into_view(qtbot, page):
    page.tabs[Tab.MEDICINES].click()
    button(page, "Add a medicine").click()

    def in_view():
        top = form(page).mapTo(page.body.viewport(), form(page).rect().topLeft()).y()
        assert 0 <= top < page.body.viewport().height() - 100

    qtbot.waitUntil(in_view)


def test_times_of_day_are_asked_only_of_what_is_taken_at_set_times(page):
    page.tabs[Tab.MEDICINES].click()
    button(page, "Add a medicine").click()
    when, times = form(page).fields["when"].control, form(page).fields["times"].control
    times.setText("08:00")
    assert times.isVisibleTo(page)
    when.setCurrentIndex(1)
    assert not times.isVisibleTo(page)
    when.setCurrentIndex(0)
    assert times.isVisibleTo(page)
    assert times.text() == "08:00"
