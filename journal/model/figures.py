"""A number with its n, the same number in the period before, and the change between them.

Too few days give no number but a reason, by clinical.md, section 4, and the contract of the command
line: a change needs 7 days in either period.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from journal.model.quantiles import mean, median

NEEDED_DAYS = 7
"""Days that either period needs before a change is named."""


class Withheld(StrEnum):
    """Why no change is given. The words shown are made elsewhere."""

    TOO_FEW_DAYS = "too_few_days"
    TOO_FEW_DAYS_BEFORE = "too_few_days_before"
    TOO_FEW_ITEMS = "too_few_items"
    TOO_FEW_SESSIONS = "too_few_sessions"
    SCALE_CHANGED = "scale_changed"


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean and median over `n_days` days; both None where there is none."""

    n_days: int = 0
    mean: float | None = None
    median: float | None = None

    def as_json(self) -> dict[str, object]:
        """The three fields by name."""
        return {"n_days": self.n_days, "mean": self.mean, "median": self.median}


@dataclass(frozen=True, slots=True)
class Change:
    """This period's mean minus the previous one's, or the reason why there is none."""

    value: float | None = None
    withheld: Withheld | None = None


def figures(values: Collection[float]) -> Figures:
    """Mean, median and n of day values."""
    return Figures(len(values), mean(values), median(values)) if values else Figures()


def change(now: Figures, before: Figures) -> Change:
    """The change of the mean, withheld where either period has under 7 days."""
    if now.mean is None or now.n_days < NEEDED_DAYS:
        return Change(withheld=Withheld.TOO_FEW_DAYS)
    if before.mean is None or before.n_days < NEEDED_DAYS:
        return Change(withheld=Withheld.TOO_FEW_DAYS_BEFORE)
    return Change(now.mean - before.mean)
