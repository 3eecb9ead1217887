"""What keeps a journal well without being asked: a backup a day, and a thorough look a day."""

from __future__ import annotations

from pathlib import Path

from journal.app.journal import Journal
from journal.model.errors import JournalDamaged

DAY_MS = 86_400_000
CHECKED = "checked_ms"


def back_up_when_due(journal: Journal) -> Path | None:
    """Make a backup beside the journal if something changed and the newest is a day old.

    Raises DiskFull, JournalReadOnly, StorageFailed, Interrupted; nothing is left of one that failed.
    """
    from journal.store.backup_files import newest_backup

    if journal.store.read_only:
        return None
    newest = newest_backup(journal.folder)
    if newest is not None:
        made_s = newest.path.stat().st_mtime
        unchanged = journal.store.path.stat().st_mtime <= made_s
        if unchanged or journal.clock.now_ms() - made_s * 1000 < DAY_MS:
            return None
    elif journal.store.entries.latest() is None:
        return None
    return journal.store.back_up()


def check_when_due(journal: Journal) -> bool:
    """Read the whole database if that was not done for a day; returns whether it was done.

    Only this finds every flipped bit. Raises JournalDamaged with the newest backup.
    """
    from journal.store.backup_files import newest_backup

    if journal.clock.now_ms() - int(journal.setting(CHECKED, 0)) < DAY_MS:
        return False
    if journal.store.full_check():
        newest = newest_backup(journal.folder)
        raise JournalDamaged(path=str(journal.store.path), backup=str(newest.path) if newest else None)
    if not journal.store.read_only:
        with journal.store.tx():
            journal.store.settings.put(CHECKED, journal.clock.now_ms())
    return True
