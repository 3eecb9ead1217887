"""The usual doses of a medicine, each from a day on: changed, corrected, taken away."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal.app.journal import Journal
from journal.app.medicine_saving import dose_level, known_medicine, saved_medicine
from journal.model.errors import InvalidDay, UnknownRecord
from journal.model.medicines import DoseLevel, Medicine


def change_dose(
    journal: Journal, medicine_id: str, on: date, *, dose: float, times: Sequence[int] | None = None
) -> Medicine:
    """Take another dose from a day on; what was taken before stays. Without times, those before it hold on.

    Raises UnknownMedicine, FieldOutOfRange, InvalidDay (change_before_start, after_end).
    """
    known = known_medicine(journal, medicine_id)
    _check_within(known, on)
    before = [level for level in known.levels if level.since_day <= on]
    kept_times = before[-1].times if before else ()
    same_day = next((level.id for level in known.levels if level.since_day == on), None)
    new = dose_level(same_day or str(uuid.uuid4()), on, dose, kept_times if times is None else times)
    levels = (*(level for level in known.levels if level.since_day != on), new)
    return saved_medicine(journal, replace(known, levels=levels), "change_dose")


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
    new = dose_level(level.id, since, level.amount if dose is None else dose, level.times if times is None else times)
    levels = (*(each for each in known.levels if each.id != level_id and each.since_day != since), new)
    return saved_medicine(journal, replace(known, levels=levels), "correct_dose")


def remove_level(journal: Journal, level_id: str) -> Medicine:
    """Take a dose change away that never was. Raises UnknownRecord."""
    known, level = _of_level(journal, level_id)
    levels = tuple(each for each in known.levels if each.id != level.id)
    return saved_medicine(journal, replace(known, levels=levels), "remove_dose")


def _of_level(journal: Journal, level_id: str) -> tuple[Medicine, DoseLevel]:
    for known in journal.store.medicines.all():
        for level in known.levels:
            if level.id == level_id:
                return known, level
    raise UnknownRecord(kind="dose", prefix=level_id)


def _check_within(known: Medicine, day: date) -> None:
    if day < known.start:
        raise InvalidDay(reason="change_before_start", day=day)
    if known.stopped_on is not None and day > known.stopped_on:
        raise InvalidDay(reason="after_end", day=day)
