from __future__ import annotations

from dataclasses import replace

import pytest

from journal.model.items import Better, Combine, ItemVersion, Kind, Origin
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, TENSE, entry


def test_an_item_keeps_all_its_versions_oldest_first(store: JournalStore) -> None:
    second = replace(
        TENSE,
        id="second",
        since_day=DAY,
        kind=Kind.COUNT,
        label="Wie oft? 🌊",
        words=("nie", "oft"),
        minimum=-1.5,
        maximum=None,
        step=0.5,
        unit="×",
        better=Better.NONE,
        combine=Combine.MAX,
    )
    with store.action("item"):
        store.items.save_version(second)
    assert store.items.versions(TENSE.item_id) == [TENSE, second]
    assert [item.versions for item in store.items.all() if item.id == TENSE.item_id] == [(TENSE, second)]


def test_hiding_an_item_is_undone_as_one_step(store: JournalStore) -> None:
    with store.action("hide"):
        store.items.save(TENSE.item_id, "tense", Origin.OWN, hidden=True, position=1)
    assert [item.key for item in store.items.all() if item.hidden] == ["tense"]
    store.changes.undo()
    assert not any(item.hidden for item in store.items.all())


def test_items_come_by_position_then_key(store: JournalStore) -> None:
    with store.tx():
        for key, position in (("z", -1), ("a", 9), ("b", 9)):
            store.items.save(f"id-{key}", key, Origin.OWN, hidden=False, position=position)
    assert [item.key for item in store.items.all()] == ["z", "night", "tense", "a", "b"]


def test_an_item_without_versions_is_listed(store: JournalStore) -> None:
    with store.tx():
        store.items.save("bare", "bare", Origin.OWN, hidden=False, position=5)
    versions: list[ItemVersion] = store.items.versions("bare")
    assert versions == []


def test_items_are_read_anew_after_an_undo_and_after_a_fault(store: JournalStore) -> None:
    before = store.items.all()
    with store.action("hide"):
        store.items.save(TENSE.item_id, "tense", Origin.OWN, hidden=True, position=1)
    hidden = store.items.all()
    assert hidden != before
    store.changes.undo()
    assert store.items.all() == before
    store.changes.redo()
    assert store.items.all() == hidden
    with pytest.raises(ZeroDivisionError):
        break_off_a_new_item(store)
    assert store.items.all() == hidden


def break_off_a_new_item(store: JournalStore) -> None:
    with store.tx():
        store.items.save("other", "other", Origin.OWN, hidden=False, position=2)
        assert len(store.items.all()) == 3
        raise ZeroDivisionError


def test_answers_do_not_make_items_be_read_anew(store: JournalStore) -> None:
    before = store.items.changes
    with store.action("log"):
        store.entries.save(entry("e1"))
    assert store.items.changes == before
