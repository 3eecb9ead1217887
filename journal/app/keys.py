"""The secrets of a journal: change the passphrase, recover with the code, and verify a journal or a backup."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.app.vaults import naming_the_newest_backup
from journal.host.clock import Clock
from journal.model.errors import (
    BackupDamaged,
    FileMissing,
    JournalDamaged,
    JournalError,
    JournalReadOnly,
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.texts.errors import explain

if TYPE_CHECKING:
    from journal.store.vault import KdfParameters, OpenedVault


def change_passphrase(journal: Journal, new: str, *, kdf: KdfParameters | None = None) -> None:
    """Set a new passphrase; the entries stay as they are. Backups made before open with the old one.

    Raises PassphraseEmpty, NotEnoughMemory, KeyFileAltered, DiskFull, JournalReadOnly.
    """
    from journal.store import vault

    vault.change_passphrase(journal.folder, journal.store.key, new, kdf=kdf or vault.DEFAULT_KDF)


def check_passphrase(folder: Path, passphrase: str) -> None:
    """Raise WrongPassphrase unless it opens the journal; changes nothing."""
    from journal.store import vault

    if not vault.check_passphrase(folder, passphrase):
        raise WrongPassphrase


def check_recovery_code(folder: Path, code: str, *, use_copy: bool = False) -> None:
    """Raise WrongRecoveryCode or RecoveryCodeMistyped unless it opens the journal.

    Changes nothing, except that `use_copy` puts the second copy of the key file in place of a
    damaged one once the code has opened it. Raises what opening raises for a damaged key file.
    """
    from journal.store import vault

    if use_copy:
        vault.open_vault(folder, recovery_code=code, use_copy=True).key.wipe()
        return
    with naming_the_newest_backup(folder):
        if not vault.check_recovery_code(folder, code):
            raise WrongRecoveryCode


def has_recovery_code(folder: Path) -> bool:
    """Whether the journal has a recovery code at all."""
    from journal.store import vault

    return vault.has_recovery_code(folder)


def new_recovery_code(journal: Journal) -> str:
    """Make a new recovery code, shown once; the old one opens nothing any more."""
    from journal.app.recovery_offer import begin_week
    from journal.store import vault

    code = vault.new_recovery_code(journal.folder, journal.store.key)
    begin_week(journal)
    return code


def remove_recovery_code(journal: Journal) -> None:
    """Let no recovery code open the journal: the passphrase is then the only way in."""
    from journal.store import vault

    vault.remove_recovery_code(journal.folder, journal.store.key)


def recover(folder: Path, recovery_code: str, new_passphrase: str, *, kdf: KdfParameters | None = None) -> None:
    """Set a new passphrase with the recovery code, which stays the same.

    Raises WrongRecoveryCode, RecoveryCodeMistyped, PassphraseEmpty, and what opening raises.
    """
    from journal.store import vault

    with naming_the_newest_backup(folder):
        opened = vault.open_vault(folder, recovery_code=recovery_code)
    try:
        vault.change_passphrase(folder, opened.key, new_passphrase, kdf=kdf or vault.DEFAULT_KDF)
    finally:
        opened.key.wipe()


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at (file, key_file, key_copy, pages, entries) and what is wrong with it, as errors.

    `entries` is how many entries could be read, None if it did not come to that.
    """

    path: Path
    checked: tuple[str, ...] = ()
    faults: tuple[JournalError, ...] = ()
    entries: int | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong, in sentences."""
        return tuple(explain(fault) for fault in self.faults)

    def add(self, checked: str, *faults: JournalError) -> VerifyReport:
        """The report with one more part looked at."""
        return replace(self, checked=(*self.checked, checked), faults=(*self.faults, *faults))


def verify(target: Path, passphrase: str, clock: Clock) -> VerifyReport:
    """Read a journal's folder, or a backup file, through and through. Changes nothing in it.

    Raises WrongPassphrase, JournalMissing, FileMissing, InvalidFile, JournalInUse, JournalTooNew,
    NotEnoughMemory; damage stands in the report.
    """
    if target.is_dir():
        return _verified_folder(target, passphrase, clock)
    if not target.exists():
        raise FileMissing(path=str(target))
    from journal.store.backups import restore_backup

    with tempfile.TemporaryDirectory(prefix="leeward-") as name:
        folder = Path(name) / "journal"
        try:
            restore_backup(target, folder)
        except BackupDamaged as fault:
            return VerifyReport(target).add("file", fault)
        report = _verified_folder(folder, passphrase, clock)
    # What is wrong inside has a path that is gone by now.
    faults = (BackupDamaged(path=str(target)),) if report.faults else ()
    return replace(report, path=target, faults=faults)


def _verified_folder(folder: Path, passphrase: str, clock: Clock) -> VerifyReport:
    report, vault = _verified_keys(folder, passphrase)
    if vault is None:
        return report
    try:
        return _verified_database(report, folder, vault, clock)
    finally:
        vault.key.wipe()


def _verified_keys(folder: Path, passphrase: str) -> tuple[VerifyReport, OpenedVault | None]:
    from journal.store.key_file import KEY_COPY
    from journal.store.vault import copy_differs, open_vault

    report = VerifyReport(folder)
    try:
        opened = open_vault(folder, passphrase=passphrase, mend=False)
    except (KeyFileDamaged, KeyFileAltered, KeyFileMissing) as error:
        report = report.add("key_file", error)
        if error.fields.get("copy") is None:
            return report, None
        return report.add("key_copy"), open_vault(folder, passphrase=passphrase, use_copy=True, mend=False)
    report = report.add("key_file")
    if copy_differs(folder):
        return report.add("key_copy", KeyFileDamaged(path=str(folder / KEY_COPY), copy=None)), opened
    return report.add("key_copy"), opened


def _verified_database(report: VerifyReport, folder: Path, vault: OpenedVault, clock: Clock) -> VerifyReport:
    from journal.store.integrity import problems_in

    damage = JournalDamaged(path=str(vault.database), backup=None)
    try:
        problems = problems_in(vault.database, vault.key)
    except JournalDamaged as error:
        return report.add("pages", error)
    report = report.add("pages", *([damage] if problems else []))
    try:
        return replace(report.add("entries"), entries=_entries_read(folder, vault, clock))
    except JournalReadOnly:  # of an older version: its entries can be read once it is brought up to date
        return report
    except (JournalDamaged, ValueError):
        return report.add("entries", damage)


def _entries_read(folder: Path, vault: OpenedVault, clock: Clock) -> int:
    from journal.store.journal_store import JournalStore

    store = JournalStore.open(folder, vault, clock, read_only=True)
    try:
        return store.read_all()
    finally:
        store.close()
