from __future__ import annotations

from dataclasses import replace

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import NothingToRedo, NothingToUndo
from journal.store.journal_store import JournalStore
from tests.support.stores import TENSE, entry, open_store

DAY_MS = 86_400_000


def log(store: JournalStore, entry_id: str, value: float = 2, note: str = "", merge_key: str | None = None) -> None:
    with store.action("log", merge_key):
        store.entries.save(entry(entry_id, value, note=note))


def notes(store: JournalStore) -> list[str]:
    return [each.note for each in store.entries.between(entry("x").day, entry("x").day)]


def test_what_was_made_is_taken_back_and_made_again(store: JournalStore) -> None:
    log(store, "e1")
    step = store.changes.undo()
    assert (step.what, step.entry_ids) == ("log", ("e1",))
    assert store.entries.get("e1") is None
    assert store.changes.redo() == step
    assert store.entries.get("e1") == entry("e1")


def test_what_was_deleted_comes_back_exactly(store: JournalStore) -> None:
    log(store, "e1", note="word for word")
    with store.action("delete"):
        store.entries.delete("e1")
    store.changes.undo()
    assert store.entries.get("e1") == entry("e1", note="word for word")


def test_steps_go_last_in_first_out(store: JournalStore) -> None:
    log(store, "e1", 1)
    log(store, "e1", 2)
    log(store, "e2", 3)
    assert [store.changes.undo().entry_ids for _ in range(2)] == [("e2",), ("e1",)]
    assert store.entries.get("e1") == entry("e1", 1)


def test_one_action_is_one_step_however_many_rows_it_touches(store: JournalStore) -> None:
    with store.action("several"):
        store.entries.save(entry("e1"))
        store.entries.save(entry("e1", 3))
        store.entries.save(entry("e2"))
        store.settings.put("key", 1)
    assert len(store.changes.history()) == 1
    store.changes.undo()
    assert (store.entries.count(), store.settings.all()) == (0, {})


def test_an_empty_history_is_told(store: JournalStore) -> None:
    with pytest.raises(NothingToUndo):
        store.changes.undo()
    with pytest.raises(NothingToRedo):
        store.changes.redo()
    assert (store.changes.can_undo(), store.changes.can_redo()) == (False, False)


def test_after_a_new_change_nothing_can_be_done_again(store: JournalStore) -> None:
    log(store, "e1")
    store.changes.undo()
    log(store, "e2")
    assert not store.changes.can_redo()


def test_a_note_is_one_step_a_visit(store: JournalStore) -> None:
    for note in ("It", "It rai", "It rained."):
        log(store, "e1", note=note, merge_key="note e1")
    assert notes(store) == ["It rained."]
    assert len(store.changes.history()) == 1
    store.changes.undo()
    assert notes(store) == []
    store.changes.redo()
    assert notes(store) == ["It rained."]


def test_another_action_between_ends_the_visit(store: JournalStore) -> None:
    log(store, "e1", note="one", merge_key="note")
    log(store, "e2")
    log(store, "e1", note="two", merge_key="note")
    store.changes.undo()
    assert notes(store) == ["one", ""]


def test_a_new_visit_begins_when_told_after_undo_and_after_opening(store: JournalStore, clock: FixedClock) -> None:
    log(store, "e1", note="one", merge_key="note")
    store.changes.end_visit()
    log(store, "e1", note="two", merge_key="note")
    store.changes.undo()
    store.changes.redo()
    log(store, "e1", note="three", merge_key="note")
    store.close()
    again = open_store(store.folder, clock)
    log(again, "e1", note="four", merge_key="note")
    assert len(again.changes.history()) == 4
    again.close()


def test_a_visit_that_ends_where_it_began_leaves_no_step(store: JournalStore) -> None:
    log(store, "e1", note="as it was")
    log(store, "e1", note="changed", merge_key="note")
    log(store, "e1", note="as it was", merge_key="note")
    assert [step.what for step in store.changes.history()] == ["log"]
    store.changes.undo()
    assert notes(store) == []


def test_an_undone_change_carries_a_new_stamp(store: JournalStore) -> None:
    log(store, "e1", 1)
    log(store, "e1", 2)
    before = store._ledger.rows("SELECT hlc FROM entry")
    store.changes.undo()
    assert store._ledger.rows("SELECT hlc FROM entry") > before


def test_the_history_is_there_after_closing(store: JournalStore, clock: FixedClock) -> None:
    log(store, "e1")
    store.close()
    again = open_store(store.folder, clock)
    again.changes.undo()
    assert again.entries.count() == 0
    again.close()


def test_steps_are_kept_for_thirty_days(store: JournalStore, clock: FixedClock) -> None:
    log(store, "old")
    clock.ms += 30 * DAY_MS
    log(store, "kept")
    assert len(store.changes.history()) == 2
    clock.ms += 1
    log(store, "new")
    assert [step.entry_ids for step in store.changes.history()] == [("new",), ("kept",)]


def test_a_thousand_steps_are_kept(store: JournalStore) -> None:
    fill = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
    INSERT INTO change (at_ms, what, before, after) SELECT at_ms, what, before, after FROM change, n
    """
    log(store, "first")
    with store.tx():
        store._ledger.write(fill)
    log(store, "last")
    assert len(store.changes.history()) == 1000


def test_a_deleted_entry_keeps_no_content_once_its_step_is_forgotten(store: JournalStore, clock: FixedClock) -> None:
    log(store, "e1", note="only in the history")
    with store.action("delete"):
        store.entries.delete("e1")
    assert store._ledger.rows("SELECT note, day, deleted FROM entry") == [("", "0001-01-01", 1)]
    clock.ms += 31 * DAY_MS
    log(store, "e2")
    assert store._ledger.rows("SELECT count(*) FROM change WHERE instr(before || after, 'only in')") == [(0,)]


def test_a_rating_taken_back_is_gone_and_not_zero(store: JournalStore) -> None:
    log(store, "e1")
    with store.action("answer"):
        store.entries.save(replace(entry("e1"), ratings=()))
    store.changes.undo()
    found = store.entries.get("e1")
    assert found is not None
    assert [rating.item_id for rating in found.ratings] == [TENSE.item_id]
