from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from journal.app.check_ins import log
from journal.app.history import delete, undo
from journal.app.rotations import rotate_data_key
from journal.app.runner import ImmediateRunner
from journal.model.errors import BackupDamaged
from journal.store.vault import FAST_KDF
from journal.ui.settings.backup_card import BackupCard, connect
from journal.ui.settings.backup_presenter import BackupsPresenter
from journal.ui.settings.backup_state import Look
from tests.support.file_dialogs import answer_with
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def journal(tmp_path):
    made, clock = make_journal(tmp_path / "journal")
    for day in (27, 28, 29):
        log(made, {"anxiety": 2}, at=datetime(2026, 10, day, 20))
    clock.forward(5)
    yield made
    made.close()


@pytest.fixture
def card(qtbot, theme, journal):
    made = BackupCard(journal.folder, lambda _widget, words: None)
    made.said, made.failed, made.went = [], [], []
    presenter = made.presenter = BackupsPresenter(
        made,
        ImmediateRunner(),
        lambda: journal,
        lambda text, actions=(): made.said.append(text),
        made.failed.append,
        made.went.append,
        lambda: undo(journal),
    )
    connect(made, presenter)
    put_up(qtbot, made, 700, 800)
    presenter.on_entered()
    return made


def test_without_a_backup_the_card_says_so(card):
    assert "There is no backup yet. One is made when the journal closes." in words_shown(card)


def test_a_backup_is_made_and_listed(card):
    button(card, "Make a backup now").click()
    words = " ".join(words_shown(card))
    assert "29 Oct 2026, 21:05" in words
    assert "3 entries" in words
    assert "Last verified 29 Oct 2026" in words
    assert card.said == ["The backup is made and verified."]


def test_a_chosen_second_place_gets_the_newest_backup_at_once(card, tmp_path, monkeypatch):
    (tmp_path / "stick").mkdir()
    button(card, "Make a backup now").click()
    answer_with(monkeypatch, tmp_path / "stick")
    button(card, "Choose a second place…").click()
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert "The newest backup in" in card.place.text()
    button(card, "No second place").click()
    assert "journal’s folder only" in card.place.text()


def test_a_second_place_that_went_away_is_told_calmly(card, tmp_path, monkeypatch):
    (tmp_path / "stick").mkdir()
    answer_with(monkeypatch, tmp_path / "stick")
    button(card, "Choose a second place…").click()
    (tmp_path / "stick").rmdir()
    button(card, "Make a backup now").click()
    assert "is not there at the moment" in card.place.text()
    assert card.failed == []


def test_single_days_come_back_and_can_be_undone(card, journal):
    button(card, "Make a backup now").click()
    for entry in journal.store.entries.between(date.min, date.max):
        delete(journal, entry.id)
    button(card, "Look into it…").click()
    assert "3 entries of this backup are no longer in the present journal." in card.look.lines.text()
    card.look.first.setDate(QDate(2026, 10, 28))
    button(card, "Bring these days back").click()
    assert [entry.day.day for entry in journal.store.entries.between(date.min, date.max)] == [28, 29]
    assert card.said[-1] == "2 records are back."
    undo(journal)
    assert journal.store.entries.count() == 0


def test_a_backup_opens_as_a_journal_beside_this_one(card, journal):
    button(card, "Make a backup now").click()
    button(card, "Look into it…").click()
    button(card, "Open it as a journal beside this one").click()
    beside = journal.folder.with_name("journal-2")
    assert card.went == [beside]
    assert (beside / "journal.keys").is_file()
    assert (journal.folder / "journal.keys").is_file()


def test_a_backup_with_an_older_key_asks_for_its_passphrase(card, journal):
    button(card, "Make a backup now").click()
    rotate_data_key(journal, PASSPHRASE, kdf=FAST_KDF)
    button(card, "Look into it…").click()
    card.look.secret.edit.setText("wrong")
    button(card, "Open it").click()
    assert "made with" in card.look.problem.text()
    card.look.secret.edit.setText(PASSPHRASE)
    QTest.keyClick(card.look.secret.edit, Qt.Key.Key_Return)
    assert "3 entries from 27 Oct 2026 to 29 Oct 2026" in card.look.lines.text()
    assert card.look.secret.text() == ""


def test_a_damaged_backup_is_told_and_nothing_else_happens(card, journal):
    button(card, "Make a backup now").click()
    (path,) = (journal.folder / "backups").iterdir()
    path.write_bytes(path.read_bytes()[:-9000])
    button(card, "Verify now").click()
    assert [type(error) for error in card.failed] == [BackupDamaged]
    assert card.look.isHidden()


def test_escape_leaves_the_backup_and_the_keyboard_stays_in_the_card(card, qtbot):
    with qtbot.waitActive(card):
        card.activateWindow()
    button(card, "Make a backup now").click()
    look = button(card, "Look into it…")
    look.setFocus()
    look.click()
    assert card.isAncestorOf(card.window().focusWidget())
    QTest.keyClick(card.look.restore, Qt.Key.Key_Escape)
    assert card.look.isHidden()
    assert card.presenter._state.look is Look.NOTHING
    assert card.isAncestorOf(card.window().focusWidget())


def test_each_button_of_a_row_names_its_backup(card):
    button(card, "Make a backup now").click()
    names = {each.accessibleName() for each in card.list.findChildren(type(card.make))}
    assert "Verify the backup of 29 Oct 2026, 21:05 now" in names
