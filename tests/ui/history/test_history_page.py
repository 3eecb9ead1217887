from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from journal.app import check_ins
from journal.ui.history.fronts import Front, choose_front
from journal.ui.history.page import HistoryPage
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT, page_context
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-20T20:00")
    for day in (20, 21, 22):
        clock.set(f"2026-11-{day}T20:00")
        check_ins.log(journal, {"flashbacks": day - 20, "low_mood": 1}, note=f"day {day}")
    choose_front(journal, Front.LIST)
    yield journal, clock
    journal.close()


@pytest.fixture
def page(qtbot, theme, opened, heard):
    made = HistoryPage(page_context(*opened, theme, heard), SUPPORT)
    made.tester = QAbstractItemModelTester(made.days.lines, QAbstractItemModelTester.FailureReportingMode.Warning)
    put_up(qtbot, made, active=True)
    made.entered()
    return made


def entries(page):
    return page._context.session.opened.store.entries.between(date(2000, 1, 1), date(2100, 1, 1))


def shown_days(page):
    lines = page.days.lines
    return [lines.line(row).day.day for row in range(lines.rowCount())]


def test_the_newest_day_stands_first_with_the_keyboard_on_it(page):
    assert shown_days(page) == [22, 21, 20]
    assert page.days.hasFocus()
    assert page.days.current_line.day.day == 22


def test_coming_back_finds_the_keyboard_where_it_was(page, opened):
    journal, _clock = opened
    QTest.keyClick(page.days, Qt.Key.Key_Down)
    page.left()
    check_ins.log(journal, {"flashbacks": 3})
    page.entered()
    assert page.days.hasFocus()
    assert page.days.current_line.day.day == 21


def test_coming_back_to_the_newest_day_shows_what_is_new(page, opened):
    journal, clock = opened
    page.left()
    page.hide()
    clock.set("2026-11-23T20:00")
    check_ins.log(journal, {"flashbacks": 3})
    page.show()
    page.entered()
    assert page.days.current_line.day.day == 23


def test_enter_opens_an_entry_and_escape_goes_back_to_its_line(page):
    QTest.keyClick(page.days, Qt.Key.Key_Down)
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    assert page.entry.isVisible()
    assert "Saturday 21 November 2026" in page.entry.header.title.text().replace(",", "")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.days.isVisible()
    assert page.days.hasFocus()
    assert page.days.current_line.day.day == 21


def test_the_goals_are_told_from_which_entry_they_were_reached(page):
    went = []
    page._context = replace(page._context, go=lambda key, **where: went.append((key, where)))
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    opened_entry = page.entry_presenter.entry_id
    page.entry.form.goals_wanted.emit()
    assert went == [("goals", {"back_to": "history", "entry_id": opened_entry})]
    page.left()
    page.entered(entry_id=opened_entry)
    assert page.entry.isVisible()


def test_an_answer_can_be_changed(page):
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    row = next(row for row in page.entry.form.rows if row.row.key == "flashbacks")
    row.take_focus()
    QTest.keyClicks(row, "4")
    assert "Flashbacks: 4, extremely" in page_after_close(page).days.current_line.answers


def page_after_close(page):
    page.entry.close_button.click()
    return page


def test_opening_and_closing_an_entry_writes_nothing(page):
    before = entries(page)
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page_after_close(page)
    assert entries(page) == before


def test_a_note_is_saved_when_the_page_is_left(page):
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.form.note.edit.setPlainText("other words")
    page.left()
    assert [entry.note for entry in entries(page)][-1] == "other words"


def test_delete_in_the_list_offers_undo(page, heard):
    QTest.keyClick(page.days, Qt.Key.Key_Delete)
    assert shown_days(page) == [21, 20]
    text, actions = heard.bar[-1]
    assert (text, [words for words, _act in actions]) == ("Deleted.", ["Undo", "Delete for good"])
    actions[0][1]()
    assert shown_days(page) == [22, 21, 20]


def test_an_opened_entry_can_be_deleted(page, heard):
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.delete.click()
    assert page.days.isVisible()
    assert shown_days(page) == [21, 20]
    assert heard.bar[-1][0] == "Deleted."


def test_deleting_for_good_asks_once_and_says_what_remains(page, heard):
    page._context.session.opened.store.back_up()
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.for_good.click()
    assert "This can't be undone." in words_shown(page.entry)
    assert page.entry.keep.hasFocus()
    page.entry.keep.click()
    assert len(entries(page)) == 3
    page.entry.for_good.click()
    page.entry.yes.click()
    assert shown_days(page) == [21, 20]
    assert heard.bar[-1][0] == "Deleted for good. Older backups still hold it."


def test_undo_and_redo_stand_on_the_page_and_say_what_they_did(page, heard):
    button(page, "Undo").click()
    assert shown_days(page) == [21, 20]
    assert heard.bar[-1][0] == "Undone."
    button(page, "Redo").click()
    assert shown_days(page) == [22, 21, 20]
    assert heard.bar[-1][0] == "Done again."


def test_escape_takes_back_the_question_and_then_leaves(page, qtbot):
    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.for_good.click()
    QTest.keyClick(page.entry.keep, Qt.Key.Key_Escape)
    assert page.entry.for_good.hasFocus()
    assert page.entry.isVisible()
    QTest.keyClick(page.entry.for_good, Qt.Key.Key_Escape)
    assert page.days.isVisible()


def test_the_list_has_the_keyboard_after_undo_from_the_bar(page, heard):
    QTest.keyClick(page.days, Qt.Key.Key_Delete)
    page.date.setFocus()
    heard.bar[-1][1][0][1]()
    assert page.days.hasFocus()


def test_the_keyboard_leaves_the_list_with_its_last_entry(page):
    for _entry in range(3):
        QTest.keyClick(page.days, Qt.Key.Key_Delete)
    assert page.date.hasFocus()


def test_an_entry_that_undo_takes_away_closes_its_page(page):
    from journal.app import history

    QTest.keyClick(page.days, Qt.Key.Key_Return)
    history.undo(page._context.session.opened)
    assert page.days.isVisible()
    assert shown_days(page) == [21, 20]


def test_going_to_a_date(page):
    from PySide6.QtCore import QDate

    page.date.setDate(QDate(2026, 11, 21))
    button(page, "Go").click()
    assert page.days.current_line.day.day == 21


def test_readers_hear_each_line(page):
    index = page.days.lines.index(0, 0)
    spoken = page.days.lines.data(index, int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Sunday 22 November. 20:00. Flashbacks: 2, moderately · Low mood: 1, a little. day 22"
    assert QAccessible.queryAccessibleInterface(page.days).text(QAccessible.Text.Name) == "Days with their entries"


def test_lines_are_painted_in_both_themes(page, theme):
    from journal.ui.theme.choice import ThemeChoice

    light = page.days.grab().toImage()
    theme.choose(ThemeChoice.DARK)
    dark = page.days.grab().toImage()
    theme.choose(ThemeChoice.LIGHT)
    assert light != dark


def test_the_time_of_an_entry_can_be_corrected(page):
    from PySide6.QtCore import QTime

    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.header.time.setTime(QTime(7, 45))
    page.entry.header.time.editingFinished.emit()
    assert entries(page)[-1].at.strftime("%H:%M") == "07:45"
    assert page.entry.header.caption.text().startswith("07:45")


def test_a_time_to_come_is_refused_and_the_old_one_stands(page, heard):
    from PySide6.QtCore import QTime

    from journal.model.errors import TimeInFuture

    QTest.keyClick(page.days, Qt.Key.Key_Return)
    page.entry.header.time.setTime(QTime(23, 45))
    page.entry.header.time.editingFinished.emit()
    assert [type(error) for error in heard.errors] == [TimeInFuture]
    assert page.entry.header.time.time() == QTime(20, 0)


def test_an_entry_is_as_high_as_its_words(page):
    days = page.days
    bare = replace(days.lines.line(0), heading="", note="")
    answers = ("", "Low mood: 1, a little", "Low mood: 1, a little · " * 8)
    days.reset_lines([replace(bare, answers=words) for words in answers], "")
    heights = [days.visualRect(days.lines.index(row, 0)).height() for row in range(3)]
    line = days.fontMetrics().lineSpacing()
    assert [heights[1] - heights[0], heights[2] - heights[1]] == [line, line]


def test_an_empty_history_offers_to_bring_one_in(qtbot, theme, tmp_path, heard):
    journal, clock = make_journal(tmp_path / "empty")
    made = HistoryPage(page_context(journal, clock, theme, heard), SUPPORT)
    qtbot.addWidget(made)
    made.show()
    made.entered()
    button(made, "Bring a history in").click()
    assert heard.went == ["bringing_in"]
    check_ins.log(journal, {"flashbacks": 2})
    made.entered()
    assert "Bring a history in" not in words_shown(made)
    journal.close()
