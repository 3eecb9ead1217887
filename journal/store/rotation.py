"""Renewing the data key: the database is written anew under a key that nobody had before.

The passphrase is asked for, since its slot must wrap the new key; the recovery slot can't be wrapped
again without the code itself, so there is a new code. Keeping what wraps the key somewhere under the
old key would spare both, and would let whoever has the old key open the new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import JournalReadOnly, WrongPassphrase
from journal.store import recovery_code as codes
from journal.store.data_key import DataKey
from journal.store.journal_store import JournalStore
from journal.store.key_file import Document, sealed
from journal.store.key_slots import (
    PASSPHRASE,
    RECOVERY,
    KdfParameters,
    Slot,
    passphrase_slot,
    recovery_slot,
)
from journal.store.succession import next_database, provisional, put_away, take_place, verified
from journal.store.vault import OpenedVault, key_of, own_document


@dataclass(frozen=True, slots=True)
class RotatedVault:
    """The vault under its new key. `recovery_code` is shown once and kept nowhere; None if there was none."""

    vault: OpenedVault
    recovery_code: str | None


def rotate_key(folder: Path, store: JournalStore, passphrase: str, *, kdf: KdfParameters | None = None) -> RotatedVault:
    """Write the journal anew under a new data key, and close the store. Backups keep the key they were made with.

    `kdf` is how hard the passphrase is stretched; None leaves that as it is.
    Whatever is raised, the store is open as before and the journal is what it was: WrongPassphrase,
    JournalReadOnly, KeyFileAltered, NotEnoughMemory, DiskFull, StorageFailed, Interrupted.
    """
    if store.read_only:
        raise JournalReadOnly(path=str(store.path))
    document = own_document(folder, store.key)
    _require(document, passphrase, store.key)
    store.finish_succession()
    old, name = store.path, next_database(folder, store.path.name)
    key = DataKey.random()
    try:
        slots, code = _slots(document, passphrase, key, kdf)
        changed = {**document, "db": name, "generation": document["generation"] + 1, "slots": slots}
        with provisional(folder, name) as made:
            store.write_to(made, key)
            verified(made, key)
            take_place(folder, made, old, sealed(changed, key))
    except BaseException:
        key.wipe()
        raise
    store.close()
    put_away(folder, old)
    vault = OpenedVault(key, document["journal_id"], folder / name, changed["generation"], used_copy=False)
    return RotatedVault(vault, code)


def _require(document: Document, passphrase: str, key: DataKey) -> None:
    """Raise WrongPassphrase unless it opens this very key."""
    found = key_of(document, passphrase=passphrase)
    try:
        if found.raw != key.raw:
            raise WrongPassphrase
    finally:
        found.wipe()


def _slots(
    document: Document, passphrase: str, key: DataKey, kdf: KdfParameters | None
) -> tuple[list[Slot], str | None]:
    present = next(slot for slot in document["slots"] if slot["kind"] == PASSPHRASE)
    stretch = kdf or KdfParameters(**{name: present["kdf"][name] for name in ("m_kib", "t", "p")})
    slots = [passphrase_slot(passphrase, key, document["journal_id"], stretch)]
    if not any(slot["kind"] == RECOVERY for slot in document["slots"]):
        return slots, None
    raw = codes.new_raw()
    return [*slots, recovery_slot(raw, key, document["journal_id"])], codes.encode(raw)
