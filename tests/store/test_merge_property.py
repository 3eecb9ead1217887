"""Random histories on copies of one journal, with clocks that are wrong, joined in any order.

What must stand is worked out here on its own: of each whole the rows of the copy that wrote it last.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.model.entries import Rating, State
from journal.model.errors import NothingToUndo, UnknownEntry, UnknownRecord
from journal.model.items import Origin
from journal.model.sessions import Vital
from tests.support.copies import YEAR_MS, Computers, Copy, computers
from tests.support.stores import NIGHT, TENSE, entry
from tests.support.treatments import MEDICINE, SESSION, record_id

IDS = st.sampled_from(["a", "b", "c"])
VALUES = st.sampled_from([None, 0, 1, 4])
ACTIONS = st.one_of(
    st.tuples(st.just("log"), IDS, VALUES, VALUES, st.sampled_from(["", "n", "ñ🌊"])),
    st.tuples(st.just("delete"), IDS),
    st.tuples(st.just("forget"), IDS),
    st.tuples(st.just("session"), IDS, st.integers(0, 2), st.sampled_from(["", "n"])),
    st.tuples(st.just("delete_session"), IDS),
    st.tuples(st.just("forget_session"), IDS),
    st.tuples(st.just("medicine"), IDS, st.integers(0, 2)),
    st.tuples(st.just("item"), st.booleans(), st.sampled_from(["", "Static"])),
    st.tuples(st.just("setting"), st.integers(0, 2)),
    st.tuples(
        st.just("undo"),
    ),
    st.tuples(st.just("wait"), st.sampled_from([1, 1000, 86_400_000])),
)
HISTORY = st.lists(st.tuples(st.integers(0, 2), ACTIONS), max_size=14)
WRONG_BY = st.sampled_from([0, 0, -YEAR_MS, 5 * 86_400_000, -1])
PARTS = {"entry": ("rating", "entry_id"), "session": ("vital", "session_id")}
NUMBERS = itertools.count()
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Any]:
    made: list[Computers] = []

    def new(wrong_by: list[int]) -> list[Copy]:
        while made:
            made.pop().close()
        made.append(computers(tmp_path / str(next(NUMBERS))))
        return [made[0].copy(ms) for ms in wrong_by]

    yield new
    for each in made:
        each.close()


def do(copy: Copy, action: tuple[Any, ...]) -> None:
    store, (what, *given_) = copy.store, action
    if what == "wait":
        copy.clock.ms += given_[0]
        return
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
    elif what == "item":
        store.items.save(TENSE.item_id, "tense", Origin.OWN, given_[0], 1)
        store.items.save_version(replace(TENSE, label=given_[1]))
    else:
        store.settings.put("just_three", given_[0])


def played(copies: list[Copy], history: list[tuple[int, tuple[Any, ...]]]) -> None:
    for number, action in history:
        do(copies[number % len(copies)], action)


@QUICK
@given(st.lists(WRONG_BY, min_size=2, max_size=3), HISTORY, st.randoms(use_true_random=False))
def test_copies_that_were_joined_in_any_order_any_number_of_times_are_the_same(
    folders: Any, wrong_by: list[int], history: list[tuple[int, tuple[Any, ...]]], chance: Any
) -> None:
    copies = folders(wrong_by)
    half = len(history) // 2
    played(copies, history[:half])
    for _ in range(chance.randint(0, 3)):
        one, two = chance.sample(copies, 2)
        one.merge(two)
    played(copies, history[half:])
    newest = wholes(copies)
    pairs = [(one, two) for one in copies for two in copies if one is not two] * 2
    chance.shuffle(pairs)
    for one, two in pairs:
        one.merge(two)
    contents = [copy.content() for copy in copies]
    assert all(content == contents[0] for content in contents)
    assert all(one.merge(two) == 0 for one, two in itertools.permutations(copies, 2))
    assert wholes(copies[:1]) == newest
    assert all(copy.store.full_check() == [] for copy in copies)


@QUICK
@given(st.lists(WRONG_BY, min_size=3, max_size=3), HISTORY)
def test_three_copies_give_the_same_in_each_order(
    folders: Any, wrong_by: list[int], history: list[tuple[int, tuple[Any, ...]]]
) -> None:
    first, second, third = copies = folders(wrong_by)
    played(copies, history)
    for copy in copies:
        copy.store.close()
    ends = []
    for order in itertools.permutations(copies):
        mixed = folders_copy(order[0])
        for other in order[1:]:
            mixed.store.merge_from(other.database, mixed.key)
        ends.append(mixed.content())
        mixed.store.close()
    for copy in (first, second, third):
        copy.reopen()
    assert all(end == ends[0] for end in ends)


def folders_copy(copy: Copy) -> Copy:
    """The same once more, in a folder of its own."""
    source = copy.store.folder
    again = Computers(source.parent, copy.key, copy.store.journal_id)
    again.folder = source.parent / f"mixed-{next(NUMBERS)}"
    return again.copy(of=copy)


def wholes(copies: list[Copy]) -> dict[tuple[str, str], tuple[str, Any]]:
    """Of each entry and session, by id: the newest stamp among these copies, and all its rows there."""
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for copy in copies:
        for table, (part, owner) in PARTS.items():
            ledger = copy.store._ledger
            for key, stamp in ledger.rows(f"SELECT id, hlc FROM {table}"):  # noqa: S608 fixed names
                rows = ledger.rows(f"SELECT * FROM {table} WHERE id = ?", (key,))  # noqa: S608
                sql = f"SELECT * FROM {part} WHERE {owner} = ?"  # noqa: S608
                parts = sorted(ledger.rows(sql, (key,)), key=repr)
                stamps = [stamp, *(row[-2] for row in parts if table == "session")]
                whole = (max(stamps), (rows, parts))
                if (table, key) not in found or whole[0] > found[table, key][0]:
                    found[table, key] = whole
    return found
