"""Saving: an entry of 20 ratings through the app's own layer, against a plain SQLite commit."""

from __future__ import annotations

import sqlite3
import tempfile
import uuid
from pathlib import Path

from benchmarks.measuring import Row, in_turn
from journal.app import check_ins
from journal.app.vaults import create_journal
from journal.host.clock import SystemClock

RATINGS = 20


def rows() -> list[Row]:
    """One entry with 20 ratings, and one answer, each committed to the disk."""
    from journal.store.vault import FAST_KDF

    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        journal = create_journal(Path(folder) / "journal", "bench", SystemClock(), kdf=FAST_KDF).journal
        plain = plain_database(Path(folder) / "plain.db")
        symptoms = [item for item in journal.items() if item.symptom][:RATINGS]
        answers = {item.key: 2.0 for item in symptoms}
        floor, whole = in_turn(lambda: plain_entry(plain, RATINGS), lambda: check_ins.log(journal, answers), rounds=60)
        key = check_ins.new_key()
        values = iter(range(10_000))
        floor_one, one = in_turn(
            lambda: plain_entry(plain, 1),
            lambda: check_ins.answer(journal, key, symptoms[0], next(values) % 5),
            rounds=60,
        )
        journal.close()
        plain.close()
    return [
        Row(f"save an entry of {len(answers)} ratings", whole, "sqlite3 WAL FULL", floor, 4.0),
        Row("save one answer", one, "sqlite3 WAL FULL", floor_one),
    ]


def plain_database(path: Path) -> sqlite3.Connection:
    """The floor: plain SQLite in WAL mode with full sync."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE entry(id TEXT PRIMARY KEY, at_ms INTEGER, note TEXT)")
    connection.execute("CREATE TABLE rating(entry_id TEXT, item_id TEXT, value REAL, PRIMARY KEY(entry_id, item_id))")
    return connection


def plain_entry(connection: sqlite3.Connection, ratings: int) -> None:
    """One entry and its ratings in one transaction."""
    entry_id = str(uuid.uuid4())
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO entry VALUES (?, 0, '')", (entry_id,))
    connection.executemany(
        "INSERT INTO rating VALUES (?, ?, 2)", [(entry_id, f"item-{number}") for number in range(ratings)]
    )
    connection.execute("COMMIT")
