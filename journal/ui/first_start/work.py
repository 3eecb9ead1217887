"""The use cases behind the first start. Each method runs on the storage thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.clock import Clock
    from journal.store.vault import KdfParameters

SAFETY_ITEM = "suicidal_thoughts"


class FirstStartWork:
    """Works on one folder; `moved` is told when the journal that opens lies in another."""

    def __init__(
        self, folder: Path, clock: Clock, moved: Callable[[Path], None], kdf: KdfParameters | None = None
    ) -> None:
        self._folder, self._clock, self._moved, self._kdf = folder, clock, moved, kdf

    def create(self, passphrase: str) -> tuple[Journal, str]:
        """Make the journal; returns it and its recovery code. Raises PassphraseEmpty, DiskFull and such."""
        from journal.app.vaults import create_journal

        made = create_journal(self._folder, passphrase, self._clock, kdf=self._kdf)
        return made.journal, made.recovery_code or ""

    def refuse_code(self, journal: Journal) -> None:
        """Let the code that was shown open nothing."""
        from journal.app.keys import remove_recovery_code

        remove_recovery_code(journal)

    def keep_treatments(self, journal: Journal, kinds: tuple[str, ...]) -> None:
        """Keep which treatments there are."""
        journal.put_setting("treatments", list(kinds))

    def ask_items(self, journal: Journal, asked: dict[str, bool]) -> None:
        """Ask the items that are true, stop asking those that are false."""
        from journal.app.items import set_hidden

        for item in journal.items():
            if item.key in asked and item.hidden is asked[item.key]:
                set_hidden(journal, item.key, hidden=not asked[item.key])

    def finish(self, journal: Journal, *, ask_safety: bool) -> None:
        """Note that the first start is over, and whether thoughts of suicide are asked about."""
        from journal.app.items import set_hidden

        if ask_safety:
            set_hidden(journal, SAFETY_ITEM, hidden=False)
        journal.put_setting("safety_asked", True)
        journal.put_setting("first_start_done", True)

    def open_existing(self, source: Path, secret: str, *, is_code: bool) -> Journal:
        """Open a journal in its folder, or make a backup, once verified, the journal of this folder.

        Raises JournalMissing, WrongPassphrase, WrongRecoveryCode, InvalidFile, JournalDamaged and such.
        """
        from journal.app.backups import open_backup
        from journal.app.vaults import open_journal

        passphrase, code = (None, secret) if is_code else (secret, None)
        if not source.is_dir():
            return open_backup(source, self._folder, self._clock, passphrase=passphrase, recovery_code=code)
        opened = open_journal(source, self._clock, passphrase=passphrase, recovery_code=code)
        self._moved(source)
        return opened
