from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from journal.app.forms import SectionKind
from journal.app.items import set_hidden
from journal.model.entries import State
from journal.ui.today.page import TodayPage
from journal.ui.widgets.step_row import StepRow
from tests.support.rows import SUPPORT, page_context
from tests.support.windows import button, put_up, type_keys, words_shown


@pytest.fixture
def today(qtbot, theme, opened, heard):
    return show_page(qtbot, theme, opened, heard)


def show_page(qtbot, theme, opened, heard):
    page = TodayPage(page_context(*opened, theme, heard), SUPPORT)
    put_up(qtbot, page, active=True)
    page.entered()
    return page


def entries(page):
    return page._context.session.opened.store.entries.between(date(2000, 1, 1), date(2100, 1, 1))


def test_the_keyboard_begins_at_the_first_question(today):
    assert today.form.rows[0].hasFocus()
    assert today.form.rows[0].row.key == "nightmares"


def test_a_whole_day_takes_one_key_an_answer_and_enter_for_hours(today):
    count = sum(isinstance(row, StepRow) for row in today.form.rows)
    type_keys("2" * count)
    type_keys("7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (entry,) = entries(today)
    assert {rating.state for rating in entry.ratings} == {State.RATED}
    assert len(entry.ratings) == len(today.form.rows) == count + 1
    assert today.footer.done_button.hasFocus()
    QTest.keyClick(today.footer.done_button, Qt.Key.Key_Return)
    assert today.ended_view.isVisible()
    assert today.ended_view.words == "Saved 21:04"


def test_the_focus_never_enters_the_note_by_itself(today):
    for _step in range(40):
        focused = QApplication.focusWidget()
        assert focused is not today.form.note.edit
        QTest.keyClick(focused, Qt.Key.Key_Down)


def test_tab_goes_from_row_to_row_and_leaves_them_unanswered(today):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert today.form.rows[1].hasFocus()
    assert entries(today) == []


def test_saved_is_shown_when_the_commit_has_returned(today):
    assert today.footer.saved.text() == ""
    type_keys("1")
    assert today.footer.saved.text() == "Saved 21:04"


def test_the_note_is_private_and_saved_when_it_is_left(today):
    assert today.form.note.edit.placeholderText() == "Anything to note. Only you see this."
    today.form.note.edit.setFocus()
    QTest.keyClicks(today.form.note.edit, "a 3 for today")
    today.left()
    assert [(entry.note, entry.note_shared) for entry in entries(today)] == [("a 3 for today", False)]


def test_an_answer_does_not_disturb_a_half_written_note(today):
    today.form.note.edit.setFocus()
    QTest.keyClicks(today.form.note.edit, "half a ")
    today.form.rows[0].choose(1)
    assert today.form.note.edit.toPlainText() == "half a "


def test_sharing_the_note_changes_what_stands_in_it(today):
    today.form.note.shared.setChecked(True)
    assert today.form.note.edit.placeholderText() == "Anything to note. Your clinician can read this."


def test_a_half_typed_number_is_saved_when_the_page_is_left(today):
    row = today.form.card(SectionKind.NIGHT).rows[0]
    row.take_focus()
    type_keys("6")
    today.left()
    (entry,) = entries(today)
    assert 6.0 in [rating.value for rating in entry.ratings]


def test_just_three_shows_three_rows_and_no_note(today):
    button(today, "Just three").click()
    assert len(today.form.rows) == 3
    assert not today.form.note_card.isVisible()
    type_keys("123")
    assert "Saved. That is enough." in words_shown(today)
    button(today, "All questions").click()
    assert len(today.form.rows) > 3


def test_the_day_before_and_back(today):
    button(today, "‹  Saturday").click()
    assert today.header.title.text() == "Saturday 21 November"
    button(today, "Today  ›").click()
    assert today.header.title.text() == "Sunday 22 November"


def test_the_safety_line_stands_still_and_the_focus_stays(qtbot, theme, opened, heard):
    set_hidden(opened[0], "suicidal_thoughts", hidden=False)
    page = show_page(qtbot, theme, opened, heard)
    row = page.form.card(SectionKind.SAFETY).rows[0]
    shown = words_shown(page.form.still)
    row.take_focus()
    QTest.keyClick(row, Qt.Key.Key_Right)
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert row.hasFocus()
    assert words_shown(page.form.still) == shown
    assert shown == ["Only you see this.", "My plan", "Someone to talk to", "In danger now: 112"]
    assert QApplication.activeModalWidget() is None


def test_the_body_opens_by_one_press(qtbot, theme, opened, heard):
    set_hidden(opened[0], "dizziness", hidden=False)
    page = show_page(qtbot, theme, opened, heard)
    before = len(page.form.rows)
    page.form.card(SectionKind.BODY).opener.click()
    assert len(page.form.rows) > before
    assert not page.form.card(SectionKind.BODY).opener.isVisible()


def test_a_row_keeps_its_widget_and_the_keyboard_while_others_come(qtbot, theme, opened, heard):
    set_hidden(opened[0], "nightmares_count", hidden=False)
    page = show_page(qtbot, theme, opened, heard)
    first = page.form.rows[0]
    type_keys("2")
    assert page.form.rows[0] is first
    assert page.form.rows[1].hasFocus()
    assert "nightmares_count" in [row.row.key for row in page.form.rows]


def test_one_announcement_a_step(today, heard):
    type_keys("2")
    assert len(heard.said) == 1
    assert heard.said[0].startswith("Nightmares, 2, moderately. Flashbacks, not answered, 2 of ")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [640, 828, 1100])
def test_nothing_is_cut_off_sideways(qtbot, theme, opened, heard, width, scale):
    theme.choose_scale(scale)
    page = show_page(qtbot, theme, opened, heard)
    page.resize(width, 700)
    QApplication.processEvents()
    theme.choose_scale(1.0)
    for row in page.form.rows:
        assert row.width() >= 200
        right = row.mapTo(page, row.rect().topRight()).x()
        assert right <= page.width()


def test_every_field_and_button_has_a_name(today):
    from PySide6.QtGui import QAccessible

    for stop in (*today.header.buttons, *today.form.tab_stops, *today.footer.buttons):
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)


def test_someone_to_talk_to_is_shown_in_place(qtbot, theme, opened, heard):
    set_hidden(opened[0], "suicidal_thoughts", hidden=False)
    page = show_page(qtbot, theme, opened, heard)
    page.form.still.talk.click()
    assert "Call 988" in words_shown(page.form.still)
    page.form.still.talk.click()
    assert "Call 988" not in words_shown(page.form.still)


def test_plan_and_talk_lead_into_a_calm_moment(qtbot, theme, opened, heard):
    from journal.ui.today.page_factory import support_here
    from journal.ui.widgets.safety_line import SafetyLine
    from tests.support.questionnaires import questionnaire_context

    line = SafetyLine(support_here(questionnaire_context(*opened, theme, heard)))
    qtbot.addWidget(line)
    assert line.buttons == (line.plan, line.talk)
    line.talk.click()
    assert heard.went == [("calm", {"part": "talk"})]


def test_no_plan_is_offered_where_there_is_no_page_for_it(qtbot):
    from journal.ui.widgets.safety_line import SafetyLine, Support

    line = SafetyLine(Support(lambda: "112", tuple))
    qtbot.addWidget(line)
    assert "My plan" not in words_shown(line)


def test_the_second_column_stands_still_while_it_fits_and_else_scrolls_along(today):
    note, columns = today.form.note_card, today.form.columns
    bars = [area.verticalScrollBar() for area in columns.findChildren(QScrollArea)]
    last = today.form.rows[-2]  # of the first column
    for height, moves in ((860, False), (300, True)):
        today.resize(984, height)
        today.form.scroll_to_top()
        QApplication.processEvents()
        before = note.mapTo(today, QPoint(0, 0)).y()
        columns.bring_into_view(last, 8)
        assert (note.mapTo(today, QPoint(0, 0)).y() != before) is moves
        assert [bar.maximum() > 0 for bar in bars if bar.isVisible()] == [True]


def test_the_note_is_no_higher_where_the_second_column_scrolls_along(qtbot, today):
    note = today.form.note_card
    today.resize(984, 300)
    qtbot.waitUntil(lambda: note.isVisible() and today.form.columns.main.height() > 1000)
    assert note.height() < 500


def test_a_header_that_grows_makes_the_second_column_scroll_along(qtbot, today):
    columns = today.form.columns
    bars = [area.verticalScrollBar() for area in columns.findChildren(QScrollArea)]
    today.resize(984, 860)
    today.form.scroll_to_top()
    today.header.setMinimumHeight(600)
    qtbot.waitUntil(lambda: columns._main_area.height() < 300)
    assert [bar.maximum() > 0 for bar in bars if bar.isVisible()] == [True]


def test_the_short_form_keeps_its_answers_near_its_questions(qtbot, today):
    today.resize(1400, 860)
    today.presenter.on_short(short=True)
    qtbot.waitUntil(lambda: today.state.short)
    QApplication.processEvents()
    assert today.form.rows[0].width() < 700


def test_large_text_puts_everything_in_one_column_at_once(today, theme):
    note = today.form.note_card
    assert note.mapTo(today, note.rect().topLeft()).x() > 400
    theme.choose_scale(2.0)
    QApplication.processEvents()
    left = note.mapTo(today, note.rect().topLeft()).x()
    theme.choose_scale(1.0)
    assert left < 100
