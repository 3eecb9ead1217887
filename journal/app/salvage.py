"""Salvage: what is readable of a damaged journal, in a new one that the same passphrase opens."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.app.journal import catalogue_version
from journal.app.vaults import naming_the_newest_backup
from journal.host.resources import read_catalogue
from journal.model.catalogue import CatalogueItem
from journal.model.errors import JournalError, JournalExists, JournalMissing
from journal.model.hlc import Stamp
from journal.model.items import Origin

if TYPE_CHECKING:
    from journal.store.data_key import DataKey
    from journal.store.key_file import Document
    from journal.store.salvage import Fill, SalvageReport


def salvage(folder: Path, to: Path, *, passphrase: str | None = None, code: str | None = None) -> SalvageReport:
    """Write what is readable into a new journal in `to`; the damaged one stays as it is.

    Where both copies of the key file are damaged, a backup's is used. Raises JournalMissing,
    JournalExists, WrongPassphrase, WrongRecoveryCode, KeyFileDamaged, JournalInUse, JournalDamaged when
    nothing can be read, DiskFull, JournalReadOnly, StorageFailed.
    """
    from journal.store import salvage as store
    from journal.store.vault import has_journal

    if not has_journal(folder):
        raise JournalMissing(path=str(folder))
    if has_journal(to):
        raise JournalExists(path=str(to))
    document, key = _unlocked(folder, passphrase, code)
    try:
        return store.salvage(folder, document, key, to, _catalogue_rows())
    finally:
        key.wipe()


def _unlocked(folder: Path, passphrase: str | None, code: str | None) -> tuple[Document, DataKey]:
    """The first key file that is sound, with its key. Raises WrongPassphrase if the secret does not open that."""
    from journal.store.key_file import KEY_FILE, read_document, seal_holds
    from journal.store.vault import key_of

    for document in _documents(folder):
        key = key_of(document, passphrase, code)
        if seal_holds(document, key):
            return document, key
        key.wipe()
    with naming_the_newest_backup(folder):
        read_document(folder / KEY_FILE)
    raise JournalMissing(path=str(folder))


def _documents(folder: Path) -> Iterator[Document]:
    from journal.store.backup_files import list_backups
    from journal.store.backups import backup_document
    from journal.store.key_file import KEY_COPY, KEY_FILE, read_document

    for name in (KEY_FILE, KEY_COPY):
        with contextlib.suppress(JournalError):
            yield read_document(folder / name)
    for backup in reversed(list_backups(folder)):
        with contextlib.suppress(JournalError, OSError):
            document = backup_document(backup.path)
            if (folder / document["db"]).exists():
                yield document


def _catalogue_rows() -> Fill:
    """The catalogue's items and versions as rows with the oldest stamp there is, so that any other counts more."""
    entries = read_catalogue().items
    return {
        "item": {str(entry.id): _item_row(entry) for entry in entries},
        "item_version": {row["id"]: row for row in map(_version_row, entries)},
    }


def _item_row(entry: CatalogueItem) -> dict[str, Any]:
    from journal.store.items import item_row

    hidden = not entry.shown_at_first
    row = item_row(entry.id, entry.key, Origin.CATALOGUE, hidden=hidden, position=entry.position)
    return {**row, **_UNSTAMPED}


def _version_row(entry: CatalogueItem) -> dict[str, Any]:
    from journal.store.items import version_row

    return {**version_row(catalogue_version(entry)), **_UNSTAMPED}


_UNSTAMPED = {"hlc": str(Stamp(0, 0, 0)), "deleted": 0}
