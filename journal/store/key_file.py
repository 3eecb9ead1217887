"""The key file: JSON with the slots, sealed by a keyed hash and a checksum.

The checksum tells damage from a wrong passphrase and is looked at before the version, so that a
flipped digit in the version reads as damage. The seal, under a key derived from the data key, tells
that somebody changed a field.
"""

from __future__ import annotations

import errno
import hmac
import json
import re
import zlib
from pathlib import Path
from typing import Any

from journal.model.errors import JournalTooNew, KeyFileDamaged, KeyFileMissing, StorageFailed
from journal.store.data_key import DataKey
from journal.store.key_slots import (
    FORMAT,
    KEYRING,
    PASSPHRASE,
    RECOVERY,
    VERSION,
    KdfParameters,
    Slot,
    canonical,
    derive,
    from_text,
    to_text,
)
from journal.store.private_files import write_atomic

KEY_FILE = "journal.keys"
KEY_COPY = "journal.keys.copy"
KEY_NEW = "journal.keys.new"
"""Where the key file of a journal waits while its database is being made."""

Document = dict[str, Any]

_DATABASE = re.compile(r"journal-[1-9][0-9]{0,8}\.db")
_SEAL_PURPOSE = b"leeward-key-file-seal-v1"
_MAX_BYTES = 65_536


def new_document(journal_id: str, database: str, slots: list[Slot], generation: int = 1) -> Document:
    """A document not sealed yet."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "journal_id": journal_id,
        "db": database,
        "generation": generation,
        "slots": slots,
    }


def sealed(document: Document, key: DataKey) -> Document:
    """The document with its seal and checksum."""
    bare = _bare(document)
    whole = {**bare, "mac": to_text(_mac(bare, key))}
    return {**whole, "crc": zlib.crc32(canonical(whole))}


def seal_holds(document: Document, key: DataKey) -> bool:
    """Whether nobody changed a field since it was sealed with this key."""
    return hmac.compare_digest(_mac(_bare(document), key), from_text(document["mac"]))


def write_document(folder: Path, document: Document) -> None:
    """Replace the key file, then its copy."""
    data = dumped(document)
    write_atomic(folder / KEY_FILE, data)
    write_atomic(folder / KEY_COPY, data)


def dumped(document: Document) -> bytes:
    """The document as it stands in the file."""
    return json.dumps(document, indent=1).encode()


def read_document(path: Path) -> Document:
    """Read and check a key file.

    Raises KeyFileMissing, KeyFileDamaged (each with the `copy` beside it, if that can be read) and
    JournalTooNew.
    """
    if not path.exists():
        raise KeyFileMissing(path=str(path), copy=sound_copy(path))
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise StorageFailed(path=str(path), detail=errno.errorcode.get(error.errno or 0, "EIO")) from error
    try:
        return parsed(data, path)
    except ValueError as error:
        raise KeyFileDamaged(path=str(path), copy=sound_copy(path)) from error


def parsed(data: bytes, path: Path) -> Document:
    """The document in `data`. Raises ValueError for damage and JournalTooNew for a newer version."""
    if len(data) > _MAX_BYTES:
        raise ValueError("too long")
    document = _json(data)
    whole = {name: value for name, value in document.items() if name != "crc"}
    if document.get("format") != FORMAT or zlib.crc32(canonical(whole)) != document.get("crc"):
        raise ValueError("checksum")
    if document.get("version") != VERSION:
        raise JournalTooNew(path=str(path))
    _check_fields(document)
    return document


def sound_copy(path: Path) -> str | None:
    """The path of the second copy, if it is there, is sound, and is not `path` itself."""
    copy = path.with_name(KEY_COPY)
    if copy == path:
        return None
    try:
        parsed(copy.read_bytes(), copy)
    except (OSError, ValueError, JournalTooNew):
        return None
    return str(copy)


def _json(data: bytes) -> Document:
    try:
        document = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(document, dict):
        raise ValueError("not a key file")
    return document


def _check_fields(document: Document) -> None:
    names = (("journal_id", str), ("db", str), ("generation", int), ("slots", list), ("mac", str))
    if any(type(document.get(name)) is not kind for name, kind in names):
        raise ValueError("field")
    if not _DATABASE.fullmatch(document["db"]):
        raise ValueError("database name")
    from_text(document["mac"])
    for slot in document["slots"]:
        _check_slot(slot)


def _check_slot(slot: object) -> None:
    texts = ("kind", "salt", "nonce", "wrapped")
    if not isinstance(slot, dict) or any(type(slot.get(name)) is not str for name in texts):
        raise ValueError("slot")
    lengths = tuple(len(from_text(slot[name])) for name in ("salt", "nonce", "wrapped"))
    if slot["kind"] in (PASSPHRASE, RECOVERY, KEYRING) and lengths != (16, 12, 48):
        raise ValueError("slot sizes")
    if slot["kind"] == PASSPHRASE:
        _check_kdf(slot.get("kdf"))


def _check_kdf(kdf: object) -> None:
    """Bounds before anything is derived: a changed file must not cost all memory or an hour."""
    if not isinstance(kdf, dict) or set(kdf) != {"name", "m_kib", "t", "p"} or kdf["name"] != "argon2id":
        raise ValueError("kdf")
    if any(type(kdf[name]) is not int for name in ("m_kib", "t", "p")) or not KdfParameters(**kdf).within_bounds():
        raise ValueError("kdf bounds")


def _bare(document: Document) -> Document:
    return {name: value for name, value in document.items() if name not in ("mac", "crc")}


def _mac(bare: Document, key: DataKey) -> bytes:
    return hmac.digest(derive(key.raw, _SEAL_PURPOSE), canonical(bare), "sha256")
