"""A medicine's usual dose as steps over days, and the days on which it changed.

A dose of 0 is a dose, not a stop. A level that only moves the clock times of the same dose, as often
a day, is no change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal.model.medicines import DoseLevel, DoseStep, Medicine

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A day from which on the usual dose was another, in the medicine's unit.

    `before` is None at the start of the medicine; `after` is None where it was stopped, and `day` is
    then the first day without it. `times_before` and `times_after` are how often a day, 0 where no
    times were set.
    """

    day: date
    before: float | None
    after: float | None
    times_before: int = 0
    times_after: int = 0

    @property
    def start(self) -> bool:
        """Whether the medicine begins here."""
        return self.before is None

    @property
    def stop(self) -> bool:
        """Whether the medicine ends here."""
        return self.after is None


def dose_steps(medicine: Medicine, first: date, last: date) -> tuple[DoseStep, ...]:
    """The steps that touch the days from `first` to `last`, each with its own first and last day.

    They are not cut to the days asked for. `last` of a step is None while it goes on.
    """
    return tuple(
        step for step in all_steps(medicine) if step.first <= last and (step.last is None or step.last >= first)
    )


def all_steps(medicine: Medicine) -> tuple[DoseStep, ...]:
    """Every step of a medicine in order; none lies after its stop."""
    stop = medicine.stopped_on
    levels = _levels(medicine)
    begins = [level.since_day for level in levels[1:]]
    ends = [*(begin - DAY for begin in begins), stop] if levels else []
    return tuple(
        DoseStep(level.since_day, end, level.amount, len(level.times)) for level, end in zip(levels, ends, strict=True)
    )


def dose_changes(medicine: Medicine) -> tuple[DoseChange, ...]:
    """The start, each change and the stop, in order of their days."""
    steps = all_steps(medicine)
    if not steps:
        return ()
    start = DoseChange(steps[0].first, None, steps[0].amount, 0, steps[0].times_a_day)
    changes = [
        DoseChange(later.first, earlier.amount, later.amount, earlier.times_a_day, later.times_a_day)
        for earlier, later in pairwise(steps)
    ]
    end = steps[-1]
    stops = [] if end.last is None else [DoseChange(end.last + DAY, end.amount, None, end.times_a_day, 0)]
    return (start, *changes, *stops)


def _levels(medicine: Medicine) -> list[DoseLevel]:
    """The levels that each began something new: by day, the last of a day, none after the stop."""
    stop = medicine.stopped_on
    by_day = {
        level.since_day: level
        for level in sorted(medicine.levels, key=lambda level: level.since_day)
        if stop is None or level.since_day <= stop
    }
    found: list[DoseLevel] = []
    for level in by_day.values():
        if not found or _dose(found[-1]) != _dose(level):
            found.append(level)
    return found


def _dose(level: DoseLevel) -> tuple[float, int]:
    return level.amount, len(level.times)
