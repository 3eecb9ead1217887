"""Backups made: beside the journal, and from there into the second place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from journal.app.backup_records import BackupRecord, FileNote, keep_record, read_record
from journal.app.journal import Journal
from journal.app.second_place import COPY_S, LOOK_S, PlaceCopy, patiently
from journal.host.clock import local_now
from journal.model.errors import JournalError

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BackUpResult:
    """What was made: the backup, its copy in the second place, or why there is none."""

    path: Path
    second: Path | None = None
    fault: JournalError | None = None


def back_up_to_places(journal: Journal, *, rotate: bool = True) -> BackUpResult:
    """Make a backup now, in both places; the oldest are let go unless `rotate` is false.

    Raises DiskFull, JournalReadOnly, StorageFailed for the first place. What is wrong with the second
    stands in the result.
    """
    path = make_own(journal, rotate=rotate)
    copy = copy_due(journal, always=True)
    if copy is None:
        return BackUpResult(path)
    try:
        second = replace(copy, rotate=rotate).start(COPY_S, journal.store.closing)
    except JournalError as fault:
        return BackUpResult(path, fault=fault)
    note_newest(journal)
    return BackUpResult(path, second)


def make_own(journal: Journal, *, rotate: bool = True) -> Path:
    """Make a verified backup beside the journal, and note what it holds."""
    mark = state_mark(journal)
    path = journal.store.back_up(rotate=rotate)
    note = FileNote(journal.store.entries.count(), journal.clock.now_ms())
    keep_record(journal, replace(read_record(journal), mark=mark).with_file(path.name, note))
    return path


def state_mark(journal: Journal) -> str:
    """Changes whenever a person changed anything: a record, a setting, a secret."""
    from journal.store.vault import own_document

    try:
        generation = own_document(journal.folder, journal.store.key)["generation"]
    except JournalError:  # a damaged key file is told elsewhere
        generation = 0
    return f"{generation} {journal.store.newest_stamp()}"


def copy_due(journal: Journal, *, always: bool = False) -> PlaceCopy | None:
    """The newest backup, if it belongs into the second place and the newest known to be there is a day older."""
    from journal.store.backup_files import newest_backup

    record, newest = read_record(journal), newest_backup(journal.folder)
    if record.place is None or newest is None:
        return None
    if not always and record.newest is not None and newest.made - record.newest < A_DAY:
        return None
    return PlaceCopy(newest.path, newest.made, record.place, record.tag)


def newest_there(journal: Journal, record: BackupRecord) -> datetime | None:
    """The local time of this copy's newest backup in the second place. Raises StorageFailed; waits a little only."""
    from journal.store.backup_files import list_place

    place = record.place
    if place is None:
        return None
    found = patiently(lambda: list_place(place, record.tag), LOOK_S, place, journal.store.closing)
    return found[-1].made if found else None


def note_newest(journal: Journal) -> None:
    """Remember the newest backup in the second place, for a time when that can't be reached."""
    record = read_record(journal)
    if record.place is None:
        return
    try:
        newest = newest_there(journal, record)
    except JournalError:
        return
    keep_record(journal, replace(record, newest=newest))


def wall_now(journal: Journal) -> datetime:
    """The local wall clock now."""
    return local_now(journal.clock).replace(tzinfo=None)
