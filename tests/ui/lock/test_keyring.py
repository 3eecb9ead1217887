import pytest

from journal.app import keyring_slot
from journal.app.runner import ImmediateRunner
from journal.model.errors import KeyringUnavailable
from journal.texts.errors import explain
from journal.ui.journal_keys import JournalKeys, secrets_of
from journal.ui.lock.page import LockPage
from journal.ui.lock.presenter import LockPresenter
from journal.ui.lock.state import Secrets, Step, build_state
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.keyrings import fake_keyring
from tests.support.windows import button, words_shown

WORDS = "Open without the passphrase"


@pytest.fixture
def switched(tmp_path, monkeypatch):
    """A closed journal that its keyring opens: its folder, its clock, and what the keyring is."""
    journal, clock = make_journal(tmp_path / "journal")
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    journal.close()
    monkeypatch.setattr(keyring_slot, "_store", lambda given: given or keyring)
    return journal.folder, clock, backend


class Lock:
    """The lock page on a journal, and what it opened."""

    def __init__(self, qtbot, folder, clock, *, others_use=False):
        self.page, self.opened, self.bugs = LockPage(), [], []
        qtbot.addWidget(self.page)
        self.page.show()
        self.presenter = LockPresenter(
            self.page,
            ImmediateRunner(),
            JournalKeys(folder, clock),
            self.opened.append,
            self.bugs.append,
            secrets=secrets_of(folder, others_use=others_use),
        )
        self.page.keyring_wanted.connect(self.presenter.on_keyring)
        self.page.passphrase_entered.connect(self.presenter.on_passphrase)


def test_without_a_keyring_only_the_passphrase_is_asked(qtbot, theme, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.close()
    assert WORDS not in words_shown(Lock(qtbot, journal.folder, clock).page)


def test_the_keyring_opens_with_one_press(qtbot, theme, switched):
    folder, clock, _ = switched
    lock = Lock(qtbot, folder, clock)
    button(lock.page, WORDS).click()
    assert lock.opened[0].folder == folder
    lock.opened[0].close()


def test_the_keyboard_stays_in_the_passphrase_field(qtbot, theme, switched):
    folder, clock, _ = switched
    page = Lock(qtbot, folder, clock).page
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    assert page.step.field.edit.hasFocus()


def test_where_others_use_the_computer_only_the_field_is_shown(qtbot, theme, switched):
    folder, clock, _ = switched
    lock = Lock(qtbot, folder, clock, others_use=True)
    assert WORDS not in words_shown(lock.page)
    lock.presenter.on_keyring()
    assert lock.opened == []


def test_a_keyring_that_does_not_answer_says_so_and_the_passphrase_still_opens(qtbot, theme, switched):
    folder, clock, backend = switched
    lock = Lock(qtbot, folder, clock)
    backend.refuses = True
    button(lock.page, WORDS).click()
    assert explain(KeyringUnavailable()) in words_shown(lock.page)
    lock.page.step.field.edit.setText(PASSPHRASE)
    button(lock.page, "Open").click()
    assert len(lock.opened) == 1
    lock.opened[0].close()


def test_without_a_recovery_code_none_is_offered_and_that_is_said():
    from journal.model.errors import WrongPassphrase

    state = build_state(
        Step.PASSPHRASE, busy=False, wrong_tries=3, error=WrongPassphrase(), secrets=Secrets(code=False)
    )
    assert not state.offers_recovery
    assert "This journal has no recovery code." in state.message


@pytest.mark.parametrize("folder", ["gone", "."])
def test_where_no_key_file_can_be_read_the_code_is_still_offered(tmp_path, folder):
    assert secrets_of(tmp_path / folder, others_use=False) == Secrets(code=True, keyring=False)
