"""Files that were read into the journal. Each import can be undone by its id."""

from __future__ import annotations

from dataclasses import dataclass

from journal.store.ledger import Ledger, Row

_COLUMNS = "id, at_ms, format, mapping"


@dataclass(frozen=True, slots=True)
class StoredImport:
    """One import: when (UTC milliseconds), of which format, with which mapping (its text)."""

    id: str
    at_ms: int
    format: str
    mapping: str


class Imports:
    """The imports of a journal. Writes belong inside `action()` or `tx()`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, import_id: str, format: str, mapping: str = "") -> None:  # noqa: A002 the format's own name
        """Begin an import: the running action is undone by this id, with every entry that carries it."""
        self._ledger.touch("import", import_id)
        if self._ledger.recording is not None:
            self._ledger.recording.import_id = import_id
        at_ms, stamp = self._ledger.clock.now_ms(), self._ledger.stamp()
        row = {"id": import_id, "at_ms": at_ms, "format": format, "mapping": mapping, "hlc": stamp, "deleted": 0}
        self._ledger.put("import", row)

    def keep(self, kept: StoredImport) -> None:
        """Write down an import that was made elsewhere; its entries come on their own."""
        self._ledger.touch("import", kept.id)
        row = {"id": kept.id, "at_ms": kept.at_ms, "format": kept.format, "mapping": kept.mapping}
        self._ledger.put("import", {**row, "hlc": self._ledger.stamp(), "deleted": 0})

    def get(self, import_id: str) -> StoredImport | None:
        """One import, or None if there is none or it was undone."""
        row = self._ledger.one(f"SELECT {_COLUMNS} FROM import WHERE deleted = 0 AND id = ?", (import_id,))  # noqa: S608
        return None if row is None else _stored(row)

    def list(self) -> list[StoredImport]:
        """All imports that stand, oldest first."""
        sql = f"SELECT {_COLUMNS} FROM import WHERE deleted = 0 ORDER BY at_ms, id"  # noqa: S608 fixed names
        return [_stored(row) for row in self._ledger.rows(sql)]


def _stored(row: Row) -> StoredImport:
    return StoredImport(*row)
