"""What became of a planned dose, answered in one press."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from journal.app.intakes import PlannedDose, change_intake, intake, take
from journal.app.journal import Journal
from journal.host.clock import local_now
from journal.model.medicines import Intake, Taken


def answer_dose(journal: Journal, dose: PlannedDose, day: date, taken: Taken) -> Intake:
    """Write down what became of a planned dose, or change what was written down.

    "Taken" is at its planned time once that has passed, for that is what the word says; "taken later"
    is now, on an earlier day at the planned time until it is corrected. Raises UnknownMedicine.
    """
    due_min = dose.due_min
    if due_min is None and dose.intake is not None:
        amount = None if taken is Taken.NOT_TAKEN else dose.level.amount
        return change_intake(journal, dose.intake.id, taken=taken, amount=amount)
    if day != journal.today() or due_min is None or taken is not Taken.TAKEN:
        return take(journal, dose.medicine.id, taken=taken, due_min=due_min, day=day)
    at = planned_at(day, due_min, journal.day_start_min)
    passed = at <= local_now(journal.clock).replace(tzinfo=None)
    return take(journal, dose.medicine.id, taken=taken, due_min=due_min, at=at if passed else None, day=day)


def planned_at(day: date, due_min: int, day_start_min: int) -> datetime:
    """The wall clock of a planned dose; one before the day's start is in the night that ends the day."""
    night = timedelta(days=1) if due_min < day_start_min else timedelta()
    return datetime.combine(day, time.min) + night + timedelta(minutes=due_min)


def correct_time(journal: Journal, intake_id: str, wall: time) -> Intake:
    """Move a dose to another time of its day. Raises UnknownRecord, TimeInFuture."""
    known = intake(journal, intake_id)
    minute = wall.hour * 60 + wall.minute
    return change_intake(journal, intake_id, at=planned_at(known.day, minute, known.day_start_min))
