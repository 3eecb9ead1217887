"""What keeps a journal well without being asked: a backup a day, in both places, and a thorough look a day."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from journal.app.backup_making import copy_due, make_own, note_newest, state_mark
from journal.app.backup_places import places
from journal.app.backup_records import keep_record, read_record
from journal.app.journal import Journal
from journal.model.errors import JournalDamaged, JournalError
from journal.texts.backups import second_place_words

DAY_MS = 86_400_000
CHECKED = "checked_ms"

TELL_EVERY_MS = 7 * DAY_MS

AT_CLOSE_S = 0.4
"""How long a close waits for the second place; what takes longer is done another time."""


def back_up_when_due(journal: Journal, *, wait_s: float = AT_CLOSE_S) -> Path | None:
    """Make a backup beside the journal if something changed and none was made for a day; copy it to the second place.

    Raises DiskFull, JournalReadOnly, StorageFailed, Interrupted; nothing is left of one that failed.
    What is wrong with the second place is told by how old the backups there are, not here.
    """
    if journal.store.read_only:
        return None
    made = make_own(journal) if _is_due(journal) else None
    copy_when_due(journal, wait_s=wait_s)
    return made


def copy_when_due(journal: Journal, *, wait_s: float = 0.0) -> None:
    """Begin to copy the newest backup into the second place if that is due; best effort."""
    if journal.store.read_only or read_record(journal).place is None:
        return
    copy = copy_due(journal)
    if copy is None:
        return
    with contextlib.suppress(JournalError):
        copy.start(wait_s, journal.store.closing)
        note_newest(journal)


def place_to_tell(journal: Journal) -> str:
    """A calm line about a second place without a backup for 14 days, once a week at most; else empty."""
    record, now_ms = read_record(journal), journal.clock.now_ms()
    if record.place is None or (record.told_ms is not None and 0 <= now_ms - record.told_ms < TELL_EVERY_MS):
        return ""
    where = places(journal)
    if not where.stale:
        return ""
    keep_record(journal, replace(read_record(journal), told_ms=now_ms))
    return second_place_words(str(where.second), where.newest, reachable=where.reachable, stale=True)


def _is_due(journal: Journal) -> bool:
    from journal.store.backup_files import list_backups

    backups = list_backups(journal.folder)
    if not backups:
        return journal.store.entries.latest() is not None
    now_ms = journal.clock.now_ms()
    written = [each.path.stat().st_mtime for each in backups]
    if any(0 <= now_ms - made_s * 1000 < DAY_MS for made_s in written):
        return False
    mark = read_record(journal).mark
    if mark:
        return mark != state_mark(journal)
    return journal.store.path.stat().st_mtime > max(written)


def check_when_due(journal: Journal) -> bool:
    """Read the whole database if that was not done for a day; returns whether it was done.

    Only this finds every flipped bit. Raises JournalDamaged with the newest backup. Before it, what the
    second place still lacks is copied there in the background.
    """
    from journal.store.backup_files import newest_backup

    note_newest(journal)
    copy_when_due(journal)
    if journal.clock.now_ms() - int(journal.setting(CHECKED, 0)) < DAY_MS:
        return False
    if journal.store.full_check():
        newest = newest_backup(journal.folder)
        raise JournalDamaged(path=str(journal.store.path), backup=str(newest.path) if newest else None)
    if not journal.store.read_only:
        with journal.store.tx():
            journal.store.settings.put(CHECKED, journal.clock.now_ms())
    return True
