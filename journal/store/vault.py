"""The vault: which secrets open a journal, and where its database lies. No SQLite here.

A journal is one folder with `journal.keys`, a second copy of it, `journal-N.db` and `backups/`.
"""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import (
    JournalError,
    JournalExists,
    JournalInUse,
    JournalMissing,
    KeyFileAltered,
    KeyringSecretMissing,
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
    KEYRING,
    PASSPHRASE,
    RECOVERY,
    KdfParameters,
    Slot,
    open_slot,
    passphrase_bytes,
    passphrase_slot,
    recovery_slot,
)
from journal.store.private_files import write_atomic
from journal.store.unfinished_vault import begun_vault, has_journal

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
    "key_of",
    "new_recovery_code",
    "open_vault",
    "own_document",
    "remove_recovery_code",
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
    raw = codes.new_raw() if recovery else None
    if raw is not None:
        slots.append(recovery_slot(raw, key, journal_id))
    document = sealed(new_document(journal_id, FIRST_DATABASE, slots), key)
    with begun_vault(folder, dumped(document)):
        return NewVault(key, None if raw is None else codes.encode(raw), journal_id)


def open_vault(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    keyring: bytes | None = None,
    use_copy: bool = False,
    mend: bool = True,
) -> OpenedVault:
    """Open with a passphrase, a recovery code or the keyring's secret; `use_copy` after damage, from the second copy.

    Unless `mend` is false, the key file and its copy are made alike again.

    Raises JournalMissing, KeyFileMissing, KeyFileDamaged, KeyFileAltered, JournalTooNew,
    WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, KeyringSecretMissing, NotEnoughMemory.
    """
    path = folder / (KEY_COPY if use_copy else KEY_FILE)
    document = _document(folder, path)
    key = key_of(document, passphrase, recovery_code, keyring)
    if not seal_holds(document, key):
        raise KeyFileAltered(path=str(path), copy=_sealed_copy(folder, path, key))
    if mend:
        _keep_two(folder, document)
    return OpenedVault(key, document["journal_id"], folder / document["db"], document["generation"], use_copy)


def require_named(folder: Path, vault: OpenedVault) -> None:
    """Raise JournalInUse if, between the passphrase and the lock, the key file came to name another database.

    Another window renewed the data key meanwhile: what is written into the old database would be lost.
    """
    if vault.used_copy:
        return
    named = vault.database.name
    with contextlib.suppress(JournalError):  # damage is told elsewhere
        named = read_document(folder / KEY_FILE)["db"]
    if named != vault.database.name:
        raise JournalInUse(path=str(vault.database))


def copy_differs(folder: Path) -> bool:
    """Whether the second copy of the key file is missing or not the same as the first."""
    try:
        return (folder / KEY_COPY).read_bytes() != (folder / KEY_FILE).read_bytes()
    except OSError:
        return True


def check_passphrase(folder: Path, passphrase: str) -> bool:
    """Whether this passphrase opens the journal. Changes nothing."""
    return _opens(folder, passphrase=passphrase)


def check_recovery_code(folder: Path, code: str) -> bool:
    """Whether this code opens the journal. Changes nothing. Raises RecoveryCodeMistyped."""
    return _opens(folder, recovery_code=code)


def has_recovery_code(folder: Path) -> bool:
    """Whether the journal has a recovery code at all."""
    return any(slot["kind"] == RECOVERY for slot in _document(folder, folder / KEY_FILE)["slots"])


def remove_recovery_code(folder: Path, key: DataKey) -> None:
    """Let no recovery code open the journal."""
    document = own_document(folder, key)
    replace_slots(folder, document, key, RECOVERY, [])


def change_passphrase(folder: Path, key: DataKey, new: str, *, kdf: KdfParameters = DEFAULT_KDF) -> None:
    """Replace the passphrase slot; the database stays as it is. Raises PassphraseEmpty, KeyFileAltered."""
    _check_passphrase(new)
    document = own_document(folder, key)
    slot = passphrase_slot(new, key, document["journal_id"], kdf)
    replace_slots(folder, document, key, PASSPHRASE, [slot])


def new_recovery_code(folder: Path, key: DataKey) -> str:
    """Make a new recovery code; the old one opens nothing any more."""
    document = own_document(folder, key)
    raw = codes.new_raw()
    replace_slots(folder, document, key, RECOVERY, [recovery_slot(raw, key, document["journal_id"])])
    return codes.encode(raw)


def _check_passphrase(passphrase: str) -> None:
    if not passphrase:
        raise PassphraseEmpty


def _document(folder: Path, path: Path) -> Document:
    if not has_journal(folder):
        raise JournalMissing(path=str(folder))
    return read_document(path)


def own_document(folder: Path, key: DataKey) -> Document:
    """The key file of an open journal. Raises KeyFileAltered if it is not sealed with the journal's key."""
    path = folder / KEY_FILE
    document = _document(folder, path)
    if not seal_holds(document, key):
        raise KeyFileAltered(path=str(path), copy=_sealed_copy(folder, path, key))
    return document


def replace_slots(folder: Path, document: Document, key: DataKey, kind: str, new: list[Slot]) -> None:
    kept = [slot for slot in document["slots"] if slot["kind"] != kind]
    changed = {**document, "slots": [*kept, *new], "generation": document["generation"] + 1}
    write_document(folder, sealed(changed, key))


def _opens(folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None) -> bool:
    try:
        key_of(_document(folder, folder / KEY_FILE), passphrase, recovery_code).wipe()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


def key_of(
    document: Document, passphrase: str | None = None, recovery_code: str | None = None, keyring: bytes | None = None
) -> DataKey:
    """The data key of a key file, by one of its secrets.

    Raises WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, KeyringSecretMissing, NotEnoughMemory.
    """
    if keyring is not None:
        return _required(_try_slots(document, KEYRING, keyring), KeyringSecretMissing())
    if passphrase is not None:
        return _required(_try_slots(document, PASSPHRASE, passphrase_bytes(passphrase)), WrongPassphrase())
    return _key_by_code(document, recovery_code or "")


def _required(key: DataKey | None, otherwise: JournalError) -> DataKey:
    if key is None:
        raise otherwise
    return key


def _key_by_code(document: Document, code: str) -> DataKey:
    try:
        raw = codes.decode(code)
    except RecoveryCodeMistyped as error:
        if error.fields["reason"] != "check":
            raise
        raise RecoveryCodeMistyped(reason="check", position=_place_of_typo(document, code)) from error
    return _required(_try_slots(document, RECOVERY, raw), WrongRecoveryCode())


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
