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

BATCH = 500
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_MOST_KNOWN = 5_000


class Fate(StrEnum):
    """What becomes of an entry of a file."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Settled:
    """An entry of the file as the journal would have it. `entry` is None when nothing is to be written."""

    fate: Fate
    entry: Entry | None = None


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
        self._months: dict[str, bytes] = {}
        self._answers: dict[int, tuple[tuple[RatingDraft, ...], tuple[Rating, ...]]] = {}

    def batches(self, drafts: Iterable[EntryDraft]) -> Iterator[list[Settled]]:
        """The drafts with their fates, in the order of the file, some hundreds at a time."""
        rest = iter(drafts)
        while batch := list(islice(rest, BATCH)):
            yield self._settled(batch)

    def _settled(self, batch: list[EntryDraft]) -> list[Settled]:
        store = self._journal.store
        known = store.entries.by_source([draft.source_key for draft in batch])
        existing = store.entries.among(list(known.values()))
        gone = store.tombstones.left_by_hand(
            self._id(draft.source_key) for draft in batch if draft.source_key not in known
        )
        return [self._settle(draft, existing.get(known.get(draft.source_key, "")), gone) for draft in batch]

    def _settle(self, draft: EntryDraft, existing: Entry | None, gone: set[str]) -> Settled:
        if existing is not None:
            return self._against(existing, draft)
        new_id = self._id(draft.source_key)
        return Settled(Fate.KNOWN) if new_id in gone else Settled(Fate.NEW, self._new(draft, new_id))

    def _id(self, source_key: str) -> str:
        """An id that follows from the journal and the key, with the same beginning for all keys of a month.

        What is written together then stands together in the journal's trees: with ids that have
        nothing in common a history of years is written at a third of the speed. The beginning tells
        no date: it is as mixed as the rest.
        """
        named = _MONTH.search(source_key)
        month = named[0] if named else ""
        begins = self._months.get(month)
        if begins is None:
            begins = self._months[month] = _mixed(self._namespace, month)[:3]
        return str(uuid.UUID(bytes=begins + _mixed(self._namespace, source_key)[3:16], version=5))

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

    def _against(self, existing: Entry, draft: EntryDraft) -> Settled:
        if existing.changed_ms is not None:
            return Settled(Fate.KNOWN)
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
        return Settled(Fate.KNOWN) if merged == existing else Settled(Fate.CHANGED, merged)

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


def _mixed(namespace: bytes, key: str) -> bytes:
    return hashlib.sha1(namespace + key.encode(), usedforsecurity=False).digest()


def _zone(existing: Entry, draft: EntryDraft) -> str | None:
    """The zone of the file; one that another file of the program named stays where this one has the same offset."""
    alike = (existing.at_ms, existing.offset_min) == (draft.at_ms, draft.offset_min)
    return existing.zone if draft.zone is None and alike else draft.zone


def _day(draft: EntryDraft, day_start_min: int) -> date:
    if draft.time_known is TimeKnown.DAY:
        return draft.day
    return day_of(local_time(draft.at_ms, draft.offset_min), day_start_min)
