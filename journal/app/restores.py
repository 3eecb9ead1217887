"""What a backup would bring back: shown first, then as a journal beside the present one, or day by day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.backup_places import key_of_backup, made_of
from journal.app.history import PARTS
from journal.app.journal import Journal
from journal.model.entries import Entry
from journal.model.periods import Period

if TYPE_CHECKING:
    from journal.store.day_rows import DayRecord, DayRows
    from journal.store.journal_store import JournalStore


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What is in a backup, and what the present journal has that it has not.

    `made` is a local wall clock. `newer` counts entries that are only in the present journal
    or differ there, `gone` those that are only in the backup.
    """

    made: datetime
    entries: int
    sessions: int
    first_day: date | None
    last_day: date | None
    newer: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class DaysPreview:
    """What stands on some days of a backup: what the present journal lacks, has otherwise, or has the same.

    `differing` are the records (table and id) that a person may choose to take from the backup.
    """

    missing: int
    same: int
    differing: tuple[tuple[str, str], ...] = ()
    by_day: dict[date, int] = field(default_factory=dict)


def preview(journal: Journal, backup: Path, passphrase: str | None = None, code: str | None = None) -> RestorePreview:
    """Look into a backup; without a secret it must have the journal's present key.

    Raises WrongPassphrase and WrongRecoveryCode with `backup`, BackupDamaged, InvalidFile, FileMissing,
    JournalTooNew, DiskFull.
    """
    with _looked_into(journal, backup, passphrase, code) as store:
        here, there = _entries(journal.store), _entries(store)
        days = [entry.day for entry in there.values()]
        return RestorePreview(
            made=made_of(journal, backup),
            entries=len(there),
            sessions=store.sessions.count(),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            newer=sum(there.get(key) != entry for key, entry in here.items()),
            gone=len(there.keys() - here.keys()),
        )


def restore_beside(
    journal: Journal, backup: Path, folder: Path, passphrase: str | None = None, code: str | None = None
) -> int:
    """Make a backup the journal of another folder, closed; how many entries it has.

    The present journal stays where it is, with its own backups. Raises what `preview` raises, and
    JournalExists, JournalReadOnly.
    """
    from journal.app.backups import open_backup_with

    key = key_of_backup(journal, backup, passphrase, code)
    try:
        restored = open_backup_with(backup, folder, journal.clock, key)
    except BaseException:
        key.wipe()
        raise
    try:
        return restored.store.entries.count()
    finally:
        restored.close()


def preview_days(
    journal: Journal, backup: Path, first: date, last: date, passphrase: str | None = None, code: str | None = None
) -> DaysPreview:
    """What these days of a backup hold beside the present journal. Raises InvalidPeriod and what `preview` raises."""
    period = Period(first, last)
    with _looked_into(journal, backup, passphrase, code) as store:
        return _compared(journal, store.days(period.first, period.last))


def pull_days(
    journal: Journal,
    backup: Path,
    first: date,
    last: date,
    passphrase: str | None = None,
    code: str | None = None,
    *,
    replace: bool = False,
) -> int:
    """Bring what stood on these days of a backup into the journal, as one undo step; how many records came.

    What the journal does not have (any more) comes in. What it has and what was changed since stays as
    it is, unless `replace`: then the backup's version is taken. What is only in the journal stays in
    either case. Raises InvalidPeriod and what `preview` raises, JournalReadOnly, DiskFull.
    """
    period = Period(first, last)
    with _looked_into(journal, backup, passphrase, code) as store:
        days = store.days(period.first, period.last)
    wanted = [record for record in days.records if _is_wanted(journal, record, replace=replace)]
    if not wanted:
        return 0
    with journal.store.action("restore_days", many=True):
        journal.store.take_over(wanted, days.needed)
    tables = {table for record in wanted for table in record.rows} | set(days.needed)
    journal.changed("entries", "items", *{PARTS[table] for table in tables if table in PARTS})
    return len(wanted)


@contextmanager
def _looked_into(journal: Journal, backup: Path, passphrase: str | None, code: str | None) -> Iterator[JournalStore]:
    from journal.store.tried_backups import tried_backup

    key = key_of_backup(journal, backup, passphrase, code)
    try:
        with tried_backup(backup, journal.folder, key, journal.clock) as store:
            yield store
    finally:
        key.wipe()


def _is_wanted(journal: Journal, record: DayRecord, *, replace: bool) -> bool:
    present = journal.store.present(record)
    return present is None or (replace and present != record.rows)


def _compared(journal: Journal, days: DayRows) -> DaysPreview:
    missing, same = 0, 0
    differing: list[tuple[str, str]] = []
    by_day: dict[date, int] = {}
    for record in days.records:
        by_day[record.day] = by_day.get(record.day, 0) + 1
        present = journal.store.present(record)
        if present is None:
            missing += 1
        elif present == record.rows:
            same += 1
        else:
            differing.append(record.key)
    return DaysPreview(missing, same, tuple(differing), by_day)


def _entries(store: JournalStore) -> dict[str, Entry]:
    return {entry.id: entry for entry in store.entries.between(date.min, date.max)}
