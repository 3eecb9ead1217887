"""Opening the journal by a secret in the system's keyring: off until the person switches it on.

Its protection is weaker than the passphrase's: whoever sits at the signed-in computer, and every
program that runs there, can ask the keyring. `keyring` None is the system's own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.vaults import open_journal
from journal.model.errors import JournalError, KeyringSecretMissing, KeyringUnavailable

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.clock import Clock
    from journal.host.keyring_store import KeyringStore


def opens_by_keyring(folder: Path) -> bool:
    """Whether the key file has a slot for the keyring. Does not ask the keyring itself."""
    from journal.store.keyring_slots import keyring_journal

    try:
        return keyring_journal(folder) is not None
    except JournalError:
        return False


def switch_on(journal: Journal, keyring: KeyringStore | None = None) -> None:
    """Let the keyring open the journal. Raises KeyringUnavailable, KeyFileAltered, DiskFull; then it does not."""
    from journal.store.keyring_slots import new_keyring_slot, random_secret

    store, secret = _store(keyring), random_secret()
    store.put(journal.journal_id, secret)
    try:
        new_keyring_slot(journal.folder, journal.store.key, secret)
    except BaseException:
        forget_entry(journal.journal_id, store)
        raise


def switch_off(journal: Journal, keyring: KeyringStore | None = None) -> bool:
    """Take the slot away, then the entry in the keyring; whether the entry is gone for certain."""
    from journal.store.keyring_slots import remove_keyring_slot

    remove_keyring_slot(journal.folder, journal.store.key)
    return forget_entry(journal.journal_id, keyring)


def forget_entry(journal_id: str, keyring: KeyringStore | None = None) -> bool:
    """Remove the entry in the keyring, if there is one; false if the keyring could not be asked."""
    try:
        _store(keyring).remove(journal_id)
    except KeyringUnavailable:
        return False
    return True


def open_by_keyring(folder: Path, clock: Clock, keyring: KeyringStore | None = None) -> Journal:
    """Open the journal by what the keyring holds.

    Raises KeyringUnavailable, KeyringSecretMissing, and what opening raises.
    """
    from journal.store.keyring_slots import keyring_journal

    journal_id = keyring_journal(folder)
    secret = None if journal_id is None else _store(keyring).get(journal_id)
    if secret is None:
        raise KeyringSecretMissing
    return open_journal(folder, clock, keyring=secret)


def _store(keyring: KeyringStore | None) -> KeyringStore:
    from journal.host.keyring_store import KeyringStore

    return keyring or KeyringStore()
