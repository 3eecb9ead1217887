"""Many entries at once are written as each by itself would be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.store.journal_store import JournalStore
from journal.store.new_entries import ANSWERS_A_STATEMENT, ENTRIES_A_STATEMENT
from tests.support.stores import DAY, EVENING_MS, NIGHT, TENSE, entry

FULL = Entry(
    id="full",
    kind=EntryKind.IMPORTED,
    at_ms=EVENING_MS - 1,
    offset_min=-210,
    day=DAY,
    day_start_min=300,
    zone="America/St_Johns",
    time_known=TimeKnown.PART,
    part="evening",
    recall=Recall.NOW,
    covers_min=90,
    made_ms=EVENING_MS + 1,
    made_offset_min=60,
    changed_ms=EVENING_MS + 2,
    note="مرحبا, שלום, 今日は 🌧️\x00 …",
    note_shared=True,
    import_id="i1",
    source_key="line 1",
    ratings=(
        Rating(NIGHT.item_id, NIGHT.id, State.NOT_APPLICABLE),
        Rating(TENSE.item_id, TENSE.id, State.RATED, 2.5, raw=61.0),
    ),
)


def add(store: JournalStore, *entries: Entry, many: bool = True) -> None:
    with store.action("log", many=many):
        store.entries.add_new(entries)


def pragma(store: JournalStore, name: str) -> object:
    return store._ledger.rows(f"PRAGMA {name}")[0][0]


@pytest.mark.parametrize("many", [True, False])
def test_entries_are_read_back_as_they_were_added(store: JournalStore, many: bool) -> None:
    others = [entry("bare", ratings=()), entry("left", None)]
    add(store, FULL, *others, many=many)
    assert store.entries.among(["full", "bare", "left", "none"]) == {each.id: each for each in (FULL, *others)}
    assert store.entries.get("full") == FULL


@pytest.mark.parametrize("count", [0, 1, ENTRIES_A_STATEMENT, ANSWERS_A_STATEMENT + 1])
def test_as_many_as_there_are(store: JournalStore, count: int) -> None:
    made = [entry(f"e{number:04}", number % 5, at_ms=number) for number in range(count)]
    add(store, *made)
    assert store.entries.between(DAY, DAY) == made


def test_what_is_there_already_is_replaced(store: JournalStore) -> None:
    add(store, entry("e1", 1), entry("e2", 2))
    add(store, entry("e0", 0), entry("e1", 4))
    assert [each.ratings[0].value for each in store.entries.between(DAY, DAY)] == [0, 4, 2]


def test_the_last_of_two_with_one_id_counts(store: JournalStore) -> None:
    add(store, entry("e1", 1), entry("e1", 3))
    assert store.entries.get("e1") == entry("e1", 3)


def test_what_was_deleted_comes_back(store: JournalStore) -> None:
    add(store, entry("e1", 1, note="old"))
    with store.action("delete"):
        store.entries.delete("e1")
    add(store, entry("e1", 3))
    assert store.entries.between(DAY, DAY) == [entry("e1", 3)]


def test_adding_is_undone_and_done_again_in_one_step(store: JournalStore) -> None:
    add(store, entry("e1"), FULL)
    store.changes.undo()
    assert store.entries.count() == 0
    store.changes.redo()
    assert store.entries.among(["e1", "full"]) == {"e1": entry("e1"), "full": FULL}


@pytest.mark.parametrize("many", [True, False])
def test_an_answer_without_its_item_is_refused(store: JournalStore, many: bool) -> None:
    stray = replace(entry("stray"), ratings=(Rating("item-none", "version-none", State.RATED, 1.0),))
    with pytest.raises(Exception, match=r"refers to one that is not there|FOREIGN KEY"):
        add(store, entry("e1"), stray, many=many)
    assert store.entries.count() == 0


@pytest.mark.parametrize("name", ["foreign_keys", "cache_size"])
def test_the_settings_are_as_before_whether_it_ended_well_or_not(store: JournalStore, name: str) -> None:
    before = pragma(store, name)
    add(store, entry("e1"))
    with pytest.raises(ZeroDivisionError), store.tx(many=True):
        raise ZeroDivisionError
    assert pragma(store, name) == before


def test_it_does_not_nest(store: JournalStore) -> None:
    with store.tx(), pytest.raises(RuntimeError), store.tx(many=True):
        pass
    assert pragma(store, "foreign_keys") == 1
