"""Bringing in a Daylio history of 10,000 and of 100,000 rows, against the csv module and executemany.

Two floors, both into plain SQLite: the entries and their values in tables with the keys and indexes
that the journal's have (the budget is against this one), and the bare rows as they stand in the file.
"""

from __future__ import annotations

import csv
import hashlib
import itertools
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measuring import Row, elapsed_ms
from journal.app.imports import run_import
from journal.app.vaults import create_journal
from journal.host.clock import FixedClock

SIZES = (10_000, 100_000)
BUDGET = 8
LINEAR = 1.2
NOW = datetime(2026, 10, 29, 21, 0, tzinfo=UTC)
HEAD = ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note")
MOODS = ("rad", "good", "meh", "bad", "awful")
_TABLES = """
CREATE TABLE entry (id TEXT PRIMARY KEY, day TEXT, time TEXT, note TEXT, source TEXT, import TEXT, stamp TEXT);
CREATE TABLE rating (entry_id TEXT, name TEXT, value, PRIMARY KEY (entry_id, name)) WITHOUT ROWID;
CREATE INDEX entry_day ON entry (day, time); CREATE INDEX entry_at ON entry (time);
CREATE INDEX entry_source ON entry (source); CREATE INDEX entry_import ON entry (import);
CREATE INDEX entry_stamp ON entry (stamp);
"""


def rows() -> list[Row]:
    """Each size against its floors; and 100,000 rows against ten times 10,000."""
    found, times = [], []
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as name:
        for size in SIZES:
            path = diary(Path(name) / f"{size}.csv", size)
            floor = min(elapsed_ms(_into(name, path, _values)) for _ in range(2))
            bare = min(elapsed_ms(_into(name, path, _bare)) for _ in range(2))
            times.append(elapsed_ms(importing(Path(name) / f"journal {size}", path)))
            what = f"import of {size:,} Daylio rows"
            found.append(Row(what, times[-1], "csv and executemany, values", floor, BUDGET))
            found.append(Row(what, times[-1], "csv and executemany, bare rows", bare))
    found.append(Row("import of 100,000 rows", times[1], "ten times 10,000", times[0] * 10, LINEAR))
    return found


def diary(path: Path, size: int) -> Path:
    """A history of so many rows, newest first, with habits: three activities a row from 300 sets, few notes."""
    rng = random.Random(4)
    sets = [" | ".join(f"activity {n}" for n in sorted(rng.sample(range(20), rng.randrange(6)))) for _ in range(300)]
    at = NOW.replace(tzinfo=None)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for _ in range(size):
            at -= timedelta(minutes=rng.randrange(10, 120))
            note = "a few words about the day" if rng.random() < 0.2 else ""
            day = (at.date().isoformat(), at.strftime("%d %B"), at.strftime("%A"), at.strftime("%H:%M"))
            writer.writerow((*day, rng.choice(MOODS), rng.choice(sets), "", "", note))
    return path


def importing(folder: Path, path: Path) -> Callable[[], object]:
    """The import into a new journal, which is closed after it."""
    from journal.store.vault import FAST_KDF

    clock = FixedClock(int(NOW.timestamp() * 1000), 0, "Europe/London")
    journal = create_journal(folder, "bench", clock, recovery=False, kdf=FAST_KDF).journal

    def work() -> None:
        run_import(journal, path, make_items=True)
        journal.close()

    return work


def _into(
    folder: str, path: Path, write: Callable[[sqlite3.Connection, Iterator[list[str]]], None]
) -> Callable[[], object]:
    def work() -> None:
        with (
            tempfile.NamedTemporaryFile(dir=folder, suffix=".db") as file,
            path.open(encoding="utf-8-sig", newline="") as text,
        ):
            reader = csv.reader(text)
            next(reader)
            with closing(sqlite3.connect(file.name)) as database:
                write(database, reader)
                database.commit()

    return work


def _bare(database: sqlite3.Connection, reader: Iterator[list[str]]) -> None:
    database.execute(f"CREATE TABLE diary ({', '.join(HEAD)})")
    database.executemany("INSERT INTO diary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", reader)


def _values(database: sqlite3.Connection, reader: Iterator[list[str]]) -> None:
    database.executescript(_TABLES)
    numbers = itertools.count()
    while batch := list(itertools.islice(reader, 500)):
        keyed = [(hashlib.sha1(str(next(numbers)).encode()).hexdigest()[:36], row) for row in batch]  # noqa: S324
        entries = [(key, row[0], row[3], row[8], f"{row[0]}T{row[3]}", "one import", "one stamp") for key, row in keyed]
        values = [
            (key, name, value)
            for key, row in keyed
            for name, value in [("mood", row[4]), *((each, 1) for each in row[5].split(" | ") if each)]
        ]
        database.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
        database.executemany("INSERT INTO rating VALUES (?, ?, ?)", values)
