"""Many entries at once are written as each by itself would be."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from journal.model.entries import Entry, Rating, State
from journal.store.journal_store import JournalStore
from journal.store.new_entries import ANSWERS_A_STATEMENT, ENTRIES_A_STATEMENT, FEW_ANSWERS
from tests.support.stores import DAY, EVENING_MS, FULL, NIGHT, TENSE, entry


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


def test_references_are_looked_after_again_whether_it_ended_well_or_not(store: JournalStore) -> None:
    add(store, entry("e1"))
    assert pragma(store, "foreign_keys") == 1
    with pytest.raises(ZeroDivisionError), store.tx(many=True):
        raise ZeroDivisionError
    assert pragma(store, "foreign_keys") == 1


def test_it_does_not_nest(store: JournalStore) -> None:
    with store.tx(), pytest.raises(RuntimeError), store.tx(many=True):
        pass
    assert pragma(store, "foreign_keys") == 1


def test_many_at_once_are_kept_as_one_after_another_would_be(store: JournalStore) -> None:
    rng = random.Random(7)
    entries = [random_entry(rng, number) for number in range(3 * ENTRIES_A_STATEMENT + 7)]
    add(store, *entries)
    many = kept(store)
    with store.tx():
        for each in entries:
            store.entries.delete_for_good(each.id)
    with store.tx():
        for each in entries:
            store.entries.save(each)
    assert kept(store) == many
    assert store.entries.among([each.id for each in entries]) == {each.id: each for each in entries}


@pytest.mark.parametrize("size", [1, FEW_ANSWERS, ANSWERS_A_STATEMENT // 4 + 1, ANSWERS_A_STATEMENT + 1])
@pytest.mark.parametrize("raw", [None, 61.0])
def test_what_fills_a_statement_up_leaves_nothing(store: JournalStore, size: int, raw: float | None) -> None:
    answer = (Rating(TENSE.item_id, TENSE.id, State.RATED, 2.0, raw=raw),)
    add(store, *(entry(f"e{number}", ratings=answer) for number in range(size)))
    assert store._ledger.rows("SELECT count(*), sum(raw IS ?) FROM rating", (raw,)) == [(size, size)]


def test_ids_that_the_caller_looked_up_are_not_looked_up_again(store: JournalStore) -> None:
    add(store, entry("e1", 1))
    with store.action("log", many=True):
        store.entries.add_new([entry("e1", 3), entry("e2", 2)], store.entries.in_any_form(["e1", "e2"]))
    assert store.entries.among(["e1", "e2"]) == {"e1": entry("e1", 3), "e2": entry("e2", 2)}


def test_a_fault_in_one_statement_takes_the_whole_transaction_back(store: JournalStore) -> None:
    add(store, entry("e1", 1))
    with pytest.raises(Exception, match="UNIQUE"):
        add_unseen(store, entry("e2", 2), entry("e1", 3))
    assert store.entries.among(["e1", "e2"]) == {"e1": entry("e1", 1)}
    add(store, entry("e3", 3))
    assert store.entries.count() == 2


def test_whether_there_is_an_entry_from_a_program(store: JournalStore) -> None:
    add(store, entry("e1", source_key="daylio:2026-03-01#0"))
    assert [store.entries.any_from(name) for name in ("daylio", "day", "bearable")] == [True, False, False]
    with store.action("delete"):
        store.entries.delete("e1")
    assert not store.entries.any_from("daylio")


def add_unseen(store: JournalStore, *entries: Entry) -> None:
    """Add them one by one, as though someone had looked and found none of them here."""
    with store.action("log", many=True):
        for each in entries:
            store.entries.add_new([each], set())


def random_entry(rng: random.Random, number: int) -> Entry:
    answers = [
        Rating(NIGHT.item_id, NIGHT.id, State.RATED, rng.randrange(5) / 2, rng.choice([None, 7.5])),
        Rating(TENSE.item_id, TENSE.id, rng.choice([State.UNANSWERED, State.NOT_APPLICABLE])),
    ]
    return replace(
        FULL,
        id=f"{rng.random()} {number}",
        at_ms=EVENING_MS - rng.randrange(10**9),
        offset_min=rng.choice([0, 60]),
        zone=rng.choice([None, "Europe/London"]),
        covers_min=rng.choice([None, 90]),
        note=rng.choice(["", FULL.note, "a note"]),
        note_shared=rng.random() < 0.5,
        source_key=f"table::{number}#0",
        ratings=tuple(answers[rng.randrange(2) : rng.randrange(1, 3)]),
    )


def kept(store: JournalStore) -> list[list[tuple[object, ...]]]:
    """Every column of the two tables, but for the stamps."""
    columns = ", ".join(name for name, _, _ in store._ledger.columns("entry") if name != "hlc")
    rows = store._ledger.rows
    return [rows(f"SELECT {columns} FROM entry ORDER BY id"), rows("SELECT * FROM rating ORDER BY entry_id, item_id")]  # noqa: S608
