"""Two copies of a journal brought together: the last writer of each whole wins.

By the stamps of the hybrid clock, a deletion like any other write; equal stamps with different
content are settled by the greater content hash. The other copy is only read. Drafts and the undo
history belong to one copy and are not merged.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.model.errors import JournalInUse, OtherInUse
from journal.store.data_key import DataKey
from journal.store.drafts import Drafts
from journal.store.history import History
from journal.store.ledger import RECORD_TABLES, Ledger
from journal.store.merge_units import (
    HERE,
    THERE,
    Standing,
    Unit,
    content_hash,
    rows_of,
    standings,
    take_over,
    units,
    unlike,
)
from journal.store.succession import attached

_USED_ITEMS = """
SELECT r.item_id FROM rating r JOIN entry e ON e.id = r.entry_id WHERE e.deleted = 0
UNION
SELECT f.item_id FROM effect f JOIN session s ON s.id = f.session_id WHERE f.deleted = 0 AND s.deleted = 0
"""
_USED_VERSIONS = f"""
SELECT r.version_id FROM rating r JOIN entry e ON e.id = r.entry_id WHERE e.deleted = 0
UNION
SELECT id FROM item_version WHERE item_id IN ({_USED_ITEMS})
"""  # noqa: S608 fixed names
_MAY_HAVE_DRAFTS = ("entry", *RECORD_TABLES)
_IN_USE = {"item": _USED_ITEMS, "item_version": _USED_VERSIONS}


@dataclass(frozen=True, slots=True)
class Difference:
    """How the wholes of one kind differ: keys by what stands where.

    `only_here` and `only_there` are alive and without any row on the other side; `newer_*` are in
    both and that side's wins; `deleted_*` were deleted on that side later than the other wrote them.
    """

    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()
    newer_here: tuple[str, ...] = ()
    newer_there: tuple[str, ...] = ()
    deleted_here: tuple[str, ...] = ()
    deleted_there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two copies holds: how many entries and sessions, and the days from the first to the last of them."""

    entries: int
    sessions: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both copies, and how they differ by kind."""

    here: Side
    there: Side
    differences: dict[str, Difference]

    @property
    def anything_coming(self) -> bool:
        """Whether a merge would change anything here that a person can see."""
        return any(each.only_there or each.newer_there or each.deleted_there for each in self.differences.values())


@dataclass(frozen=True, slots=True)
class Merged:
    """What was found before a merge, and how many rows it changed."""

    comparison: Comparison
    rows: int


@dataclass(frozen=True, slots=True)
class _Met:
    """The wholes of one kind as they stand on both sides, and the keys of those that win there."""

    unit: Unit
    here: dict[str, Standing]
    there: dict[str, Standing]
    winners: frozenset[str]


def compare(ledger: Ledger, other: Path, key: DataKey) -> Comparison:
    """What a merge would find, changing nothing. Raises OtherInUse, Interrupted."""
    with _beside(ledger, other, key):
        return _comparison(ledger, _meetings(ledger))


def merge(ledger: Ledger, other: Path, key: DataKey, before: Callable[[], object]) -> Merged:
    """Bring what is newer in another database of the same schema into this one, all or nothing.

    `before` is called first if anything will change that a person can see; what it raises ends the
    merge. Raises OtherInUse, DiskFull, StorageFailed, Interrupted.
    """
    touched: set[tuple[str, str]] = set()
    with _beside(ledger, other, key):
        meetings = _meetings(ledger)
        comparison = _comparison(ledger, meetings)
        if comparison.anything_coming:
            before()
        with ledger.bulk_transaction():
            for met in meetings:
                touched |= _merge_kind(ledger, met)
            if touched:
                History(ledger).forget_rows(touched)
            ledger.item_changes += 1
        ledger.see_stamps()
    return Merged(comparison, len(touched))


@contextlib.contextmanager
def _beside(ledger: Ledger, other: Path, key: DataKey) -> Iterator[None]:
    """The other database attached for reading. What is busy is the other one: ours is locked by us."""
    try:
        with attached(ledger.database, other, key, THERE, "ro"):
            yield
    except JournalInUse as error:
        raise OtherInUse(path=str(other)) from error


def _meetings(ledger: Ledger) -> list[_Met]:
    """Every kind, items last: whether one is needed is only known once all that may need it is there."""
    return [_met(ledger, unit) for unit in sorted(units(), key=lambda unit: unit.table in _IN_USE)]


def _met(ledger: Ledger, unit: Unit) -> _Met:
    here, there = standings(ledger, HERE, unit), standings(ledger, THERE, unit)
    return _Met(unit, here, there, frozenset(_newer_there(ledger, unit, here, there)))


def _merge_kind(ledger: Ledger, met: _Met) -> set[tuple[str, str]]:
    """Take over what is newer there; the rows that were or are part of it, by table and id."""
    unit = met.unit
    winners = _keeping_what_is_used(ledger, met) if unit.table in _IN_USE else met.winners
    if not winners:
        return set()
    touched = rows_of(ledger, HERE, unit, winners) | rows_of(ledger, THERE, unit, winners)
    take_over(ledger, unit, winners)
    if unit.table in _MAY_HAVE_DRAFTS:
        for key in winners:
            if met.there[key].deleted:
                Drafts(ledger).clear_about(key)
    return touched


def _newer_there(ledger: Ledger, unit: Unit, here: dict[str, Standing], there: dict[str, Standing]) -> Iterator[str]:
    equal = set()
    for key, theirs in there.items():
        ours = here.get(key)
        if ours is None or theirs.stamp > ours.stamp:
            yield key
        elif theirs.stamp == ours.stamp:
            equal.add(key)
    for key in sorted(equal & unlike(ledger, unit)):
        if content_hash(ledger, THERE, unit, key) > content_hash(ledger, HERE, unit, key):
            yield key


def _keeping_what_is_used(ledger: Ledger, met: _Met) -> frozenset[str]:
    """An item that an answer needs stays, whoever deleted it: what was written about it is newer."""
    here, there = met.here, met.there
    disputed = {key for key in here.keys() & there.keys() if here[key].deleted != there[key].deleted}
    if not disputed:
        return met.winners
    used = disputed & {row[0] for row in ledger.rows(_IN_USE[met.unit.table])}
    return (met.winners - used) | {key for key in used if here[key].deleted}


def _comparison(ledger: Ledger, meetings: list[_Met]) -> Comparison:
    differences = {met.unit.table: _difference(met) for met in meetings}
    return Comparison(_side(ledger, HERE), _side(ledger, THERE), differences)


def _difference(met: _Met) -> Difference:
    here, there = met.here, met.there
    both = here.keys() & there.keys()
    differ = {key for key in both if here[key].stamp != there[key].stamp} | (both & met.winners)
    alive = {key for key in differ if not (here[key].deleted and there[key].deleted)}
    newer_there, newer_here = alive & met.winners, alive - met.winners
    return Difference(
        only_here=_sorted(key for key in here.keys() - there.keys() if not here[key].deleted),
        only_there=_sorted(key for key in there.keys() - here.keys() if not there[key].deleted),
        newer_here=_sorted(key for key in newer_here if not here[key].deleted),
        newer_there=_sorted(key for key in newer_there if not there[key].deleted),
        deleted_here=_sorted(key for key in newer_here if here[key].deleted),
        deleted_there=_sorted(key for key in newer_there if there[key].deleted),
    )


def _side(ledger: Ledger, schema: str) -> Side:
    days = (
        f"SELECT day FROM {schema}.entry WHERE deleted = 0 UNION ALL SELECT day FROM {schema}.session WHERE deleted = 0"  # noqa: S608
    )
    ((first, last),) = ledger.rows(f"SELECT min(day), max(day) FROM ({days})")  # noqa: S608 fixed names
    counts = (f"SELECT count(*) FROM {schema}.{table} WHERE deleted = 0" for table in ("entry", "session"))  # noqa: S608
    entries, sessions = (int(ledger.rows(sql)[0][0]) for sql in counts)
    return Side(entries, sessions, _day(first), _day(last))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _sorted(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))
