from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.host.clock import FixedClock
from journal.model.entries import Entry, EntryKind, Rating, State
from journal.model.errors import UnknownEntry
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, EVENING_MS, FULL, TENSE, entry


def save(store: JournalStore, *entries: Entry) -> None:
    with store.action("log"):
        for each in entries:
            store.entries.save(each)


def test_an_entry_is_read_back_as_it_was_saved(store: JournalStore) -> None:
    save(store, FULL)
    assert store.entries.get("full") == FULL
    assert store.entries.between(DAY, DAY) == [FULL]


def test_answers_taken_out_of_an_entry_are_gone(store: JournalStore) -> None:
    save(store, entry("e1"))
    save(store, replace(entry("e1"), ratings=()))
    assert store.entries.get("e1") == entry("e1", ratings=())


def test_saving_the_same_again_is_no_change(store: JournalStore) -> None:
    save(store, entry("e1"))
    steps = store.changes.history()
    save(store, entry("e1"))
    assert store.changes.history() == steps


def test_entries_come_by_day_and_time(store: JournalStore) -> None:
    late, early, before = entry("a"), entry("b", at_ms=EVENING_MS - 1), entry("c", days_ago=1)
    save(store, late, early, before)
    assert store.entries.between(DAY - timedelta(days=1), DAY) == [before, early, late]
    assert store.entries.between(DAY, DAY) == [early, late]


def test_the_latest_entry_can_be_asked_for_before_a_time_and_of_a_kind(store: JournalStore) -> None:
    save(store, entry("a", days_ago=2), entry("b", days_ago=1, kind=EntryKind.SHORT), entry("c"))
    assert [found and found.id for found in (store.entries.latest(), store.entries.latest(EVENING_MS))] == ["c", "b"]
    found = store.entries.latest(EVENING_MS, kinds=[EntryKind.CHECK_IN])
    assert found is not None
    assert found.id == "a"


def test_an_empty_journal_has_no_first_day(store: JournalStore) -> None:
    assert (store.entries.first_day(), store.entries.last_day(), store.entries.latest()) == (None, None, None)
    assert (store.entries.count(), store.entries.find("")) == (0, [])


def test_deleted_entries_are_in_no_answer(store: JournalStore) -> None:
    save(store, entry("a", source_key="k"), entry("b", days_ago=3))
    with store.action("delete"):
        store.entries.delete("a")
    assert store.entries.get("a") is None
    assert (store.entries.count(), store.entries.find("a"), store.entries.by_source(["k"])) == (1, [], {})
    assert store.entries.between(DAY, DAY) == store.entries.readings(DAY, DAY) == store.entries.stamps(DAY, DAY) == []
    assert store.entries.first_day() == store.entries.last_day() == DAY - timedelta(days=3)


def test_an_entry_that_is_not_there_cannot_be_deleted(store: JournalStore) -> None:
    for delete in (store.entries.delete, store.entries.delete_for_good):
        with pytest.raises(UnknownEntry), store.action("delete"):
            delete("nobody")


def test_ids_are_found_by_how_they_begin(store: JournalStore) -> None:
    save(store, entry("abc1"), entry("abc2"), entry("ab%_"))
    assert store.entries.find("abc") == ["abc1", "abc2"]
    assert store.entries.find("AB%") == ["ab%_"]
    assert store.entries.find("%") == []


def test_entries_are_found_by_their_key_in_the_file(store: JournalStore) -> None:
    save(store, *(entry(f"e{n}", source_key=f"line {n}") for n in range(5)))
    assert store.entries.by_source(["line 1", "line 4", "line 9"]) == {"line 1": "e1", "line 4": "e4"}
    assert store.entries.by_source([f"line {n}" for n in range(40_000)]).keys() == {f"line {n}" for n in range(5)}


def test_a_write_outside_an_action_is_a_bug_and_told(store: JournalStore) -> None:
    with pytest.raises(RuntimeError):
        store.entries.save(entry("e1"))


def test_an_action_that_fails_changes_nothing(store: JournalStore) -> None:
    def fail() -> None:
        with store.action("log"):
            store.entries.save(entry("e1"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.entries.count() == 0
    assert not store.changes.can_undo()
    save(store, entry("e2"))


def test_an_answer_for_an_item_that_is_not_kept_is_refused_whole(store: JournalStore) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        save(store, entry("e1", ratings=(Rating("no-item", "no-version", State.RATED, 1.0),)))
    assert store.entries.count() == 0


def test_missing_is_never_kept_as_a_number(store: JournalStore) -> None:
    with pytest.raises(Exception, match="CHECK"):
        save(store, entry("e1", ratings=(Rating(TENSE.item_id, TENSE.id, State.UNANSWERED, 0.0),)))


def test_every_stamp_is_later_than_the_one_before(store: JournalStore, clock: FixedClock) -> None:
    stamps = []
    for number in range(6):
        clock.ms -= 1000 * number  # the clock goes back
        save(store, entry("e1", number / 2))
        stamps += [row[0] for row in store._ledger.rows("SELECT hlc FROM entry")]
    assert stamps == sorted(set(stamps))


def test_a_day_before_the_first_of_all_is_no_trouble(store: JournalStore) -> None:
    assert store.entries.readings(date.min, date.max) == []


def test_an_entry_that_went_with_an_import_is_replaced_whole(store: JournalStore) -> None:
    with store.action("import"):
        store.imports.add("i1", "table")
        store.entries.save(entry("e1", 1, import_id="i1", note="old"))
    store.changes.undo()
    save(store, entry("e1", None))
    assert store.entries.get("e1") == entry("e1", None)


def test_the_newest_moment_before_another_is_found_by_kind(store: JournalStore) -> None:
    save(store, entry("a", days_ago=2), entry("b", days_ago=1, kind=EntryKind.IMPORTED), entry("c"))
    found = [store.entries.latest_ms(EVENING_MS, kinds) for kinds in ((EntryKind.CHECK_IN,), tuple(EntryKind))]
    assert found == [EVENING_MS - 2 * 86_400_000, EVENING_MS - 86_400_000]
    assert store.entries.latest_ms(EVENING_MS, (EntryKind.SHORT,)) is None
