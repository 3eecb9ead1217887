"""Two copies of a journal brought together, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.model.entries import Rating, State
from journal.model.errors import OtherInUse
from journal.model.items import FIRST_DAY, Asked, ItemVersion, Kind, Origin
from journal.model.sessions import Vital
from tests.support.copies import YEAR_MS, Computers, Copy, computers
from tests.support.stores import NIGHT, TENSE, entry
from tests.support.treatments import COURSE, MEDICINE, SESSION, save_all


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Copy, Copy]]:
    made = computers(tmp_path)
    yield made.copy(), made.copy(60_000)
    made.close()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Computers]:
    made = computers(tmp_path)
    yield made
    made.close()


def log(copy: Copy, name: str, value: float | None = 2, note: str = "") -> None:
    copy.clock.ms += 1000
    with copy.store.action("log"):
        copy.store.entries.save(entry(name, value, note=note))


def test_what_is_only_there_comes_here(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(there, "one", 3, "from there")
    assert here.merge(there) == 1
    assert here.store.entries.get("one") == there.store.entries.get("one")


def test_merging_both_ways_makes_both_the_same_byte_for_byte(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one")
    log(there, "two")
    save_all_in(here)
    here.merge(there)
    there.merge(here)
    assert here.content() == there.content()


def test_merging_again_changes_nothing(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(there, "one")
    save_all_in(there)
    assert here.merge(there) > 0
    before = here.content()
    assert here.merge(there) == 0
    assert here.content() == before


def test_the_entry_written_last_wins_with_all_its_answers(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one", 1)
    there.merge(here)
    both = entry("one", 1)
    tired = Rating(NIGHT.item_id, NIGHT.id, State.RATED, 4)
    there.clock.ms += 1000
    with there.store.action("edit"):
        there.store.entries.save(replace(both, ratings=(tired,)))
    here.merge(there)
    kept = here.store.entries.get("one")
    assert kept is not None
    assert kept.ratings == (tired,)


def test_a_deletion_wins_over_what_was_written_before_it(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one")
    there.merge(here)
    there.clock.ms = here.clock.ms + 5000
    with there.store.action("delete"):
        there.store.entries.delete("one")
    here.merge(there)
    assert here.store.entries.get("one") is None


def test_what_was_written_after_a_deletion_comes_back(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one", 1)
    there.merge(here)
    with there.store.action("delete"):
        there.store.entries.delete("one")
    here.clock.ms = there.clock.ms + 5000
    log(here, "one", 4)
    here.merge(there)
    there.merge(here)
    assert here.store.entries.get("one") == there.store.entries.get("one")
    assert here.store.entries.get("one") is not None


def test_what_was_deleted_for_good_does_not_come_back(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one", 1, "a word")
    save_all_in(here)
    there.merge(here)
    here.clock.ms = there.clock.ms + 5000
    with here.store.action("delete_for_good"):
        here.store.entries.delete_for_good("one")
        here.store.sessions.delete_for_good(SESSION.id)
    assert here.merge(there) == 0
    there.merge(here)
    assert here.content() == there.content()
    assert SESSION.id not in {row[0] for row in there.store._ledger.rows("SELECT session_id FROM vital")}
    assert "a word" not in str(there.store._ledger.rows("SELECT before, after FROM change"))


def test_a_clock_that_is_a_year_back_does_not_lose_what_is_written_after_a_merge(three: Computers) -> None:
    right, slow = three.copy(), three.copy(-YEAR_MS)
    log(right, "one", 1)
    slow.merge(right)
    log(slow, "one", 4)
    right.merge(slow)
    kept = right.store.entries.get("one")
    assert kept is not None
    assert kept.ratings[0].value == 4


def test_an_item_that_is_only_there_comes_along_with_its_answers(two: tuple[Copy, Copy]) -> None:
    here, there = two
    own = ItemVersion("version-own", "item-own", FIRST_DAY, Kind.SCALE, Asked.EVERY, label="Static")
    with there.store.action("log"):
        there.store.items.save(own.item_id, "static", Origin.OWN, False, 3)
        there.store.items.save_version(own)
        there.store.entries.save(replace(entry("one"), ratings=(Rating(own.item_id, own.id, State.RATED, 1),)))
    here.merge(there)
    assert here.store.items.versions("item-own") == [own]
    assert here.store.full_check() == []


def test_an_item_that_an_answer_needs_outlives_the_undoing_of_its_import(two: tuple[Copy, Copy]) -> None:
    here, there = two
    own = ItemVersion("version-own", "item-own", FIRST_DAY, Kind.SCALE, Asked.EVERY, label="Static")
    with here.store.action("import"):
        here.store.imports.add("import", "table")
        here.store.items.save(own.item_id, "static", Origin.OWN, False, 3)
        here.store.items.save_version(own)
    there.merge(here)
    there.clock.ms = here.clock.ms + 1000
    with there.store.action("log"):
        there.store.entries.save(replace(entry("one"), ratings=(Rating(own.item_id, own.id, State.RATED, 1),)))
    here.clock.ms = there.clock.ms + 1000
    here.store.changes.undo_import("import")
    here.merge(there)
    there.merge(here)
    assert here.store.items.versions("item-own") == there.store.items.versions("item-own") == [own]
    assert here.content() == there.content()


def test_sessions_and_medicines_come_whole(two: tuple[Copy, Copy]) -> None:
    here, there = two
    save_all_in(there)
    here.merge(there)
    assert here.store.sessions.get(SESSION.id) == there.store.sessions.get(SESSION.id)
    assert here.store.medicines.get(MEDICINE.id) == there.store.medicines.get(MEDICINE.id)
    assert here.store.courses.get(COURSE.id) == there.store.courses.get(COURSE.id)


def test_a_session_deleted_here_and_written_later_there_stands_with_all_its_parts(two: tuple[Copy, Copy]) -> None:
    here, there = two
    save_all_in(here)
    there.merge(here)
    with here.store.action("delete"):
        here.store.sessions.delete(SESSION.id)
    there.clock.ms = here.clock.ms + 1000
    written = replace(SESSION, vitals=(*SESSION.vitals, Vital(90, 118, 76)))
    with there.store.action("set_vital"):
        there.store.sessions.save(written)
    here.merge(there)
    there.merge(here)
    assert here.store.sessions.get(SESSION.id) == there.store.sessions.get(SESSION.id) == written


def test_undo_does_not_put_old_content_over_what_a_merge_brought(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(here, "one", 1)
    log(here, "two", 1)
    there.merge(here)
    there.clock.ms = here.clock.ms + 5000
    log(there, "one", 4)
    here.merge(there)
    while here.store.changes.can_undo():
        here.store.changes.undo()
    kept = here.store.entries.get("one")
    assert kept is not None
    assert kept.ratings[0].value == 4
    assert here.store.entries.get("two") is None


def test_settings_are_joined_key_by_key_but_not_those_of_one_copy(two: tuple[Copy, Copy]) -> None:
    here, there = two
    with here.store.tx():
        here.store.settings.put("just_three", ["night"])
        here.store.settings.put("checked_ms", 1)
    there.clock.ms += 1000
    with there.store.tx():
        there.store.settings.put("day_start_min", 300)
        there.store.settings.put("checked_ms", 2)
    here.merge(there)
    assert here.store.settings.all() == {"just_three": ["night"], "day_start_min": 300, "checked_ms": 1}


def test_drafts_and_the_undo_history_stay_where_they_are(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(there, "one")
    with there.store.tx():
        there.store.drafts.put("today", {"note": "half a sen"})
    here.merge(there)
    assert here.store.drafts.get("today") is None
    assert not here.store.changes.can_undo()


@pytest.mark.parametrize("table", ["entry", "rating"])
def test_equal_stamps_with_different_content_end_the_same_on_both(two: tuple[Copy, Copy], table: str) -> None:
    here, there = two
    log(here, "one", 1, "first")
    there.merge(here)
    changed = "UPDATE entry SET note = 'other'" if table == "entry" else "UPDATE rating SET value = 3"
    with there.store.tx():
        there.store._ledger.write(changed)
    before = (here.content(), there.content())
    here.merge(there)
    there.merge(here)
    assert here.content() == there.content()
    assert here.content() in before


def test_a_copy_that_is_open_elsewhere_is_refused_and_nothing_changes(two: tuple[Copy, Copy]) -> None:
    here, there = two
    log(there, "one")
    before = here.content()
    with pytest.raises(OtherInUse):
        here.store.merge_from(there.database, here.key)
    assert here.content() == before
    log(here, "still works")


def test_a_comparison_tells_who_wins_and_changes_nothing(two: tuple[Copy, Copy]) -> None:
    here, there = two
    for name in ("both", "changed", "gone"):
        log(here, name)
    there.merge(here)
    log(here, "mine")
    there.clock.ms = here.clock.ms + 5000
    log(there, "changed", 4)
    log(there, "theirs")
    with there.store.action("delete"):
        there.store.entries.delete("gone")
    before = here.content()
    with there.closed():
        found = here.store.compare_with(there.database, here.key)
    different = found.differences["entry"]
    assert (different.only_here, different.only_there) == (("mine",), ("theirs",))
    assert (different.newer_there, different.deleted_there) == (("changed",), ("gone",))
    assert (found.here.entries, found.there.entries) == (4, 3)
    assert found.here.first_day == entry("x").day
    assert here.content() == before


def test_the_days_of_a_side_reach_from_its_first_record_to_its_last(two: tuple[Copy, Copy]) -> None:
    here, there = two
    with there.store.action("log"):
        there.store.entries.save(entry("old", days_ago=400))
    with there.closed():
        found = here.store.compare_with(there.database, here.key)
    assert found.there.first_day == found.there.last_day == entry("x").day - timedelta(days=400)
    assert found.here.first_day is None


def save_all_in(copy: Copy) -> None:
    copy.clock.ms += 1000
    with copy.store.action("log"):
        copy.store.entries.save(entry("rated", 3))
        save_all(copy.store)
    assert TENSE.item_id
