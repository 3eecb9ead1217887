"""The slot that a random secret in the system's keyring opens: made, looked for, taken away."""

from __future__ import annotations

import os
from pathlib import Path

from journal.store.data_key import DataKey
from journal.store.key_file import KEY_FILE, read_document
from journal.store.key_slots import KEYRING, keyring_slot
from journal.store.vault import own_document, replace_slots

SECRET_BYTES = 32


def new_keyring_slot(folder: Path, key: DataKey, secret: bytes) -> None:
    """Let this secret open the journal; an older one opens nothing any more. Raises KeyFileAltered, DiskFull."""
    document = own_document(folder, key)
    replace_slots(folder, document, key, KEYRING, [keyring_slot(secret, key, document["journal_id"])])


def remove_keyring_slot(folder: Path, key: DataKey) -> bool:
    """Let no secret in a keyring open the journal; whether there was one that did."""
    document = own_document(folder, key)
    if not any(slot["kind"] == KEYRING for slot in document["slots"]):
        return False
    replace_slots(folder, document, key, KEYRING, [])
    return True


def keyring_journal(folder: Path) -> str | None:
    """The id of the journal if a secret in a keyring may open it, else None. Raises what reading a key file raises."""
    document = read_document(folder / KEY_FILE)
    slots = any(slot["kind"] == KEYRING for slot in document["slots"])
    return str(document["journal_id"]) if slots else None


def random_secret() -> bytes:
    """A secret for the keyring."""
    return os.urandom(SECRET_BYTES)
