"""The medicines of the sample journal: one regular, with a dose change, and one as needed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date

from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.model.sample_course import CourseDay
from journal.model.sample_sessions import sample_id
from journal.model.sample_times import LONG_GAP, ZONE, instant

SEED = 20261030
REGULAR, AS_NEEDED = sample_id("medicine regular"), sample_id("medicine as needed")
DOSE_CHANGED = date(2026, 9, 14)

_MORNING_MIN = 8 * 60
_NOT_WRITTEN, _NOT_TAKEN, _LATER = 0.12, 0.15, 0.23
"""Of the mornings, up to these shares: nothing written down, not taken, taken later; the rest taken."""

_CALM_LEVEL, _NEEDED = 1.2, 0.2
"""Above this level of a day the second medicine is taken in so large a share of the evenings for each step."""


def sample_medicines() -> tuple[Medicine, ...]:
    """Both medicines with their doses."""
    return (
        Medicine(
            REGULAR,
            "Sertraline",
            "mg",
            date(2026, 3, 2),
            levels=(
                DoseLevel(sample_id("level 50"), date(2026, 3, 2), 50, (_MORNING_MIN,)),
                DoseLevel(sample_id("level 100"), DOSE_CHANGED, 100, (_MORNING_MIN,)),
            ),
        ),
        Medicine(
            AS_NEEDED,
            "Prazosin",
            "mg",
            date(2026, 4, 20),
            as_needed=True,
            levels=(DoseLevel(sample_id("level 1"), date(2026, 4, 20), 1),),
            purpose="Nights",
        ),
    )


def sample_intakes(days: Sequence[CourseDay], seed: int = SEED) -> tuple[Intake, ...]:
    """Every dose that was written down, in order of time."""
    chance = random.Random(seed)  # noqa: S311 an invented course, not a secret
    found = [intake for each in days for intake in _of_day(each, chance)]
    return tuple(sorted(found, key=lambda intake: intake.at_ms))


def _of_day(each: CourseDay, chance: random.Random) -> Iterator[Intake]:
    """The same numbers are drawn whatever comes of them."""
    morning, minute, evening, late = (chance.random() for _ in range(4))
    if each.day in LONG_GAP:
        return
    if morning >= _NOT_WRITTEN:
        yield _regular(each.day, morning, minute)
    if evening < (each.level - _CALM_LEVEL) * _NEEDED:
        yield _intake(AS_NEEDED, each.day, 22 * 60 + int(90 * late), Taken.TAKEN, 1)


def _regular(day: date, share: float, minute: float) -> Intake:
    dose = 50 if day < DOSE_CHANGED else 100
    if share < _NOT_TAKEN:
        return _intake(REGULAR, day, 20 * 60 + int(60 * minute), Taken.NOT_TAKEN, None, _MORNING_MIN)
    if share < _LATER:
        return _intake(REGULAR, day, 10 * 60 + int(150 * minute), Taken.LATER, dose, _MORNING_MIN)
    return _intake(REGULAR, day, _MORNING_MIN - 45 + int(75 * minute), Taken.TAKEN, dose, _MORNING_MIN)


def _intake(
    medicine_id: str, day: date, wall_min: int, taken: Taken, amount: float | None, due_min: int | None = None
) -> Intake:
    at_ms, offset_min = instant(day, wall_min)
    return Intake(
        id=sample_id(f"{medicine_id} {day}"),
        medicine_id=medicine_id,
        taken=taken,
        at_ms=at_ms,
        offset_min=offset_min,
        day=day,
        amount=amount,
        due_min=due_min,
        zone=ZONE,
        made_ms=at_ms,
        made_offset_min=offset_min,
    )
