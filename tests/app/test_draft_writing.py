"""Entries of a file against those of the journal, also where only keys that may stand here are looked up."""

from __future__ import annotations

import hashlib
import random
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal.app import draft_writing
from journal.app.draft_writing import DraftWriting, Fate
from journal.app.history import delete
from journal.app.imports import run_import
from journal.app.journal import Journal
from journal.exchange.drafts import EntryDraft
from journal.model.entries import Entry

ALL_DAYS = (date(1990, 1, 1), date(2100, 1, 1))
HEAD = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


class Speaks:
    """A file that has notes and no items."""

    keys = frozenset[str]()
    speaks_of_notes = True


def draft(key: str, note: str = "from the file") -> EntryDraft:
    return EntryDraft(key, 1, 1_772_000_000_000, 0, None, date(2026, 2, 25), note=note)


def settled(journal: Journal, *drafts: EntryDraft) -> tuple[list[Fate], list[Entry]]:
    writing = DraftWriting(journal, Speaks(), {}, "one import")
    batches = list(writing.batches(drafts))
    return [fate for each in batches for fate in each.fates], [entry for each in batches for entry in each.entries]


def write(journal: Journal, *drafts: EntryDraft) -> list[Fate]:
    fates = []
    with journal.store.action("import", many=True):
        for batch in DraftWriting(journal, Speaks(), {}, "one import").batches(drafts):
            fates += batch.fates
            journal.store.entries.add_new(batch.entries, batch.here)
    return fates


@pytest.mark.parametrize(
    "key",
    ["daylio:2026-02-25T10:00#0", "daylio:2026-02-25#1", "table:T 1:x#0", "table:T2:2026-02-25T1#0", "1-23-456-78"],
)
def test_an_id_is_a_uuid_that_follows_from_the_journal_the_month_and_the_key(journal, key):
    namespace = uuid.UUID(journal.journal_id).bytes
    month = "2026-02" if "2026-02" in key else ""
    first, rest = (hashlib.sha1(namespace + text.encode()).digest() for text in (month, key))  # noqa: S324
    expected = str(uuid.UUID(bytes=first[:3] + rest[3:16], version=5))
    (made, _) = settled(journal, draft(key), draft(key + "1"))[1]
    assert made.id == expected


def test_an_entry_with_the_key_of_a_file_and_another_id_is_found_and_changed(journal):
    (made,) = settled(journal, draft("daylio:2026-02-25T10:00#0"))[1]
    with journal.store.action("log"):
        journal.store.entries.save(replace(made, id="made elsewhere"))
    assert write(journal, draft(made.source_key, "another note"), draft("daylio:x#0")) == [Fate.CHANGED, Fate.NEW]
    assert journal.store.entries.get("made elsewhere").note == "another note"
    assert journal.store.entries.count() == 2


@pytest.mark.parametrize("key", ["no colon", "daylio:2026-02-25T10:00#0"])
def test_what_was_written_before_is_known_and_what_was_deleted_stays_so(journal, key):
    assert write(journal, draft(key), draft(key + "1")) == [Fate.NEW, Fate.NEW]
    assert write(journal, draft(key), draft(key + "1")) == [Fate.KNOWN, Fate.KNOWN]
    delete(journal, journal.store.entries.between(*ALL_DAYS)[0].id)
    assert write(journal, draft(key), draft(key + "1"), draft(key + "2")) == [Fate.KNOWN, Fate.KNOWN, Fate.NEW]


def test_a_key_that_comes_again_in_a_later_piece_of_one_file_is_no_second_entry(journal, monkeypatch):
    monkeypatch.setattr(draft_writing, "BATCH", 2)
    keys = ["daylio:a#0", "daylio:b#0", "daylio:a#0", "daylio:c#0"]
    assert write(journal, *map(draft, keys)) == [Fate.NEW, Fate.NEW, Fate.KNOWN, Fate.NEW]
    assert journal.store.entries.count() == 3


@pytest.mark.parametrize("seed", range(3))
def test_how_many_are_looked_at_at_once_changes_nothing(journal, monkeypatch, tmp_path, seed):
    path = diary(tmp_path / "daylio.csv", random.Random(seed))
    found = []
    for size in (3, 4_000):
        monkeypatch.setattr(draft_writing, "BATCH", size)
        result = run_import(journal, path, make_items=True)
        again = run_import(journal, path, make_items=True)
        plain = [replace(entry, import_id=None) for entry in journal.store.entries.between(*ALL_DAYS)]
        found.append((result.entries, again.entries, result.values, [without_items(entry) for entry in plain]))
        journal.store.changes.undo()
    assert found[0] == found[1]
    assert found[0][0].new > 50


def without_items(entry: Entry) -> tuple[Entry, list[tuple[float | None, float | None]]]:
    """The entry, and its answers without the items, which have new ids in each import."""
    return replace(entry, ratings=()), sorted((each.value, each.raw) for each in entry.ratings)


def diary(path: Path, rng: random.Random) -> Path:
    """A history in no order, with times that come twice, moods of its own, scales, and cells that can't be read."""
    rows = [
        f"2026-0{rng.randrange(1, 4)}-{rng.randrange(1, 30):02},,,{rng.choice(['', '10:00', '9:15 pm', '25:61'])},"
        f"{rng.choice(['rad', 'meh', 'own'])},{rng.choice(['', 'run', 'run | Café'])},{rng.choice(['', 'Energy: 3'])},,"
        f"{rng.choice(['', 'a<br>b', '🌧️'])}\n"
        for _ in range(100)
    ]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path
