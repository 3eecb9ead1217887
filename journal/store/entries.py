"""Entries with their ratings."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from journal.model.entries import Entry, EntryKind, EntryStamp, Rating, Reading, Recall, State, TimeKnown
from journal.model.errors import UnknownEntry
from journal.model.hlc import Stamp
from journal.store.day_counts import DayCount, day_counts
from journal.store.day_marks import day_marks, days_before
from journal.store.drafts import Drafts
from journal.store.history import Forgotten, History
from journal.store.ledger import Ledger, Row
from journal.store.new_entries import AnswerRows, columns_of, insert_new
from journal.store.readings import readings, stamps
from journal.store.snapshots import BLANK_DAY, RATING_COLUMNS, entomb

_COLUMNS = (
    "id, kind, at_ms, offset_min, zone, time_known, part, day, day_start_min, recall, covers_min, made_ms, "
    "made_offset_min, changed_ms, note, note_shared, import_id, source_key, tags"
)
_RATINGS = "SELECT r.entry_id, r.item_id, r.version_id, r.value, r.raw, r.state FROM rating r"
_LIVE = f"SELECT {_COLUMNS} FROM entry WHERE deleted = 0"  # noqa: S608 fixed names

_NAMED = "IN (SELECT value FROM json_each(?))"

AFTER_ALL_MS = 1 << 62


class Entries:
    """The check-ins of a journal, their ratings ordered by item. Writes belong inside `action()` or `tx()`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, entry_id: str) -> Entry | None:
        """One entry, or None if there is none (any more)."""
        row = self._ledger.one(f"{_LIVE} AND id = ?", (entry_id,))
        return None if row is None else _entry(row, self._ratings(entry_id))

    def among(self, entry_ids: Sequence[str]) -> dict[str, Entry]:
        """Those of many entries that there are, by id."""
        wanted = (json.dumps(list(entry_ids)),)
        ratings: dict[str, list[Row]] = {}
        answers = f"{_RATINGS} WHERE r.entry_id {_NAMED} ORDER BY r.entry_id, r.item_id"
        for entry_id, *rating in self._ledger.rows(answers, wanted):
            ratings.setdefault(entry_id, []).append(tuple(rating))
        found = self._ledger.rows(f"{_LIVE} AND id {_NAMED}", wanted)
        return {row[0]: _entry(row, ratings.get(row[0], [])) for row in found}

    def find(self, prefix: str) -> list[str]:
        """The ids that begin so, in order."""
        sql = "SELECT id FROM entry WHERE deleted = 0 AND substr(id, 1, ?) = ? ORDER BY id"
        return [row[0] for row in self._ledger.rows(sql, (len(prefix), prefix.lower()))]

    def between(self, first: date, last: date) -> list[Entry]:
        """The entries that belong to these days, by day and time."""
        days = (first.isoformat(), last.isoformat())
        ratings: dict[str, list[Row]] = {}
        joined = f"{_RATINGS} JOIN entry e ON e.id = r.entry_id WHERE e.deleted = 0 AND e.day BETWEEN ? AND ?"
        for entry_id, *rating in self._ledger.rows(joined, days):
            ratings.setdefault(entry_id, []).append(tuple(rating))
        found = [
            _entry(row, ratings.get(row[0], [])) for row in self._ledger.rows(f"{_LIVE} AND day BETWEEN ? AND ?", days)
        ]
        return sorted(found, key=attrgetter("day", "at_ms", "id"))  # sorting by more than its index has is slow in SQL

    def latest(
        self, before_ms: int | None = None, kinds: Sequence[str] = (), recall: Recall | None = None
    ) -> Entry | None:
        """The newest entry; if asked only before an instant (UTC milliseconds), of these kinds, about such a time."""
        # A bound on the time, even one that bounds nothing, has SQLite walk the index of times from its end.
        sql = f"{_LIVE} AND at_ms < ?"
        parameters: list[int | str] = [AFTER_ALL_MS if before_ms is None else before_ms]
        if kinds:
            sql, parameters = f"{sql} AND kind IN ({', '.join('?' * len(kinds))})", [*parameters, *map(str, kinds)]
        if recall is not None:
            sql, parameters = f"{sql} AND recall = ?", [*parameters, str(recall)]
        row = self._ledger.one(f"{sql} ORDER BY at_ms DESC, id DESC LIMIT 1", parameters)
        return None if row is None else _entry(row, self._ratings(row[0]))

    def latest_ms(self, before_ms: int, kinds: Sequence[str], but: str = "") -> int | None:
        """When the newest entry of these kinds before an instant was (UTC milliseconds), without the one named `but`.

        One about right now is none of them: the time that it leaves out is still to be asked about.
        """
        named = ", ".join("?" * len(kinds))
        sql = f"SELECT at_ms FROM entry WHERE deleted = 0 AND at_ms < ? AND kind IN ({named})"  # noqa: S608 fixed
        other = f"{sql} AND recall = ? AND id <> ? ORDER BY at_ms DESC LIMIT 1"
        row = self._ledger.one(other, (before_ms, *map(str, kinds), str(Recall.SINCE), but))
        return None if row is None else row[0]

    def first_day(self) -> date | None:
        """The earliest day that has an entry."""
        return self._a_day("min")

    def last_day(self) -> date | None:
        """The latest day that has an entry."""
        return self._a_day("max")

    def count(self) -> int:
        """How many entries there are."""
        row = self._ledger.one("SELECT count(*) FROM entry WHERE deleted = 0")
        return 0 if row is None else int(row[0])

    def by_source(self, keys: Sequence[str]) -> dict[str, str]:
        """Entry ids by the key they have in the file they were imported from; unknown keys left out."""
        sql = "SELECT source_key, id FROM entry WHERE deleted = 0 AND source_key IN (SELECT value FROM json_each(?))"
        rows = self._ledger.rows(sql, (json.dumps(list(keys)),))
        return {source_key: entry_id for source_key, entry_id in rows}  # noqa: C416 names what is what

    def save(self, entry: Entry) -> None:
        """Write an entry and its ratings; ratings it no longer has are removed."""
        entry = replace(entry, ratings=tuple(sorted(entry.ratings, key=lambda rating: rating.item_id)))
        known = self.get(entry.id)
        if known == entry:
            return
        if known is not None:
            self._replace(known, entry)
            return
        left = self._ledger.one("SELECT day, import_id FROM entry WHERE id = ?", (entry.id,))
        if left == (BLANK_DAY, None):
            self._ledger.touch("entry", entry.id)  # steps before this one may bring it back and take it out again
        elif self._ledger.recording is not None:
            self._ledger.recording.create_entry(entry.id, entry.import_id)
        columns = {**_columns(entry), "hlc": self._ledger.stamp(), "deleted": 0}
        if left is None:
            self._ledger.insert("entry", tuple(columns), [tuple(columns.values())])
            self._save_ratings(entry, [])
        else:
            self._ledger.put("entry", columns)
            self._save_ratings(entry, self._ratings(entry.id))

    def add_new(self, entries: Sequence[Entry], here: Set[str] | None = None) -> None:
        """Write many entries as `save` would, quickly where they were never there. For thousands, in batches.

        `here` are those of their ids that have a row, where the caller looked already (`in_any_form`).
        """
        if here is None:
            here = self.in_any_form([entry.id for entry in entries])
        answers = AnswerRows(self._ledger)
        new: dict[str, Entry] = {}
        for entry in entries:
            if entry.id not in here and answers.of(entry.ratings) is not None:
                new.setdefault(entry.id, entry)
        if self._ledger.recording is not None:
            for entry in new.values():
                self._ledger.recording.create_entry(entry.id, entry.import_id)
        insert_new(self._ledger, new.values(), answers)
        if len(new) < len(entries):
            for entry in entries:
                if new.get(entry.id) is not entry:
                    self.save(entry)

    def in_any_form(self, entry_ids: Sequence[str]) -> set[str]:
        """Those of the ids that have a row, a tombstone's included."""
        sql = f"SELECT id FROM entry WHERE id {_NAMED}"  # noqa: S608 fixed names
        return {row[0] for row in self._ledger.rows(sql, (json.dumps(list(entry_ids)),))}

    def any_from(self, source: str) -> bool:
        """Whether an entry stands here whose key in its file begins with this and a colon."""
        sql = "SELECT 1 FROM entry WHERE deleted = 0 AND source_key >= ? AND source_key < ? LIMIT 1"
        return self._ledger.one(sql, (f"{source}:", f"{source};")) is not None

    def written_ms(self, entry_ids: Sequence[str]) -> dict[str, int]:
        """When entries were last written here (UTC milliseconds), by id."""
        rows = self._ledger.rows(f"SELECT id, hlc FROM entry WHERE id {_NAMED}", (json.dumps(list(entry_ids)),))  # noqa: S608 fixed
        return {entry_id: Stamp.parse(stamp).ms for entry_id, stamp in rows}

    def readings(self, first: date, last: date, item_ids: Sequence[str] | None = None) -> list[Reading]:
        """All answers that count for these days, of all items or of some, by time."""
        return readings(self._ledger, first, last, item_ids)

    def stamps(self, first: date, last: date) -> list[EntryStamp]:
        """When the entries of these days were made, for counting."""
        return stamps(self._ledger, first, last)

    def day_counts(self, first: date, last: date) -> list[DayCount]:
        """How much of every kind was written down on each of these days, sessions and doses included."""
        return day_counts(self._ledger, first, last)

    def day_marks(self, first: date, last: date) -> dict[date, bytes]:
        """A mark for each of these days that has entries, another one as soon as they or their answers are."""
        return day_marks(self._ledger, first, last)

    def days_before(self, day: date, most: int) -> list[date]:
        """The last days before a day that have entries, newest first."""
        return days_before(self._ledger, day, most)

    def delete(self, entry_id: str) -> None:
        """Leave a tombstone; the content stays in the undo history. Raises UnknownEntry."""
        if self.get(entry_id) is None:
            raise UnknownEntry(prefix=entry_id)
        self._ledger.touch("entry", entry_id)
        entomb(self._ledger, "entry", entry_id)

    def delete_for_good(self, entry_id: str) -> None:
        """Blank an entry, its undo history and its drafts at once. Raises UnknownEntry.

        Also takes an entry that was deleted before and still stands in the history.
        """
        if self._ledger.one("SELECT 1 FROM entry WHERE id = ?", (entry_id,)) is None:
            raise UnknownEntry(prefix=entry_id)
        entomb(self._ledger, "entry", entry_id)
        if self._ledger.recording is not None:
            self._ledger.recording.forget("entry", entry_id)
        History(self._ledger).forget(Forgotten("entry", entry_id))
        Drafts(self._ledger).clear_about(entry_id)

    def _replace(self, known: Entry, entry: Entry) -> None:
        """What stays as it was is not written, so that its indexes and their pages stay too."""
        self._ledger.touch("entry", entry.id)
        before, after = _columns(known), _columns(entry)
        changed = {name: value for name, value in after.items() if before[name] != value}
        self._ledger.put("entry", {"id": entry.id, **changed, "hlc": self._ledger.stamp()})
        self._save_ratings(entry, [_rating_row(rating) for rating in known.ratings])

    def _save_ratings(self, entry: Entry, before: Sequence[Row]) -> None:
        kept = {row[0]: row for row in before}
        new = {rating.item_id: _rating_row(rating) for rating in entry.ratings}
        for item_id, row in kept.items():
            if new.get(item_id) != row:
                self._ledger.write("DELETE FROM rating WHERE entry_id = ? AND item_id = ?", (entry.id, item_id))
        added = [(entry.id, *row) for item_id, row in new.items() if kept.get(item_id) != row]
        self._ledger.insert("rating", ("entry_id", *RATING_COLUMNS), added)

    def _ratings(self, entry_id: str) -> list[Row]:
        sql = "SELECT item_id, version_id, value, raw, state FROM rating WHERE entry_id = ? ORDER BY item_id"
        return self._ledger.rows(sql, (entry_id,))

    def _a_day(self, function: str) -> date | None:
        row = self._ledger.one(f"SELECT {function}(day) FROM entry WHERE deleted = 0")  # noqa: S608 a fixed name
        return None if row is None or row[0] is None else date.fromisoformat(row[0])


def _rating_row(rating: Rating) -> Row:
    return rating.item_id, rating.version_id, rating.value, rating.raw, str(rating.state)


def _rating(row: Row) -> Rating:
    item_id, version_id, value, raw, state = row
    return Rating(item_id, version_id, State(state), value, raw)


def _columns(entry: Entry) -> dict[str, Any]:
    return {name: values[0] for name, values in columns_of([entry]).items()}


def _entry(row: Row, ratings: list[Row]) -> Entry:
    columns = dict(zip(_COLUMNS.split(", "), row, strict=True))
    typed = {
        "kind": EntryKind(columns["kind"]),
        "time_known": TimeKnown(columns["time_known"]),
        "day": date.fromisoformat(columns["day"]),
        "recall": Recall(columns["recall"]),
        "note_shared": bool(columns["note_shared"]),
        "tags": tuple(json.loads(columns["tags"])) if columns["tags"] != "[]" else (),
        "ratings": tuple(_rating(rating) for rating in ratings),
    }
    return Entry(**{**columns, **typed})
