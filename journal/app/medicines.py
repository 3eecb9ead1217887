"""Medicines: begun, stopped, taken up again, and their doses, each from a day on."""

from __future__ import annotations

import difflib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.records import SHORTEST_PREFIX
from journal.model.errors import InvalidDay, MedicineExists, UnknownMedicine, UnknownRecord
from journal.model.medicines import DoseLevel, Medicine
from journal.model.ranges import check


class MedicineFields(TypedDict, total=False):
    """What can be changed about a medicine besides its doses."""

    name: str
    unit: str
    start: date
    as_needed: bool
    stop_reason: str
    purpose: str


@dataclass(frozen=True, slots=True)
class CurrentMedicine:
    """A line of the list of current medicines. `since` is the day from which this dose holds."""

    medicine: Medicine
    name: str
    dose: float
    unit: str
    times: tuple[int, ...]
    as_needed: bool
    since: date


def medicines(journal: Journal, *, stopped: bool = True) -> list[Medicine]:
    """Every medicine by its start, with those that were stopped or without."""
    today = journal.today()
    return [each for each in journal.store.medicines.all() if stopped or _current(each, today)]


def medicine(journal: Journal, name: str) -> Medicine:
    """The medicine of this name, current ones first, or whose id begins so.

    Raises UnknownMedicine with names that look alike.
    """
    today = journal.today()
    everything = journal.store.medicines.all()
    named = [each for each in everything if each.name.casefold() == name.strip().casefold()]
    if named:
        return max(named, key=lambda each: (_current(each, today), each.start))
    begun_so = [each for each in everything if len(name) >= SHORTEST_PREFIX and each.id.startswith(name.lower())]
    if len(begun_so) != 1:
        raise UnknownMedicine(name=name, similar=_similar(name, everything))
    return begun_so[0]


def add_medicine(
    journal: Journal,
    name: str,
    *,
    unit: str,
    start: date,
    dose: float,
    times: Sequence[int] = (),
    as_needed: bool = False,
    purpose: str = "",
) -> Medicine:
    """Begin a medicine; `times` are minutes after midnight. Raises MedicineExists, FieldOutOfRange."""
    name = name.strip()
    _check_name(journal, name)
    level = _level(str(uuid.uuid4()), start, dose, times)
    made = Medicine(str(uuid.uuid4()), name, unit.strip(), start, as_needed, (level,), purpose=purpose)
    return _saved(journal, made, "add_medicine")


def change_medicine(
    journal: Journal, medicine_id: str, *, visit: str | None = None, **fields: Unpack[MedicineFields]
) -> Medicine:
    """Correct a medicine; `visit` makes several changes of a text one undo step.

    Another start takes the first dose along. Raises UnknownMedicine, MedicineExists, InvalidDay.
    """
    known = _known(journal, medicine_id)
    if "name" in fields:
        fields["name"] = fields["name"].strip()
        if fields["name"].casefold() != known.name.casefold():
            _check_name(journal, fields["name"], but=known.id)
    changed = replace(known, **fields)
    if changed.start != known.start:
        changed = replace(changed, levels=_with_start(known, changed.start))
        _check_stop(changed)
    return _saved(journal, changed, "change_medicine", visit)


def change_dose(
    journal: Journal, medicine_id: str, on: date, *, dose: float, times: Sequence[int] | None = None
) -> Medicine:
    """Take another dose from a day on; what was taken before stays. Without times, those before it hold on.

    Raises UnknownMedicine, FieldOutOfRange, InvalidDay (change_before_start, after_end).
    """
    known = _known(journal, medicine_id)
    _check_within(known, on)
    before = [level for level in known.levels if level.since_day <= on]
    kept_times = before[-1].times if before else ()
    same_day = next((level.id for level in known.levels if level.since_day == on), None)
    new = _level(same_day or str(uuid.uuid4()), on, dose, kept_times if times is None else times)
    levels = (*(level for level in known.levels if level.since_day != on), new)
    return _saved(journal, replace(known, levels=levels), "change_dose")


def correct_level(
    journal: Journal,
    level_id: str,
    *,
    on: date | None = None,
    dose: float | None = None,
    times: Sequence[int] | None = None,
) -> Medicine:
    """Correct a dose that was written down wrongly; None leaves a thing as it is.

    Raises UnknownRecord, FieldOutOfRange, InvalidDay (change_before_start, after_end).
    """
    known, level = _of_level(journal, level_id)
    since = on or level.since_day
    _check_within(known, since)
    new = _level(level.id, since, level.amount if dose is None else dose, level.times if times is None else times)
    levels = (*(each for each in known.levels if each.id != level_id and each.since_day != since), new)
    return _saved(journal, replace(known, levels=levels), "correct_dose")


def remove_level(journal: Journal, level_id: str) -> Medicine:
    """Take a dose change away that never was. Raises UnknownRecord."""
    known, level = _of_level(journal, level_id)
    levels = tuple(each for each in known.levels if each.id != level.id)
    return _saved(journal, replace(known, levels=levels), "remove_dose")


def stop_medicine(journal: Journal, medicine_id: str, on: date, reason: str = "") -> Medicine:
    """Write down the last day of a medicine. Raises UnknownMedicine, InvalidDay (end_before_start)."""
    stopped = replace(_known(journal, medicine_id), stopped_on=on, stop_reason=reason)
    _check_stop(stopped)
    return _saved(journal, stopped, "stop_medicine")


def take_up_again(
    journal: Journal,
    medicine_id: str,
    on: date | None = None,
    *,
    dose: float | None = None,
    times: Sequence[int] | None = None,
) -> Medicine:
    """Take a stopped medicine again from a day on.

    The days without it stay days without it: it is a new medicine of the same name, with the last
    dose unless another is given. Without a day, or right after the last one, the stop is taken away.
    Raises UnknownMedicine, MedicineExists, FieldOutOfRange, InvalidDay (change_before_start).
    """
    known = _known(journal, medicine_id)
    if known.stopped_on is None or on is None or known.stopped_on < on <= known.stopped_on + timedelta(days=1):
        goes_on = replace(known, stopped_on=None, stop_reason="")
        _check_name(journal, known.name, but=known.id)
        if on is not None and (dose is not None or times is not None):
            goes_on = replace(goes_on, levels=(*goes_on.levels, _next_level(goes_on, on, dose, times)))
        return _saved(journal, goes_on, "take_up_again")
    if on <= known.stopped_on:
        raise InvalidDay(reason="change_before_start", day=on)
    _check_name(journal, known.name)
    again = replace(
        known,
        id=str(uuid.uuid4()),
        start=on,
        levels=(_next_level(known, on, dose, times),),
        stopped_on=None,
        stop_reason="",
        import_id=None,
        source_key=None,
    )
    return _saved(journal, again, "take_up_again")


def delete_medicine(journal: Journal, medicine_id: str) -> Medicine:
    """Delete a medicine with what was taken of it; undo brings it back for 30 days. Raises UnknownMedicine."""
    known = _known(journal, medicine_id)
    with journal.store.action("delete_medicine", many=True):
        for intake in journal.store.intakes.of_medicine(known.id):
            journal.store.intakes.delete(intake.id)
        journal.store.medicines.delete(known.id)
    journal.changed("medicines")
    return known


def delete_medicine_for_good(journal: Journal, medicine_id: str) -> None:
    """Blank a medicine, what was taken of it, and its undo history. Older backups still hold it."""
    known = _known(journal, medicine_id)
    with journal.store.tx(many=True):
        journal.store.medicines.delete_for_good(known.id)
    journal.changed("medicines")


def current_list(journal: Journal, day: date) -> list[CurrentMedicine]:
    """The medicines of a day with their usual doses, by name."""
    found = []
    for each in journal.store.medicines.all():
        level = each.level_on(day)
        if level is not None:
            found.append(
                CurrentMedicine(each, each.name, level.amount, each.unit, level.times, each.as_needed, level.since_day)
            )
    return sorted(found, key=lambda line: (line.as_needed, line.name.casefold()))


def _current(known: Medicine, today: date) -> bool:
    """Whether a medicine has not been stopped: one that begins later is current, too."""
    return known.stopped_on is None or known.stopped_on >= today


def _known(journal: Journal, medicine_id: str) -> Medicine:
    known = journal.store.medicines.get(medicine_id)
    return medicine(journal, medicine_id) if known is None else known


def _of_level(journal: Journal, level_id: str) -> tuple[Medicine, DoseLevel]:
    for known in journal.store.medicines.all():
        for level in known.levels:
            if level.id == level_id:
                return known, level
    raise UnknownRecord(kind="dose", prefix=level_id)


def _level(level_id: str, since: date, dose: float, times: Sequence[int]) -> DoseLevel:
    check(amount=dose)
    for minute in times:
        check(due_min=minute)
    return DoseLevel(level_id, since, float(dose), tuple(times))


def _next_level(known: Medicine, on: date, dose: float | None, times: Sequence[int] | None) -> DoseLevel:
    last = known.levels[-1] if known.levels else DoseLevel("", on, 0.0)
    return _level(str(uuid.uuid4()), on, last.amount if dose is None else dose, last.times if times is None else times)


def _check_name(journal: Journal, name: str, but: str = "") -> None:
    """Raise MedicineExists where a medicine of this name goes on, another one than `but`."""
    today = journal.today()
    for each in journal.store.medicines.all():
        goes_on = each.stopped_on is None or each.stopped_on > today
        if each.name.casefold() == name.casefold() and goes_on and each.id != but:
            raise MedicineExists(name=each.name)


def _check_within(known: Medicine, day: date) -> None:
    if day < known.start:
        raise InvalidDay(reason="change_before_start", day=day)
    if known.stopped_on is not None and day > known.stopped_on:
        raise InvalidDay(reason="after_end", day=day)


def _check_stop(known: Medicine) -> None:
    if known.stopped_on is not None and known.stopped_on < known.start:
        raise InvalidDay(reason="end_before_start", day=known.stopped_on)


def _with_start(known: Medicine, start: date) -> tuple[DoseLevel, ...]:
    """The doses after the start was corrected: the one that held from the start still does."""
    levels = tuple(
        replace(level, since_day=start) if level.since_day <= known.start else level for level in known.levels
    )
    too_early = next((level.since_day for level in levels if level.since_day < start), None)
    if too_early is not None:
        raise InvalidDay(reason="change_before_start", day=too_early)
    return levels


def _similar(name: str, known: Sequence[Medicine]) -> tuple[str, ...]:
    names = {each.name.casefold(): each.name for each in known}
    return tuple(names[close] for close in difflib.get_close_matches(name.casefold(), names, n=3))


def _saved(journal: Journal, changed: Medicine, what: str, visit: str | None = None) -> Medicine:
    with journal.store.action(what, visit):
        saved = journal.store.medicines.save(changed)
    journal.changed("medicines")
    return saved
