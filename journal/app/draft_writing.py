"""Entries of a file against those of the journal: which are new, which are known, which the file changed."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice

from journal.app.journal import Journal
from journal.exchange.drafts import EntryDraft, RatingDraft, SpeaksOf
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown, day_of, local_time
from journal.model.items import Item

BATCH = 4_000
"""Sorted in such pieces, entries and answers go into the journal's trees with half as many pages rearranged."""

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_MOST_KNOWN = 5_000
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


class Fate(StrEnum):
    """What becomes of an entry of a file."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class SettledBatch:
    """Some hundreds of entries of the file as the journal would have them.

    `fates` are those of all of them, `entries` only what is to be written; `here` are the ids that
    have a row in the journal, a tombstone's included.
    """

    fates: list[Fate]
    entries: list[Entry]
    here: set[str]


class DraftWriting:
    """Compares the drafts of one file with the journal; writes nothing itself.

    What the person did since an earlier import stays: an entry they changed or deleted is known,
    whatever the file says. Answers and notes that the file does not speak of stay too.
    """

    def __init__(self, journal: Journal, reader: SpeaksOf, items: Mapping[str, Item], import_id: str) -> None:
        self._journal = journal
        self._reader = reader
        self._import_id = import_id
        self._items = {key: items[key] for key in reader.keys if key in items}
        self._spoken_of = frozenset(item.id for item in self._items.values())
        self._day_start_min = journal.day_start_min
        self._namespace = uuid.UUID(journal.journal_id).bytes
        self._begins: dict[str, str] = {}
        self._sources: dict[str, bool] = {}
        self._answers: dict[int, tuple[tuple[RatingDraft, ...], tuple[Rating, ...]]] = {}

    def batches(self, drafts: Iterable[EntryDraft]) -> Iterator[SettledBatch]:
        """The drafts with their fates, in the order of the file, some thousands at a time."""
        rest = iter(drafts)
        while batch := list(islice(rest, BATCH)):
            yield self._settled(batch)

    def _settled(self, batch: list[EntryDraft]) -> SettledBatch:
        """Only keys that may stand here are looked up: in a first import none but those of ids that are here."""
        store = self._journal.store
        keys = {draft.source_key: self._id(draft.source_key) for draft in batch}
        here = store.entries.in_any_form(list(keys.values()))
        asked = [key for key, new_id in keys.items() if new_id in here or self._may_stand(key)]
        known = store.entries.by_source(asked) if asked else {}
        existing = store.entries.among(list(known.values())) if known else {}
        new = here.difference(existing)
        gone = store.tombstones.left_by_hand(new) if new else set()
        found = SettledBatch([], [], here.union(existing))
        for draft in batch:
            self._settle(draft, keys[draft.source_key], existing.get(known.get(draft.source_key, "")), gone, found)
        return found

    def _settle(self, draft: EntryDraft, new_id: str, existing: Entry | None, gone: set[str], to: SettledBatch) -> None:
        if existing is not None:
            merged = self._against(existing, draft)
            to.fates.append(Fate.KNOWN if merged is None else Fate.CHANGED)
            if merged is not None:
                to.entries.append(merged)
        elif new_id in gone:
            to.fates.append(Fate.KNOWN)
        else:
            to.fates.append(Fate.NEW)
            to.entries.append(self._new(draft, new_id))

    def _may_stand(self, source_key: str) -> bool:
        """Whether there were entries from such a file before the first batch that has its keys."""
        source, colon, _ = source_key.partition(":")
        found = self._sources.get(source)
        if found is None:
            found = self._sources[source] = not colon or self._journal.store.entries.any_from(source)
        return found

    def _id(self, source_key: str) -> str:
        """An id (a UUID of version 5) that follows from the journal and the key; keys of a month share its beginning.

        What is written together then stands together in the journal's trees: with ids that have
        nothing in common a history of years is written at a third of the speed. The beginning tells
        no date: it is as mixed as the rest.
        """
        day = source_key.partition("T")[0]  # what comes after the day is not looked at for the month
        begins = self._begins.get(day) or self._beginning(day, source_key)
        mixed = _mixed(self._namespace, source_key)
        variant = _VARIANTS[mixed[16]]
        return f"{begins}{mixed[6:8]}-{mixed[8:12]}-5{mixed[13:16]}-{variant}{mixed[17:20]}-{mixed[20:32]}"

    def _beginning(self, day: str, source_key: str) -> str:
        """The beginning of an id, kept for other keys that are alike up to the day."""
        in_day = _MONTH.search(day)
        named = in_day or _MONTH.search(source_key)
        begins = _mixed(self._namespace, named[0] if named else "")[:6]
        if in_day:
            if len(self._begins) >= _MOST_KNOWN:
                self._begins.clear()
            self._begins[day] = begins
        return begins

    def _new(self, draft: EntryDraft, entry_id: str) -> Entry:
        return Entry(
            id=entry_id,
            kind=EntryKind.IMPORTED,
            at_ms=draft.at_ms,
            offset_min=draft.offset_min,
            zone=draft.zone,
            time_known=draft.time_known,
            part=draft.part,
            day=draft.day,
            day_start_min=self._day_start_min,
            recall=Recall.NOW,
            note=draft.note,
            import_id=self._import_id,
            source_key=draft.source_key,
            ratings=self._ratings(draft),
        )

    def _against(self, existing: Entry, draft: EntryDraft) -> Entry | None:
        """The entry as it is after the import, or None if nothing of it changes."""
        if existing.changed_ms is not None:
            return None
        merged = replace(
            existing,
            at_ms=draft.at_ms,
            offset_min=draft.offset_min,
            zone=_zone(existing, draft),
            time_known=draft.time_known,
            part=draft.part,
            day=_day(draft, existing.day_start_min),
            note=draft.note if self._reader.speaks_of_notes else existing.note,
            ratings=self._merged_ratings(existing, draft),
        )
        return None if merged == existing else merged

    def _merged_ratings(self, existing: Entry, draft: EntryDraft) -> tuple[Rating, ...]:
        """What the file says, and beside it the answers for items that it does not speak of."""
        before = {rating.item_id: rating for rating in existing.ratings}
        kept = [rating for rating in existing.ratings if rating.item_id not in self._spoken_of]
        named = [_unless_equal(rating, before.get(rating.item_id)) for rating in self._ratings(draft)]
        return tuple(sorted([*kept, *named], key=lambda rating: rating.item_id))

    def _ratings(self, draft: EntryDraft) -> tuple[Rating, ...]:
        """The answers of a draft; drafts that share theirs share these."""
        before = self._answers.get(id(draft.ratings))
        if before is not None and before[0] is draft.ratings:
            return before[1]
        made = self._made_ratings(draft)
        if len(self._answers) >= _MOST_KNOWN:
            self._answers.clear()
        self._answers[id(draft.ratings)] = (draft.ratings, made)
        return made

    def _made_ratings(self, draft: EntryDraft) -> tuple[Rating, ...]:
        found = []
        for rating in draft.ratings:
            if (item := self._items.get(rating.key)) is not None:
                found.append(Rating(item.id, item.version.id, State.RATED, rating.value, rating.raw))
        return tuple(sorted(found, key=lambda each: each.item_id))


def _unless_equal(rating: Rating, before: Rating | None) -> Rating:
    """The rating as it was when only the item's version is another one: a new label is no change of the file."""
    return before if before is not None and replace(before, version_id=rating.version_id) == rating else rating


def _mixed(namespace: bytes, key: str) -> str:
    return hashlib.sha1(namespace + key.encode(), usedforsecurity=False).hexdigest()


def _zone(existing: Entry, draft: EntryDraft) -> str | None:
    """The zone of the file; one that another file of the program named stays where this one has the same offset."""
    alike = (existing.at_ms, existing.offset_min) == (draft.at_ms, draft.offset_min)
    return existing.zone if draft.zone is None and alike else draft.zone


def _day(draft: EntryDraft, day_start_min: int) -> date:
    if draft.time_known is TimeKnown.DAY:
        return draft.day
    return day_of(local_time(draft.at_ms, draft.offset_min), day_start_min)
