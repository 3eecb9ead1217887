"""Random runs of actions: all of them undone gives the first state, all done again the last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.model.items import Origin
from journal.store.journal_store import JournalStore
from tests.support.stores import TENSE, entry, evening_clock, make_store
from tests.support.treatments import COURSE, FORM, INTAKE, MEDICINE, QUESTIONNAIRE, SESSION, record_id, session

IDS = st.sampled_from(["a", "b", "c"])
ACTIONS = st.one_of(
    st.tuples(st.just("save"), IDS, st.sampled_from([None, 0, 1, 2.5]), st.sampled_from(["", "n", "ñ\x00🌊"])),
    st.tuples(st.just("note"), IDS, st.just(1), st.sampled_from(["one", "one two"])),
    st.tuples(st.just("delete"), IDS),
    st.tuples(st.just("hide"), st.booleans()),
    st.tuples(st.just("setting"), st.integers(0, 2)),
    st.tuples(st.just("import"), st.integers(0, 3)),
    st.tuples(st.just("session"), IDS, st.integers(0, 3), st.sampled_from(["", "n", "ñ\x00🌊"])),
    st.tuples(st.just("course"), IDS, st.integers(0, 2)),
    st.tuples(st.just("medicine"), IDS, st.integers(0, 2)),
    st.tuples(st.just("dose"), IDS, st.sampled_from([0.0, 1.5])),
    st.tuples(
        st.just("forget"),
        st.sampled_from(["sessions", "courses", "medicines", "intakes", "questionnaires", "forms"]),
        IDS,
    ),
    st.tuples(st.just("questionnaire"), IDS, st.integers(0, 8)),
    st.tuples(st.just("form"), IDS, st.integers(0, 2)),
)
TREATMENT = (
    "effect_point",
    "effect",
    "vital",
    "session",
    "course_plan",
    "course",
    "medicine_dose",
    "medicine",
    "intake",
    "questionnaire",
    "form",
)
NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalStore]:
    folder: Path = tmp_path_factory.mktemp("undo") / "journal"
    store, _ = make_store(folder, evening_clock())
    yield store
    store.close()


def state(store: JournalStore) -> object:
    day = entry("x").day
    return (
        store.entries.between(day, day),
        store.items.all(),
        store.settings.all(),
        [(made.id, made.format) for made in store.imports.list()],
        store.courses.all(),
        store.sessions.all(),
        store.medicines.all(),
        store.intakes.all(),
        store.questionnaires.all(),
        store.forms.all(),
    )


def do(store: JournalStore, action: tuple) -> None:
    kind, *rest = action
    match kind:
        case "save" | "note":
            with store.action(kind, f"note {rest[0]}" if kind == "note" else None):
                store.entries.save(entry(rest[0], rest[1], note=rest[2]))
        case "delete" if store.entries.get(rest[0]) is not None:
            with store.action(kind):
                store.entries.delete(rest[0])
        case "hide":
            with store.action(kind):
                store.items.save(TENSE.item_id, "tense", Origin.OWN, hidden=rest[0], position=1)
        case "setting":
            with store.action(kind):
                store.settings.put("key", rest[0])
        case "import":
            import_into(store, rest[0], f"import {next(NUMBERS)}")
        case "forget" if getattr(store, rest[0]).get(record_id(rest[1])) is not None:
            with store.action(kind):
                getattr(store, rest[0]).delete(record_id(rest[1]))
        case "session" | "course" | "medicine" | "dose" | "questionnaire" | "form":
            with store.action(kind, f"text {rest[0]}" if kind == "session" and rest[2] else None):
                treat(store, kind, *rest)


def treat(store: JournalStore, kind: str, name: str, size: float, note: str = "") -> None:
    """Write a record with so many parts."""
    count = int(size)
    match kind:
        case "session":
            effects = tuple(replace(effect, points=effect.points[:count]) for effect in SESSION.effects if count)
            store.sessions.save(session(name, note=note, vitals=SESSION.vitals[:count], effects=effects))
        case "course":
            plans = tuple(replace(plan, id=record_id(name + plan.id)) for plan in COURSE.plans[:count])
            store.courses.save(replace(COURSE, id=record_id(name), plans=plans))
        case "medicine":
            levels = tuple(replace(level, id=record_id(name + level.id)) for level in MEDICINE.levels[:count])
            store.medicines.save(replace(MEDICINE, id=record_id(name), levels=levels))
        case "dose":
            store.intakes.save(replace(INTAKE, id=record_id(name), amount=size))
        case "questionnaire":
            answers = QUESTIONNAIRE.answers[:count]
            store.questionnaires.save(replace(QUESTIONNAIRE, id=record_id(name), answers=answers))
        case "form":
            store.forms.save(replace(FORM, id=record_id(name), source="{}" * count))


def import_into(store: JournalStore, count: int, import_id: str) -> None:
    with store.action("import"):
        store.imports.add(import_id, "table", "text")
        for number in range(count):
            store.entries.save(entry(f"imported {number}", number, import_id=import_id))
        store.entries.save(entry("a", 4, note="from the file"))
        store.entries.save(entry("of another import", 1, import_id="elsewhere"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=st.lists(ACTIONS, max_size=14))
def test_undoing_all_and_redoing_all_gives_the_first_and_the_last_state(
    journal: JournalStore, actions: list[tuple]
) -> None:
    journal.changes.end_visit()
    with journal.tx():
        for table in ("rating", "entry", "setting", "import", "change", *TREATMENT):
            journal._ledger.write(f"DELETE FROM {table}")  # noqa: S608
    states = [state(journal)]
    for action in actions:
        do(journal, action)
        # A note that is typed back to what it was leaves no step, so the history can grow shorter too.
        del states[len(journal.changes.history()) :]
        states.append(state(journal))
    for before in reversed(states[:-1]):
        journal.changes.undo()
        assert state(journal) == before
    assert not journal.changes.can_undo()
    for after in states[1:]:
        journal.changes.redo()
        assert state(journal) == after
    assert not journal.changes.can_redo()
    assert journal.full_check() == []
