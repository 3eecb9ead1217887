"""The numbers that are possible. What is possible is never refused; what is merely unlikely is asked about once."""

from __future__ import annotations

import math
from collections.abc import Mapping

from journal.model.errors import FieldOutOfRange
from journal.model.sessions import Vital

DAY_MIN = 24 * 60
WEEK_MIN = 7 * DAY_MIN

RANGES: Mapping[str, tuple[float, float]] = {
    "dose": (0, 100_000),
    "amount": (0, 100_000),
    "weight_kg": (1, 700),
    "minutes": (0, DAY_MIN),
    "clear_min": (0, WEEK_MIN),
    "worked_with": (0, 4),
    "level": (0, 4),
    "minute": (0, DAY_MIN),
    "systolic": (0, 400),
    "diastolic": (0, 400),
    "pulse": (0, 400),
    "spo2": (0, 100),
    "before": (0, 100),
    "highest": (0, 100),
    "after": (0, 100),
    "sessions": (1, 10_000),
    "every_days": (1, 3_650),
    "due_min": (0, DAY_MIN - 1),
    "times": (0, DAY_MIN - 1),
    "weekdays": (0, 6),
}
"""The least and the greatest of each field: the dose's own unit, kg, minutes, mmHg, beats a minute, percent, days."""


def possible(field: str, value: object) -> bool:
    """Whether a value is possible; what is not said is, and what has no range."""
    if field not in RANGES or value is None or isinstance(value, str):
        return True
    if isinstance(value, tuple):
        return all(possible(field, each) for each in value)
    minimum, maximum = RANGES[field]
    return isinstance(value, int | float) and math.isfinite(value) and minimum <= value <= maximum


def check(**numbers: float | None) -> None:
    """Raise FieldOutOfRange for the first number that is impossible; fields without a range are free."""
    for field, value in numbers.items():
        if not possible(field, value):
            minimum, maximum = RANGES[field]
            raise FieldOutOfRange(field=field, value=value, minimum=minimum, maximum=maximum)


def check_vital(vital: Vital) -> None:
    """Raise FieldOutOfRange for impossible vitals."""
    check(minute=vital.minute, systolic=vital.systolic, diastolic=vital.diastolic, pulse=vital.pulse, spo2=vital.spo2)
