"""Half-typed input, kept over a lock. Local to this copy, outside undo, never merged."""

from __future__ import annotations

import json
from typing import Any

from journal.store.ledger import Ledger


class Drafts:
    """Drafts by form. A draft about an entry carries its id, so that it goes with the entry."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, form: str) -> dict[str, Any] | None:
        """What was typed in a form, or None."""
        row = self._ledger.one("SELECT payload FROM draft WHERE form = ?", (form,))
        return None if row is None else json.loads(row[0])

    def put(self, form: str, payload: dict[str, Any]) -> None:
        """Keep what was typed."""
        row = {"form": form, "payload": json.dumps(payload, ensure_ascii=False), "at_ms": self._ledger.clock.now_ms()}
        self._ledger.put("draft", row, "form")

    def clear(self, form: str) -> None:
        """Forget what was typed."""
        self._ledger.write("DELETE FROM draft WHERE form = ?", (form,))

    def clear_about(self, entry_id: str) -> None:
        """Forget every draft that names an entry."""
        self._ledger.write("DELETE FROM draft WHERE instr(payload, ?) OR instr(form, ?)", (entry_id, entry_id))
