"""How often a medicine was taken: doses by what became of them, and how many a month.

Only what was written down is counted. A month counts as complete where the days asked about hold all
of it; the mean a month is over complete months alone.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journal.model.medicines import Intake, Taken
from journal.model.periods import Period
from journal.model.quantiles import mean


@dataclass(frozen=True, slots=True)
class IntakeCounts:
    """Doses that were written down. `taken` holds those taken later and more than planned as well."""

    taken: int = 0
    not_taken: int = 0
    later: int = 0
    extra: int = 0


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Doses taken in a month (its first day); `complete` where all of its days were asked about."""

    month: date
    doses: int
    complete: bool


@dataclass(frozen=True, slots=True)
class PerMonth:
    """How many a month: the mean over `n_months` complete months, None where there is none."""

    months: tuple[MonthCount, ...] = ()
    n_months: int = 0
    mean: float | None = None

    def as_json(self) -> dict[str, object]:
        """As `summary --json` gives it."""
        months = [
            {"month": f"{each.month:%Y-%m}", "doses": each.doses, "complete": each.complete} for each in self.months
        ]
        return {"mean": self.mean, "n_months": self.n_months, "months": months}


def intake_counts(intakes: Iterable[Intake]) -> IntakeCounts:
    """Count doses by what became of them."""
    found = Counter(intake.taken for intake in intakes)
    return IntakeCounts(
        taken=found.total() - found[Taken.NOT_TAKEN],
        not_taken=found[Taken.NOT_TAKEN],
        later=found[Taken.LATER],
        extra=found[Taken.EXTRA],
    )


def month_counts(intakes: Iterable[Intake], days: Period) -> tuple[MonthCount, ...]:
    """The doses taken in each month that the days touch; a month without any has 0."""
    found = Counter(
        intake.day.replace(day=1) for intake in intakes if intake.taken is not Taken.NOT_TAKEN and intake.day in days
    )
    return tuple(
        MonthCount(month, found[month], month in days and _last_day(month) in days) for month in months_of(days)
    )


def per_month(intakes: Iterable[Intake], days: Period) -> PerMonth:
    """How many a month over the days in which the medicine was there to be taken and written down."""
    months = month_counts(intakes, days)
    complete = [month.doses for month in months if month.complete]
    return PerMonth(months, len(complete), mean(complete) if complete else None)


def months_of(days: Period) -> Iterator[date]:
    """The first day of each month that the days touch."""
    counted = range(days.first.year * 12 + days.first.month - 1, days.last.year * 12 + days.last.month)
    return (date(number // 12, number % 12 + 1, 1) for number in counted)


def _last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
