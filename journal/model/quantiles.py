"""Mean, median and quantiles of plain numbers.

Quartiles and medians by linear interpolation, numpy's default (clinical.md, section 1, "Windows").
Means are summed with `fsum`, so the order of the values never changes the result.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

Quartiles = tuple[float, float, float]
"""Lower quartile, median, upper quartile."""


def mean(values: Collection[float]) -> float:
    """The arithmetic mean. Raises ValueError when there is no value."""
    if not values:
        raise ValueError("no values")
    return math.fsum(values) / len(values)


def quantile(values: Collection[float], q: float) -> float:
    """The `q` quantile (0 to 1), linear between neighbours. Raises ValueError when there is none."""
    if not values:
        raise ValueError("no values")
    if not 0 <= q <= 1:
        raise ValueError("q outside 0 to 1")
    return _at(sorted(values), q)


def median(values: Collection[float]) -> float:
    """The middle value, or the mean of the middle two. Raises ValueError when there is none."""
    return quantile(values, 0.5)


def quartiles(values: Collection[float]) -> Quartiles:
    """Lower quartile, median and upper quartile. Raises ValueError when there is no value."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return _at(ordered, 0.25), _at(ordered, 0.5), _at(ordered, 0.75)


def _at(ordered: Sequence[float], q: float) -> float:
    place = q * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    low, high, share = ordered[below], ordered[above], place - below
    # From the nearer neighbour, as numpy does, so that q = 1 gives exactly the greatest value.
    return high - (high - low) * (1 - share) if share >= 0.5 else low + (high - low) * share
