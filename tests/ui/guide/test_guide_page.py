"""The guide: chapters, links, finding words, and the way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.ui.guide.page import GuideView
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context


@pytest.fixture
def went():
    return []


@pytest.fixture
def page(qtbot, theme, went, tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-20T20:00")
    context = page_context(journal, clock, theme, Heard())
    made = GuideView(replace(context, go=lambda key, **where: went.append((key, where))))
    qtbot.addWidget(made)
    made.resize(1085, 860)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    journal.close()


def title(page):
    return page.presenter.current.title


def test_it_opens_at_the_chapter_asked_for(page):
    page.entered(chapter="today")
    assert title(page) == "Today"
    assert page.reader.toPlainText().startswith("Today")
    assert page.contents.place.index.data() == "Today"


def test_escape_leads_back_to_where_one_came_from(page, went):
    page.entered(chapter="today", back_to="history")
    QTest.keyClick(page.reader, Qt.Key.Key_Escape)
    assert went == [("history", {})]


def test_a_link_leads_to_its_chapter(page):
    page.entered(chapter="first-five-minutes")
    page.reader.followed.emit("today#the-keys")
    assert title(page) == "Today"
    assert page.reader.verticalScrollBar().value() > 0


def test_the_list_of_keys_is_one_press_away(page):
    page.entered(chapter="today")
    page.keys.click()
    assert title(page) == "The keyboard"
    assert "Ctrl+L" in page.reader.toPlainText()


def test_words_are_found_in_every_chapter(qtbot, page):
    page.entered(chapter="first-five-minutes")
    QTest.keyClicks(page.field, "RECOVERY code")
    qtbot.waitUntil(lambda: bool(page.sentence.text()))
    assert page.sentence.text().startswith("Found in")
    assert page.reader.textCursor().selectedText().lower() == "recovery code"
    assert len(page.reader.extraSelections()) > 1


def test_words_that_are_nowhere_are_said_so(qtbot, page):
    page.entered(chapter="today")
    QTest.keyClicks(page.field, "xyzzy")
    qtbot.waitUntil(lambda: "No chapter" in page.sentence.text())
    assert title(page) == "Today"


def test_the_list_becomes_one_line_where_there_is_little_room(page):
    assert page.contents.isVisible()
    assert not page.choice.isVisible()
    page.resize(600, 700)
    assert not page.contents.isVisible()
    assert page.choice.isVisible()


def test_arrows_in_the_list_open_chapters(page):
    page.entered(chapter="first-five-minutes")
    page.contents.setFocus()
    QTest.keyClick(page.contents, Qt.Key.Key_Down)
    assert title(page) == "Today"
