from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from journal.host.clock import FixedClock
from journal.model.entries import Entry, Rating, State
from journal.model.errors import UnknownImport
from journal.model.items import Origin
from journal.store.imports import StoredImport
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, EVENING_MS, TENSE, entry

OWN = replace(TENSE, id="version-brought", item_id="item-brought")


def brought(entry_id: str, **changes: Any) -> Entry:
    """An entry with an answer for the item that comes with the file."""
    answer = Rating(OWN.item_id, OWN.id, State.RATED, 2.0)
    return entry(entry_id, ratings=(answer,), **changes)


def read_file(store: JournalStore, import_id: str = "i1", count: int = 200) -> None:
    """An import that makes an item and entries, and changes entry "mine" if it is there."""
    with store.action("import"):
        store.imports.add(import_id, "table", "[date]")
        store.items.save(OWN.item_id, "brought", Origin.OWN, hidden=False, position=9)
        store.items.save_version(OWN)
        for number in range(count):
            store.entries.save(brought(f"{import_id}-{number}", import_id=import_id, note="a long note from the file"))
        if store.entries.get("mine") is not None:
            store.entries.save(entry("mine", 4))


def log(store: JournalStore, entry_id: str, value: float = 1) -> None:
    with store.action("log"):
        store.entries.save(entry(entry_id, value))


def content(store: JournalStore) -> object:
    return store.entries.between(DAY, DAY), store.items.all(), store.imports.list()


def test_an_import_is_kept_with_its_mapping(store: JournalStore) -> None:
    read_file(store)
    assert store.imports.get("i1") == StoredImport("i1", EVENING_MS, "table", "[date]")
    assert [made.id for made in store.imports.list()] == ["i1"]


def test_an_import_is_one_step(store: JournalStore) -> None:
    log(store, "mine")
    before = content(store)
    read_file(store)
    after = content(store)
    assert store.changes.undo().import_id == "i1"
    assert content(store) == before
    store.changes.redo()
    assert content(store) == after


def test_the_history_does_not_hold_the_whole_import(store: JournalStore) -> None:
    read_file(store)
    assert store._ledger.rows("SELECT sum(length(before) + length(after)) < 2000 FROM change") == [(1,)]


def test_an_import_is_undone_by_its_id_after_other_changes(store: JournalStore) -> None:
    log(store, "mine")
    before = content(store)
    read_file(store)
    log(store, "later")
    step = store.changes.undo_import("i1")
    assert (step.what, step.import_id) == ("undo_import", "i1")
    assert store.entries.get("later") is not None
    store.changes.undo()
    assert store.entries.count() == 202
    store.changes.redo()
    store.changes.undo()
    store.changes.undo()  # the later entry
    store.changes.undo()  # the import itself
    assert content(store) == before


def test_what_was_changed_after_the_import_stays(store: JournalStore) -> None:
    log(store, "mine")
    read_file(store, count=1)
    log(store, "mine", 3)
    store.changes.undo_import("i1")
    assert store.entries.get("mine") == entry("mine", 3)


def test_an_item_that_is_in_use_since_stays(store: JournalStore) -> None:
    read_file(store, count=1)
    with store.action("log"):
        store.entries.save(brought("own"))
    store.changes.undo_import("i1")
    assert store.entries.get("own") == brought("own")
    assert "brought" in [item.key for item in store.items.all()]


def test_an_entry_deleted_by_the_person_stays_deleted_when_the_import_comes_back(store: JournalStore) -> None:
    read_file(store, count=2)
    with store.action("delete"):
        store.entries.delete("i1-0")
    store.changes.undo_import("i1")
    store.changes.undo()
    assert store.entries.find("i1") == ["i1-1"]


@pytest.mark.parametrize("import_id", ["nothing", "i1"])
def test_an_import_that_does_not_stand_is_unknown(store: JournalStore, import_id: str) -> None:
    read_file(store, count=1)
    store.changes.undo_import("i1")
    with pytest.raises(UnknownImport):
        store.changes.undo_import(import_id)


def test_the_same_file_can_be_read_again_after_it_was_undone(store: JournalStore) -> None:
    read_file(store, count=2)
    store.changes.undo()
    with store.action("import"):
        store.imports.add("i2", "table")
        store.entries.save(entry("i1-0", import_id="i2"))
    assert store.entries.find("") == ["i1-0"]
    store.changes.undo()
    assert store.entries.count() == 0


def test_an_import_can_be_undone_after_its_step_was_forgotten(store: JournalStore, clock: FixedClock) -> None:
    read_file(store)
    clock.ms += 31 * 86_400_000
    log(store, "later")
    store.changes.undo_import("i1")
    assert store.entries.find("") == ["later"]


def test_an_undone_import_leaves_no_content_once_it_cannot_come_back(store: JournalStore) -> None:
    read_file(store, count=3)
    store.changes.undo()
    assert store._ledger.rows("SELECT count(*) FROM entry WHERE note <> ''") == [(3,)]
    log(store, "mine")
    assert store._ledger.rows("SELECT count(*) FROM entry WHERE note <> ''") == [(0,)]
    assert store._ledger.rows("SELECT count(*) FROM rating WHERE entry_id LIKE 'i1%'") == [(0,)]


def test_entries_that_keep_their_own_import_go_and_come_with_the_one_that_brought_them(store: JournalStore) -> None:
    with store.action("import"):
        store.imports.keep(StoredImport("first", 5, "table", ""))
        store.imports.add("second", "leeward")
        for number in range(100):
            store.entries.save(entry(f"e{number}", import_id="first" if number % 2 else None, note="x" * 90))
    before = content(store)
    assert store._ledger.rows("SELECT sum(length(before) + length(after)) < 3000 FROM change") == [(1,)]
    store.changes.undo()
    assert store.entries.count() == 0
    store.changes.redo()
    assert content(store) == before
    log(store, "later")
    store.changes.undo_import("second")
    assert store.entries.find("") == ["later"]


def one_deleted_then_undone(store: JournalStore) -> None:
    """Two entries of a file, one deleted by hand; then the import undone."""
    read_file(store, count=2)
    with store.action("delete"):
        store.entries.delete("i1-0")
    store.changes.undo_import("i1")


def test_what_a_person_deleted_is_told_from_what_went_with_an_import(store: JournalStore, clock: FixedClock) -> None:
    one_deleted_then_undone(store)
    assert store.tombstones.left_by_hand(["i1-0", "i1-1", "none"]) == {"i1-0"}
    clock.ms += 31 * 86_400_000
    log(store, "later")  # by now the import can't come back, and its content is gone
    assert store._ledger.rows("SELECT count(*) FROM entry WHERE note <> ''") == [(0,)]
    assert store.tombstones.left_by_hand(["i1-0", "i1-1", "none"]) == {"i1-0"}


@pytest.mark.parametrize("own_import", ["first", None])
def test_so_are_entries_that_keep_their_own_import(store: JournalStore, clock: FixedClock, own_import: str) -> None:
    with store.action("import"):
        store.imports.add("second", "leeward")
        for name in ("kept", "deleted"):
            store.entries.save(entry(name, import_id=own_import))
    with store.action("delete"):
        store.entries.delete("deleted")
    store.changes.undo_import("second")
    assert store.tombstones.left_by_hand(["kept", "deleted"]) == {"deleted"}
    clock.ms += 31 * 86_400_000
    log(store, "later")
    assert store.tombstones.left_by_hand(["kept", "deleted"]) == {"deleted"}


def test_what_was_deleted_for_good_stays_gone_though_its_import_was_undone(store: JournalStore) -> None:
    read_file(store, count=2)
    store.changes.undo()
    with store.tx():
        store.entries.delete_for_good("i1-0")
    assert store.tombstones.left_by_hand(["i1-0", "i1-1"]) == {"i1-0"}
