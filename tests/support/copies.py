"""Copies of one journal, as two computers have them, opened without deriving a key each time."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.host.clock import FixedClock
from journal.store.data_key import DataKey
from journal.store.journal_store import JournalStore
from journal.store.ledger import STAMPED_TABLES, Ledger
from journal.store.merge_units import LOCAL_SETTINGS
from journal.store.vault import OpenedVault
from tests.support.stores import EVENING_MS, make_store

YEAR_MS = 365 * 86_400_000


@dataclass
class Copy:
    """One copy: its store, the clock of its computer, and the key that all of them share."""

    store: JournalStore
    clock: FixedClock
    key: DataKey

    @property
    def database(self) -> Path:
        return self.store.path

    def merge(self, other: Copy) -> int:
        """Join another copy, which is closed for it; how many rows changed."""
        with other.closed():
            return self.store.merge_from(other.database, self.key).rows

    def closed(self) -> Any:
        """The copy closed within a block, as a program that was left."""
        return _Closed(self)

    def reopen(self) -> None:
        vault = OpenedVault(self.key.copy(), self.store.journal_id, self.database, 1, used_copy=False)
        self.store = JournalStore.open(self.store.folder, vault, self.clock)

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that is merged, stamps included."""
        return content(self.store)


@dataclass
class _Closed:
    copy: Copy

    def __enter__(self) -> None:
        self.copy.store.close()

    def __exit__(self, *_: object) -> None:
        self.copy.reopen()


@dataclass
class Computers:
    """A journal, closed, and copies of it in folders of their own."""

    folder: Path
    key: DataKey
    journal_id: str
    made: list[Copy] = field(default_factory=list)

    def copy(self, ahead_ms: int = 0, *, of: Copy | None = None) -> Copy:
        """One more copy, on a computer whose clock is wrong by so much."""
        target = self.folder / f"copy-{len(self.made)}"
        source = self.folder / "first" if of is None else of.store.folder
        shutil.copytree(source, target)
        clock = FixedClock(EVENING_MS + ahead_ms, 60)
        vault = OpenedVault(self.key.copy(), self.journal_id, target / "journal-1.db", 1, used_copy=False)
        made = Copy(JournalStore.open(target, vault, clock), clock, self.key)
        self.made.append(made)
        return made

    def close(self) -> None:
        for copy in self.made:
            copy.store.close()


def computers(folder: Path) -> Computers:
    """A new journal with two items, from which copies are made."""
    store, vault = make_store(folder / "first", FixedClock(EVENING_MS - 1000, 60))
    key = vault.key.copy()
    store.close()
    return Computers(folder, key, vault.journal_id)


def content(store: JournalStore) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that is merged, stamps included, without the settings of one copy."""
    ledger: Ledger = store._ledger
    found = {}
    for table in (*STAMPED_TABLES, "rating"):
        columns = ", ".join(sorted(name for name, *_ in ledger.columns(table)))
        found[table] = sorted(ledger.rows(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608 fixed names
    keys = sorted(name for name, *_ in ledger.columns("setting")).index("key")
    found["setting"] = [row for row in found["setting"] if row[keys] not in LOCAL_SETTINGS]
    return found
