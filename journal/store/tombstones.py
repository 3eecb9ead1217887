"""Entries that were deleted: what is left of them are their ids, so that they don't come back unasked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from journal.model.entries import EntryKind, Recall, TimeKnown
from journal.store.ledger import Ledger
from journal.store.snapshots import BLANK_DAY

_BLANK: dict[str, Any] = {
    "kind": str(EntryKind.CHECK_IN),
    "at_ms": 0,
    "offset_min": 0,
    "time_known": str(TimeKnown.DAY),
    "day": BLANK_DAY,
    "day_start_min": 0,
    "recall": str(Recall.SINCE),
    "deleted": 1,
}


class Tombstones:
    """The deleted entries of a journal. Writes belong inside `action()` or `tx()`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[str]:
        """The ids of all deleted entries, in order."""
        return [row[0] for row in self._ledger.rows("SELECT id FROM entry WHERE deleted = 1 ORDER BY id")]

    def among(self, entry_ids: Iterable[str]) -> set[str]:
        """Those of the ids whose entry was deleted."""
        sql = "SELECT id FROM entry WHERE deleted = 1 AND id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._ledger.rows(sql, (json.dumps(list(entry_ids)),))}

    def left_by_hand(self, entry_ids: Iterable[str]) -> set[str]:
        """Those of the ids whose entry a person deleted; not what only went with an import that was undone.

        That has its content still, or the id of the import that took it along.
        """
        by_hand = "deleted = 1 AND import_id IS NULL AND day = ?"
        sql = f"SELECT id FROM entry WHERE {by_hand} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608 fixed
        return {row[0] for row in self._ledger.rows(sql, (BLANK_DAY, json.dumps(list(entry_ids))))}

    def bury(self, entry_ids: Iterable[str]) -> int:
        """Leave tombstones for entries that were deleted elsewhere and never were here; returns how many."""
        count = 0
        for entry_id in entry_ids:
            if self._ledger.one("SELECT 1 FROM entry WHERE id = ?", (entry_id,)) is None:
                self._ledger.put("entry", {**_BLANK, "id": entry_id, "hlc": self._ledger.stamp()})
                count += 1
        return count
