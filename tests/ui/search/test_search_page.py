from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journal.app import check_ins, history, markers
from journal.model.searches import Part
from journal.ui.search.page import SearchPage
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context
from tests.support.windows import put_up


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-20T20:00")
    for day in (20, 21, 22):
        clock.set(f"2026-11-{day}T20:00")
        check_ins.log(journal, {"flashbacks": day - 20}, note=f"A walk by the harbour on day {day}.")
    yield journal, clock
    journal.close()


@pytest.fixture
def went():
    return []


@pytest.fixture
def page(qtbot, theme, opened, went):
    context = page_context(*opened, theme, Heard())
    made = SearchPage(replace(context, go=lambda key, **where: went.append((key, where))))
    made.tester = QAbstractItemModelTester(made.results.lines, QAbstractItemModelTester.FailureReportingMode.Warning)
    put_up(qtbot, made, active=True)
    made.entered()
    return made


def look_for(qtbot, page, text):
    """Type words, and wait until the journal was asked for them."""
    page.field.clear()
    QTest.keyClicks(page.field, text)
    qtbot.waitUntil(lambda: page.presenter.wanted.text == text)


def spoken(page):
    return [line.spoken for line in page.results.lines.all]


def test_the_keyboard_is_in_the_field_and_nothing_is_listed(page):
    assert page.field.hasFocus()
    assert page.results.isHidden()
    assert page.sentence.text() == "Write a word, or part of one. It is found as you type."


def test_results_come_as_the_words_are_typed_newest_first(qtbot, page):
    look_for(qtbot, page, "harb")
    assert page.sentence.text() == "3 results"
    assert [line.found.day.day for line in page.results.lines.all] == [22, 21, 20]
    assert all("harbour" in words for words in spoken(page))


def test_what_was_found_is_marked(qtbot, page):
    look_for(qtbot, page, "DAY 21")
    (line,) = page.results.lines.all
    assert [line.excerpt.text[slice(*span)] for span in line.excerpt.spans] == ["day 21"]


def test_enter_goes_to_the_first_result_and_opens_it(qtbot, page, went):
    look_for(qtbot, page, "day 21")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.results.hasFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    ((key, where),) = went
    assert key == "history"
    assert where["entry_id"] == page.results.lines.line(0).found.id


def test_up_from_the_first_result_leads_back_to_the_field(qtbot, page):
    look_for(qtbot, page, "harbour")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.results.hasFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Up)
    assert page.field.hasFocus()


def test_parts_and_days_narrow_it(qtbot, page, opened):
    journal, _clock = opened
    markers.add_marker(journal, journal.today(), "The harbour again")
    look_for(qtbot, page, "harbour")
    assert page.sentence.text() == "4 results"
    page.narrow.click()
    page.filters.parts[Part.MARKERS].click()
    assert page.sentence.text() == "1 result"
    page.filters.parts[Part.MARKERS].click()
    page.filters.some_days.click()
    page.filters.first.setDate(page.filters.last.date())
    assert page.sentence.text() == "2 results"
    page.narrow.click()
    assert page.filters.isHidden()
    assert "22 Nov" in page.narrowed.text()
    page.everything.click()
    assert page.sentence.text() == "4 results"
    assert page.narrowed.isHidden()


def test_nothing_found_is_said_and_the_list_goes(qtbot, page):
    look_for(qtbot, page, "harbour")
    look_for(qtbot, page, "zzz")
    assert page.sentence.text() == "Nothing was found."
    assert page.results.isHidden()


def test_more_results_come_on_scrolling(qtbot, page, opened):
    journal, clock = opened
    for number in range(60):
        clock.set(f"2026-11-22T10:{number % 60:02}")
        check_ins.log(journal, {"anxiety": 1}, note=f"rain {number}")
    look_for(qtbot, page, "rain")
    assert page.sentence.text().startswith("6")
    page.results.verticalScrollBar().setValue(page.results.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: page.results.lines.rowCount() >= 60)


def test_the_list_follows_what_is_changed(qtbot, page, opened):
    journal, _clock = opened
    look_for(qtbot, page, "harbour")
    entry = page.results.lines.line(0).found.id
    history.delete(journal, entry)
    qtbot.waitUntil(lambda: page.results.lines.rowCount() == 2)


def test_every_control_has_a_name(page):
    for widget in (page.field, page.results, page.back, page.filters.first, page.filters.last):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
