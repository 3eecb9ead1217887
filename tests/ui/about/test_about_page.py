"""The page about the program, on a real journal."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtGui import QClipboard, QGuiApplication

from journal import __version__
from journal.host.builds import read_parts
from journal.host.fault_notes import FaultNotes
from journal.ui.about.page import AboutPage
from journal.ui.widgets.secret_clipboard import ClipboardWatch
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner
from tests.support.rows import Heard, page_context
from tests.support.windows import words_shown


@pytest.fixture
def made(qtbot, theme, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    heard, faults = Heard(), FaultNotes()
    context = replace(page_context(journal, clock, theme, heard), faults=faults)
    page = AboutPage(context, tmp_path / "journal")
    qtbot.addWidget(page)
    page.resize(780, 700)
    page.entered()
    page.show()
    yield page, heard, faults
    journal.close()


def test_it_says_where_the_journal_lies(made, tmp_path):
    page, _heard, _faults = made
    assert any(str(tmp_path / "journal") in words for words in words_shown(page))


def test_what_is_copied_is_what_is_shown_to_the_letter(made):
    page, heard, faults = made
    faults.note(KeyError("a private word"))
    page.entered()
    page.fault.copy.click()
    assert QGuiApplication.clipboard().text() == page.fault.preview.toPlainText()
    assert "1x KeyError" in page.fault.preview.toPlainText()
    assert "private" not in page.fault.preview.toPlainText()
    assert heard.said == [page.fault.said.text()]


def test_what_is_copied_leaves_the_clipboard_as_the_page_says(qtbot, made):
    page, _heard, _faults = made
    watch = ClipboardWatch(kept_ms=0, owns=lambda mode: mode == QClipboard.Mode.Clipboard)
    page.fault.copy.click()
    assert page.fault.said.text() == "Copied. It leaves the clipboard after 30 seconds."
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    shiboken6.delete(watch)


def test_no_file_is_read_on_the_thread_of_the_window(qtbot, journal, theme, tmp_path):
    later = LaterRunner()
    page = AboutPage(replace(page_context(journal, journal.clock, theme, Heard()), runner=later), tmp_path)
    qtbot.addWidget(page)
    page.entered()
    assert (page.version.version.text(), page.parts.choice.count()) == ("", 0)
    later.work()
    assert page.version.version.text() == f"Leeward {__version__}"
    assert page.parts.choice.count() == len(read_parts())


def test_every_part_can_be_chosen_and_shows_its_licence(made):
    page, _heard, _faults = made
    assert page.parts.choice.count() == len(read_parts())
    assert "GNU GENERAL PUBLIC LICENSE" in page.parts.text.toPlainText()
    page.parts.choice.setCurrentIndex(page.parts.choice.findText("Inter · OFL-1.1"))
    assert "SIL OPEN FONT LICENSE" in page.parts.text.toPlainText()


def test_coming_back_lists_the_parts_once(made):
    page, _heard, _faults = made
    before = page.parts.choice.count()
    page.entered()
    assert page.parts.choice.count() == before


def test_back_leads_to_settings(made):
    page, heard, _faults = made
    page.back.click()
    assert heard.went == ["settings"]
