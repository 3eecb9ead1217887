import os
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter

from journal.app.journal import catalogue_item
from journal.app.keys import new_recovery_code
from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.host.settings_file import SettingsFile
from journal.store.vault import FAST_KDF, check_recovery_code, has_recovery_code
from journal.ui.first_start import code_printing
from journal.ui.first_start.code_printing import goes_to_paper, paper_dialog
from journal.ui.first_start.code_step import ShownCode
from journal.ui.first_start.page import FirstStartPage
from journal.ui.first_start.presenter import FirstStartPresenter
from journal.ui.first_start.state import Step, step_before
from journal.ui.first_start.steps import LanguageStep
from journal.ui.first_start.wiring import _connect, default_groups
from journal.ui.first_start.work import FirstStartWork
from tests.support.journals import PASSPHRASE, clock_at, make_journal
from tests.support.windows import button, words_shown


class View:
    def __init__(self):
        self.states = []

    def render_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


class Start:
    """A first start on a folder, with what it led to."""

    def __init__(self, tmp_path, view, languages=("en",)):
        self.folder, self.opened, self.bugs, self.moved, self.spoken = tmp_path / "journal", [], [], [], []
        self.at_the_lock = []
        self.settings = SettingsFile(tmp_path / "settings.toml")
        self.view = view
        work = FirstStartWork(self.folder, clock_at("2026-11-22T21:04"), self.moved.append, FAST_KDF)
        self.presenter = FirstStartPresenter(
            view,
            ImmediateRunner(),
            work,
            self.settings.change,
            self.spoken.append,
            self.opened.append,
            self.bugs.append,
            languages,
            lambda folder, message: self.at_the_lock.append((folder, message)),
        )

    def close(self):
        journal = self.presenter._journal or (self.opened[0] if self.opened else None)
        if journal is not None:
            journal.close()


@pytest.fixture
def start(tmp_path):
    made = Start(tmp_path, View())
    yield made
    made.close()


def catalogue_as_shipped():
    return [catalogue_item(entry, None) for entry in read_catalogue().items]


def to_code(start):
    start.presenter.on_begin()
    start.presenter.on_others(False)
    start.presenter.on_passphrase(PASSPHRASE)


def test_it_begins_with_what_this_is(start):
    assert start.view.state.step is Step.WELCOME


def test_the_language_is_asked_only_when_there_are_several(tmp_path):
    start = Start(tmp_path, View(), ("en", "de"))
    assert start.view.state.step is Step.LANGUAGE
    start.presenter.on_language("de")
    assert start.spoken == ["de"]
    assert start.settings.settings.language == "de"
    assert start.view.state.step is Step.WELCOME


def test_others_too_closes_sooner_and_says_what_cannot_be_protected(start):
    start.presenter.on_begin()
    start.presenter.on_others(True)
    assert start.view.state.step is Step.OTHERS_WARNING
    assert start.settings.settings.idle_min == 2
    assert start.settings.settings.others_use
    assert {"reminders", "tray"} <= start.settings.given  # so that a journal brought here does not bring them
    assert not start.settings.settings.tray
    start.presenter.on_warning_read()
    assert start.view.state.step is Step.HIDE
    start.presenter.on_hide_seen()
    assert start.view.state.step is Step.PASSPHRASE


@pytest.mark.parametrize("answer", [False, None])
def test_alone_or_skipped_goes_on(start, answer):
    start.presenter.on_begin()
    start.presenter.on_others(answer)
    assert start.view.state.step is Step.PASSPHRASE
    assert start.settings.settings.idle_min == 5


def test_the_passphrase_makes_the_journal_and_shows_the_code(start):
    to_code(start)
    assert start.view.state.step is Step.CODE
    assert check_recovery_code(start.folder, start.view.state.code)


def test_there_is_no_way_back_once_the_journal_is_made(start):
    to_code(start)
    assert not start.view.state.can_go_back


def test_the_code_is_not_shown_again(start):
    to_code(start)
    start.presenter.on_code_kept()
    assert start.view.state.code == ""


def test_a_code_that_is_not_wanted_opens_nothing(start):
    to_code(start)
    start.presenter.on_code_unwanted()
    assert not has_recovery_code(start.folder)
    assert start.view.state.step is Step.TREATMENT


def test_the_way_to_today(start):
    to_code(start)
    start.presenter.on_code_kept()
    start.presenter.on_treatments(("ketamine_infusion",))
    start.presenter.on_items({"startle": True, "flashbacks": False})
    start.presenter.on_safety(False)
    journal = start.opened[0]
    assert journal.setting("treatments") == ["ketamine_infusion"]
    assert not journal.item("startle").hidden
    assert journal.item("flashbacks").hidden
    assert journal.item("suicidal_thoughts").hidden
    assert journal.setting("safety_asked")
    assert journal.setting("first_start_done")


def test_all_but_the_passphrase_can_be_skipped(start):
    start.presenter.on_begin()
    start.presenter.on_others(None)
    start.presenter.on_passphrase(PASSPHRASE)
    start.presenter.on_code_unwanted()
    start.presenter.on_treatments(())
    start.presenter.on_items({})
    start.presenter.on_safety(False)
    asked = {item.key for item in start.opened[0].items() if not item.hidden}
    assert asked == {item.key for item in catalogue_as_shipped() if not item.hidden}


def test_asking_about_suicide_is_a_choice(start):
    to_code(start)
    start.presenter.on_code_kept()
    start.presenter.on_treatments(())
    start.presenter.on_items({})
    start.presenter.on_safety(True)
    assert not start.opened[0].item("suicidal_thoughts").hidden


def test_an_existing_journal_opens_where_it_is(start, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    make_journal(elsewhere)[0].close()
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(elsewhere, PASSPHRASE, False)
    assert start.opened[0].folder == elsewhere
    assert start.moved == [elsewhere]


def test_a_journal_that_needs_another_way_in_is_shown_on_its_lock_page(start, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    make_journal(elsewhere)[0].close()
    (elsewhere / "journal.keys").write_text("{}")
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(elsewhere, PASSPHRASE, False)
    folder, message = start.at_the_lock[0]
    assert folder == elsewhere
    assert "second copy" in message


def test_a_backup_becomes_the_journal(start, tmp_path):
    journal, _clock = make_journal(tmp_path / "elsewhere")
    journal.store.backup_to(tmp_path / "backup.zip")
    journal.close()
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(tmp_path / "backup.zip", "wrong", False)
    assert "does not open" in start.view.state.message
    start.presenter.on_existing(tmp_path / "backup.zip", PASSPHRASE, False)
    assert start.opened[0].folder == start.folder


def test_a_backup_opens_with_its_recovery_code(start, tmp_path):
    journal, _clock = make_journal(tmp_path / "elsewhere")
    code = new_recovery_code(journal)
    journal.store.backup_to(tmp_path / "backup.zip")
    journal.close()
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(tmp_path / "backup.zip", code.lower(), True)
    assert start.opened[0].folder == start.folder


def test_an_existing_journal_opens_with_its_recovery_code(start, tmp_path):
    journal, _clock = make_journal(tmp_path / "elsewhere")
    code = new_recovery_code(journal)
    journal.close()
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(tmp_path / "elsewhere", code, True)
    assert start.opened[0].folder == tmp_path / "elsewhere"


def flipped_in_the_middle(whole):
    place = len(whole) // 2
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


@pytest.mark.parametrize(
    "spoil",
    [flipped_in_the_middle, lambda whole: whole[: len(whole) // 2], lambda _: b"", lambda _: b"PK\x03\x04 a photo"],
    ids=["flipped", "cut", "empty", "no zip"],
)
def test_a_file_that_is_no_good_backup_is_said_and_changes_nothing(start, tmp_path, spoil):
    journal, _clock = make_journal(tmp_path / "elsewhere")
    journal.store.backup_to(tmp_path / "backup.zip")
    journal.close()
    start.folder.mkdir()
    (start.folder / "letter.txt").write_text("mine")
    backup = tmp_path / "backup.zip"
    backup.write_bytes(spoil(backup.read_bytes()))
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(backup, PASSPHRASE, False)
    assert start.view.state.message
    assert not start.bugs
    assert not start.opened
    assert [file.name for file in start.folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["nothing.zip", "pipe"])
def test_what_is_no_file_is_said(start, tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(tmp_path / name, PASSPHRASE, False)
    assert "no file" in start.view.state.message


def test_a_folder_without_a_journal_is_said(start, tmp_path):
    start.presenter.on_existing_wanted()
    start.presenter.on_existing(tmp_path, PASSPHRASE, False)
    assert "no journal" in start.view.state.message
    assert not start.bugs


def test_back_leads_to_the_language_only_where_it_was_asked():
    assert step_before(Step.WELCOME, several_languages=False) is None
    assert step_before(Step.WELCOME, several_languages=True) is Step.LANGUAGE


@pytest.mark.parametrize(("spoken", "there"), [("en", "English"), ("de", "Deutsch"), ("fr", "English")])
def test_the_keyboard_is_on_the_language_that_is_spoken_else_on_the_first(qtbot, monkeypatch, spoken, there):
    monkeypatch.setattr("journal.ui.first_start.steps.language", lambda: spoken)
    step = LanguageStep(("en", "de"))
    qtbot.addWidget(step)
    assert step.focusProxy().text() == there


@pytest.fixture
def page(qtbot, theme, tmp_path):
    made = FirstStartPage("112", ("en",), default_groups)
    qtbot.addWidget(made)
    start = Start(tmp_path, made)
    _connect(made, start.presenter)
    made.presenter = start
    made.resize(1024, 700)
    made.show()
    yield made
    start.close()


def press(page, *words):
    for each in words:
        button(page, each).click()


def type_passphrase(page):
    page.question.fields.first.edit.setText(PASSPHRASE)
    page.question.fields.again.edit.setText(PASSPHRASE)


def test_the_four_sentences_name_the_number(page):
    assert "Nobody watches what you write; in danger call 112." in words_shown(page)


def test_the_whole_first_start_by_its_buttons(page):
    press(page, "Begin", "Only me")
    type_passphrase(page)
    press(page, "Go on", "I have kept it", "Ketamine infusions", "Go on", "Ready", "Not now")
    assert page.presenter.opened[0].setting("treatments") == ["ketamine_infusion"]


def test_a_slip_in_the_passphrase_makes_no_journal(page):
    press(page, "Begin", "Skip")
    page.question.fields.first.edit.setText("harbour")
    page.question.fields.again.edit.setText("harbuor")
    press(page, "Go on")
    assert "The two are not the same. Show them to compare." in words_shown(page)
    assert not page.presenter.folder.exists()


def test_the_code_can_be_copied_and_is_kept_out_of_clipboard_histories(page):
    press(page, "Begin", "Skip")
    type_passphrase(page)
    press(page, "Go on", "Copy")
    clipboard = QGuiApplication.clipboard()
    assert check_recovery_code(page.presenter.folder, clipboard.text())
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert "Copied, for 30 seconds. Paste it somewhere that only you can open." in words_shown(page)


def test_ctrl_c_on_the_code_is_the_button(page, qtbot):
    press(page, "Begin", "Skip")
    type_passphrase(page)
    press(page, "Go on")
    qtbot.keySequence(page.question.findChild(ShownCode), QKeySequence.StandardKey.Copy)
    assert any(words.startswith("Copied") for words in words_shown(page))


def test_a_screen_reader_hears_the_code_itself(page):
    press(page, "Begin", "Skip")
    type_passphrase(page)
    press(page, "Go on")
    code = page.question.findChild(ShownCode)
    assert code.text() in code.accessibleName()


def test_the_code_can_be_printed_on_paper_only(page):
    printer = QPrinter()
    dialog = paper_dialog(printer, page)
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    printer.setOutputFileName("code.pdf")
    assert not goes_to_paper(printer)
    dialog.deleteLater()


def test_without_a_printer_nothing_is_written(page, monkeypatch):
    monkeypatch.setattr(code_printing, "has_printer", lambda: False)
    press(page, "Begin", "Skip")
    type_passphrase(page)
    press(page, "Go on", "Print")
    assert "No printer was found. Write the code down, or copy it." in words_shown(page)


def test_every_step_but_the_code_can_be_reached_back(page):
    press(page, "Begin", "Others too", "Go on", "Back", "Back")
    assert "Begin" in words_shown(page)


def test_opening_what_exists_needs_a_place_first(page):
    press(page, "I already have a journal or a backup", "Open")
    assert "Choose a folder or a file first." in words_shown(page)
    page.question.choose(Path("/nowhere"))
    assert "/nowhere" in words_shown(page)


def test_nothing_to_press_is_small(page):
    from PySide6.QtWidgets import QPushButton

    for wanted in (["Begin"], ["Only me"]):
        press(page, *wanted)
        shown = [b for b in page.findChildren(QPushButton) if b.isVisible()]
        assert all(b.height() >= 44 for b in shown)


def test_where_others_use_the_computer_nothing_starts_at_login(tmp_path, monkeypatch):
    from journal.host.autostart import DesktopAutostart
    from journal.ui.first_start.wiring import stop_at_login

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    login = DesktopAutostart(tmp_path / "autostart")
    login.turn_on(["leeward"])
    stop_at_login()
    assert not login.is_on()
