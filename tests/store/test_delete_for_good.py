from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from journal.model.errors import NothingToUndo
from journal.model.questionnaires import GivenAnswer
from journal.model.sessions import Vital
from journal.store.journal_store import JournalStore
from tests.support.plain_pages import plain_pages
from tests.support.stores import entry, evening_clock, make_store
from tests.support.treatments import COURSE, FORM, MEDICINE, QUESTIONNAIRE, SESSION, save_all

MARKER = "unsaid"


def log(store: JournalStore, entry_id: str, note: str, merge_key: str | None = None) -> None:
    with store.action("log", merge_key):
        store.entries.save(entry(entry_id, note=note))


def delete_for_good(store: JournalStore, entry_id: str) -> None:
    with store.action("delete_for_good"):
        store.entries.delete_for_good(entry_id)


def test_nothing_of_it_can_come_back(store: JournalStore) -> None:
    log(store, "e1", MARKER)
    log(store, "e1", f"{MARKER} more")
    delete_for_good(store, "e1")
    assert store.entries.get("e1") is None
    with pytest.raises(NothingToUndo):
        store.changes.undo()


def test_the_steps_of_other_entries_stay(store: JournalStore) -> None:
    with store.action("both"):
        store.entries.save(entry("e1", note=MARKER))
        store.entries.save(entry("e2"))
    delete_for_good(store, "e1")
    assert store.changes.undo().entry_ids == ("e2",)
    store.changes.redo()
    assert store.entries.find("") == ["e2"]


def test_an_entry_that_was_deleted_before_can_be_deleted_for_good(store: JournalStore) -> None:
    log(store, "e1", MARKER)
    with store.action("delete"):
        store.entries.delete("e1")
    delete_for_good(store, "e1")
    assert not store.changes.can_undo()


def test_what_was_undone_goes_too(store: JournalStore) -> None:
    log(store, "e1", "")
    log(store, "e1", MARKER)
    store.changes.undo()
    delete_for_good(store, "e1")
    assert not store.changes.can_redo()


def test_drafts_that_name_it_go_and_others_stay(store: JournalStore) -> None:
    log(store, "e1", MARKER)
    with store.tx():
        store.drafts.put("today", {"entry": "e1", "note": MARKER})
        store.drafts.put("item", {"label": "kept"})
        store.entries.delete_for_good("e1")
    assert store.drafts.get("today") is None
    assert store.drafts.get("item") == {"label": "kept"}


def test_an_imported_entry_does_not_come_back_with_its_import(store: JournalStore) -> None:
    with store.action("import"):
        store.imports.add("i1", "table")
        store.entries.save(entry("e1", note=MARKER, import_id="i1"))
    delete_for_good(store, "e1")
    store.changes.undo()
    store.changes.redo()
    assert store.entries.count() == 0


@pytest.mark.parametrize("seed", range(8))
def test_no_page_of_the_database_holds_a_word_of_it(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store, vault = make_store(tmp_path / "journal", evening_clock())
    key = bytes(vault.key.raw)
    for number in range(8):
        log(store, f"other {chance.randrange(20)}", "o" * chance.randrange(3000))
        log(store, "target", f"{MARKER} " * chance.randrange(1, 200), "note" if number % 2 else None)
        if chance.random() < 0.3:
            store.changes.undo()
    with store.tx():
        store.drafts.put("today", {"entry": "target", "note": f"{MARKER} {MARKER}"})
    assert MARKER.encode() in plain_pages(store.path, key)
    delete_for_good(store, "target")
    assert MARKER.encode() not in plain_pages(store.path, key)
    assert store.full_check() == []
    store.close()


def treat(store: JournalStore) -> None:
    with store.action("treatment"):
        save_all(store)
    with store.action("words"):
        store.sessions.save(replace(SESSION, note=MARKER, effects=(), vitals=(Vital(40, 222),)))
    with store.action("words"):
        store.sessions.save(replace(SESSION, intention=MARKER))


def test_nothing_of_a_session_or_its_parts_can_come_back(store: JournalStore) -> None:
    treat(store)
    with store.tx():
        store.drafts.put(f"session:{SESSION.id}", {"note": MARKER})
        store.sessions.delete_for_good(SESSION.id)
    assert store.drafts.get(f"session:{SESSION.id}") is None
    while store.changes.can_undo():
        store.changes.undo()
    while store.changes.can_redo():
        store.changes.redo()
    assert store.sessions.all() == []
    assert store.courses.all() == [COURSE]
    for part in ("vital", "effect", "effect_point"):
        assert store._ledger.rows(f"SELECT 1 FROM {part}") == []  # noqa: S608


def test_a_medicine_takes_its_doses_along(store: JournalStore) -> None:
    treat(store)
    with store.tx():
        store.medicines.delete_for_good(MEDICINE.id)
    assert (store.medicines.all(), store.intakes.all()) == ([], [])
    while store.changes.can_undo():
        store.changes.undo()
    while store.changes.can_redo():
        store.changes.redo()
    assert (store.medicines.all(), store.intakes.all()) == ([], [])
    assert store._ledger.rows("SELECT amount, note FROM intake") == [(None, "")]


def test_a_form_takes_its_source_and_what_was_filled_in_of_it_along(tmp_path: Path) -> None:
    store, vault = make_store(tmp_path / "journal", evening_clock())
    key = bytes(vault.key.raw)
    for source in ("{}", f'{{"title": "{MARKER}"}}'):
        with store.action("form"):
            store.forms.save(replace(FORM, source=source))
    with store.action("questionnaire"):
        store.questionnaires.save(replace(QUESTIONNAIRE, answers=(GivenAnswer("/1", f"{MARKER} answer"),)))
    assert MARKER.encode() in plain_pages(store.path, key)
    with store.tx():
        store.forms.delete_for_good(FORM.id)
    assert (store.forms.all(), store.questionnaires.all(), store.changes.can_undo()) == ([], [], False)
    assert MARKER.encode() not in plain_pages(store.path, key)
    store.close()


def test_the_sessions_of_a_course_that_is_deleted_for_good_can_still_be_undone(store: JournalStore) -> None:
    treat(store)
    with store.tx():
        store.courses.delete_for_good(COURSE.id)
    store.changes.undo()
    (found,) = store.sessions.all()
    assert (found.note, found.effects) == (MARKER, ())


def test_no_page_of_the_database_holds_a_word_of_a_session(tmp_path: Path) -> None:
    store, vault = make_store(tmp_path / "journal", evening_clock())
    key = bytes(vault.key.raw)
    treat(store)
    assert MARKER.encode() in plain_pages(store.path, key)
    with store.tx():
        store.sessions.delete_for_good(SESSION.id)
    assert MARKER.encode() not in plain_pages(store.path, key)
    assert store.full_check() == []
    store.close()
