"""Random histories on copies of one journal, with clocks that are wrong, joined in any order.

What must stand is worked out here on its own: of each whole the rows of the copy that wrote it last.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.entries import Rating, State
from journal.model.errors import NothingToUndo, UnknownEntry, UnknownRecord
from journal.model.items import Origin
from journal.model.sessions import Vital
from journal.store.journal_store import JournalStore
from tests.support.copies import YEAR_MS, Computers, Copy, Laptop, computers
from tests.support.stores import NIGHT, TENSE, entry
from tests.support.treatments import FORM, MEDICINE, QUESTIONNAIRE, SESSION, record_id

IDS = st.sampled_from(["a", "b"])
VALUES = st.sampled_from([None, 0, 1, 4])
LOG = st.tuples(st.just("log"), IDS, VALUES, VALUES, st.sampled_from(["", "n", "ñ🌊"]))
SESSION_OF = st.tuples(st.just("session"), IDS, st.integers(0, 2), st.sampled_from([SESSION.note, "n"]))
QUESTIONNAIRES = ("questionnaire", "form", "delete_questionnaire", "forget_questionnaire", "forget_form")
ACTIONS = st.one_of(
    LOG,
    LOG,
    SESSION_OF,
    SESSION_OF,
    st.tuples(st.sampled_from(["delete", "forget", "delete_session", "forget_session"]), IDS),
    st.tuples(st.just("questionnaire"), IDS, st.integers(0, 8)),
    st.tuples(st.sampled_from(QUESTIONNAIRES[1:]), IDS),
    st.tuples(st.just("medicine"), IDS, st.integers(0, 2)),
    st.tuples(st.just("item"), st.booleans(), st.sampled_from(["", "Static"])),
    st.tuples(st.just("setting"), st.integers(0, 2)),
    st.tuples(st.just("undo")),
)
HISTORY = st.lists(st.tuples(st.sampled_from([0, 0, 1, 1000, 86_400_000]), ACTIONS), min_size=1, max_size=6)
WRONG_BY = st.sampled_from([0, 0, -YEAR_MS, 5 * 86_400_000, -1])
PARTS = {"entry": ("rating", "entry_id"), "session": ("vital", "session_id"), "questionnaire": None, "form": None}
NUMBERS = itertools.count()
QUICK = settings(max_examples=20, deadline=None)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Computers:
    """A journal that both computers have something of already."""

    def fill(store: JournalStore) -> None:
        with store.action("log"):
            for name in "ab":
                store.entries.save(entry(name, 2))
                store.sessions.save(replace(SESSION, id=record_id(name), effects=()))
            store.medicines.save(replace(MEDICINE, id=record_id("a")))
            store.forms.save(replace(FORM, id=record_id("a")))
            store.questionnaires.save(replace(QUESTIONNAIRE, id=record_id("a"), form_id=record_id("a")))

    return computers(tmp_path_factory.mktemp("merges"), fill)


def do(copy: Copy, action: tuple[Any, ...]) -> None:
    store, (what, *given_) = copy.store, action
    try:
        if what == "undo":
            store.changes.undo()
            return
        with store.action(what):
            _act(copy, what, given_)
    except (NothingToUndo, UnknownEntry, UnknownRecord):
        pass


def _act(copy: Copy, what: str, given_: list[Any]) -> None:
    store = copy.store
    if what == "log":
        name, tense, night, note = given_
        answers = [(TENSE, tense), (NIGHT, night)]
        ratings = tuple(
            Rating(version.item_id, version.id, State.UNANSWERED if value is None else State.RATED, value)
            for version, value in answers
        )
        store.entries.save(replace(entry(name, note=note), ratings=ratings))
    elif what == "delete":
        store.entries.delete(given_[0])
    elif what == "forget":
        store.entries.delete_for_good(given_[0])
    elif what == "session":
        vitals = tuple(Vital(minute, 110 + minute, 70) for minute in range(given_[1]))
        store.sessions.save(replace(SESSION, id=record_id(given_[0]), vitals=vitals, effects=(), note=given_[2]))
    elif what == "delete_session":
        store.sessions.delete(record_id(given_[0]))
    elif what == "forget_session":
        store.sessions.delete_for_good(record_id(given_[0]))
    elif what == "medicine":
        levels = tuple(replace(level, id=record_id(f"{given_[0]}{level.id}")) for level in MEDICINE.levels[: given_[1]])
        store.medicines.save(replace(MEDICINE, id=record_id(given_[0]), levels=levels))
    elif what in QUESTIONNAIRES:
        _act_on_questionnaires(store, what, given_)
    elif what == "item":
        store.items.save(TENSE.item_id, "tense", Origin.OWN, given_[0], 1)
        store.items.save_version(replace(TENSE, label=given_[1]))
    else:
        store.settings.put("just_three", given_[0])


def _act_on_questionnaires(store: JournalStore, what: str, given_: list[Any]) -> None:
    name = record_id(given_[0])
    if what == "form":
        store.forms.save(replace(FORM, id=name))
    elif what == "questionnaire":
        answers = QUESTIONNAIRE.answers[: given_[1]]
        store.questionnaires.save(replace(QUESTIONNAIRE, id=name, form_id=name, answers=answers))
    elif what == "delete_questionnaire":
        store.questionnaires.delete(name)
    elif what == "forget_questionnaire":
        store.questionnaires.delete_for_good(name)
    else:
        store.forms.delete_for_good(name)


def played(laptop: Laptop, history: list[tuple[int, tuple[Any, ...]]]) -> None:
    with laptop.used() as copy:
        for waited_ms, action in history:
            copy.clock.ms += waited_ms
            do(copy, action)


@QUICK
@given(st.lists(st.tuples(WRONG_BY, HISTORY, HISTORY), min_size=2, max_size=3), st.integers(0, 2), st.randoms())
def test_copies_that_were_joined_in_any_order_any_number_of_times_are_the_same(
    made: Computers, lives: list[tuple[int, Any, Any]], meetings: int, chance: Any
) -> None:
    laptops = [made.laptop(wrong_by) for wrong_by, _, _ in lives]
    for laptop, (_, first, _) in zip(laptops, lives, strict=True):
        played(laptop, first)
    for _ in range(meetings):
        one, two = chance.sample(laptops, 2)
        one.merge(two)
    for laptop, (_, _, then) in zip(laptops, lives, strict=True):
        played(laptop, then)
    newest = wholes(laptops)
    for laptop in [*laptops, *laptops]:
        laptop.merge(*chance.sample([each for each in laptops if each is not laptop], len(laptops) - 1))
    contents = [laptop.content() for laptop in laptops]
    assert all(content == contents[0] for content in contents)
    assert wholes(laptops[:1]) == newest
    assert laptops[0].merge(*laptops[1:]) == [0] * (len(laptops) - 1)
    with laptops[0].used() as copy:
        assert copy.store.full_check() == []


@QUICK
@given(st.lists(st.tuples(WRONG_BY, HISTORY), min_size=3, max_size=3))
def test_three_copies_give_the_same_in_each_order(made: Computers, lives: list[tuple[int, Any]]) -> None:
    laptops = [made.laptop(wrong_by) for wrong_by, _ in lives]
    for laptop, (_, history) in zip(laptops, lives, strict=True):
        played(laptop, history)
    ends = []
    for first, *others in itertools.permutations(laptops):
        mixed = first.again(first.folder.with_name(f"mixed-{next(NUMBERS)}"))
        mixed.merge(*others)
        ends.append(mixed.content())
        shutil.rmtree(mixed.folder)
    assert all(end == ends[0] for end in ends)


@QUICK
@given(WRONG_BY, HISTORY, HISTORY)
def test_what_is_written_after_a_merge_wins_whatever_the_clock_says(
    made: Computers, wrong_by: int, there: Any, here: Any
) -> None:
    one, two = made.laptop(wrong_by), made.laptop()
    played(two, there)
    with one.used() as copy:
        copy.store.merge_from(two.folder / "journal-1.db", one.key)
        for waited_ms, action in here:
            copy.clock.ms += waited_ms
            do(copy, action)
        mine = copy.content()
    two.merge(one)
    assert two.content() == mine


def wholes(laptops: list[Laptop]) -> dict[tuple[str, str], tuple[str, Any]]:
    """Of each entry, session, questionnaire and form: the newest stamp among these copies, and its rows there."""
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for laptop in laptops:
        with laptop.used() as copy:
            for key, whole in _wholes_of(copy):
                if key not in found or whole[0] > found[key][0]:
                    found[key] = whole
    return found


def _wholes_of(copy: Copy) -> Iterator[tuple[tuple[str, str], tuple[str, Any]]]:
    ledger = copy.store._ledger
    for table, named in PARTS.items():
        for key, stamp in ledger.rows(f"SELECT id, hlc FROM {table}"):  # noqa: S608 fixed names
            rows = ledger.rows(f"SELECT * FROM {table} WHERE id = ?", (key,))  # noqa: S608
            parts = _parts(copy, named, key)
            stamps = [stamp, *(row[-2] for row in parts if table == "session")]
            yield (table, key), (max(stamps), (rows, parts))


def _parts(copy: Copy, named: tuple[str, str] | None, key: str) -> list[Any]:
    """The rows of the parts of a whole; none where a kind has no parts."""
    if named is None:
        return []
    part, owner = named
    return sorted(copy.store._ledger.rows(f"SELECT * FROM {part} WHERE {owner} = ?", (key,)), key=repr)  # noqa: S608
