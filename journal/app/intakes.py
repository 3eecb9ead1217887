"""Doses as they were taken, beside what was planned for the day."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.moments import begun, moment, moved, touched
from journal.app.records import found
from journal.model.errors import UnknownMedicine
from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.model.ranges import check


class IntakeFields(TypedDict, total=False):
    """What can be changed about a dose."""

    taken: Taken
    amount: float | None
    due_min: int | None
    note: str


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """A dose of the plan, and what became of it. `due_min` is None for a medicine without times."""

    medicine: Medicine
    level: DoseLevel
    due_min: int | None
    intake: Intake | None


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """A medicine taken as needed, with the doses of the day."""

    medicine: Medicine
    level: DoseLevel
    intakes: tuple[Intake, ...]


@dataclass(frozen=True, slots=True)
class DayDoses:
    """The doses of a day: planned by time, as needed, and beyond the plan."""

    planned: tuple[PlannedDose, ...]
    as_needed: tuple[AsNeeded, ...]
    extra: tuple[Intake, ...]


def intakes(journal: Journal, first: date, last: date, medicine_id: str | None = None) -> list[Intake]:
    """The doses of these days, of all medicines or of one, by time."""
    return journal.store.intakes.between(first, last, None if medicine_id is None else (medicine_id,))


def intake(journal: Journal, prefix: str) -> Intake:
    """The dose whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.intakes, prefix)


def take(
    journal: Journal,
    medicine_id: str,
    *,
    amount: float | None = None,
    at: datetime | None = None,
    taken: Taken = Taken.TAKEN,
    due_min: int | None = None,
    day: date | None = None,
) -> Intake:
    """Write down a dose: the usual one, now, unless said otherwise; one not taken has no amount.

    `due_min` is the planned time that it answers (an earlier answer is replaced), `day` an earlier
    day it belongs to, which counts at its planned time. Raises UnknownMedicine, TimeInFuture,
    FieldOutOfRange.
    """
    medicine = journal.store.medicines.get(medicine_id)
    if medicine is None:
        raise UnknownMedicine(name=medicine_id, similar=())
    check(amount=amount, due_min=due_min)
    when = moment(journal, at or _planned_time(journal, day, due_min))
    blank = Intake(str(uuid.uuid4()), medicine.id, taken, when.at_ms, when.offset_min, date.min, zone=when.zone)
    new = replace(begun(journal, blank), due_min=due_min)
    new = new if day is None else replace(new, day=day)
    if taken is not Taken.NOT_TAKEN:
        new = replace(new, amount=_usual(medicine, new.day) if amount is None else float(amount))
    earlier = _answering(journal, new) if due_min is not None and taken is not Taken.EXTRA else None
    return _saved(journal, new if earlier is None else touched(journal, _again(earlier, new), earlier), "take")


def change_intake(
    journal: Journal, intake_id: str, *, at: datetime | None = None, **fields: Unpack[IntakeFields]
) -> Intake:
    """Correct a dose, `at` its time. Raises UnknownRecord, TimeInFuture, FieldOutOfRange."""
    known = intake(journal, intake_id)
    changed = replace(known, **fields)
    check(amount=changed.amount, due_min=changed.due_min)
    if changed.taken is Taken.NOT_TAKEN:
        changed = replace(changed, amount=None)
    if at is not None:
        to = moved(changed, moment(journal, at))
        changed = to if changed.due_min is None else replace(to, day=changed.day)
    return _saved(journal, touched(journal, changed, known), "change_dose_taken")


def delete_intake(journal: Journal, intake_id: str) -> Intake:
    """Take a dose out of the journal; undo brings it back. Raises UnknownRecord."""
    known = intake(journal, intake_id)
    with journal.store.action("delete_dose_taken"):
        journal.store.intakes.delete(known.id)
    journal.changed("medicines")
    return known


def day_doses(journal: Journal, day: date) -> DayDoses:
    """What was planned for a day and what was taken.

    A usual dose of 0 plans nothing. What answers no plan of that day is beyond the plan.
    """
    left = journal.store.intakes.between(day, day)
    planned: list[PlannedDose] = []
    needed: list[AsNeeded] = []
    for medicine in journal.store.medicines.all():
        level = medicine.level_on(day)
        if level is None:
            continue
        own = [each for each in left if each.medicine_id == medicine.id and each.taken is not Taken.EXTRA]
        if medicine.as_needed:
            needed.append(AsNeeded(medicine, level, tuple(own)))
            answered = own
        else:
            doses = [_planned(medicine, level, due, own) for due in _due(level)]
            planned += doses
            answered = [dose.intake for dose in doses if dose.intake is not None]
        left = [each for each in left if each not in answered]
    by_time = sorted(planned, key=lambda dose: (dose.due_min is None, _in_day(journal, dose.due_min)))
    return DayDoses(tuple(by_time), tuple(needed), tuple(left))


def _due(level: DoseLevel) -> tuple[int | None, ...]:
    if level.amount == 0:
        return ()
    return level.times or (None,)


def _planned(medicine: Medicine, level: DoseLevel, due_min: int | None, own: list[Intake]) -> PlannedDose:
    answers = (each for each in own if each.due_min == due_min)
    return PlannedDose(medicine, level, due_min, next(answers, None))


def _in_day(journal: Journal, due_min: int | None) -> int:
    """Minutes after the person's day begins."""
    return 0 if due_min is None else (due_min - journal.day_start_min) % (24 * 60)


def _planned_time(journal: Journal, day: date | None, due_min: int | None) -> datetime | None:
    """When a dose of an earlier day was due; one due before the day begins is in the night after it."""
    if day is None or day == journal.today():
        return None
    start = journal.day_start_min
    minute = max(start, 12 * 60) if due_min is None else due_min
    night = timedelta(days=1) if minute < start else timedelta()
    return datetime.combine(day, time.min) + night + timedelta(minutes=minute)


def _usual(medicine: Medicine, day: date) -> float | None:
    level = medicine.level_on(day)
    return None if level is None else level.amount


def _answering(journal: Journal, new: Intake) -> Intake | None:
    """What was written down before about the same planned dose."""
    same_day = journal.store.intakes.between(new.day, new.day, (new.medicine_id,))
    answers = (each for each in same_day if each.due_min == new.due_min and each.taken is not Taken.EXTRA)
    return next(answers, None)


def _again(earlier: Intake, new: Intake) -> Intake:
    return replace(
        earlier,
        taken=new.taken,
        amount=new.amount,
        at_ms=new.at_ms,
        offset_min=new.offset_min,
        zone=new.zone,
        day=new.day,
    )


def _saved(journal: Journal, changed: Intake, what: str) -> Intake:
    with journal.store.action(what):
        saved = journal.store.intakes.save(changed)
    journal.changed("medicines")
    return saved
