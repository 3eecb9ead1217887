"""Medicines: regular or as needed, with dated doses that never rewrite history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.entries import TimeKnown, local_time


class Taken(StrEnum):
    """What became of a dose. "Extra" is more than planned."""

    TAKEN = "taken"
    LATER = "later"
    NOT_TAKEN = "not-taken"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class DoseLevel:
    """The usual dose from a day on, in the medicine's unit. A dose of 0 is a dose, not a stop.

    `times` are minutes after midnight, empty for a medicine taken as needed.
    """

    id: str
    since_day: date
    amount: float
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine. `levels` are in order of their days; the last one that has begun is the usual dose.

    `stopped_on` is the last day it was taken, None while it is; `stop_reason` is optional.
    """

    id: str
    name: str
    unit: str
    start: date
    as_needed: bool = False
    levels: tuple[DoseLevel, ...] = ()
    stopped_on: date | None = None
    stop_reason: str = ""
    purpose: str = ""
    import_id: str | None = None
    source_key: str | None = None

    def level_on(self, day: date) -> DoseLevel | None:
        """The usual dose of a day, None before the first and after the stop."""
        if self.stopped_on is not None and day > self.stopped_on:
            return None
        begun = [level for level in self.levels if level.since_day <= day]
        return begun[-1] if begun else None

    def taken_on(self, day: date) -> bool:
        """Whether it is a current medicine that day."""
        return self.level_on(day) is not None


@dataclass(frozen=True, slots=True)
class Intake:
    """One dose: taken, taken later, not taken, or more than planned.

    `amount` is in the medicine's unit (None: not said). `due_min` is the planned time it answers, in
    minutes after midnight of `day`; None for a dose as needed or beyond the plan.
    """

    id: str
    medicine_id: str
    taken: Taken
    at_ms: int
    offset_min: int
    day: date
    amount: float | None = None
    due_min: int | None = None
    day_start_min: int = 240
    zone: str | None = None
    time_known: TimeKnown = TimeKnown.MINUTE
    made_ms: int | None = None
    made_offset_min: int | None = None
    changed_ms: int | None = None
    note: str = ""
    import_id: str | None = None
    source_key: str | None = None

    @property
    def at(self) -> datetime:
        """The local time, with its offset."""
        return local_time(self.at_ms, self.offset_min)


@dataclass(frozen=True, slots=True)
class DoseStep:
    """A usual dose over days, both included; `last` is None while it goes on.

    `times_a_day` is how often a day, 0 where no times were set.
    """

    first: date
    last: date | None
    amount: float
    times_a_day: int = 0
