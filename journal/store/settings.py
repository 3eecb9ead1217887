"""The journal's own settings, encrypted with it. Values are anything JSON can hold."""

from __future__ import annotations

import json
from typing import Any

from journal.store.ledger import Ledger


class Settings:
    """Settings by key. Writes belong inside `action()` or `tx()`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, key: str) -> Any | None:
        """The value, or None if it was never set."""
        row = self._ledger.one("SELECT value FROM setting WHERE deleted = 0 AND key = ?", (key,))
        return None if row is None else json.loads(row[0])

    def put(self, key: str, value: Any) -> None:
        """Set a value."""
        self._ledger.touch("setting", key)
        row = {"key": key, "value": json.dumps(value, ensure_ascii=False), "hlc": self._ledger.stamp(), "deleted": 0}
        self._ledger.put("setting", row, "key")

    def all(self) -> dict[str, Any]:
        """Every setting."""
        rows = self._ledger.rows("SELECT key, value FROM setting WHERE deleted = 0 ORDER BY key")
        return {key: json.loads(value) for key, value in rows}
