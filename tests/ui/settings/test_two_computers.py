import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app.check_ins import log
from journal.app.rotations import rotate_data_key
from journal.app.runner import ImmediateRunner
from journal.app.vaults import open_journal
from journal.model.errors import JournalMissing
from journal.ui.settings.merge_card import MergeCard
from journal.ui.settings.merge_presenter import MergePresenter
from journal.ui.settings.merge_state import MergeState, Step, joining
from tests.support.file_dialogs import answer_with
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.windows import button, words_shown


@pytest.fixture
def here(tmp_path):
    journal, clock = make_journal(tmp_path / "here")
    log(journal, {"anxiety": 2})
    clock.forward(30)
    yield journal
    journal.close()


@pytest.fixture
def there(here, tmp_path):
    """A copy, open, with an entry more."""
    shutil.copytree(here.folder, tmp_path / "there")
    other = open_journal(tmp_path / "there", here.clock, passphrase=PASSPHRASE)
    log(other, {"anxiety": 4}, note="on the train")
    yield other
    other.close()


@pytest.fixture
def card(qtbot, theme, here):
    told = []
    made = MergeCard(here.folder, lambda _widget, words: told.append(words))
    made.told, made.failed = told, []
    presenter = made.presenter = MergePresenter(made, ImmediateRunner(), lambda: here, made.failed.append)
    made.chosen.connect(presenter.on_chosen)
    made.secret_given.connect(presenter.on_secret)
    made.join_wanted.connect(presenter.on_join)
    made.undo_wanted.connect(presenter.on_undo)
    made.cancelled.connect(presenter.on_left)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(card, there, monkeypatch):
    there.store.close()
    answer_with(monkeypatch, there.folder)
    button(card, "Choose the folder of the other copy…").click()


def test_a_chosen_copy_is_told_before_anything_is_joined(card, here, there, monkeypatch):
    choose(card, there, monkeypatch)
    words = card.found.text()
    assert "Here: 1 entry, 0 sessions" in words
    assert "There: 2 entries, 0 sessions" in words
    assert "Only there, and comes here: 1 entry" in words
    assert here.store.entries.count() == 1
    assert "Only there" in card.told[-1]


def test_joining_and_undoing_by_two_buttons(card, here, there, monkeypatch):
    choose(card, there, monkeypatch)
    button(card, "Join them").click()
    assert here.store.entries.count() == 2
    assert "Joined: 1 new. 1 of them is an entry." in card.found.text()
    button(card, "Undo joining").click()
    assert here.store.entries.count() == 1
    assert "as it was before joining" in card.found.text()


def test_where_nothing_is_new_there_is_nothing_to_join(card, here, tmp_path, monkeypatch):
    shutil.copytree(here.folder, tmp_path / "same")
    answer_with(monkeypatch, tmp_path / "same")
    button(card, "Choose the folder of the other copy…").click()
    assert "Nothing was changed." in card.found.text()
    assert "Join them" not in words_shown(card)


@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_a_copy_with_another_key_asks_for_its_secret_once(card, here, there, monkeypatch, by):
    code = rotate_data_key(there, PASSPHRASE).recovery_code
    choose(card, there, monkeypatch)
    assert "secret of its own" in card.found.text()
    card.secret.edit.setText("not this")
    QTest.keyClick(card.secret.edit, Qt.Key.Key_Return)
    assert "does not open" in card.problem.text()
    card.secret.edit.setText(PASSPHRASE if by == "passphrase" else f" {code} ")
    button(card, "Open it").click()
    assert card.secret.text() == ""
    button(card, "Join them").click()
    assert here.store.entries.count() == 2


def test_a_backup_of_the_other_copy_can_be_joined(card, here, there, tmp_path, monkeypatch):
    there.store.backup_to(tmp_path / "other.zip")
    answer_with(monkeypatch, tmp_path / "other.zip")
    button(card, "Choose a backup of it…").click()
    button(card, "Join them").click()
    assert here.store.entries.count() == 2


def test_what_is_no_copy_is_told_and_the_card_is_as_before(card, tmp_path, monkeypatch):
    answer_with(monkeypatch, tmp_path)
    button(card, "Choose the folder of the other copy…").click()
    assert [type(error) for error in card.failed] == [JournalMissing]
    assert not card.found.isVisible()
    assert card.choose_folder.isVisible()


def test_the_keyboard_goes_on_to_what_comes_next_and_escape_leaves_it(card, qtbot, there, monkeypatch):
    card.activateWindow()
    card.choose_folder.setFocus()
    qtbot.waitUntil(card.choose_folder.hasFocus)
    choose(card, there, monkeypatch)
    assert card.window().focusWidget() is card.join
    QTest.keyClick(card.join, Qt.Key.Key_Escape)
    assert not card.found.isVisible()
    assert card.window().focusWidget() is card.choose_folder


def test_the_keyboard_stays_in_the_card_while_work_goes_on(card, qtbot):
    card.activateWindow()
    card.render_state(MergeState(Step.FOUND, ("Here: 1 entry.",)))
    card.join.setFocus()
    qtbot.waitUntil(card.join.hasFocus)
    card.render_state(joining())
    assert card.window().focusWidget() is card.found
    assert not card.join.isVisible()
    card.render_state(MergeState(Step.JOINED, ("Joined: 1 new.",)))
    assert card.window().focusWidget() is card.undo


def test_every_control_has_a_name(card):
    assert card.secret.edit.accessibleName() == "Passphrase or recovery code of the other copy"
    for each in (card.choose_folder, card.choose_backup, card.join, card.cancel, card.undo, card.try_secret):
        assert each.text()
