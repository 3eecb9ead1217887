"""Making a journal, opening one, and looking at a folder before asking for a secret."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.host.clock import Clock
from journal.host.resources import read_catalogue
from journal.model.errors import JournalExists, JournalMissing, PassphraseEmpty

if TYPE_CHECKING:
    from journal.store.vault import KdfParameters


@dataclass(frozen=True, slots=True)
class NewJournal:
    """A journal just made. The recovery code is shown once and kept nowhere; None if not wanted."""

    journal: Journal
    recovery_code: str | None


def has_journal(folder: Path) -> bool:
    """Whether a journal lies in this folder."""
    from journal.store import vault

    return vault.has_journal(folder)


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
    return NewJournal(Journal(folder, store, clock, read_catalogue(), made.journal_id), made.recovery_code)


def open_journal(
    folder: Path,
    clock: Clock,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    read_only: bool = False,
) -> Journal:
    """Open the journal in `folder` with one of its secrets.

    Raises JournalMissing, WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, JournalInUse,
    JournalDamaged, KeyFileDamaged, KeyFileAltered, JournalTooNew, JournalReadOnly, NotEnoughMemory.
    """
    from journal.store import vault
    from journal.store.journal_store import JournalStore

    if not vault.has_journal(folder):
        raise JournalMissing(path=str(folder))
    opened = vault.open_vault(folder, passphrase=passphrase, recovery_code=recovery_code)
    store = JournalStore.open(folder, opened, clock, read_only=read_only)
    return Journal(folder, store, clock, read_catalogue(), opened.journal_id)
