from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import JournalReadOnly
from journal.store.backup_files import list_backups
from journal.store.backups import restore_backup
from journal.store.journal_store import JournalStore
from journal.store.migrations import STEPS, Step
from tests.support.stores import entry, open_store

TABLES = {"item", "item_version", "entry", "rating", "import", "setting", "change", "draft"}


def add_column(database: Any) -> None:
    database.execute("ALTER TABLE entry ADD COLUMN mood TEXT")


def fail(database: Any) -> None:
    add_column(database)
    raise ZeroDivisionError


def with_step(change: Callable[[Any], None]) -> tuple[Step, ...]:
    return (*STEPS, ("0002_test", change))


def schema(store: JournalStore) -> list[Any]:
    return store._ledger.rows("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")


def test_every_table_is_strict_and_every_merged_one_carries_stamp_and_tombstone(store: JournalStore) -> None:
    listed = {row[1]: row[5] for row in store._ledger.rows("PRAGMA table_list") if row[1] in TABLES}
    assert listed == dict.fromkeys(TABLES, 1)
    for table in TABLES - {"rating", "change", "draft"}:
        columns = {row[1] for row in store._ledger.rows(f"PRAGMA table_info({table})")}
        assert {"hlc", "deleted"} <= columns


def test_opening_changes_nothing_when_nothing_is_pending(store: JournalStore, clock: FixedClock) -> None:
    store.close()
    before = store.path.read_bytes()
    open_store(store.folder, clock).close()
    assert store.path.read_bytes() == before
    assert list_backups(store.folder) == []


def test_a_pending_step_is_applied_after_a_backup(store: JournalStore, clock: FixedClock) -> None:
    with store.tx():
        store.entries.save(entry("e1"))
    old = schema(store)
    store.close()
    again = open_store(store.folder, clock, steps=with_step(add_column))
    assert again.entries.get("e1") == entry("e1")
    assert schema(again) != old
    assert len(list_backups(store.folder)) == 1
    again.close()


def test_a_backup_by_hand_leaves_the_one_before_the_upgrade(store: JournalStore, clock: FixedClock) -> None:
    store.close()
    again = open_store(store.folder, clock, steps=with_step(add_column))
    clock.ms += 60_000
    again.back_up()
    clock.ms += 60_000
    again.back_up()
    again.close()
    first, last = list_backups(store.folder)
    assert (first.before_upgrade, last.before_upgrade) == (True, False)
    restore_backup(first.path, store.folder.with_name("as it was"))
    open_store(store.folder.with_name("as it was"), clock).close()


def test_a_step_that_fails_leaves_the_journal_as_it_was(store: JournalStore, clock: FixedClock) -> None:
    old = schema(store)
    store.close()
    with pytest.raises(ZeroDivisionError):
        open_store(store.folder, clock, steps=with_step(fail))
    again = open_store(store.folder, clock)
    assert schema(again) == old
    again.close()


def test_of_two_steps_all_or_nothing_is_applied(store: JournalStore, clock: FixedClock) -> None:
    old = schema(store)
    store.close()
    with pytest.raises(ZeroDivisionError):
        open_store(store.folder, clock, steps=(*with_step(add_column), ("0003_test", lambda _: 1 / 0)))  # type: ignore[list-item]
    again = open_store(store.folder, clock)
    assert schema(again) == old
    again.close()


def test_an_older_journal_is_not_brought_up_to_date_while_reading_only(store: JournalStore, clock: FixedClock) -> None:
    store.close()
    with pytest.raises(JournalReadOnly):
        open_store(store.folder, clock, read_only=True, steps=with_step(add_column))


def test_step_names_are_ordered_and_never_reused() -> None:
    names = [name for name, _ in STEPS]
    assert names == sorted(set(names))
