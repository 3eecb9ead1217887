"""Another language holds at once: in the window, in Qt's own words, and on the side where lines begin."""

import sys

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit

from journal.app.kept_settings import keep_settings
from journal.host.resources import resource
from journal.host.settings_file import Settings
from journal.texts.translation import _, complete_languages, language, use_language
from journal.ui import qt_language
from journal.ui.language import without_language
from tests.support.journals import make_journal
from tests.support.program import Program, take_down

OTHERS = complete_languages(resource("locale"))[1:]


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    made = Program(qtbot, qapp, tmp_path, clock)
    made.unlock()
    yield made
    take_down(made)
    back_to_english(qapp)


def back_to_english(app):
    use_language("en", resource("locale"))
    qt_language.speak_qt(app)


def change(qtbot, program, code):
    before = program.running.shell
    program.running.controls.set_language(code)
    qtbot.waitUntil(lambda: program.running.shell is not before)
    return program.running.shell


@pytest.mark.parametrize("code", OTHERS)
def test_the_page_that_is_open_speaks_the_language_chosen(qtbot, program, code):
    program.running.go("settings")
    shell = change(qtbot, program, code)
    assert (language(), shell.current) == (code, "settings")
    assert program.window.room is shell
    assert program.settings.settings.language == code
    assert program.running.session.journal is not None


def test_a_language_that_the_journal_brings_along_is_spoken_as_soon_as_it_is_open(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    keep_settings(journal, Settings(language="de"))
    journal.close()
    made = Program(qtbot, qapp, tmp_path, clock)
    made.unlock()
    qtbot.waitUntil(lambda: language() == "de" and made.window.room is made.running.shell)
    assert made.settings.settings.language == "de"
    assert made.running.shell.current == "today"
    take_down(made)
    back_to_english(qapp)


def test_a_language_chosen_on_this_computer_stays(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    keep_settings(journal, Settings(language="de"))
    journal.close()
    (tmp_path / "settings.toml").write_text('language = "fr"\n')
    made = Program(qtbot, qapp, tmp_path, clock)
    made.unlock()
    assert (language(), made.settings.settings.language) == ("en", "fr")  # the test speaks English, whatever is kept
    take_down(made)
    back_to_english(qapp)


@pytest.mark.parametrize("code", OTHERS)
def test_the_pages_made_anew_hear_of_changes(qtbot, program, code):
    before = list(program.running.session.listeners)
    change(qtbot, program, code)
    now = program.running.session.listeners
    assert now
    assert not set(map(id, now)) & set(map(id, before))


@pytest.mark.parametrize("code", OTHERS)
def test_every_page_opens_after_the_change(qtbot, program, code):
    shell = change(qtbot, program, code)
    for page in ("today", "history", "trends", "treatment", "questionnaires", "report", "settings"):
        with qtbot.waitSignal(shell.page_shown, check_params_cb=lambda shown, page=page: shown == page):
            program.running.go(page)


@pytest.mark.parametrize("code", OTHERS)
def test_qts_own_words_follow(qtbot, qapp, code):
    use_language(code, resource("locale"))
    qt_language.speak_qt(qapp)
    field = QLineEdit()
    qtbot.addWidget(field)
    words = [action.text().split("\t")[0].replace("&", "") for action in field.createStandardContextMenu().actions()]
    back_to_english(qapp)
    assert words
    assert not {"Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"} & set(words)


@pytest.mark.parametrize("code", OTHERS)
def test_qts_dates_follow(qapp, code):
    use_language(code, resource("locale"))
    qt_language.speak_qt(qapp)
    spoken = QLocale().name()
    back_to_english(qapp)
    assert spoken.startswith(code)


def test_back_in_english_qt_speaks_english(qtbot, qapp):
    back_to_english(qapp)
    field = QLineEdit()
    qtbot.addWidget(field)
    assert field.createStandardContextMenu().actions()[0].text().startswith("&Undo")


@pytest.mark.parametrize(("code", "side"), [("he", "RightToLeft"), ("en", "LeftToRight")])
def test_lines_begin_where_the_language_begins_them(qapp, tmp_path, code, side):
    use_language(code, tmp_path)
    qt_language.turn_layout(qapp)
    found = qapp.layoutDirection()
    back_to_english(qapp)
    assert found is Qt.LayoutDirection[side]


@pytest.mark.parametrize(
    "arguments",
    [
        ["leeward", "--lang", "de", "--journal", "x"],
        ["leeward", "--lang=de", "--journal", "x"],
        ["leeward", "--journal", "x"],
    ],
)
def test_a_choice_takes_the_language_out_of_the_arguments(arguments):
    assert without_language(arguments) == ["leeward", "--journal", "x"]


def test_a_choice_holds_against_the_command_line(qtbot, program, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["leeward", "--lang", "en"])
    code = OTHERS[0] if OTHERS else "en"
    change(qtbot, program, code)
    assert (language(), sys.argv) == (code, ["leeward"])


def test_a_still_line_stands_on(qtbot, program):
    pressed = []
    program.running.shell.still.stand("Stays", ("Stop it", lambda: pressed.append(True)))
    line = change(qtbot, program, "en").still
    line.button.click()
    assert (line.text, line.button.text(), pressed) == ("Stays", "Stop it", [True])


def test_the_menu_beside_the_clock_is_said_anew(program):
    tray = program.running.reminding.tray
    before = tray.menu
    tray.speak_anew()
    assert tray.menu is not before
    assert [action.text() for action in tray.menu.actions()][1] == _("Open")
