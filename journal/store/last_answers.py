"""When items were last answered, for what is told about an item."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from journal.store.faults import sqlite_faults

if TYPE_CHECKING:
    from journal.store.ledger import Ledger

_NEWEST_FIRST = """
SELECT r.item_id, e.id, e.day, e.at_ms FROM entry e CROSS JOIN rating r ON r.entry_id = e.id
WHERE e.deleted = 0 AND r.state = 'rated' ORDER BY e.day DESC, e.at_ms DESC
"""


class LastAnswer(NamedTuple):
    """The newest entry with an answer: its id, its day as ISO text, its time in UTC milliseconds."""

    entry_id: str
    day: str
    at_ms: int


def last_answers(ledger: Ledger, item_ids: Collection[str]) -> dict[str, LastAnswer]:
    """The last answer of each of these items that has one: goes back in time until all are found."""
    stored = {row[0] for row in ledger.rows("SELECT id FROM item WHERE deleted = 0")}
    wanted = stored & set(item_ids)
    found: dict[str, LastAnswer] = {}
    if not wanted:
        return found
    with sqlite_faults(ledger.path):
        for item_id, *answer in ledger.database.conn.execute(_NEWEST_FIRST):
            if item_id in wanted:
                wanted.remove(item_id)
                found[item_id] = LastAnswer(*answer)
                if not wanted:
                    break
    return found
