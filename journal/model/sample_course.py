"""The course behind the sample journal: how an invented person's 26 weeks went, day by day.

Weeks of trouble, a calmer stretch while a treatment goes on, and part of the way back again: neither
a success story nor a failure. Every number comes from `random.Random.random` with sums and products
only, never from a function that computers or versions of Python answer differently in the last digit.
"""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import dataclass
from datetime import date, timedelta

LAST_DAY = date(2026, 10, 29)
WEEKS = 26
FIRST_DAY = LAST_DAY - timedelta(days=7 * WEEKS - 1)

TREATED_FROM_WEEK = 8
INFUSIONS_AT = {
    date(2026, 6, 29): 13 * 60 + 50,
    date(2026, 7, 1): 13 * 60 + 55,
    date(2026, 7, 3): 13 * 60 + 48,
    date(2026, 7, 6): 13 * 60 + 52,
    date(2026, 7, 8): 13 * 60 + 50,
    date(2026, 7, 10): 14 * 60 + 2,
    date(2026, 8, 5): 13 * 60 + 50,
    date(2026, 8, 26): 13 * 60 + 56,
    date(2026, 9, 16): 13 * 60 + 46,
    date(2026, 10, 7): 13 * 60 + 58,
    date(2026, 10, 28): 13 * 60 + 52,
}
"""When each infusion began, in minutes after midnight: six in two weeks, then one every three."""

_LEVELS = ((0.0, 2.75), (4.0, 2.95), (8.0, 2.8), (10.5, 2.3), (13.0, 1.8), (16.5, 1.7), (19.5, 2.3), (22.0, 2.4))
"""How much troubled the person, on 0 to 4, at the beginning of these weeks; straight lines between."""

_CARRIED_OVER = 0.6
"""The share of one day's deviation that is still there on the next."""


@dataclass(frozen=True, slots=True)
class Trait:
    """How an item follows the day: `base` + `share` × the day's level, ± `restless` by chance.

    `night` and `dose` say how far a bad night and a treatment's day move it. All in steps.
    """

    base: float
    share: float
    restless: float
    night: float = 0.0
    dose: float = 0.0


TRAITS = {
    "nightmares": Trait(-1.9, 1.0, 1.1, night=1.2),
    "flashbacks": Trait(-1.1, 0.95, 1.1),
    "intrusive_memories": Trait(0.1, 0.95, 0.9),
    "avoid_reminders": Trait(0.3, 0.8, 0.8),
    "guilt": Trait(0.2, 0.8, 0.9),
    "low_mood": Trait(0.0, 0.95, 0.8, night=0.2),
    "numb": Trait(0.8, 0.5, 0.8),
    "irritability": Trait(-0.2, 0.85, 1.0, night=0.4),
    "hypervigilance": Trait(0.9, 0.75, 0.8),
    "sleep_trouble": Trait(0.0, 0.9, 0.8, night=0.8),
    "anxiety": Trait(0.2, 0.85, 1.0, night=0.2),
    "unreal": Trait(-1.2, 0.95, 0.9, dose=0.8),
    "hours_slept": Trait(7.8, -0.7, 0.8, night=-0.9),
    "functioning": Trait(3.9, -0.8, 0.7, night=-0.2),
    "connection": Trait(3.2, -0.55, 0.7),
    "dizziness": Trait(-0.1, 0.1, 0.5, dose=2.2),
    "nausea": Trait(-0.3, 0.1, 0.5, dose=1.5),
    "dissociation": Trait(-0.7, 0.2, 0.5, dose=2.6),
}
"""The items that the person of the sample is asked, and how each behaves."""


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One day: its level, how bad the night before it was (about -2 to 2), and the dose still felt.

    `dose` is 1 on the day of a treatment, a little on the next, else 0.
    """

    day: date
    level: float
    night: float
    dose: float
    drift: dict[str, float]

    def leaning(self, key: str) -> float:
        """Where an item's ratings of this day lie, before the check-in's own chance."""
        trait = TRAITS[key]
        moved = trait.night * self.night + trait.dose * self.dose + self.drift[key]
        return trait.base + trait.share * self.level + moved


def course(chance: random.Random) -> list[CourseDay]:
    """The 182 days in order."""
    days: list[CourseDay] = []
    treated = treatment_days()
    mood, drift = 0.0, dict.fromkeys(TRAITS, 0.0)
    for number in range(7 * WEEKS):
        day = FIRST_DAY + timedelta(days=number)
        mood = _CARRIED_OVER * mood + 0.25 * spread(chance)
        drift = {
            key: _CARRIED_OVER * drift[key] + 0.6 * trait.restless * spread(chance) for key, trait in TRAITS.items()
        }
        weekday = 0.1 if day.weekday() < 5 else -0.15
        dose = 1.0 if day in treated else 0.2 if day - timedelta(days=1) in treated else 0.0
        days.append(CourseDay(day, _level(number / 7) + mood + weekday, spread(chance), dose, drift))
    return days


def treatment_days() -> frozenset[date]:
    """The days of the infusions, whose dose is felt."""
    return frozenset(INFUSIONS_AT)


def spread(chance: random.Random) -> float:
    """A number around 0, bell-shaped with standard deviation 1 (a sum of twelve even ones)."""
    # fsum, because Python 3.12 began to add floats up in another way than 3.11.
    return math.fsum(chance.random() for _ in range(12)) - 6.0


def _level(week: float) -> float:
    for (start, low), (end, high) in itertools.pairwise(_LEVELS):
        if week <= end:
            return low + (high - low) * (week - start) / (end - start)
    return _LEVELS[-1][1] - 0.08 * (week - _LEVELS[-1][0])
