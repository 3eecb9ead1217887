"""Searching ten years of notes: the first page of results, as the window shows it, against raw FTS5.

The floor is a table of FTS5's own with the trigram tokenizer, of the same notes and on the same connection:
the newest fifty with its snippets, in the order of their numbers. The program's time is that from the words
typed to results with day, title and marks, over notes, sessions, items and all other parts. The other rows
have no budget: how long reading all notes in takes once, a search after a save, and letters too few for a
trigram, against the same with LIKE.
"""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measuring import Row, elapsed_ms
from journal.app import check_ins, searches
from journal.app.journal import Journal
from journal.app.vaults import create_journal
from journal.host.clock import FixedClock
from journal.model.entries import Entry, EntryKind
from journal.model.searches import Search
from journal.texts.items import ItemWords

DAYS = 3653
A_DAY = 3
"""Check-ins a day, each with a note."""

NOW = datetime(2026, 10, 29, 21, 0, tzinfo=UTC)
RUNS = 15
BUDGET = 3.0
PAGE = 50
WORDS = 4000
RAREST = 3900


def rows() -> list[Row]:
    """Each kind of words against its floor."""
    from journal.store.vault import FAST_KDF

    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as name:
        clock = FixedClock(int(NOW.timestamp() * 1000), 0, "Europe/London")
        journal = create_journal(Path(name) / "journal", "bench", clock, recovery=False, kdf=FAST_KDF).journal
        words = vocabulary()
        with journal.store.tx(many=True):
            journal.store.entries.add_new(notes(words))
        read_in = elapsed_ms(lambda: searches.bring_up_to_date(journal))
        raw = elapsed_ms(lambda: fill_raw(journal))
        found = [
            Row(f"notes read in, {DAYS * A_DAY:,}", read_in, "raw FTS5, trigram", raw),
            *(_row(journal, what, text) for what, text in wanted(words)),
            _after_a_save(journal, words[40]),
            _short(journal),
        ]
        journal.close()
    return found


def wanted(words: list[str]) -> tuple[tuple[str, str], ...]:
    """What is looked for: a word of nearly every week, one of a few times, one of no day, two words."""
    return (
        ("a frequent word", words[40]),
        ("a rare word", words[RAREST]),
        ("part of a word", words[0][:3]),
        ("what is nowhere", "zzyzx qvj"),
    )


def _row(journal: Journal, what: str, text: str) -> Row:
    ours, floor = alternately(lambda: ours_of(journal, text), lambda: raw_of(journal, text))
    return Row(f"search of ten years: {what}", ours, "raw FTS5", floor, BUDGET)


def _after_a_save(journal: Journal, text: str) -> Row:
    """The first search after a note was written."""

    def saved() -> None:
        check_ins.log(journal, {}, note=f"one more note with {text} in it")

    times = []
    for _ in range(RUNS):
        saved()
        times.append(elapsed_ms(lambda: ours_of(journal, text)))
    floor = statistics.median(elapsed_ms(lambda: raw_of(journal, text)) for _ in range(RUNS))
    return Row("search of ten years: after a save", statistics.median(times), "raw FTS5", floor)


def _short(journal: Journal) -> Row:
    like = "SELECT rowid, text FROM raw WHERE text LIKE '%zq%' ORDER BY rowid DESC LIMIT 50"
    ours, floor = alternately(lambda: ours_of(journal, "zq"), lambda: run(journal, like))
    return Row("search of ten years: two letters", ours, "raw LIKE", floor)


def alternately(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median times of both, in turn."""
    times = [(elapsed_ms(one), elapsed_ms(other)) for _ in range(RUNS)]
    ones, others = zip(*times, strict=True)
    return statistics.median(ones), statistics.median(others)


def ours_of(journal: Journal, text: str) -> object:
    """The first page as the window asks for it."""
    return searches.search(journal, Search(text), ItemWords(journal.catalogue), count=PAGE)


def raw_of(journal: Journal, text: str) -> object:
    """The newest fifty of FTS5 with its own marks."""
    sql = "SELECT rowid, snippet(raw, 0, '[', ']', '…', 40) FROM raw WHERE raw MATCH ? ORDER BY rowid DESC LIMIT ?"
    return run(journal, sql, (f'"{text}"', PAGE))


def run(journal: Journal, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Rows on the journal's own connection."""
    found: list[tuple[object, ...]] = journal.store._ledger.database.conn.execute(sql, values).fetchall()
    return found


def fill_raw(journal: Journal) -> None:
    """The same notes in a table of FTS5's own, in the same encrypted file, numbered by time."""
    run(journal, "CREATE VIRTUAL TABLE raw USING fts5(text, tokenize='trigram')")
    run(journal, "INSERT INTO raw (text) SELECT note FROM entry WHERE deleted = 0 ORDER BY day, at_ms")


def vocabulary() -> list[str]:
    """Made-up words, those first that are used most."""
    rng = random.Random(6)
    return ["".join(rng.choice("abcdefghijklmnoprstuvwy") for _ in range(rng.randint(3, 9))) for _ in range(WORDS)]


def notes(words: list[str]) -> list[Entry]:
    """Ten years of check-ins with a note of five to fifty words."""
    rng = random.Random(7)
    made = []
    for number in range(DAYS * A_DAY):
        at = NOW - timedelta(days=number // A_DAY, hours=number % A_DAY * 4)
        text = " ".join(words[min(int(rng.expovariate(1 / 500)), WORDS - 1)] for _ in range(rng.randint(5, 50)))
        at_ms = int(at.timestamp() * 1000)
        made.append(Entry(f"note-{number:06}", EntryKind.CHECK_IN, at_ms, 0, at.date(), note=text))
    return made
