"""Answers and entries as flat rows, for statistics and charts, read by the ten thousands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from journal.model.entries import EntryStamp, Reading, day_at
from journal.store.ledger import Ledger

# A night item counts for the calendar date of the check-in's local time, any other for the entry's
# day. The calendar date is the day itself or the one after, hence the entries of the day before.
_READINGS = """
SELECT r.item_id, r.version_id, r.entry_id,
       CASE WHEN e.time_known <> 'day' AND r.version_id IN (SELECT id FROM item_version WHERE asked = 'night')
            THEN date((e.at_ms + e.offset_min * 60000) / 1000.0, 'unixepoch') ELSE e.day END AS counts_for,
       e.at_ms,
       CASE WHEN e.time_known <> 'day'
            THEN ((e.at_ms + e.offset_min * 60000) % 86400000 + 86400000) % 86400000 / 60000 END,
       e.covers_min, e.recall = 'now', r.state, r.value,
       e.kind IN ('short', 'after_session', 'monthly')
FROM entry e CROSS JOIN rating r ON r.entry_id = e.id
WHERE e.deleted = 0 AND e.day BETWEEN ? AND ? {wanted}
ORDER BY e.day, e.at_ms
"""

_STAMPS = """
SELECT id, day, kind, made_ms, coalesce(made_offset_min, offset_min), changed_ms, day_start_min
FROM entry WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, at_ms, id
"""

_AT = attrgetter("at_ms", "entry_id")


class _Days(dict[str, date]):
    """Dates by their text; a journal has far fewer days than answers."""

    def __missing__(self, text: str) -> date:
        day = self[text] = date.fromisoformat(text)
        return day


def readings(ledger: Ledger, first: date, last: date, item_ids: Sequence[str] | None = None) -> list[Reading]:
    """All answers that count for these days, of all items or of some, by time."""
    wanted = "" if item_ids is None else f"AND r.item_id IN ({', '.join('?' * len(item_ids))})"
    before = (first - timedelta(days=1)).isoformat() if first > date.min else first.isoformat()
    rows = ledger.rows(_READINGS.format(wanted=wanted), (before, last.isoformat(), *(item_ids or ())))
    days, low, high, make = _Days(), first.isoformat(), last.isoformat(), Reading._make
    found = [
        make((item, version, entry, days[day], at_ms, minute, covers_min, now == 1, state, value, short == 1))
        for item, version, entry, day, at_ms, minute, covers_min, now, state, value, short in rows
        if low <= day <= high
    ]
    # The index gives days in order, which is nearly this; sorting all in SQL takes twice as long.
    found.sort(key=_AT)
    return found


def stamps(ledger: Ledger, first: date, last: date) -> list[EntryStamp]:
    """When the entries of these days were made, for counting."""
    rows = ledger.rows(_STAMPS, (first.isoformat(), last.isoformat()))
    days = _Days()
    return [
        EntryStamp(
            entry_id,
            days[day],
            kind,
            made_ms is not None and day_at(made_ms, offset, start_min) > days[day],
            changed_ms is not None and day_at(changed_ms, offset, start_min) > days[day],
        )
        for entry_id, day, kind, made_ms, offset, changed_ms, start_min in rows
    ]
