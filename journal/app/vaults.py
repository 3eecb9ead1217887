"""Making a journal, opening one, and looking at a folder before asking for a secret."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app import open_plan
from journal.app.journal import Journal
from journal.host.clock import Clock
from journal.host.resources import read_catalogue, read_treatments
from journal.model.errors import (
    JournalExists,
    JournalMissing,
    JournalReadOnly,
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseEmpty,
)

if TYPE_CHECKING:
    from journal.store.journal_store import JournalStore
    from journal.store.vault import KdfParameters, OpenedVault


@dataclass(frozen=True, slots=True)
class NewJournal:
    """A journal just made. The recovery code is shown once and kept nowhere; None if not wanted."""

    journal: Journal
    recovery_code: str | None


def has_journal(folder: Path) -> bool:
    """Whether a journal lies in this folder."""
    from journal.store import vault

    return vault.has_journal(folder)


def import_ahead() -> None:
    """Import and read what opening a journal needs, while nobody waits for it."""
    from journal.store import readiness

    readiness.import_ahead()
    read_catalogue()
    read_treatments()


def create_journal(
    folder: Path,
    passphrase: str,
    clock: Clock,
    *,
    recovery: bool = True,
    kdf: KdfParameters | None = None,
) -> NewJournal:
    """Make an encrypted journal in `folder` and open it. Raises JournalExists, PassphraseEmpty."""
    from journal.store import vault
    from journal.store.journal_store import JournalStore

    if not passphrase:
        raise PassphraseEmpty
    if vault.has_journal(folder):
        raise JournalExists(path=str(folder))
    made = vault.create_vault(folder, passphrase, kdf=kdf or vault.DEFAULT_KDF, recovery=recovery)
    store = JournalStore.create(folder, made.key, made.journal_id, clock)
    journal = Journal(folder, store, clock, read_catalogue(), made.journal_id)
    open_plan.follow(journal)
    return NewJournal(journal, made.recovery_code)


def open_journal(
    folder: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    keyring: bytes | None = None,
    read_only: bool = False,
    use_copy: bool = False,
) -> Journal:
    """Open the journal in `folder` with one of its secrets; `use_copy` by the second copy of its key file.

    `keyring` is the secret that the system's keyring holds.

    Raises JournalMissing, WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, KeyringSecretMissing, JournalInUse,
    JournalDamaged, KeyFileMissing, KeyFileDamaged, KeyFileAltered, JournalTooNew, JournalReadOnly,
    NotEnoughMemory. Where the journal stays closed its key is wiped.
    """
    from journal.store import vault

    if not vault.has_journal(folder):
        raise JournalMissing(path=str(folder))
    with naming_the_newest_backup(folder):
        opened = vault.open_vault(
            folder,
            passphrase=passphrase,
            recovery_code=recovery_code,
            keyring=keyring,
            use_copy=use_copy,
            mend=not read_only,
        )
    try:
        store = _open_store(folder, opened, clock, read_only=read_only)
    except BaseException:
        opened.key.wipe()
        raise
    journal = Journal(folder, store, clock, read_catalogue(), opened.journal_id)
    open_plan.follow(journal)
    return journal


def _open_store(folder: Path, opened: OpenedVault, clock: Clock, *, read_only: bool) -> JournalStore:
    from journal.store.journal_store import JournalStore

    if not read_only:
        return JournalStore.open(folder, opened, clock)
    try:
        return JournalStore.open(folder, opened, clock, read_only=True)
    except JournalReadOnly:
        # Of an older version, or left in the middle of a save: it must be brought in order to be read.
        return JournalStore.open(folder, opened, clock)


@contextmanager
def naming_the_newest_backup(folder: Path) -> Iterator[None]:
    """Let what is wrong with a key file name the newest backup, as what is wrong with the database does."""
    try:
        yield
    except (KeyFileMissing, KeyFileDamaged, KeyFileAltered) as error:
        from journal.store.backup_files import newest_backup

        newest = newest_backup(folder)
        error.fields["backup"] = None if newest is None else str(newest.path)
        raise
