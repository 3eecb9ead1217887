"""The page of a questionnaire, used as a person does: by keys, with a screen reader, in large text."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from journal.app import questionnaires
from journal.model.entries import State
from journal.model.questionnaires import GivenAnswer, Span
from journal.ui.questionnaire.page import QuestionnairePage
from journal.ui.questionnaire.ticks_row import TicksRow
from tests.support.journals import reopen
from tests.support.questionnaires import EVERY_KIND, coded, given, kept, questionnaire_context, when
from tests.support.report_ui import HeldRunner
from tests.support.rows import SUPPORT
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import button, dressed, words_shown


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made(journal=None, dressed=None, size=(829, 700), **where):
        context = questionnaire_context(journal or opened[0], opened[1], dressed or theme, heard)
        page = QuestionnairePage(context, SUPPORT)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.entered(**where)
        return page

    return made


@pytest.fixture
def form_id(journal, tmp_path):
    return kept(journal, tmp_path, *EVERY_KIND).id


def keyboard():
    return QApplication.focusWidget()


def type_keys(keys):
    """Type to whatever has the focus, as a person does."""
    for key in keys:
        QTest.keyClicks(keyboard(), key)


def row(page, key):
    return page.questions.blocks[key].row


def test_a_whole_pcl_5_takes_one_key_an_answer(show, journal):
    page = show(instrument="pcl5")
    assert keyboard() is row(page, "1")
    type_keys("21034" * 4)
    (saved,) = questionnaires.list_all(journal)
    assert [answer.value for answer in saved.answers] == [2, 1, 0, 3, 4] * 4
    assert keyboard() is page.footer.close_button
    assert page.result.total.text() == "Total 40 of 80."
    assert page.footer.saved.text() == "Saved 21:04"


def test_the_keyboard_ends_at_close_which_says_the_total(show, heard):
    page = show(instrument="gad7")
    type_keys("1" * 7)
    assert page.footer.close_button.accessibleDescription().startswith("Total 7 of 21.")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert heard.went == [("questionnaires", {})]


def test_each_step_is_said_once(show, heard):
    show(instrument="pcl5")
    type_keys("2")
    assert heard.said == ["1. Unwanted memories, 2. 2. Nightmares, not answered, 2 of 20."]


def test_minus_skips_and_backspace_goes_back_and_clears(show, journal):
    page = show(instrument="pcl5")
    type_keys("3-")
    assert row(page, "2").row.spoken_answer == "skipped"
    QTest.keyClick(keyboard(), Qt.Key.Key_Backspace)
    assert keyboard() is row(page, "2")
    assert row(page, "2").row.state is None
    assert questionnaires.list_all(journal)[0].answers[0].value == 3


def test_tab_leaves_a_row_unanswered(show, journal):
    page = show(instrument="pcl5")
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is row(page, "2")
    assert questionnaires.list_all(journal) == []


def test_item_9_shows_the_still_line_and_the_keyboard_stays(show, heard):
    page = show(instrument="phq9")
    type_keys("0" * 8)
    assert page.questions.blocks["9"].still is None
    type_keys("1")
    assert keyboard() is row(page, "9")
    still = page.questions.blocks["9"].still
    assert still.isVisible()
    assert "Only you see this." in words_shown(still)
    assert heard.said[-1] == "9. Thoughts of suicide, 1. Only you see this. In danger now: 112"
    assert "1" not in " ".join(words for words in words_shown(still) if "112" not in words)


def test_the_still_line_is_in_sight_and_its_buttons_follow_the_row(qtbot, show, heard):
    page = show(instrument="phq9")
    type_keys("000000003")
    still = page.questions.blocks["9"].still
    foot = lambda: still.mapTo(page.body, still.rect().bottomLeft()).y()  # noqa: E731
    qtbot.waitUntil(lambda: foot() <= page.body.height())
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is still.plan
    still.plan.click()
    assert heard.went == [("calm", {"part": "plan"})]


def test_the_still_line_comes_each_time_and_goes_with_a_0(show):
    page = show(instrument="phq9")
    type_keys("000000002")
    type_keys("0")
    assert page.questions.blocks["9"].still.isHidden()
    assert keyboard() is page.footer.close_button
    row(page, "9").choose(2)
    assert page.questions.blocks["9"].still.isVisible()


def test_a_no_to_the_gate_hides_the_rest_and_a_yes_shows_it(show, journal):
    page = show(instrument="pc_ptsd_5")
    type_keys("1")
    assert keyboard() is row(page, "1")
    QTest.keyClick(keyboard(), Qt.Key.Key_Backspace)
    type_keys("0")
    assert [each.row.key for each in page.questions.rows] == ["gate"]
    assert page.result.total.text() == "Total 0 of 5."
    assert keyboard() is page.footer.close_button


def test_the_keyboard_never_stays_on_a_question_that_is_gone(show):
    page = show(instrument="pc_ptsd_5")
    type_keys("11")
    assert keyboard() is row(page, "2")
    page.presenter.on_answered("gate", 0.0, State.RATED)
    assert keyboard() is row(page, "gate")


def test_the_gentle_note_is_said_when_the_page_opens_and_stands_over_the_questions(show, journal, heard):
    questionnaires.save_answers(journal, "pcl5", given(*[1] * 20), at=datetime(2026, 11, 20, 20, 0))
    page = show(instrument="pcl5")
    assert page.header.note.isVisible()
    assert heard.said == [page.header.note.text()]
    type_keys("2")
    assert len(questionnaires.list_all(journal)) == 2


def test_the_span_is_chosen_over_the_questions(show, journal):
    page = show(instrument="pcl5")
    page.header.span.buttons["week"].click()
    row(page, "1").choose(2)
    assert questionnaires.list_all(journal)[0].span is Span.WEEK


def test_suds_is_typed_and_saved_when_the_page_is_left(show, journal):
    page = show(instrument="suds")
    type_keys("45")
    page.left()
    assert questionnaires.list_all(journal)[0].answers == (GivenAnswer("1", 45),)


def test_what_was_half_typed_stands_again_after_a_lock(show, journal, form_id, opened):
    page = show(form_id=form_id)
    row(page, "since").take_focus()
    type_keys("29 Oct")
    page.left()
    again = reopen(journal)
    later = show(journal=again, form_id=form_id)
    assert row(later, "since").field.text() == "29 Oct"
    assert "A day such as 29/10/2026." in words_shown(later)
    again.close()


def test_skip_logic_moves_no_keyboard_and_leaves_the_other_rows_alone(show, form_id):
    page = show(form_id=form_id)
    out, boats = row(page, "out"), row(page, "boats")
    out.take_focus()
    QTest.keyClick(out, Qt.Key.Key_Right)
    QTest.keyClick(out, Qt.Key.Key_Right)
    assert "how_far" in page.questions.blocks
    assert keyboard() is out
    assert row(page, "boats") is boats
    QTest.keyClick(out, Qt.Key.Key_Left)
    assert "how_far" not in page.questions.blocks
    assert keyboard() is out


def test_a_question_that_appears_is_the_next_one_for_the_keyboard(show, form_id):
    page = show(form_id=form_id)
    row(page, "out").take_focus()
    type_keys("1")
    assert keyboard() is row(page, "how_far").field


def test_a_form_is_answered_by_keys_from_its_first_question_to_its_last(show, form_id, journal):
    page = show(form_id=form_id)
    type_keys("2")
    type_keys("1")
    type_keys("0")
    assert isinstance(keyboard().parent(), TicksRow)
    type_keys("13")
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    type_keys("2")
    assert keyboard().parent() is row(page, "harbour\x1fown words")
    for text in ("", "2.5", "29/10/2026", "Ada"):
        type_keys(text)
        QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert isinstance(keyboard(), QPlainTextEdit)
    type_keys("calm")
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    type_keys("40")
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    type_keys("4")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert keyboard() is page.footer.close_button
    (saved,) = questionnaires.list_all(journal)
    told = {answer.item: getattr(answer.value, "code", answer.value) for answer in saved.answers}
    assert told == {
        "calm": "c",
        "wind": "s",
        "out": False,
        "boats": "z",
        "harbour": "w",
        "depth": 2.5,
        "since": "2026-10-29",
        "skipper": "Ada",
        "log": "calm",
        "swell": 40,
        "hours[1]": 4,
    }


def test_a_text_that_is_no_answer_keeps_the_keyboard_and_says_why(show, form_id):
    page = show(form_id=form_id)
    field = row(page, "depth").field
    field.setFocus()
    type_keys("deep")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert keyboard() is field
    assert field.accessibleDescription() == "A number such as 2.5."


def test_backspace_in_the_next_row_takes_no_words_away(show, journal, tmp_path):
    items = (
        {"linkId": "log", "type": "string", "text": "Log"},
        {"linkId": "out", "type": "boolean", "text": "Out?"},
    )
    page = show(form_id=kept(journal, tmp_path, *items, title="Log").id)
    type_keys("a whole line")
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(), Qt.Key.Key_Backspace)
    assert row(page, "log").field.text() == "a whole line"


class TestSlider:
    @pytest.fixture
    def slider(self, show, form_id):
        page = show(form_id=form_id)
        row(page, "swell").take_focus()
        return row(page, "swell")

    def test_nothing_is_chosen_beforehand(self, slider):
        assert not slider.slider.is_set
        assert slider.value.text() == ""

    def test_the_first_arrow_chooses_an_end_and_the_next_goes_on(self, slider):
        QTest.keyClick(slider.slider, Qt.Key.Key_Right)
        assert slider.row.value == 0.0
        QTest.keyClick(slider.slider, Qt.Key.Key_Right)
        assert slider.row.value == 1.0

    def test_figures_are_typed_one_after_the_other(self, slider):
        type_keys("75")
        assert slider.row.value == 75.0

    def test_a_press_chooses_the_place_under_the_pointer(self, slider):
        QTest.mouseClick(slider.slider, Qt.MouseButton.LeftButton, pos=slider.slider.rect().center())
        assert slider.row.value == pytest.approx(50, abs=2)
        assert slider.slider.is_set

    def test_backspace_takes_the_value_away(self, slider):
        type_keys("7")
        QTest.keyClick(slider.slider, Qt.Key.Key_Backspace)
        assert not slider.slider.is_set
        assert slider.row.state is None

    def test_minus_skips_it_and_goes_on(self, slider):
        type_keys("-")
        assert slider.row.state is State.NOT_APPLICABLE
        assert not slider.slider.hasFocus()

    def test_a_turn_of_the_wheel_answers_nothing(self, slider):
        slider.slider.wheelEvent(FakeWheel())
        assert slider.row.state is None


class FakeWheel:
    def ignore(self):
        pass


def test_a_group_is_asked_once_more_on_request(show, form_id):
    page = show(form_id=form_id)
    button(page, "Once more: Watch").click()
    assert "hours[2]" in page.questions.blocks
    assert "Watch (2)" in words_shown(page)


def test_a_condition_in_the_middle_of_typing_replaces_nothing(show, journal, tmp_path):
    items = (
        {"linkId": "name", "type": "string", "text": "Name"},
        {"linkId": "why", "type": "text", "text": "Why?", "enableWhen": [when("name", answerString="Ada")]},
    )
    page = show(form_id=kept(journal, tmp_path, *items, title="Name").id)
    type_keys("Ada")
    page.chain.flush()
    assert "why" in page.questions.blocks
    assert keyboard().text() == "Ada"
    type_keys("m")
    assert keyboard().text() == "Adam"


def test_escape_and_the_way_back_lead_to_all_questionnaires(show, heard):
    page = show(instrument="pcl5")
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    page.header.back.click()
    assert heard.went == [("questionnaires", {})] * 2


def test_everything_that_can_be_reached_has_a_name_and_44_pixels(show, form_id):
    page = show(form_id=form_id)
    QApplication.processEvents()
    for stop in page.questions.stops():
        name = stop.accessibleName() or QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
        assert name, stop
        assert stop.height() >= 44
    for step in page.findChildren(QAbstractButton):
        assert step.accessibleName() or step.text() or isinstance(step.parent(), QLineEdit)


def test_a_screen_reader_chooses_an_option(show, form_id, journal):
    page = show(form_id=form_id)
    option = row(page, "wind").step_buttons[1]
    heard_as = QAccessible.queryAccessibleInterface(option)
    assert heard_as.role() == QAccessible.Role.RadioButton
    assert heard_as.text(QAccessible.Text.Name).startswith("A wind from the south")
    action = heard_as.actionInterface()
    action.doAction(action.actionNames()[0])
    assert questionnaires.list_all(journal)[0].answers[0].value.code == "s"


def test_no_window_of_its_own_comes_up(show, form_id):
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    page = show(form_id=form_id)
    row(page, "out").choose(1)
    shown = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    assert shown - before == {page}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("what", ["pcl5", "phq9", "pc_ptsd_5", "suds", "form"])
def test_it_has_room_in_both_themes_and_in_large_text(qapp, show, form_id, look, scale, what):
    with dressed(qapp, look, scale) as source:
        where = {"form_id": form_id} if what == "form" else {"instrument": what}
        page = show(dressed=source, **where)
        QApplication.processEvents()
        assert cut_off(page) == []
        assert page.body.horizontalScrollBar().maximum() == 0


def test_every_word_can_be_translated_and_has_room_in_a_long_language(show, journal, tmp_path):
    sea = kept(journal, tmp_path, *EVERY_KIND).id
    with stretched_words(tmp_path):
        shown = set()
        for where in ({"instrument": "pcl5"}, {"instrument": "phq9"}, {"instrument": "suds"}, {"form_id": sea}):
            page = show(**where)
            if where.get("instrument") == "phq9":
                type_keys("333333333")
            QApplication.processEvents()
            assert cut_off(page) == []
            shown |= set(words_shown(page)) | spoken(page)
    own = re.compile(r"PCL-5|PHQ-9|SUDS|Blanchard 2023|Marx 2022|Call 988|112|At sea")
    english = {words for words in shown if "[" not in words and re.search(r"[A-Za-z]{3}", own.sub("", words))}
    assert english - words_of_the_form() == set()


def spoken(page: QWidget) -> set[str]:
    return {each.row.row.spoken_answer for each in page.questions.blocks.values()}


def words_of_the_form() -> set[str]:
    def walk(items):
        for item in items:
            yield item.get("text", "")
            yield f"{item.get('text', '')} *"
            yield f"{item.get('text', '')} (1)"
            yield from (option["valueCoding"]["display"] for option in item.get("answerOption", ()))
            yield from walk(item.get("item", ()))

    return set(walk(EVERY_KIND)) | {coded("", "")["valueCoding"]["display"]}


class BusyRunner(HeldRunner):
    """Keeps its jobs until the test lets all of them run."""

    def finish(self):
        while self.jobs:
            self.step()


def test_while_one_is_read_no_key_answers_the_one_before(qtbot, theme, opened, heard):
    runner = BusyRunner()
    context = replace(questionnaire_context(*opened, theme, heard), runner=runner)
    page = QuestionnairePage(context, SUPPORT)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.entered(instrument="gad7")
    assert not page.header.isVisible()
    runner.finish()
    assert page.header.isVisible()
    type_keys("1")
    runner.finish()
    page.entered(instrument="phq9")
    assert not page.header.isVisible()
    assert not page.questions.isVisible()
    page.presenter.on_answered("1", 3.0, None)
    runner.finish()
    assert [questionnaire.instrument for questionnaire in questionnaires.list_all(opened[0])] == ["gad7"]
    assert page.header.title.text() == "PHQ-9"
    assert keyboard() is row(page, "1")
