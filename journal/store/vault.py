"""The vault: which secrets open a journal, and where its database lies. No SQLite here.

A journal is one folder with `journal.keys`, a second copy of it, `journal-N.db` and `backups/`.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import (
    JournalError,
    JournalExists,
    JournalMissing,
    KeyFileAltered,
    PassphraseEmpty,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.store import recovery_code as codes
from journal.store.data_key import DataKey
from journal.store.key_file import (
    KEY_COPY,
    KEY_FILE,
    KEY_NEW,
    Document,
    dumped,
    new_document,
    read_document,
    seal_holds,
    sealed,
    write_document,
)
from journal.store.key_slots import (
    DEFAULT_KDF,
    FAST_KDF,
    PASSPHRASE,
    RECOVERY,
    KdfParameters,
    open_slot,
    passphrase_bytes,
    passphrase_slot,
    recovery_slot,
)
from journal.store.private_files import file_faults, private_folder, sync_folder, write_atomic

__all__ = [
    "DEFAULT_KDF",
    "FAST_KDF",
    "DataKey",
    "KdfParameters",
    "NewVault",
    "OpenedVault",
    "change_passphrase",
    "check_passphrase",
    "check_recovery_code",
    "create_vault",
    "has_journal",
    "has_recovery_code",
    "new_recovery_code",
    "open_vault",
]

FIRST_DATABASE = "journal-1.db"


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made. `recovery_code` is shown once and kept nowhere."""

    key: DataKey
    recovery_code: str | None
    journal_id: str


@dataclass(frozen=True, slots=True)
class OpenedVault:
    """An open vault. `used_copy` is true when the second copy of the key file opened it."""

    key: DataKey
    journal_id: str
    database: Path
    generation: int
    used_copy: bool


def has_journal(folder: Path) -> bool:
    """Whether a journal lives in this folder, even a damaged one.

    A database whose key file still waits under its provisional name was never finished.
    """
    if (folder / KEY_FILE).exists() or (folder / KEY_COPY).exists():
        return True
    return not (folder / KEY_NEW).exists() and any(folder.glob("journal-*.db"))


def create_vault(folder: Path, passphrase: str, *, kdf: KdfParameters = DEFAULT_KDF, recovery: bool = True) -> NewVault:
    """Draw a data key and wrap it. `JournalStore.create` makes the database and finishes the vault.

    Until then the key file waits under a provisional name, so that a crash leaves no journal that
    can't be opened. Raises JournalExists, PassphraseEmpty, JournalReadOnly, DiskFull.
    """
    if has_journal(folder):
        raise JournalExists(path=str(folder))
    _check_passphrase(passphrase)
    key, journal_id = DataKey.random(), str(uuid.uuid4())
    slots = [passphrase_slot(passphrase, key, journal_id, kdf)]
    raw = os.urandom(codes.RAW_BYTES) if recovery else None
    if raw is not None:
        slots.append(recovery_slot(raw, key, journal_id))
    document = sealed(new_document(journal_id, FIRST_DATABASE, slots), key)
    with begun_vault(folder, dumped(document)):
        return NewVault(key, None if raw is None else codes.encode(raw), journal_id)


@contextlib.contextmanager
def begun_vault(folder: Path, key_file: bytes) -> Iterator[None]:
    """A new journal's folder, with the key file under its provisional name until `finish_vault`.

    If the body raises, everything goes again. Raises JournalExists, JournalReadOnly, DiskFull.
    """
    if has_journal(folder):
        raise JournalExists(path=str(folder))
    private_folder(folder)
    sweep_unfinished(folder)
    write_atomic(folder / KEY_NEW, key_file)
    try:
        yield
    except BaseException:
        sweep_unfinished(folder)
        raise


def finish_vault(folder: Path) -> None:
    """Give the key file of a new journal its name. From here on the journal exists."""
    with file_faults(folder):
        (folder / KEY_NEW).replace(folder / KEY_FILE)
        sync_folder(folder)
        write_atomic(folder / KEY_COPY, (folder / KEY_FILE).read_bytes())


def sweep_unfinished(folder: Path) -> None:
    """Remove a journal that was begun and not finished; nothing was ever kept in it."""
    if (folder / KEY_NEW).exists():
        for path in (*folder.glob("journal-*.db*"), folder / KEY_NEW):
            path.unlink()


def open_vault(
    folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None, use_copy: bool = False
) -> OpenedVault:
    """Open with a passphrase or a recovery code; `use_copy` after damage, from the second copy.

    Raises JournalMissing, KeyFileMissing, KeyFileDamaged, KeyFileAltered, JournalTooNew,
    WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, NotEnoughMemory.
    """
    path = folder / (KEY_COPY if use_copy else KEY_FILE)
    document = _document(folder, path)
    key = _key(document, passphrase, recovery_code)
    if not seal_holds(document, key):
        raise KeyFileAltered(path=str(path), copy=_sealed_copy(folder, path, key))
    _keep_two(folder, document)
    return OpenedVault(key, document["journal_id"], folder / document["db"], document["generation"], use_copy)


def check_passphrase(folder: Path, passphrase: str) -> bool:
    """Whether this passphrase opens the journal. Changes nothing."""
    return _opens(folder, passphrase=passphrase)


def check_recovery_code(folder: Path, code: str) -> bool:
    """Whether this code opens the journal. Changes nothing. Raises RecoveryCodeMistyped."""
    return _opens(folder, recovery_code=code)


def has_recovery_code(folder: Path) -> bool:
    """Whether the journal has a recovery code at all."""
    return any(slot["kind"] == RECOVERY for slot in _document(folder, folder / KEY_FILE)["slots"])


def change_passphrase(folder: Path, key: DataKey, new: str, *, kdf: KdfParameters = DEFAULT_KDF) -> None:
    """Replace the passphrase slot; the database stays as it is. Raises PassphraseEmpty, KeyFileAltered."""
    _check_passphrase(new)
    document = _own_document(folder, key)
    slot = passphrase_slot(new, key, document["journal_id"], kdf)
    _replace_slots(folder, document, key, PASSPHRASE, slot)


def new_recovery_code(folder: Path, key: DataKey) -> str:
    """Make a new recovery code; the old one opens nothing any more."""
    document = _own_document(folder, key)
    raw = os.urandom(codes.RAW_BYTES)
    _replace_slots(folder, document, key, RECOVERY, recovery_slot(raw, key, document["journal_id"]))
    return codes.encode(raw)


def _check_passphrase(passphrase: str) -> None:
    if not passphrase:
        raise PassphraseEmpty


def _document(folder: Path, path: Path) -> Document:
    if not has_journal(folder):
        raise JournalMissing(path=str(folder))
    return read_document(path)


def _own_document(folder: Path, key: DataKey) -> Document:
    path = folder / KEY_FILE
    document = _document(folder, path)
    if not seal_holds(document, key):
        raise KeyFileAltered(path=str(path), copy=_sealed_copy(folder, path, key))
    return document


def _replace_slots(folder: Path, document: Document, key: DataKey, kind: str, slot: dict[str, object]) -> None:
    slots = [kept for kept in document["slots"] if kept["kind"] != kind] + [slot]
    changed = {**document, "slots": slots, "generation": document["generation"] + 1}
    write_document(folder, sealed(changed, key))


def _opens(folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None) -> bool:
    try:
        _key(_document(folder, folder / KEY_FILE), passphrase, recovery_code).wipe()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


def _key(document: Document, passphrase: str | None, recovery_code: str | None) -> DataKey:
    if passphrase is not None:
        key = _try_slots(document, PASSPHRASE, passphrase_bytes(passphrase))
        if key is None:
            raise WrongPassphrase
        return key
    return _key_by_code(document, recovery_code or "")


def _key_by_code(document: Document, code: str) -> DataKey:
    try:
        raw = codes.decode(code)
    except RecoveryCodeMistyped as error:
        if error.fields["reason"] != "check":
            raise
        raise RecoveryCodeMistyped(reason="check", position=_place_of_typo(document, code)) from error
    key = _try_slots(document, RECOVERY, raw)
    if key is None:
        raise WrongRecoveryCode
    return key


def _place_of_typo(document: Document, code: str) -> int | None:
    """Which character is wrong, if just one is. Trying a code costs microseconds."""
    for place, raw in codes.near_misses(code):
        key = _try_slots(document, RECOVERY, raw)
        if key is not None:
            key.wipe()
            return place
    return None


def _try_slots(document: Document, kind: str, secret: bytes) -> DataKey | None:
    for slot in document["slots"]:
        if slot["kind"] == kind and (key := open_slot(slot, secret, document["journal_id"])) is not None:
            return key
    return None


def _sealed_copy(folder: Path, path: Path, key: DataKey) -> str | None:
    copy = folder / KEY_COPY
    if copy == path:
        return None
    with contextlib.suppress(JournalError):
        if seal_holds(read_document(copy), key):
            return str(copy)
    return None


def _keep_two(folder: Path, document: Document) -> None:
    """Make key file and copy alike again, after a crash between the two or damage to one."""
    data = dumped(document)
    # Best effort: a full disk or a read-only place must not keep anybody out.
    with contextlib.suppress(JournalError, OSError):
        for path in (folder / KEY_FILE, folder / KEY_COPY):
            if not path.exists() or path.read_bytes() != data:
                write_atomic(path, data)
