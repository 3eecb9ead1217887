"""Copies of one journal, as two computers have them, opened without deriving a key each time."""

from __future__ import annotations

import contextlib
import itertools
import shutil
from collections.abc import Callable, Iterator
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
class Laptop:
    """One copy that is opened for each use, so that any other can join it."""

    folder: Path
    key: DataKey
    journal_id: str
    clock: FixedClock

    @contextlib.contextmanager
    def used(self) -> Iterator[Copy]:
        vault = OpenedVault(self.key.copy(), self.journal_id, self.folder / "journal-1.db", 1, used_copy=False)
        copy = Copy(JournalStore.open(self.folder, vault, self.clock), self.clock, self.key)
        try:
            yield copy
        finally:
            copy.store.close()

    def merge(self, *others: Laptop) -> list[int]:
        """Join others one after the other; how many rows changed each time."""
        with self.used() as copy:
            return [copy.store.merge_from(other.folder / "journal-1.db", self.key).rows for other in others]

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that is merged, stamps included."""
        with self.used() as copy:
            return copy.content()

    def again(self, folder: Path) -> Laptop:
        """The same once more, in a folder of its own."""
        shutil.copytree(self.folder, folder)
        return Laptop(folder, self.key, self.journal_id, FixedClock(self.clock.ms, 60))


@dataclass
class Computers:
    """A journal, closed, and copies of it in folders of their own."""

    folder: Path
    key: DataKey
    journal_id: str
    made: list[Copy] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def copy(self, ahead_ms: int = 0) -> Copy:
        """One more copy, on a computer whose clock is wrong by so much."""
        target = self.folder / f"copy-{len(self.made)}"
        shutil.copytree(self.folder / "first", target)
        clock = FixedClock(EVENING_MS + ahead_ms, 60)
        vault = OpenedVault(self.key.copy(), self.journal_id, target / "journal-1.db", 1, used_copy=False)
        made = Copy(JournalStore.open(target, vault, clock), clock, self.key)
        self.made.append(made)
        return made

    def laptop(self, ahead_ms: int = 0) -> Laptop:
        """One more copy, closed until it is used, on a computer whose clock is wrong by so much."""
        copy = self.copy(ahead_ms)
        copy.store.close()
        self.made.remove(copy)
        folder = copy.store.folder.with_name(f"laptop-{next(self._numbers)}")
        copy.store.folder.rename(folder)
        return Laptop(folder, copy.key, self.journal_id, copy.clock)

    def close(self) -> None:
        for copy in self.made:
            copy.store.close()


def computers(folder: Path, fill: Callable[[JournalStore], None] = lambda _store: None) -> Computers:
    """A new journal with two items and what `fill` writes, from which copies are made."""
    store, vault = make_store(folder / "first", FixedClock(EVENING_MS - 1000, 60))
    fill(store)
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
