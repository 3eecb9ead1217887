"""Whether a value is on an item's scale."""

from __future__ import annotations

import math

from journal.model.errors import ValueOutOfRange
from journal.model.items import Item, Kind

LONGEST_NIGHT_H = 24.0
TOLERANCE = 1e-9


def check_value(item: Item, value: float) -> None:
    """Raise ValueOutOfRange unless the value is between the ends and on a step.

    Hours are free between 0 and 24; counts are whole numbers from 0.
    """
    version = item.version
    highest = LONGEST_NIGHT_H if item.kind is Kind.HOURS and version.maximum is None else version.maximum
    inside = math.isfinite(value) and value >= version.minimum and (highest is None or value <= highest)
    if not inside or not _on_step(item, value):
        raise ValueOutOfRange(key=item.key, value=value, minimum=version.minimum, maximum=highest, step=version.step)


def _on_step(item: Item, value: float) -> bool:
    if item.kind is Kind.HOURS:
        return True
    steps = (value - item.version.minimum) / item.version.step
    return abs(steps - round(steps)) < TOLERANCE
