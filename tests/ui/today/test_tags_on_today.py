from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app import history
from journal.ui.today.page import TodayPage
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT, Heard, page_context


@pytest.fixture
def journal(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.clock = clock
    yield journal
    journal.close()


@pytest.fixture
def page(qtbot, theme, journal):
    made = TodayPage(page_context(journal, journal.clock, theme, Heard()), SUPPORT)
    qtbot.addWidget(made)
    made.show()
    made.entered()
    return made


def kept(journal):
    return [entry.tags for entry in journal.store.entries.between(date(2026, 1, 1), date(2026, 12, 31))]


def test_a_tag_that_is_typed_beside_the_note_is_kept_and_undone(page, journal):
    QTest.keyClicks(page.form.tags.edit, "visit,")
    assert kept(journal) == [("visit",)]
    QTest.keyClicks(page.form.tags.edit, "home")
    QTest.keyClick(page.form.tags.edit, Qt.Key.Key_Return)
    assert kept(journal) == [("visit", "home")]
    history.undo(journal)
    assert page.form.tags.tags == ()


def test_a_half_typed_tag_is_kept_when_the_page_is_left(page, journal):
    QTest.keyClicks(page.form.tags.edit, "visit")
    page.left()
    assert kept(journal) == [("visit",)]


def test_own_tags_are_offered_once_the_field_is_entered(page, journal):
    QTest.keyClicks(page.form.tags.edit, "visit,")
    page.form.tags.edit.entered.emit()
    assert page.presenter._open.inputs.known_tags == ("visit",)
