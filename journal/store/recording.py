"""What one action touches: each row once as it was before it, so that the action can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from journal.store.ledger import Ledger
from journal.store.snapshots import Images, take, take_all


class Recording:
    """Collects the rows of one action. `import_id` is set while a file is imported.

    The entries that an import makes are not copied here, there may be thousands. They are undone by
    the import's id, or by their own where they came with an import's id of their own (`created`).
    """

    def __init__(self) -> None:
        self.before: Images = {}
        self.created: list[str] = []
        self.import_id: str | None = None

    def touch(self, ledger: Ledger, table: str, key: str) -> None:
        """Keep a row as it is now, unless the action touched it before."""
        rows = self.before.setdefault(table, {})
        if key not in rows:
            rows[key] = take(ledger, table, key)

    def create(self, table: str, keys: Iterable[str]) -> None:
        """Note rows that are not there in any form yet."""
        rows = self.before.setdefault(table, {})
        for key in keys:
            rows.setdefault(key, None)

    def create_entry(self, entry_id: str, import_id: str | None) -> None:
        """Note an entry that is not there in any form yet."""
        if self.import_id is None:
            self.create("entry", [entry_id])
        elif import_id != self.import_id and entry_id not in self.before.get("entry", {}):
            self.created.append(entry_id)

    def forget(self, table: str, key: str) -> None:
        """Keep nothing of a row."""
        self.before.get(table, {}).pop(key, None)

    def images(self, ledger: Ledger) -> tuple[Images, Images]:
        """Before and after, of the rows that differ."""
        before: Images = {}
        after: Images = {}
        for table, rows in self.before.items():
            now = take_all(ledger, table, list(rows))
            for key, old in rows.items():
                new = now[key]
                if new != old:
                    before.setdefault(table, {})[key] = old
                    after.setdefault(table, {})[key] = new
        return before, after
