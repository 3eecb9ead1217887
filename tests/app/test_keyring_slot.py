import subprocess
import sys

import pytest

from journal.app import keyring_slot, keys
from journal.app.vaults import open_journal
from journal.model.errors import KeyringSecretMissing, KeyringUnavailable
from journal.store.vault import FAST_KDF
from tests.support.journals import PASSPHRASE
from tests.support.keyrings import fake_keyring


@pytest.fixture
def switched(opened):
    """An open journal that its keyring opens too, with the keyring and its backend."""
    journal, clock = opened
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    return journal, clock, keyring, backend


def test_a_new_journal_is_not_opened_by_the_keyring(opened):
    journal, clock = opened
    assert not keyring_slot.opens_by_keyring(journal.folder)
    with pytest.raises(KeyringSecretMissing):
        keyring_slot.open_by_keyring(journal.folder, clock, fake_keyring()[0])


def test_switched_on_the_keyring_opens_the_journal(switched):
    journal, clock, keyring, _ = switched
    journal.close()
    assert keyring_slot.opens_by_keyring(journal.folder)
    again = keyring_slot.open_by_keyring(journal.folder, clock, keyring)
    assert again.journal_id == journal.journal_id
    again.close()


def test_the_passphrase_goes_on_opening_it(switched):
    journal, clock, _, _ = switched
    journal.close()
    open_journal(journal.folder, clock, passphrase=PASSPHRASE).close()


def test_the_keyring_holds_neither_the_passphrase_nor_the_data_key(switched):
    journal, _, _, backend = switched
    kept = " ".join((*backend.kept.values(), *(part for name in backend.kept for part in name)))
    assert PASSPHRASE not in kept
    assert bytes(journal.store.key.raw).hex() not in kept
    assert list(backend.kept) == [("Leeward", journal.journal_id)]


def test_switched_off_slot_and_entry_are_gone(switched):
    journal, clock, keyring, backend = switched
    before = dict(backend.kept)
    assert keyring_slot.switch_off(journal, keyring)
    assert backend.kept == {}
    backend.kept.update(before)  # somebody kept a copy of the entry
    journal.close()
    assert not keyring_slot.opens_by_keyring(journal.folder)
    with pytest.raises(KeyringSecretMissing):
        keyring_slot.open_by_keyring(journal.folder, clock, keyring)


def test_a_changed_passphrase_leaves_the_keyring_as_it_is(switched):
    journal, clock, keyring, _ = switched
    keys.change_passphrase(journal, "another harbour", kdf=FAST_KDF)
    journal.close()
    keyring_slot.open_by_keyring(journal.folder, clock, keyring).close()


def test_a_keyring_that_does_not_answer_changes_nothing(opened):
    journal, _ = opened
    keyring, backend = fake_keyring()
    backend.refuses = True
    before = (journal.folder / "journal.keys").read_bytes()
    with pytest.raises(KeyringUnavailable):
        keyring_slot.switch_on(journal, keyring)
    assert (journal.folder / "journal.keys").read_bytes() == before


def test_a_keyring_that_forgets_opens_nothing_and_says_so(switched):
    journal, clock, keyring, backend = switched
    backend.kept.clear()
    with pytest.raises(KeyringSecretMissing):
        keyring_slot.open_by_keyring(journal.folder, clock, keyring)


@pytest.mark.parametrize("text", ["", "not base64 !", "AAAA"])
def test_a_text_that_somebody_else_wrote_opens_nothing(switched, text):
    journal, clock, keyring, backend = switched
    backend.kept["Leeward", journal.journal_id] = text
    with pytest.raises(KeyringSecretMissing):
        keyring_slot.open_by_keyring(journal.folder, clock, keyring)


def test_switching_off_takes_the_slot_away_even_where_the_keyring_is_closed(switched):
    journal, _, keyring, backend = switched
    backend.refuses = True
    assert not keyring_slot.switch_off(journal, keyring)
    assert not keyring_slot.opens_by_keyring(journal.folder)


def test_the_library_is_imported_only_when_the_keyring_is_asked():
    asked = "import sys, journal.app.keyring_slot, journal.host.keyring_store; print('keyring' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "False"


def test_a_system_without_a_keyring_says_so_and_changes_nothing(opened, monkeypatch):
    journal, _ = opened
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    if sys.platform.startswith("linux"):
        with pytest.raises(KeyringUnavailable):
            keyring_slot.switch_on(journal)
        assert not keyring_slot.opens_by_keyring(journal.folder)
