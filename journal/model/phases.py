"""Before and after a day: two windows of the same length, and how far their values overlap.

By clinical.md, section 4: medians, range and n each side, NAP worded "overlap, not proof", and
nothing at all where either side has fewer than 5 days. The day itself is the first of the days
after: a dose that changes on a day holds on that day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.periods import Period, moved
from journal.model.quantiles import median

NEEDED_DAYS = 5
"""Days with a value that either side needs."""

USUAL_DAYS = 14
"""The length of either window until the person chooses another."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: `n` values, their median and range; None where they are withheld."""

    n: int = 0
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The windows of `days_each` days before `on` and from `on` on.

    `nap` is the share of the `n_pairs` pairs of a day before and a day after in which the day after
    is the better one, ties counting half; None where neither end of the scale is better. With a
    reason in `withheld` only the two `n` are given.
    """

    on: date
    days_each: int
    before: Side
    after: Side
    nap: float | None = None
    n_pairs: int = 0
    withheld: Withheld | None = None

    @property
    def days_before(self) -> Period:
        """The window before."""
        return Period(moved(self.on, -self.days_each), moved(self.on, -1))

    @property
    def days_after(self) -> Period:
        """The window that begins on the day."""
        return Period(self.on, moved(self.on, self.days_each - 1))

    def as_json(self) -> dict[str, object]:
        """The fields by name, for scripts."""
        return {
            "on": self.on.isoformat(),
            "days_each": self.days_each,
            "before": _side_json(self.before),
            "after": _side_json(self.after),
            "nap": self.nap,
            "n_pairs": self.n_pairs,
            "withheld": None if self.withheld is None else str(self.withheld),
        }


def before_after(
    values: Mapping[date, float], on: date, days: int = USUAL_DAYS, better: Better = Better.LOWER
) -> BeforeAfter:
    """Compare the day values of `days` days before `on` with those of `days` days from `on` on."""
    empty = BeforeAfter(on, days, Side(), Side())
    before = [values[day] for day in empty.days_before.days() if day in values and day < on]
    after = [values[day] for day in empty.days_after.days() if day in values]
    reason = _reason(len(before), len(after))
    if reason is not None:
        return withheld(on, days, len(before), len(after), reason)
    share = None if better is Better.NONE else nap(before, after, better)
    return BeforeAfter(on, days, side(before), side(after), share, len(before) * len(after))


def withheld(on: date, days: int, n_before: int, n_after: int, reason: Withheld) -> BeforeAfter:
    """A comparison that says only how many days there are and why there is no more."""
    return BeforeAfter(on, days, Side(n_before), Side(n_after), withheld=reason)


def side(values: Collection[float]) -> Side:
    """Median and range of one side; a side without values has none."""
    return Side(len(values), median(values), min(values), max(values)) if values else Side()


def nap(before: Collection[float], after: Collection[float], better: Better = Better.LOWER) -> float:
    """Non-overlap of all pairs, 0 to 1: the share in which `after` is better, ties counting half.

    Counted in whole halves, so `nap(a, b) + nap(b, a)` is 1. Raises ValueError when a side is empty
    or neither end is better.
    """
    if not before or not after or better is Better.NONE:
        raise ValueError("two sides and a direction are needed")
    ordered = sorted(before)
    higher = sum(bisect_left(ordered, value) + bisect_right(ordered, value) for value in after)
    pairs = 2 * len(before) * len(after)
    return (higher if better is Better.HIGHER else pairs - higher) / pairs


def _reason(n_before: int, n_after: int) -> Withheld | None:
    if n_after < NEEDED_DAYS:
        return Withheld.TOO_FEW_DAYS
    return Withheld.TOO_FEW_DAYS_BEFORE if n_before < NEEDED_DAYS else None


def _side_json(found: Side) -> dict[str, object]:
    return {"n": found.n, "median": found.median, "low": found.low, "high": found.high}
