"""Where a journal's backups are: its own folder, one chosen second place, and where the person saved one.

They are listed, verified and destroyed here; `backup_making` makes them.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.backup_making import BackUpResult, back_up_to_places, newest_there, note_newest, wall_now
from journal.app.backup_records import BackupRecord, FileNote, keep_record, read_record
from journal.app.journal import Journal
from journal.app.second_place import COPY_S, LOOK_S, patiently
from journal.model.errors import (
    FileMissing,
    FileUnwritable,
    JournalError,
    JournalReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)

if TYPE_CHECKING:
    from journal.store.backup_files import BackupFile
    from journal.store.data_key import DataKey

__all__ = [
    "BackUpResult",
    "BackupLine",
    "DestroyReport",
    "Places",
    "back_up_to_places",
    "destroy_backups",
    "key_of_backup",
    "listing",
    "make_new_and_destroy_old",
    "places",
    "set_place",
    "verify_now",
]

STALE = timedelta(days=14)

JOURNAL, SECOND, ELSEWHERE = "journal", "second", "elsewhere"
"""The places of a backup: the journal's own folder, the chosen place, wherever the person saved one."""


@dataclass(frozen=True, slots=True)
class Places:
    """The two places. `newest` is the local time of this copy's newest backup known to be in the second.

    `stale` when that is older than 14 days, or there is none; `reachable` as far as could be seen now.
    """

    own: Path
    second: Path | None = None
    newest: datetime | None = None
    reachable: bool = True
    stale: bool = False


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup. `made` and `last_verified` are local wall clocks, `size` is bytes.

    `entries` is None where it is not known.
    """

    path: Path
    place: str
    made: datetime
    size: int
    entries: int | None = None
    last_verified: datetime | None = None


@dataclass(frozen=True, slots=True)
class DestroyReport:
    """The backups that are gone, and the files or places that could not be reached."""

    destroyed: tuple[Path, ...] = ()
    unreachable: tuple[Path, ...] = ()


def places(journal: Journal) -> Places:
    """The places, and how fresh the second is. One that does not answer counts as not reachable."""
    from journal.store.backup_files import FOLDER

    record, own = read_record(journal), journal.folder / FOLDER
    if record.place is None:
        return Places(own)
    try:
        newest, reachable = newest_there(journal, record), True
    except JournalError:
        newest, reachable = record.newest, False
    return Places(own, record.place, newest, reachable, newest is None or wall_now(journal) - newest > STALE)


def set_place(journal: Journal, place: Path | None) -> None:
    """Choose the second place, or none any more; what is there stays. Raises FileUnwritable, JournalReadOnly."""
    if journal.store.read_only:
        raise JournalReadOnly(path=str(journal.store.path))
    record = read_record(journal)
    if place is None:
        keep_record(journal, replace(record, place=None, newest=None))
        return
    place = place.absolute()
    if not place.is_dir() or place.resolve().is_relative_to(journal.folder.resolve()):
        raise FileUnwritable(path=str(place), detail="")
    keep_record(journal, replace(record, place=place, tag=record.tag or secrets.token_hex(4), newest=None))
    note_newest(journal)


def listing(journal: Journal) -> list[BackupLine]:
    """The backups that can be seen now, newest first."""
    from journal.store.backup_files import list_backups

    record = read_record(journal)
    found: list[tuple[Path, str, datetime | None]] = [
        (each.path, JOURNAL, each.made) for each in list_backups(journal.folder)
    ]
    found += [(each.path, SECOND, each.made) for each in _in_second_place(journal, record) or ()]
    found += [(path, ELSEWHERE, None) for path in record.own]
    lines = [line for path, place, made in found if (line := _line(journal, record, path, place, made)) is not None]
    return sorted(lines, key=lambda line: line.made, reverse=True)


def verify_now(journal: Journal, path: Path, passphrase: str | None = None) -> BackupLine:
    """Open a backup and read it through and through, and remember that it was.

    Without a passphrase it must have the journal's present key. Raises BackupDamaged, FileMissing,
    InvalidFile, DiskFull, and WrongPassphrase with `backup`.
    """
    from journal.store.tried_backups import tried_backup

    key = key_of_backup(journal, path, passphrase)
    try:
        with tried_backup(path, journal.folder, key, journal.clock) as store:
            note = FileNote(store.read_all(), journal.clock.now_ms())
    finally:
        key.wipe()
    record = read_record(journal).with_file(path.name, note)
    keep_record(journal, record)
    known = {line.path: line for line in listing(journal)}
    line = known.get(path) or _line(journal, record, path, ELSEWHERE, None)
    return line or BackupLine(path, ELSEWHERE, wall_now(journal), 0, note.entries, wall_now(journal))


def key_of_backup(
    journal: Journal, path: Path, passphrase: str | None = None, recovery_code: str | None = None
) -> DataKey:
    """The key of a backup: the journal's present one if it fits, else by the secret it was made with.

    The caller wipes it. Raises WrongPassphrase or WrongRecoveryCode with `backup`, what reading the file raises.
    """
    from journal.store.backups import backup_document
    from journal.store.key_file import seal_holds
    from journal.store.vault import key_of

    document = backup_document(path)
    if seal_holds(document, journal.store.key):
        return journal.store.key.copy()
    try:
        if passphrase is None and recovery_code is None:
            raise WrongPassphrase
        return key_of(document, passphrase, recovery_code)
    except (WrongPassphrase, WrongRecoveryCode) as error:
        error.fields["backup"] = str(path)
        raise


def make_new_and_destroy_old(journal: Journal) -> DestroyReport:
    """Make a new backup in both places and destroy all older ones that can be reached.

    Raises what `back_up_to_places` raises; then the old ones are still there.
    """
    made = back_up_to_places(journal, rotate=False)  # what it let go would only be unlinked
    kept = [made.path] + ([] if made.second is None else [made.second])
    return destroy_backups(journal, keep=kept)


def destroy_backups(journal: Journal, *, keep: tuple[Path, ...] | list[Path] = ()) -> DestroyReport:
    """Overwrite and remove the journal's backups wherever they can be reached, save those to keep.

    A disk that writes elsewhere each time may keep what was overwritten.
    """
    record = read_record(journal)
    destroyed: list[Path] = []
    unreachable: list[Path] = []
    there = _in_second_place(journal, record)
    if there is None and record.place is not None:
        unreachable.append(record.place)
    for path in _all_files(journal, record, there or []):
        if path not in keep:
            (destroyed if _destroyed(journal, path) else unreachable).append(path)
    own = tuple(path for path in record.own if path in keep or path in unreachable)
    gone = {path.name for path in destroyed}
    files = {name: note for name, note in record.files.items() if name not in gone}
    keep_record(journal, replace(read_record(journal), own=own, files=files))
    note_newest(journal)
    return DestroyReport(tuple(destroyed), tuple(unreachable))


def _all_files(journal: Journal, record: BackupRecord, second: list[BackupFile]) -> list[Path]:
    from journal.store.backup_files import list_backups

    return [*(each.path for each in list_backups(journal.folder)), *(each.path for each in second), *record.own]


def _destroyed(journal: Journal, path: Path) -> bool:
    """Whether a file could be overwritten and removed. Under another name first, so that half of it is no backup."""
    from journal.store.succession import overwrite

    def destroy() -> bool:
        away = path.with_name(f".{path.name}")
        path.replace(away)
        overwrite(away)
        return True

    if path.is_relative_to(journal.folder):
        with contextlib.suppress(OSError):
            return destroy()
        return False
    with contextlib.suppress(JournalError):
        return patiently(destroy, COPY_S, path, journal.store.closing)
    return False


def _in_second_place(journal: Journal, record: BackupRecord) -> list[BackupFile] | None:
    """The journal's backups in the second place, whichever copy made them; None if it can't be reached."""
    from journal.store.second_place import backups_of

    place = record.place
    if place is None:
        return []
    with contextlib.suppress(JournalError):
        return patiently(
            lambda: backups_of(place, journal.journal_id, record.tag), LOOK_S, place, journal.store.closing
        )
    return None


def _line(journal: Journal, record: BackupRecord, path: Path, place: str, made: datetime | None) -> BackupLine | None:
    try:
        found = path.stat()
    except OSError:
        return None
    written = _local(journal, round(found.st_mtime * 1000))
    note = record.files.get(path.name) or (_twin(record, made) if place == SECOND else None)
    note = note or FileNote()
    # Each was verified when it was made, or compared with one that was.
    verified = written if note.verified_ms is None else _local(journal, note.verified_ms)
    return BackupLine(path, place, made or written, found.st_size, note.entries, verified)


def made_of(journal: Journal, path: Path) -> datetime:
    """The local time when a backup was made: by its name, else by its file. Raises FileMissing."""
    from journal.store.backup_files import made_by_name

    named = made_by_name(path.name)
    if named is not None:
        return named
    try:
        return _local(journal, round(path.stat().st_mtime * 1000))
    except OSError as error:
        raise FileMissing(path=str(path)) from error


def _twin(record: BackupRecord, made: datetime | None) -> FileNote | None:
    """What is known of the backup that one in the second place is a copy of."""
    from journal.store.backup_files import backup_name

    return None if made is None else record.files.get(backup_name(made))


def _local(journal: Journal, at_ms: int) -> datetime:
    offset = timedelta(minutes=journal.clock.offset_min(at_ms))
    return (datetime.fromtimestamp(at_ms / 1000, UTC) + offset).replace(tzinfo=None, microsecond=0)
