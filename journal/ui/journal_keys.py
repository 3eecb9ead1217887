"""The use cases behind the lock page, for one folder. Runs on the storage thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.clock import Clock


def has_journal(folder: Path) -> bool:
    """Whether a journal lies in `folder`. The usual case is answered without importing the store."""
    if (folder / "journal.keys").exists():
        return True
    if not folder.is_dir():
        return False
    from journal.app import vaults

    return vaults.has_journal(folder)


def free_folder_beside(folder: Path) -> Path:
    """A folder next to `folder` that does not exist yet, named with a number."""
    number = 2
    while (beside := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    return beside


class JournalKeys:
    """Opens the journal in `folder`."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock

    def open(self, passphrase: str) -> Journal:
        """Open with the passphrase. Raises what `open_journal` raises."""
        from journal.app.vaults import open_journal

        return open_journal(self._folder, self._clock, passphrase=passphrase)

    def check_code(self, code: str) -> None:
        """Raise WrongRecoveryCode or RecoveryCodeMistyped if the code does not open the journal."""
        from journal.app.keys import check_recovery_code

        check_recovery_code(self._folder, code)

    def recover(self, code: str, new_passphrase: str) -> Journal:
        """Set a new passphrase with the recovery code and open the journal."""
        from journal.app.keys import recover

        recover(self._folder, code, new_passphrase)
        return self.open(new_passphrase)
