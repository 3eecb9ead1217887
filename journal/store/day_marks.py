"""A mark for each day, another one as soon as its entries or their answers are: for what is remembered about days."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

from journal.store.ledger import Ledger
from journal.store.snapshots import BLANK_DAY

MARK_BYTES = 16

_ENTRIES = "SELECT day, id, hlc FROM entry WHERE deleted = 0 AND day BETWEEN ? AND ?"
_DAYS = "SELECT DISTINCT day FROM entry WHERE deleted = 0 AND day > ? AND day < ? ORDER BY day DESC LIMIT ?"


def day_marks(ledger: Ledger, first: date, last: date) -> dict[date, bytes]:
    """A mark for each of these days that has entries, made of their ids and stamps.

    Whatever changes an entry or its answers gives it another stamp: editing, undoing, importing, merging. The one
    exception is a merge of two copies that have the same stamp with different content; every merge counts as a
    change of items, so who remembers something forgets it when `Items.changes` is another.
    """
    # In the order of the index by day and time. Another order would only have a day read once more.
    found: dict[str, list[str]] = {}
    for day, entry_id, stamp in ledger.rows(_ENTRIES, (first.isoformat(), last.isoformat())):
        found.setdefault(day, []).append(entry_id + stamp)
    return {
        date.fromisoformat(day): blake2b("".join(written).encode(), digest_size=MARK_BYTES).digest()
        for day, written in found.items()
    }


def days_before(ledger: Ledger, day: date, most: int) -> list[date]:
    """The last days before a day that have entries, newest first."""
    # Tombstones stand on the first day of the world; there may be thousands, and none of them is looked at.
    return [date.fromisoformat(each) for (each,) in ledger.rows(_DAYS, (BLANK_DAY, day.isoformat(), most))]
