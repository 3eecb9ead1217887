"""The Questionnaires page as widgets: by keys, in large text, in both themes and a long language."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from journal.app import questionnaires
from journal.ui.questionnaires.page import QuestionnairesPage
from tests.support.questionnaires import EVERY_KIND, given, kept, questionnaire_context, write_form
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import button, dressed, put_up, words_shown


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made(theme_source=None):
        page = QuestionnairesPage(questionnaire_context(*opened, theme_source or theme, heard))
        put_up(qtbot, page, 829, 700, active=True)
        page.entered()
        return page

    return made


@pytest.fixture
def some(journal, tmp_path):
    questionnaires.save_answers(journal, "pcl5", given(*[2] * 20))
    questionnaires.save_total(journal, "ISI", 14, date(2026, 11, 2), "Dr. Reed")
    return kept(journal, tmp_path, *EVERY_KIND)


def named(page, name):
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def test_every_button_says_what_it_is_about(show, some):
    page = show()
    assert named(page, "Fill in, PHQ-9").isVisible()
    assert named(page, "Open, PCL-5 (past month), 22 November 2026").isVisible()
    assert named(page, "Delete, ISI, 2 November 2026").isVisible()


def test_the_keyboard_begins_at_the_first_button_and_is_taken_from_nobody(show):
    page = show()
    assert page.window().focusWidget() is named(page, "Fill in, PCL-5")
    named(page, "Fill in, WHO-5").setFocus()
    page.entered()
    assert page.window().focusWidget() is named(page, "Fill in, WHO-5")


def test_enter_on_a_button_begins_a_questionnaire(show, heard):
    page = show()
    here = named(page, "Fill in, PHQ-9")
    here.setFocus()
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert heard.went == [("questionnaire", {"instrument": "phq9", "form_id": ""})]


def test_a_total_is_typed_in_by_keys(show, journal):
    page = show()
    named(page, "Type in a total").click()
    form = page.cards["files"].form
    assert page.window().focusWidget() is form.fields["which"].control
    form.fields["which"].control.setCurrentIndex(form.fields["which"].control.count() - 1)
    for key, text in (("name", "ISI"), ("total", "14")):
        form.fields[key].control.setFocus()
        QTest.keyClicks(form.fields[key].control, text)
    QTest.keyClick(form.fields["total"].control, Qt.Key.Key_Return)
    assert questionnaires.list_all(journal)[0].total == 14.0
    assert page.cards["files"].form is None


def test_a_row_that_goes_hands_the_keyboard_to_its_neighbour(show, some):
    page = show()
    here = named(page, "Delete, PCL-5 (past month), 22 November 2026")
    here.setFocus()
    here.click()
    assert page.window().focusWidget().accessibleName().endswith("ISI, 2 November 2026")


def test_the_file_is_asked_for_and_its_reasons_are_read_out(show, heard, tmp_path):
    page = show()
    button(page, "Open a questionnaire file…").click()
    assert page.dialog.isVisible()
    page.dialog.fileSelected.emit(str(write_form(tmp_path, {"linkId": "a", "type": "url", "text": "Where?"})))
    page.dialog.close()
    QApplication.processEvents()
    assert "“form.json” was not opened:" in " ".join(words_shown(page))
    assert heard.said[0].startswith("“form.json” was not opened:")


def test_where_the_answers_go_is_asked_with_a_neutral_name(show, some):
    page = show()
    named(page, "Save as FHIR…, PCL-5 (past month), 22 November 2026").click()
    assert page.dialog.selectedFiles()[0].endswith("Notes 2026-11-22.json")
    page.dialog.close()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qtbot, qapp, show, some, look, scale):
    with dressed(qapp, look, scale) as source:
        page = show(source)
        named(page, "Type in a total").click()
        qtbot.waitUntil(lambda: cut_off(page) == [])
        assert page.body.horizontalScrollBar().maximum() == 0


def test_every_word_can_be_translated_and_has_room_in_a_long_language(qtbot, show, some, tmp_path):
    with stretched_words(tmp_path):
        page = show()
        page.presenter.on_file(tmp_path / "gone.json")
        qtbot.waitUntil(lambda: cut_off(page) == [])
        shown = set(words_shown(page))
    own = re.compile(r"PCL-5|PC-PTSD-5|PHQ-9|GAD-7|WHO-5|B-IPF|SUDS|ISI|At sea|Dr\. Reed|Leeward")
    left = {
        words
        for words in shown
        if "[" not in words and "2026" not in words and re.search(r"[A-Za-z]{3}", own.sub("", words))
    }
    assert left == set()
