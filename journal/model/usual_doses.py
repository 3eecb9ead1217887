"""The usual doses of a medicine, seen in the single doses that were written down.

One other dose is a dose of its own and no change of the usual one: the first amount is usual from its
day on, another becomes usual where it stands on three days with doses in a row. Planned times are usual
where they stand on half of the days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

STANDS_DAYS = 3
"""On so many days with doses in a row an amount has become the usual one."""


class UsualDose(NamedTuple):
    """An amount from a day on, taken at these minutes of the day; `stood` is the day that made it usual."""

    since: date
    amount: float
    times: tuple[int, ...]
    stood: date


@dataclass(slots=True)
class DosesOfDay:
    """The doses of one day: how often each amount, and the planned minutes."""

    amounts: Counter[float] = field(default_factory=Counter)
    due: set[int] = field(default_factory=set)

    def add(self, amount: float | None, due_min: int | None) -> None:
        """Take one more dose."""
        if amount is not None:
            self.amounts[amount] += 1
        if due_min is not None:
            self.due.add(due_min)

    @property
    def amount(self) -> float | None:
        """The amount of most doses, of several the larger; None where none says its amount."""
        return max(self.amounts, key=lambda amount: (self.amounts[amount], amount), default=None)


def usual_doses(days: Mapping[date, DosesOfDay]) -> tuple[UsualDose, ...]:
    """The usual doses in order of their days, each another amount than the one before; none without amounts."""
    begun = list(_begun((day, amount) for day in sorted(days) if (amount := days[day].amount) is not None))
    if not begun:
        return ()
    ends = [since for since, _, _ in begun[1:]] + [date.max]
    return tuple(
        UsualDose(since, amount, _times(days, since, end), stood)
        for (since, amount, stood), end in zip(begun, ends, strict=True)
    )


def _begun(told: Iterable[tuple[date, float]]) -> Iterable[tuple[date, float, date]]:
    """The first amount, and each that stood and is another than the one before it."""
    last: float | None = None
    for amount, group in groupby(told, key=lambda each: each[1]):
        run = [day for day, _ in group]
        if last is None or (len(run) >= STANDS_DAYS and amount != last):
            yield run[0], amount, run[min(len(run), STANDS_DAYS) - 1]
            last = amount


def _times(days: Mapping[date, DosesOfDay], since: date, end: date) -> tuple[int, ...]:
    planned = [found.due for day, found in days.items() if since <= day < end and found.due]
    counts = Counter(minute for due in planned for minute in due)
    return tuple(sorted(minute for minute, count in counts.items() if count * 2 >= len(planned)))
