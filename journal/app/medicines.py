"""Medicines: begun, stopped, taken up again, and their doses, each from a day on."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

from journal.app.dose_levels import change_dose, correct_level, remove_level
from journal.app.journal import Journal
from journal.app.medicine_saving import (
    check_name,
    dose_level,
    is_current,
    known_medicine,
    medicine,
    saved_medicine,
)
from journal.model.errors import InvalidDay
from journal.model.medicines import DoseLevel, Medicine

__all__ = [
    "CurrentMedicine",
    "MedicineFields",
    "add_medicine",
    "change_dose",
    "change_medicine",
    "correct_level",
    "current_list",
    "delete_medicine",
    "delete_medicine_for_good",
    "medicine",
    "medicines",
    "remove_level",
    "stop_medicine",
    "take_up_again",
]


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
    return [each for each in journal.store.medicines.all() if stopped or is_current(each, today)]


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
    check_name(journal, name)
    level = dose_level(str(uuid.uuid4()), start, dose, times)
    made = Medicine(str(uuid.uuid4()), name, unit.strip(), start, as_needed, (level,), purpose=purpose)
    return saved_medicine(journal, made, "add_medicine")


def change_medicine(
    journal: Journal, medicine_id: str, *, visit: str | None = None, **fields: Unpack[MedicineFields]
) -> Medicine:
    """Correct a medicine; `visit` makes several changes of a text one undo step.

    Another start takes the first dose along. Raises UnknownMedicine, MedicineExists, InvalidDay.
    """
    known = known_medicine(journal, medicine_id)
    if "name" in fields:
        fields["name"] = fields["name"].strip()
        if fields["name"].casefold() != known.name.casefold():
            check_name(journal, fields["name"], but=known.id)
    changed = replace(known, **fields)
    if changed.start != known.start:
        changed = replace(changed, levels=_with_start(known, changed.start))
        _check_stop(changed)
    return saved_medicine(journal, changed, "change_medicine", visit)


def stop_medicine(journal: Journal, medicine_id: str, on: date, reason: str = "") -> Medicine:
    """Write down the last day of a medicine. Raises UnknownMedicine, InvalidDay (end_before_start)."""
    stopped = replace(known_medicine(journal, medicine_id), stopped_on=on, stop_reason=reason)
    _check_stop(stopped)
    return saved_medicine(journal, stopped, "stop_medicine")


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
    known = known_medicine(journal, medicine_id)
    if known.stopped_on is None or on is None or known.stopped_on < on <= known.stopped_on + timedelta(days=1):
        goes_on = replace(known, stopped_on=None, stop_reason="")
        check_name(journal, known.name, but=known.id)
        if on is not None and (dose is not None or times is not None):
            goes_on = replace(goes_on, levels=(*goes_on.levels, _next_level(goes_on, on, dose, times)))
        return saved_medicine(journal, goes_on, "take_up_again")
    if on <= known.stopped_on:
        raise InvalidDay(reason="change_before_start", day=on)
    check_name(journal, known.name)
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
    return saved_medicine(journal, again, "take_up_again")


def delete_medicine(journal: Journal, medicine_id: str) -> Medicine:
    """Delete a medicine with what was taken of it; undo brings it back for 30 days. Raises UnknownMedicine."""
    known = known_medicine(journal, medicine_id)
    with journal.store.action("delete_medicine", many=True):
        for intake in journal.store.intakes.of_medicine(known.id):
            journal.store.intakes.delete(intake.id)
        journal.store.medicines.delete(known.id)
    journal.changed("medicines")
    return known


def delete_medicine_for_good(journal: Journal, medicine_id: str) -> None:
    """Blank a medicine, what was taken of it, and its undo history. Older backups still hold it."""
    known = known_medicine(journal, medicine_id)
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


def _next_level(known: Medicine, on: date, dose: float | None, times: Sequence[int] | None) -> DoseLevel:
    last = known.levels[-1] if known.levels else DoseLevel("", on, 0.0)
    return dose_level(
        str(uuid.uuid4()), on, last.amount if dose is None else dose, last.times if times is None else times
    )


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
