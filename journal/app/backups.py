"""Making a backup in a file of one's own, and opening one as the journal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.backup_records import FileNote, keep_record, read_record
from journal.app.journal import Journal
from journal.app.written_files import why_unwritable
from journal.host.clock import Clock
from journal.host.resources import read_catalogue
from journal.model.errors import (
    BackupDamaged,
    FileMissing,
    FileUnwritable,
    InvalidFile,
    JournalDamaged,
    JournalError,
    JournalExists,
    JournalTooNew,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.store.data_key import DataKey


def back_up(journal: Journal, to: Path) -> None:
    """Write a verified, encrypted copy of the journal. Raises FileUnwritable, StorageFailed.

    Where it was saved is remembered, encrypted, so that it can be listed and destroyed; so its name must be text.
    """
    if any("\ud800" <= char <= "\udfff" for char in str(to)):
        raise FileUnwritable(path=str(to), detail=_("its name is not text in UTF-8"))
    with _said_of_the_file(to):
        journal.store.backup_to(to)
    note = FileNote(journal.store.entries.count(), journal.clock.now_ms())
    keep_record(journal, read_record(journal).with_own(to.absolute()).with_file(to.name, note))


@contextlib.contextmanager
def _said_of_the_file(to: Path) -> Iterator[None]:
    """Raise FileUnwritable for a place that takes no file: a full disk, or one without leave to write.

    The errors as they come would tell the person to copy the journal elsewhere, which is not what is wrong.
    """
    try:
        yield
    except JournalError as error:
        reason = why_unwritable(error)
        if reason is None:
            raise
        raise FileUnwritable(path=str(to), detail=reason) from error


def open_backup(
    backup: Path,
    folder: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
) -> Journal:
    """Make a backup the journal of `folder`, and open it.

    The secret is tried first, and the backup is read through and through before it becomes a journal
    there, so that a wrong secret or a damaged backup leaves `folder` as it was. Raises FileMissing,
    InvalidFile, JournalExists, WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped,
    BackupDamaged, JournalTooNew, DiskFull.
    """
    from journal.store.backups import backup_document
    from journal.store.vault import has_journal, key_of

    document = backup_document(backup)
    if has_journal(folder):
        raise JournalExists(path=str(folder))
    key = key_of(document, passphrase, recovery_code)
    try:
        return open_backup_with(backup, folder, clock, key)
    except BaseException:
        key.wipe()
        raise


def open_backup_with(backup: Path, folder: Path, clock: Clock, key: DataKey) -> Journal:
    """`open_backup` with the backup's key, which the journal keeps."""
    from journal.store.backups import backup_document, restore_backup
    from journal.store.journal_store import JournalStore
    from journal.store.key_file import seal_holds
    from journal.store.vault import OpenedVault

    if not seal_holds(backup_document(backup), key):
        raise BackupDamaged(path=str(backup))
    document = restore_backup(backup, folder, key)
    database, generation = folder / document["db"], document["generation"]
    vault = OpenedVault(key, document["journal_id"], database, generation, used_copy=False)
    store = JournalStore.open(folder, vault, clock)
    return Journal(folder, store, clock, read_catalogue(), vault.journal_id)


def open_newest_backup(
    damaged: Path,
    folder: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
) -> Journal:
    """Make the newest good backup of the journal in `damaged` the journal of `folder`, and open it.

    Nothing in `damaged` changes. Raises JournalDamaged when none is good, WrongPassphrase and
    WrongRecoveryCode with `backup`, DiskFull, JournalReadOnly.
    """
    from journal.store.backup_files import list_backups

    for backup in reversed(list_backups(damaged)):
        try:
            return open_backup(backup.path, folder, clock, passphrase=passphrase, recovery_code=recovery_code)
        except (WrongPassphrase, WrongRecoveryCode) as error:
            error.fields["backup"] = str(backup.path)
            raise
        except (FileMissing, InvalidFile, JournalTooNew):
            continue
    raise JournalDamaged(path=str(damaged), backup=None)
