"""Answers and entries as flat rows, for statistics and charts, read by the ten thousands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from journal.model.entries import EntryStamp, Reading, day_at
from journal.store.ledger import Ledger, Row

# Entries and their ratings are read apart and joined here: in one statement each rating would carry its
# entry's columns and reckon its day anew, which takes the database four times as long.
_ENTRIES = """
SELECT id, day, at_ms, offset_min, time_known, covers_min, recall, kind FROM entry
WHERE deleted = 0 AND day BETWEEN ? AND ?
"""

_RATINGS = """
SELECT r.entry_id, r.item_id, r.version_id, r.state, r.value
FROM entry e CROSS JOIN rating r ON r.entry_id = e.id
WHERE e.deleted = 0 AND e.day BETWEEN ? AND ? {wanted}
ORDER BY e.day, e.at_ms
"""

_NIGHT = "SELECT id FROM item_version WHERE asked = 'night'"

FEW = 8
"""So many items are looked up one by one; of more, all ratings are read in one go and the others passed over."""

_STAMPS = """
SELECT day, at_ms, id, kind, made_ms, coalesce(made_offset_min, offset_min), changed_ms, day_start_min
FROM entry WHERE deleted = 0 AND day BETWEEN ? AND ?
"""

_AT = attrgetter("at_ms", "entry_id")
_SHORT = frozenset({"short", "after_session", "monthly"})
_DAY_MS = 24 * 60 * 60 * 1000
_MINUTE_MS = 60 * 1000
_EPOCH = date(1970, 1, 1).toordinal()


class _Of(NamedTuple):
    """What a reading has from its entry. `night` is the day that an answer about the night counts for."""

    day: date
    night: date
    at_ms: int
    local_min: int | None
    covers_min: int | None
    now: bool
    short: bool


class _Days(dict[str, date]):
    """Dates by their text; a journal has far fewer days than answers."""

    def __missing__(self, text: str) -> date:
        day = self[text] = date.fromisoformat(text)
        return day


def readings(ledger: Ledger, first: date, last: date, item_ids: Sequence[str] | None = None) -> list[Reading]:
    """All answers that count for these days, of all items or of some, by time."""
    # A night counts for the calendar date of the check-in's local time, anything else for the entry's
    # day. The calendar date is the day itself or the one after, hence the entries of the day before.
    before = first - timedelta(days=1) if first > date.min else first
    between = (before.isoformat(), last.isoformat())
    entries, night = _entries(ledger, between), {version for (version,) in ledger.rows(_NIGHT)}
    make, found, known = tuple.__new__, [], ""  # as Reading._make does, without its call for each of thousands
    earlier, in_order = (-sys.maxsize, ""), True
    for entry, item, version, state, value in _ratings(ledger, between, item_ids):
        if entry != known:  # an entry's ratings come together
            known, (day, night_day, at_ms, minute, covers_min, now, short) = entry, entries[entry]
            by_day, by_night = first <= day <= last, first <= night_day <= last
            in_order = in_order and earlier <= (at_ms, entry)
            earlier = at_ms, entry
        if version in night:
            if by_night:
                row = (item, version, entry, night_day, at_ms, minute, covers_min, now, state, value, short)
                found.append(make(Reading, row))
        elif by_day:
            found.append(
                make(Reading, (item, version, entry, day, at_ms, minute, covers_min, now, state, value, short))
            )
    # The index gives days in order, which is this but for days that were filled in later or elsewhere.
    if not in_order:
        found.sort(key=_AT)
    return found


def _entries(ledger: Ledger, between: tuple[str, str]) -> dict[str, _Of]:
    days, found = _Days(), {}
    for entry, text, at_ms, offset_min, time_known, covers_min, recall, kind in ledger.rows(_ENTRIES, between):
        day, night, minute = days[text], days[text], None
        if time_known != "day":
            local_day, local_ms = divmod(at_ms + offset_min * _MINUTE_MS, _DAY_MS)
            night, minute = date.fromordinal(_EPOCH + local_day), local_ms // _MINUTE_MS
        found[entry] = _Of(day, night, at_ms, minute, covers_min, recall == "now", kind in _SHORT)
    return found


def _ratings(ledger: Ledger, between: tuple[str, str], item_ids: Sequence[str] | None) -> list[Row]:
    if item_ids is None:
        return ledger.rows(_RATINGS.format(wanted=""), between)
    if len(item_ids) <= FEW:
        wanted = f"AND r.item_id IN ({', '.join('?' * len(item_ids))})"
        return ledger.rows(_RATINGS.format(wanted=wanted), (*between, *item_ids))
    among = frozenset(item_ids)
    return [row for row in ledger.rows(_RATINGS.format(wanted=""), between) if row[1] in among]


def stamps(ledger: Ledger, first: date, last: date) -> list[EntryStamp]:
    """When the entries of these days were made, for counting."""
    # Sorted here: to sort by more than its index has, SQLite takes memory for each row, which is locked and wiped.
    rows = sorted(ledger.rows(_STAMPS, (first.isoformat(), last.isoformat())))
    days = _Days()
    return [
        EntryStamp(
            entry_id,
            days[day],
            kind,
            made_ms is not None and day_at(made_ms, offset, start_min) > days[day],
            changed_ms is not None and day_at(changed_ms, offset, start_min) > days[day],
        )
        for day, _at_ms, entry_id, kind, made_ms, offset, changed_ms, start_min in rows
    ]
