"""Makes the panels of the small charts from day values: axis, dots and 7-day line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from journal.model.items import Item, Kind
from journal.model.series import LOAD_KEY, Panel, Scale
from journal.model.trailing import trailing_mean, trailing_quartiles

LONGEST_COUNTED = 1.0
"""A chart of a count that never rose above nothing still reaches up to 1."""


def item_scale(item: Item, words: tuple[str, ...], ends: tuple[str, str], top: float) -> Scale:
    """The axis of an item. Scales without an upper end, and hours, reach to a round number above `top`."""
    version = item.version
    open_end = version.maximum is None or version.kind in (Kind.COUNT, Kind.HOURS)
    maximum = round_top(max(top, LONGEST_COUNTED)) if open_end or version.maximum is None else version.maximum
    return Scale(
        version.kind, version.better, version.minimum, maximum, version.step, *ends, words=words, unit=version.unit
    )


def round_top(value: float) -> float:
    """The next number at or above `value` that is 1, 2, 4, 6, 8 or 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if value <= step * power * (1 + 1e-9))


def item_panel(key: str, label: str, scale: Scale, values: Mapping[date, float]) -> Panel:
    """A panel with the 7-day mean over the day values of one item."""
    days = _line_days(values)
    found = [
        (day.toordinal(), mean) for day, mean in zip(days, trailing_mean(values, days), strict=True) if mean is not None
    ]
    return Panel(
        key,
        label,
        scale,
        tuple(day.toordinal() for day in values),
        tuple(values.values()),
        tuple(day for day, _ in found),
        tuple(mean for _, mean in found),
    )


def load_panel(label: str, scale: Scale, values: Mapping[date, float]) -> Panel:
    """The panel of the average symptom rating: 7-day median within its quartiles."""
    days = _line_days(values)
    found = [(d.toordinal(), q) for d, q in zip(days, trailing_quartiles(values, days), strict=True) if q is not None]
    return Panel(
        LOAD_KEY,
        label,
        scale,
        tuple(day.toordinal() for day in values),
        tuple(values.values()),
        tuple(day for day, _ in found),
        tuple(quartiles[1] for _, quartiles in found),
        tuple(quartiles[0] for _, quartiles in found),
        tuple(quartiles[2] for _, quartiles in found),
    )


def _line_days(values: Iterable[date]) -> list[date]:
    """Every day from the first to the last value, so that a short gap does not cut the line."""
    ordered = list(values)
    if not ordered:
        return []
    first, last = ordered[0], ordered[-1]
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
