"""One database takes the place of another in a journal's folder, so that a crash leaves exactly one journal.

The new database is made under a provisional name, which is swept at the next opening. Once it is
whole it gets its own name, and the key file that names it is the commit point. Between these two
moments, and until the old database is gone, a note beside them says what both files were: a
database is only ever removed while it is, byte for byte or by size and time, the one of the note.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.model.errors import JournalError
from journal.store.connection import connect_new
from journal.store.data_key import DataKey
from journal.store.faults import damaged, sqlite_faults
from journal.store.integrity import problems_in, problems_of
from journal.store.key_file import KEY_COPY, KEY_FILE, Document, dumped
from journal.store.private_files import file_faults, private_file, sync_file, sync_folder, write_atomic
from journal.store.vault import copy_differs

if TYPE_CHECKING:
    from sqlite_utils import Database

RENEWING = ".renewing-"
"""Before the name of a database that is being made."""
REPLACED = ".replaced-"
"""Before the name of a database whose place was taken."""
NOTE = ".succession"

_NUMBER = re.compile(r"journal-([1-9][0-9]{0,8})\.db")
_CHUNK = 1 << 20


def next_database(folder: Path, name: str) -> str:
    """The name of the database that comes after this one; no file has it, or had it, under a note."""
    match = _NUMBER.fullmatch(name)
    number = int(match[1]) if match else 0
    while True:
        number += 1
        following = f"journal-{number}.db"
        if not (folder / following).exists():
            return following


@contextlib.contextmanager
def provisional(folder: Path, name: str) -> Iterator[Path]:
    """An empty private file for a database to be made in; gone afterwards unless it took its name."""
    path = folder / f"{RENEWING}{name}"
    with file_faults(path):
        _remove(path)
        private_file(path)
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            _remove(path)


def write_key(path: Path, database: Database, key: DataKey) -> None:
    """Export an open database into an empty file, under a key of its own. Raises DiskFull, Interrupted."""
    connect_new(path, key).conn.close()  # an empty file would be taken for a database with any key
    with sqlite_faults(path), attached(database, path, key, "renewed"):
        connection = database.conn
        connection.execute("PRAGMA renewed.synchronous=OFF")  # the whole file is synced at the end
        connection.execute("PRAGMA renewed.journal_mode=MEMORY")
        connection.execute("SELECT sqlcipher_export('renewed')").fetchall()
        (version,) = connection.execute("PRAGMA main.user_version").fetchone()
        connection.execute(f"PRAGMA renewed.user_version={int(version)}")
        if not _same_rows(database):
            raise damaged(path)


@contextlib.contextmanager
def attached(database: Database, path: Path, key: DataKey, name: str, mode: str = "rw") -> Iterator[None]:
    """Let a connection see a second database under a name of its own. Not inside a transaction."""
    from urllib.parse import quote

    spec = key.spec()
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        with sqlite_faults(path):
            # The key as bytes that can be wiped, never as SQL text.
            database.conn.execute(f"ATTACH ? AS {name} KEY ?", (uri, spec))
    finally:
        spec[:] = bytes(len(spec))
    try:
        yield
    finally:
        database.conn.execute(f"DETACH {name}")


def verified(path: Path, key: DataKey) -> None:
    """Raise JournalDamaged unless a database is whole; it is on the disk afterwards."""
    if problems_in(path, key):
        raise damaged(path)
    with file_faults(path):
        sync_file(path)


def take_place(folder: Path, made: Path, old: Path, document: Document) -> None:
    """Give a verified database its name and write the sealed key file that names it: the commit point.

    When this raises, the old database is the journal's as before; else the new one is.
    """
    new = folder / str(document["db"])
    note = {"new": {"db": new.name, "sha256": _digest(made)}, "old": {"db": old.name, "file": _looks(old)}}
    try:
        with file_faults(folder):
            write_atomic(folder / NOTE, json.dumps(note).encode())
            made.replace(new)
            sync_folder(folder)
        write_atomic(folder / KEY_FILE, dumped(document))
    except BaseException:
        if not _named(folder, new.name):
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
                (folder / NOTE).unlink(missing_ok=True)
            raise
    with contextlib.suppress(JournalError, OSError):  # the next opening makes the two alike
        write_atomic(folder / KEY_COPY, dumped(document))


def put_away(folder: Path, old: Path) -> None:
    """Overwrite and remove a database whose place was taken. What can't be done now is done at the next opening."""
    if copy_differs(folder):
        return
    with contextlib.suppress(OSError):
        away = old.with_name(f"{REPLACED}{old.name}")
        old.replace(away)
        (folder / NOTE).unlink(missing_ok=True)
        overwrite(away)


def overwrite(path: Path) -> None:
    """Write over a file once and remove it. On a disk that writes elsewhere each time this reaches nothing.

    Of a link only the link goes: what it leads to may be somebody else's.
    """
    if path.is_symlink():
        path.unlink()
        return
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(os.urandom(min(left, _CHUNK)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def finish_earlier(folder: Path, opened: Path, database: Database) -> None:
    """Finish what an earlier succession could not, before another one begins. Raises DiskFull, StorageFailed."""
    if copy_differs(folder):
        write_atomic(folder / KEY_COPY, (folder / KEY_FILE).read_bytes())
    sweep_succession(folder, opened, database)
    if (folder / NOTE).exists():
        raise damaged(opened)  # all else was seen to


def sweep_succession(folder: Path, opened: Path, database: Database) -> None:
    """Finish or take back what a crash interrupted. Only for the holder of the lock on `opened`.

    Provisional files hold nothing that is not in the journal. A database under its own name is
    removed only if it is the file of the note, both copies of the key file name the opened one, and
    that one is whole.
    """
    for path in (*folder.glob(f"{RENEWING}*"), *folder.glob(f"{REPLACED}*"), *folder.glob(f".{NOTE}-*")):
        with contextlib.suppress(OSError):
            path.unlink()
    note = _read_note(folder / NOTE)
    if note is None:
        return
    other = _superseded(folder, opened, note)
    if other is not None and (copy_differs(folder) or problems_of(database)):
        return
    if other is not None and other.name == note["old"]["db"]:
        put_away(folder, other)
        return
    with contextlib.suppress(OSError):
        if other is not None:
            other.unlink()
        (folder / NOTE).unlink(missing_ok=True)


def _superseded(folder: Path, opened: Path, note: dict[str, Any]) -> Path | None:
    """The database of the note that is not the journal's, if it is still the very file of the note."""
    old, new = folder / str(note["old"]["db"]), folder / str(note["new"]["db"])
    with contextlib.suppress(OSError):
        if opened == new and old.exists() and _looks(old) == note["old"]["file"]:
            return old
        if opened == old and new.exists() and _digest(new) == note["new"]["sha256"]:
            return new
    return None


def _read_note(path: Path) -> dict[str, Any] | None:
    try:
        note = json.loads(path.read_bytes())
        names = [note["old"]["db"], note["new"]["db"]]
        told = (note["old"]["file"], note["new"]["sha256"])
        whole = all(told) and all(_NUMBER.fullmatch(name) for name in names) and names[0] != names[1]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return note if whole else None


def _looks(path: Path) -> list[int]:
    """Size and time of the last change. Reading the file would give up SQLite's lock on it."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _named(folder: Path, database: str) -> bool:
    """Whether the key file names a database already, though its writer raised."""
    with contextlib.suppress(OSError, ValueError):
        return bool(json.loads((folder / KEY_FILE).read_bytes()).get("db") == database)
    return True  # better a file too many than the only one gone


def _same_rows(database: Database) -> bool:
    """Whether every table has the same rows in both, whatever their order."""
    connection = database.conn
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0")
    ]
    for table in tables:
        counts = f'SELECT (SELECT count(*) FROM main."{table}"), (SELECT count(*) FROM renewed."{table}")'  # noqa: S608 our own names
        here, there = connection.execute(counts).fetchone()
        lost = f'SELECT 1 FROM (SELECT * FROM main."{table}" EXCEPT SELECT * FROM renewed."{table}") LIMIT 1'  # noqa: S608
        if here != there or connection.execute(lost).fetchone() is not None:
            return False
    return True


def _remove(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-journal")):
        each.unlink(missing_ok=True)
