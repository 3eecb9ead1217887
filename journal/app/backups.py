"""Making a backup, and opening one as the journal."""

from __future__ import annotations

import tempfile
from pathlib import Path

from journal.app.journal import Journal
from journal.app.vaults import open_journal
from journal.host.clock import Clock
from journal.model.errors import (
    BackupDamaged,
    FileMissing,
    InvalidFile,
    JournalDamaged,
    JournalTooNew,
    KeyFileAltered,
    KeyFileDamaged,
    WrongPassphrase,
    WrongRecoveryCode,
)


def back_up(journal: Journal, to: Path) -> None:
    """Write a verified, encrypted copy of the journal. Raises DiskFull, JournalReadOnly, StorageFailed."""
    journal.store.backup_to(to)


def open_backup(
    backup: Path,
    folder: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
) -> Journal:
    """Make a backup the journal of `folder`, and open it.

    It is opened and read through and through in a place apart first, so that a wrong secret or a
    damaged backup leaves `folder` as it was. Raises FileMissing, InvalidFile, JournalExists,
    WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, BackupDamaged, DiskFull.
    """
    from journal.store.backups import restore_backup

    with tempfile.TemporaryDirectory(prefix="leeward-") as apart:
        trial = Path(apart) / "journal"
        restore_backup(backup, trial)
        if not _is_whole(trial, clock, passphrase, recovery_code):
            raise BackupDamaged(path=str(backup))
    restore_backup(backup, folder)
    return open_journal(folder, clock, passphrase=passphrase, recovery_code=recovery_code)


def _is_whole(folder: Path, clock: Clock, passphrase: str | None, recovery_code: str | None) -> bool:
    try:
        opened = open_journal(folder, clock, passphrase=passphrase, recovery_code=recovery_code)
    except (JournalDamaged, KeyFileAltered, KeyFileDamaged):
        return False
    try:
        return not opened.store.full_check()
    finally:
        opened.close()


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
