"""Checking in: which questions are asked now, and each answer saved as it is given."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from journal.app.answers import check_value
from journal.app.item_versions import items_as_of
from journal.app.journal import Journal
from journal.model.entries import (
    Entry,
    EntryKind,
    Rating,
    Recall,
    State,
    TimeKnown,
    day_of,
    local_time,
)
from journal.model.errors import TimeInFuture
from journal.model.items import Item
from journal.model.monthly import COVERS_MIN
from journal.model.tags import tidy_tags

LONGEST_WINDOW_MIN = 24 * 60
"""A check-in looks back to the one before, at most 24 hours (clinical.md, Windows)."""

CONTINUED_FOR_MS = 3 * 60 * 60 * 1000
"""Opening Today again within three hours goes on with the same check-in."""

BACKDATED_HOUR = 21
"""An earlier day filled in later stands at nine in the evening, its time marked as not known."""

MINUTE_MS = 60_000
OWN_KINDS = (EntryKind.CHECK_IN, EntryKind.SHORT)
"""The entries at which the next window begins. A form about "right now" or a whole month shortens none."""


@dataclass(frozen=True, slots=True)
class CheckInKey:
    """Names a check-in that may not have its first answer yet. `day` is None for now.

    `profile` is the id of the profile that it asks by, "" for all that is asked, and None where an entry is only
    looked at again: what it asked is not known then, so its kind stays.
    """

    entry_id: str
    kind: EntryKind = EntryKind.CHECK_IN
    day: date | None = None
    profile: str | None = None


def new_key(kind: EntryKind = EntryKind.CHECK_IN, day: date | None = None) -> CheckInKey:
    """A key for a check-in that is about to begin."""
    return CheckInKey(str(uuid.uuid4()), kind, day)


def answer(journal: Journal, key: CheckInKey, item: Item, value: float | None, state: State | None = None) -> Entry:
    """Save one answer; the first one makes the entry. A None value without a state clears the answer.

    Raises ValueOutOfRange when the value is not on the item's scale.
    """
    rating = _rating(item, value, state)
    with journal.store.action("answer"):
        entry = journal.store.entries.get(key.entry_id) or begin(journal, key)
        others = tuple(kept for kept in entry.ratings if kept.item_id != item.id)
        if rating is not None:
            journal.ensure_stored(item)
            others = (*others, rating)
        entry = touched(journal, replace(_as_asked(key, entry), ratings=others))
        journal.store.entries.save(entry)
    journal.changed("entries")
    return entry


def set_note(journal: Journal, key: CheckInKey, text: str, *, shared: bool) -> Entry | None:
    """Save the note; one undo step a visit. A note alone makes an entry, an empty one does not."""
    stored = journal.store.entries.get(key.entry_id)
    if stored is None and not text.strip():
        return None
    if stored is not None and (stored.note, stored.note_shared) == (text, shared):
        return stored
    with journal.store.action("note", merge_key=f"note:{key.entry_id}"):
        entry = touched(journal, replace(stored or begin(journal, key), note=text, note_shared=shared))
        journal.store.entries.save(entry)
    journal.changed("entries")
    return entry


def finish(journal: Journal, key: CheckInKey, shown: Iterable[Item]) -> Entry | None:
    """End a check-in: every item that was shown and not answered is written down as unanswered.

    Not an undo step of its own: undoing it would change nothing that a person can see.
    """
    entry = journal.store.entries.get(key.entry_id)
    if entry is None or not any(rating.state is not State.UNANSWERED for rating in entry.ratings):
        return entry
    asked = {rating.item_id for rating in entry.ratings}
    left = [item for item in shown if item.id not in asked]
    if not left and _as_asked(key, entry) == entry:
        return entry
    with journal.store.tx():
        journal.ensure_stored(*left)
        unanswered = tuple(Rating(item.id, item.version.id, State.UNANSWERED) for item in left)
        entry = replace(_as_asked(key, entry), ratings=(*entry.ratings, *unanswered))
        journal.store.entries.save(entry)
    journal.changed("entries")
    return entry


def _as_asked(key: CheckInKey, entry: Entry) -> Entry:
    """The entry as the kind that its questions make it, where they are known: a profile can be changed in between."""
    known = key.profile is not None and entry.kind in OWN_KINDS and key.kind in OWN_KINDS
    return replace(entry, kind=key.kind) if known else entry


def log(
    journal: Journal,
    answers: Mapping[str, float | State],
    *,
    at: datetime | None = None,
    momentary: bool = False,
    note: str = "",
    tags: Iterable[str] = (),
) -> Entry:
    """Write a whole check-in at once, as the command line does; only what is named gets a row.

    `answers` maps item keys to a value or a state; `at` without an offset is local. Raises
    UnknownItem, ValueOutOfRange, TimeInFuture.
    """
    named = journal.named(answers).values()
    with journal.store.action("log"):
        entry = begin(journal, new_key(), at=at, momentary=momentary)
        items = {item.key: item for item in items_as_of(journal, named, entry.day)}
        ratings = [
            _rating(items[key], None, given) if isinstance(given, State) else _rating(items[key], given, None)
            for key, given in answers.items()
        ]
        journal.ensure_stored(*items.values())
        kept = tuple(rating for rating in ratings if rating)
        entry = replace(entry, note=note, ratings=kept, tags=tidy_tags(tags))
        journal.store.entries.save(entry)
    journal.changed("entries")
    return entry


def begin(journal: Journal, key: CheckInKey, *, at: datetime | None = None, momentary: bool = False) -> Entry:
    """An empty entry for this moment, for the time given, or for the earlier day of the key."""
    now_ms = journal.clock.now_ms()
    at_ms, offset_min, time_known = _moment(journal, key, at, now_ms)
    if at_ms > now_ms:
        raise TimeInFuture(text=local_time(at_ms, offset_min).isoformat(timespec="minutes"))
    start_min = journal.day_start_min
    momentary = momentary or key.kind is EntryKind.AFTER_SESSION
    return Entry(
        id=key.entry_id,
        kind=key.kind,
        at_ms=at_ms,
        offset_min=offset_min,
        zone=journal.clock.zone() if at is None or at.tzinfo is None else None,
        time_known=time_known,
        day=key.day if key.day is not None else day_of(local_time(at_ms, offset_min), start_min),
        day_start_min=start_min,
        recall=Recall.NOW if momentary else Recall.SINCE,
        covers_min=None if momentary else _covers_min(journal, key.kind, at_ms, time_known),
        made_ms=now_ms,
        made_offset_min=journal.clock.offset_min(now_ms),
    )


def _covers_min(journal: Journal, kind: EntryKind, at_ms: int, time_known: TimeKnown) -> int:
    if kind is EntryKind.MONTHLY:
        return COVERS_MIN
    return LONGEST_WINDOW_MIN if time_known is TimeKnown.DAY else window_min(journal, at_ms)


def window_min(journal: Journal, at_ms: int, but: str = "") -> int:
    """Minutes since the check-in before (not the one of the id `but`), at most 24 hours."""
    last_ms = journal.store.entries.latest_ms(at_ms, OWN_KINDS, but)
    if last_ms is None:
        return LONGEST_WINDOW_MIN
    return max(0, min(LONGEST_WINDOW_MIN, (at_ms - last_ms) // MINUTE_MS))


def current(journal: Journal, kinds: Sequence[EntryKind] = (EntryKind.CHECK_IN,)) -> Entry | None:
    """The check-in of today that is still going on, if the last one of these kinds began within three hours."""
    last = journal.store.entries.latest(kinds=kinds, recall=Recall.SINCE)
    if last is None or last.day != journal.today() or last.time_known is not TimeKnown.MINUTE:
        return None
    age_ms = journal.clock.now_ms() - last.at_ms
    return last if 0 <= age_ms <= CONTINUED_FOR_MS else None


def touched(journal: Journal, entry: Entry) -> Entry:
    """The entry marked as changed now, unless its own check-in is still going on."""
    now_ms = journal.clock.now_ms()
    if entry.made_ms is not None and 0 <= now_ms - entry.made_ms <= CONTINUED_FOR_MS:
        return entry
    return replace(entry, changed_ms=now_ms)


def _rating(item: Item, value: float | None, state: State | None) -> Rating | None:
    if value is not None:
        check_value(item, value)
        return Rating(item.id, item.version.id, State.RATED, float(value))
    return Rating(item.id, item.version.id, state) if state is not None else None


def _moment(journal: Journal, key: CheckInKey, at: datetime | None, now_ms: int) -> tuple[int, int, TimeKnown]:
    if at is not None:
        return *instant_of(journal, at), TimeKnown.MINUTE
    if key.day is None or key.day == journal.today():
        return now_ms, journal.clock.offset_min(now_ms), TimeKnown.MINUTE
    start = timedelta(minutes=journal.day_start_min)
    wall = datetime.combine(key.day, time.min) + max(timedelta(hours=BACKDATED_HOUR), start)
    return *instant_of(journal, wall), TimeKnown.DAY


def instant_of(journal: Journal, at: datetime) -> tuple[int, int]:
    """UTC milliseconds and offset of a time; a local one is read on the computer's own clock."""
    if at.tzinfo is not None:
        offset = at.utcoffset() or timedelta()
        return round(at.timestamp() * 1000), round(offset.total_seconds() / 60)
    as_utc_ms = round((at - datetime(1970, 1, 1)).total_seconds() * 1000)  # noqa: DTZ001 wall clock on purpose
    offset_min = journal.clock.offset_min(as_utc_ms - journal.clock.offset_min(as_utc_ms) * MINUTE_MS)
    return as_utc_ms - offset_min * MINUTE_MS, offset_min


def shown_items(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items that are asked: those that are not hidden."""
    return tuple(item for item in items if not item.hidden)
