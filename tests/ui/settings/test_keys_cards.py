import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app import check_ins, keyring_slot, keys
from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.host.settings_file import SettingsFile
from journal.model.errors import WrongPassphrase
from journal.store.vault import FAST_KDF, check_passphrase, check_recovery_code
from journal.texts.errors import explain
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.first_start.code_step import ShownCode
from journal.ui.settings.page import SettingsPage
from tests.support.file_dialogs import answer_with
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.keyrings import fake_keyring
from tests.support.windows import button, put_up, words_shown

NEW = "another harbour"


class Controls:
    def __init__(self, folder):
        self.folder, self.can_stop_capture, self.ended = folder, False, []

    def end_journal(self, plan, everything):
        self.ended.append((plan, everything))

    def __getattr__(self, name):
        return lambda *given: None


class Place:
    """A settings page on a real journal, with a keyring of its own, and what it said."""

    def __init__(self, journal, clock, theme, settings):
        self.journal, self.said, self.errors = journal, [], []
        self.controls, self.settings = Controls(journal.folder), settings
        context = PageContext(
            runner=ImmediateRunner(),
            session=OpenSession(journal),
            clock=clock,
            theme=theme,
            settings=settings,
            words=ItemWords(read_catalogue()),
            say=lambda text, actions=(): self.said.append(text),
            failed=self.errors.append,
            announce=lambda widget, text: None,
            go=lambda page, **where: None,
            controls=self.controls,
        )
        self.page = SettingsPage(context, self.controls)
        self.keyring, self.backend = fake_keyring()
        self.page.keys.presenter._keyring, self.page.keys.presenter._kdf = self.keyring, FAST_KDF
        self.page.entered()

    def type_new(self, fields, first=NEW, again=NEW):
        fields.first.edit.setText(first)
        fields.again.edit.setText(again)


@pytest.fixture
def place(qtbot, theme, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    made = Place(journal, clock, theme, SettingsFile(tmp_path / "settings.toml"))
    put_up(qtbot, made.page, 1024, 700)
    yield made
    journal.close()


def known_panel(place):
    button(place.page.keys.known, "Someone may know my passphrase").click()
    return place.page.keys.known.panel


def test_what_will_be_made_new_is_said_before(place):
    known_panel(place)
    said = " ".join(words_shown(place.page.keys.known))
    for part in ("new passphrase", "new recovery code", "new key", "old ones destroyed", "keyring"):
        assert part in said
    assert check_passphrase(place.journal.folder, PASSPHRASE)


def test_everything_is_made_new_and_the_code_shown_until_it_is_kept(place):
    panel = known_panel(place)
    place.type_new(panel._fields)
    panel.go.click()
    assert check_passphrase(place.journal.folder, NEW)
    assert not check_passphrase(place.journal.folder, PASSPHRASE)
    shown = place.page.keys.known.findChildren(ShownCode)
    assert check_recovery_code(place.journal.folder, shown[-1].text())
    QTest.keyClick(place.page.keys.known, Qt.Key.Key_Escape)
    assert place.page.keys.known.panel is not None
    button(place.page.keys.known, "I have kept it").click()
    assert place.page.keys.known.panel is None


def test_what_could_not_be_reached_is_listed(place):
    panel = known_panel(place)
    place.type_new(panel._fields)
    panel.go.click()
    said = " ".join(words_shown(place.page.keys.known))
    assert "Backups on sticks and disks that are not plugged in now" in said
    assert "Copies of the journal’s folder or of its key file" in said


def test_two_passphrases_that_differ_change_nothing(place):
    panel = known_panel(place)
    place.type_new(panel._fields, again="something else")
    panel.go.click()
    assert "The two are not the same. Show them to compare." in words_shown(place.page.keys.known)
    assert check_passphrase(place.journal.folder, PASSPHRASE)


def test_escape_puts_it_away_and_gives_the_keyboard_back(place, qtbot):
    place.page.activateWindow()
    qtbot.waitUntil(place.page.isActiveWindow)
    known_panel(place)
    QTest.keyClick(place.page.keys.known, Qt.Key.Key_Escape)
    assert place.page.keys.known.panel is None
    assert place.page.keys.known.open.hasFocus()


def test_an_action_that_did_not_come_to_its_end_is_named(place):
    from journal.app.key_changes import NOTE

    with place.journal.store.tx():
        place.journal.store.drafts.put(NOTE, {})
    place.page.entered()
    assert place.page.keys.known.begun.isVisible()


def test_changing_the_passphrase_says_what_still_opens_and_leads_to_the_whole_action(place):
    button(place.page.secrets, "Change the passphrase").click()
    said = " ".join(words_shown(place.page.secrets))
    assert "copies of the key file made before, still open with the old passphrase" in said
    button(place.page.secrets, "Someone may know my passphrase").click()
    assert place.page.secrets.panel is None
    assert place.page.keys.known.panel is not None


def test_a_journal_without_a_recovery_code_says_so(place):
    keys.remove_recovery_code(place.journal)
    place.page.entered()
    assert place.page.secrets.no_code.isVisible()
    assert not place.page.secrets.try_code.isVisible()
    button(place.page.secrets, "Make a recovery code")


def test_what_helps_when_the_passphrase_is_forgotten_is_said_before(place):
    said = " ".join(words_shown(place.page.secrets))
    assert "the recovery code opens the journal" in said
    assert "Nothing else helps" in said


def test_the_keyring_is_off_and_its_weaker_protection_stands_before_the_box(place):
    card = place.page.keys.keyring
    assert not card.box.isChecked()
    said = words_shown(card)
    weaker = next(index for index, words in enumerate(said) if words.startswith("Weaker than the passphrase"))
    assert weaker < said.index(card.box.text())


def test_the_keyring_is_switched_on_and_off(place):
    card = place.page.keys.keyring
    card.box.click()
    assert keyring_slot.opens_by_keyring(place.journal.folder)
    assert len(place.backend.kept) == 1
    card.box.click()
    assert not keyring_slot.opens_by_keyring(place.journal.folder)
    assert place.backend.kept == {}


def test_a_keyring_that_does_not_answer_stays_off(place):
    place.backend.refuses = True
    place.page.keys.keyring.box.click()
    assert not place.page.keys.keyring.box.isChecked()
    assert [error.code for error in place.errors] == ["keyring_unavailable"]


def test_where_others_use_the_computer_the_keyring_is_not_offered(place):
    place.settings.change(others_use=True)
    place.page.entered()
    assert not place.page.keys.keyring.isVisible()


def test_where_others_use_the_computer_what_is_on_can_be_switched_off(place):
    keyring_slot.switch_on(place.journal, place.keyring)
    place.settings.change(others_use=True)
    place.page.entered()
    place.page.keys.keyring.box.click()
    assert not keyring_slot.opens_by_keyring(place.journal.folder)
    assert not place.page.keys.keyring.isVisible()


def ending_panel(place, words):
    button(place.page.keys.ending, words).click()
    return place.page.keys.ending.panel


@pytest.mark.parametrize(
    ("opener", "everything"), [("Delete this journal…", False), ("Remove everything from this computer…", True)]
)
def test_an_end_is_asked_for_with_the_passphrase(place, opener, everything):
    panel = ending_panel(place, opener)
    panel._secret.field.edit.setText(PASSPHRASE)
    panel.sure.click()
    ((plan, wanted),) = place.controls.ended
    assert wanted is everything
    assert plan.journal_id == place.journal.journal_id


@pytest.mark.parametrize(("typed", "said"), [("", "Type the passphrase first."), ("wrong", explain(WrongPassphrase()))])
def test_without_the_passphrase_nothing_is_deleted(place, typed, said):
    panel = ending_panel(place, "Delete this journal…")
    panel._secret.field.edit.setText(typed)
    panel.sure.click()
    assert place.controls.ended == []
    assert panel.isEnabled()
    assert panel.problem.isVisible()
    assert panel.problem.text() == said


def test_keeping_it_changes_nothing(place):
    ending_panel(place, "Delete this journal…").keep.click()
    assert place.page.keys.ending.panel is None
    assert place.controls.ended == []


def test_plain_copies_are_offered_before_and_say_that_they_are_not_encrypted(place, tmp_path, monkeypatch):
    check_ins.log(place.journal, {"anxiety": 2}, note="words")
    desk = tmp_path / "desk"
    desk.mkdir()
    answer_with(monkeypatch, desk)
    ending_panel(place, "Delete this journal…")
    button(place.page.keys.ending.panel, "Save everything as plain files…").click()
    assert len(list(desk.iterdir())) == 2
    assert "These files are not encrypted." in place.said[-1]


def test_leaving_the_page_puts_away_what_was_typed(place):
    known_panel(place)
    ending_panel(place, "Delete this journal…")
    place.page.left()
    assert place.page.keys.known.panel is None
    assert place.page.keys.ending.panel is None


def test_the_recovery_code_can_be_asked_for_from_elsewhere(place):
    place.page.entered(try_code=True)
    assert "This changes nothing." in words_shown(place.page.secrets)
