"""The use cases behind the lock page, for one folder. Runs on the storage thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.ui.lock.state import Secrets, Way, Ways

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.clock import Clock
    from journal.store.salvage import SalvageReport


def has_journal(folder: Path) -> bool:
    """Whether a journal lies in `folder`. The usual case is answered without importing the store.

    An end that was interrupted after the keys were gone is finished here.
    A folder that cannot be looked into may hold one: the lock page then says what is wrong.
    """
    try:
        if (folder / "journal.keys").exists():
            return True
        if not folder.is_dir():
            return False
    except OSError:
        return True
    from journal.app import endings, vaults
    from journal.model.errors import JournalError

    with contextlib.suppress(JournalError):
        endings.finish_if_begun(folder)
    return vaults.has_journal(folder)


def secrets_of(folder: Path, *, others_use: bool) -> Secrets:
    """A glance at the key file, which says what there is without being read in full.

    Where other people use the computer the keyring is not offered.
    """
    try:
        keys = (folder / "journal.keys").read_bytes()
    except OSError:
        return Secrets()
    return Secrets(code=b'"recovery"' in keys, keyring=b'"keyring"' in keys and not others_use)


def free_folder_beside(folder: Path) -> Path:
    """A folder next to `folder` that does not exist yet, named with a number."""
    number = 2
    while (beside := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    return beside


def nothing(folder: Path) -> None:
    """Tell nobody."""


class JournalKeys:
    """Opens the journal in `folder`; `moved` is told of the folder beside it where a backup was opened."""

    def __init__(self, folder: Path, clock: Clock, moved: Callable[[Path], None] = nothing) -> None:
        self._folder, self._clock, self._moved = folder, clock, moved
        self.salvaged: SalvageReport | None = None
        """What salvage could read and what not, once that way was taken."""

    def open(self, passphrase: str, ways: Ways = frozenset()) -> Journal:
        """Open with the passphrase. Raises what `open_journal` raises."""
        return self._opened(ways, passphrase=passphrase)

    def open_by_keyring(self) -> Journal:
        """Open by the system's keyring. Raises KeyringUnavailable, KeyringSecretMissing, and what opening raises."""
        from journal.app.keyring_slot import open_by_keyring

        return open_by_keyring(self._folder, self._clock)

    def open_with_code(self, code: str, ways: Ways = frozenset()) -> Journal:
        """Open with the recovery code. Raises what `open_journal` raises."""
        return self._opened(ways, recovery_code=code)

    def check_code(self, code: str, ways: Ways = frozenset()) -> None:
        """Raise WrongRecoveryCode or RecoveryCodeMistyped if the code does not open the journal."""
        from journal.app.keys import check_recovery_code

        check_recovery_code(self._folder, code, use_copy=Way.SECOND_COPY in ways)

    def recover(self, code: str, new_passphrase: str) -> Journal:
        """Set a new passphrase with the recovery code and open the journal."""
        from journal.app.keys import recover

        recover(self._folder, code, new_passphrase)
        return self.open(new_passphrase)

    def _opened(self, ways: Ways, **secret: Any) -> Journal:
        if Way.SALVAGE in ways:
            return self._salvage_opened(**secret)
        if Way.NEWEST_BACKUP in ways:
            return self._backup_opened(**secret)
        from journal.app.vaults import open_journal

        copy, reading = Way.SECOND_COPY in ways, Way.READING in ways
        return open_journal(self._folder, self._clock, use_copy=copy, read_only=reading, **secret)

    def _backup_opened(self, **secret: str) -> Journal:
        from journal.app.backups import open_newest_backup

        beside = free_folder_beside(self._folder)
        opened = open_newest_backup(self._folder, beside, self._clock, **secret)
        self._moved(beside)
        return opened

    def _salvage_opened(self, passphrase: str | None = None, recovery_code: str | None = None) -> Journal:
        from journal.app.salvage import salvage
        from journal.app.vaults import open_journal

        beside = free_folder_beside(self._folder)
        self.salvaged = salvage(self._folder, beside, passphrase=passphrase, code=recovery_code)
        opened = open_journal(beside, self._clock, passphrase=passphrase, recovery_code=recovery_code)
        self._moved(beside)
        return opened
