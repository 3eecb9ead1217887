"""A medicine while the doses of a file come, and the usual doses that are seen in them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from journal.exchange.drafts import DoseDraft
from journal.exchange.results import MedicineCounts
from journal.model.medicines import DoseLevel, Medicine
from journal.model.periods import Period
from journal.model.usual_doses import DosesOfDay, UsualDose, usual_doses

ENDED_AFTER = timedelta(days=28)
"""A medicine without a dose for so long was last taken on the day of its last dose."""


@dataclass(slots=True)
class FoundMedicine:
    """A medicine of the file. `medicine` is None where the person deleted it: its doses stay away.

    `ours`: an import of this format made it, `made`: this one does.
    """

    id: str
    name: str
    medicine: Medicine | None
    ours: bool = False
    made: bool = False
    new: int = 0
    known: int = 0
    changed: int = 0
    days: dict[date, DosesOfDay] = field(default_factory=dict)

    def add(self, dose: DoseDraft) -> Medicine | None:
        """Take one more dose; the medicine that it goes to."""
        if self.ours and self.medicine is not None:
            amount = dose.amount if dose.unit.strip().casefold() == self.medicine.unit.casefold() else None
            self.days.setdefault(dose.day, DosesOfDay()).add(amount, dose.due_min)
        return self.medicine

    def counts(self) -> MedicineCounts:
        """What came in of it."""
        unit = "" if self.medicine is None else self.medicine.unit
        return MedicineCounts(self.name, unit, self.new, self.known, self.changed, self.made)


def with_usual_doses(medicine: Medicine, days: dict[date, DosesOfDay], read: Period | None, today: date) -> Medicine:
    """The medicine with the usual doses seen on these days; of one that was read before only what came since.

    What the person changed in the days that were read stays: only a dose that became usual after
    `read` is added. A medicine whose last dose is long past ended on that day, which a longer file moves.
    """
    first, last = min(days), max(days)
    levels = list(medicine.levels)
    for dose in usual_doses(days):
        before = max((level for level in levels if level.since_day <= dose.since), key=_since, default=None)
        unread = read is None or dose.stood > read.last
        if unread and (before is None or (before.since_day < dose.since and _differs(before, dose))):
            levels.append(_level(medicine.id, dose))
    ended = medicine.stopped_on
    if (read is None and ended is None) or (read is not None and ended == read.last):
        ended = last if last + ENDED_AFTER <= today else None
    return replace(
        medicine, levels=tuple(sorted(levels, key=_since)), start=min(medicine.start, first), stopped_on=ended
    )


def _differs(level: DoseLevel, dose: UsualDose) -> bool:
    return level.amount != dose.amount


def _since(level: DoseLevel) -> date:
    return level.since_day


def _level(medicine_id: str, dose: UsualDose) -> DoseLevel:
    return DoseLevel(_level_id(medicine_id, dose.since), dose.since, dose.amount, dose.times)


def _level_id(medicine_id: str, since: date) -> str:
    return str(uuid.uuid5(uuid.UUID(medicine_id), since.isoformat()))
