"""Renewing the data key of an open journal, which stays open under the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.app.keyring_slot import opens_by_keyring, switch_on
from journal.model.errors import JournalError

if TYPE_CHECKING:
    from journal.host.keyring_store import KeyringStore
    from journal.store.vault import KdfParameters


@dataclass(frozen=True, slots=True)
class Rotation:
    """What follows from a new data key: a new recovery code, shown once and kept nowhere; None if there was none.

    `keyring_off` says that the system's keyring opened the journal before and does not any more.
    """

    recovery_code: str | None
    keyring_off: bool = False


def rotate_data_key(
    journal: Journal, passphrase: str, *, kdf: KdfParameters | None = None, keyring: KeyringStore | None = None
) -> Rotation:
    """Encrypt the journal anew under a key that nobody had before. The passphrase stays the same.

    It is needed to wrap the new key. The journal goes on under the new key; the old recovery code
    opens nothing any more, and backups made before keep the old key. If this raises, all is as it
    was: WrongPassphrase, JournalReadOnly, KeyFileAltered, NotEnoughMemory, DiskFull, StorageFailed,
    Interrupted.
    """
    from journal.store.journal_store import JournalStore
    from journal.store.rotation import rotate_key

    by_keyring = opens_by_keyring(journal.folder)
    rotated = rotate_key(journal.folder, journal.store, passphrase, kdf=kdf)
    journal.go_on_with(JournalStore.open(journal.folder, rotated.vault, journal.clock))
    return Rotation(rotated.recovery_code, keyring_off=by_keyring and not _on_again(journal, keyring))


def _on_again(journal: Journal, keyring: KeyringStore | None) -> bool:
    """Let the keyring open the journal again, now under the new key; whether it does."""
    try:
        switch_on(journal, keyring)
    except JournalError:
        return False
    return True
