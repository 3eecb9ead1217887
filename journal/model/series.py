"""What the charts draw: each item's days over a period, as plain numbers.

Days are ordinals (`date.toordinal`), so that drawing and panning need no date objects. Days without
a value are simply not there: nothing missing is ever a 0.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from journal.model.items import Better, Item, Kind
from journal.model.periods import Period
from journal.model.trailing import trailing_mean, trailing_quartiles
from journal.model.week import WeekTable

LOAD_KEY = "load"
"""The key under which the average symptom rating is chosen; no item may be called so."""

DIRECTIONS = (Better.LOWER, Better.HIGHER, Better.NONE)
"""Panels are grouped in this order. Directions are never mixed and no axis is flipped."""

LONGEST_COUNTED = 1.0
"""A chart of a count that never rose above nothing still reaches up to 1."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A panel's axis. `words` has one per step, or nothing; the end words stand for both ends."""

    kind: Kind
    better: Better
    minimum: float
    maximum: float
    step: float
    low_word: str = ""
    high_word: str = ""
    words: tuple[str, ...] = ()
    unit: str = ""

    def word(self, value: float) -> str:
        """The word of a value that lies on a step, else nothing."""
        place = (value - self.minimum) / self.step if self.step else 0.5
        index = round(place)
        return self.words[index] if abs(place - index) < 1e-9 and 0 <= index < len(self.words) else ""

    @property
    def ticks(self) -> tuple[float, ...]:
        """Three or fewer values to write at the axis: the ends, and the middle where it is a step."""
        middle = (self.minimum + self.maximum) / 2
        steps = (middle - self.minimum) / self.step if self.step else 1.0
        return (self.minimum, middle, self.maximum) if steps == int(steps) >= 1 else (self.minimum, self.maximum)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many days have a value and their mean; None where there is no day."""

    n_days: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: day values as dots, the 7-day line over them.

    `days` and `values` belong together, as do `line_days`, `line` and, for the average symptom
    rating, `low` and `high` (its quartile band). Both reach beyond the period shown, so that the
    view can be moved without reading again.
    """

    key: str
    label: str
    scale: Scale
    days: tuple[int, ...]
    values: tuple[float, ...]
    line_days: tuple[int, ...]
    line: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()

    @property
    def is_load(self) -> bool:
        """True for the average symptom rating, whose line is a median with quartiles."""
        return self.key == LOAD_KEY

    def numbers(self, first: int, last: int) -> Numbers:
        """Count and mean of the day values from `first` to `last`, both included (ordinals)."""
        found = self.values[bisect_left(self.days, first) : bisect_right(self.days, last)]
        return Numbers(len(found), math.fsum(found) / len(found) if found else None)

    def value_on(self, day: int) -> float | None:
        """The value of a day, or None."""
        return _found(self.days, self.values, day)

    def line_on(self, day: int) -> float | None:
        """Where the 7-day line stands on a day, or None."""
        return _found(self.line_days, self.line, day)

    def has_line(self, first: int, last: int) -> bool:
        """Whether any day from `first` to `last` has enough days before it for the line."""
        return bisect_left(self.line_days, first) < bisect_right(self.line_days, last)


class MarkKind(StrEnum):
    """What a mark on a chart stands for."""

    SESSION = "session"
    DOSE = "dose"
    MARKER = "marker"


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something that happened on a day (an ordinal) and is drawn through all panels."""

    day: int
    label: str
    kind: MarkKind = MarkKind.SESSION


@dataclass(frozen=True, slots=True)
class DoseLane:
    """The usual doses of one medicine as steps under the charts.

    `firsts`, `lasts` and `amounts` belong together: days as ordinals, both included, in order. `unit`
    as the person wrote it.
    """

    label: str
    unit: str
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    amounts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TrendsData:
    """Everything the page of small charts shows.

    `period` is what is shown, `loaded` the days the panels hold, `reach` the days one can move within
    (first entry to today). `compare` asks for the numbers of the period before beside those of the
    period.
    """

    period: Period
    loaded: Period
    reach: Period
    panels: tuple[Panel, ...]
    compare: bool = False
    marks: tuple[ChartMark, ...] = ()
    doses: tuple[DoseLane, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether no panel has a value in the period."""
        first, last = self.period.first.toordinal(), self.period.last.toordinal()
        return not any(panel.numbers(first, last).n_days for panel in self.panels)

    def grouped(self) -> tuple[tuple[Better, tuple[Panel, ...]], ...]:
        """The panels by direction, in order; directions without panels are left out."""
        return _grouped(self.panels)


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


@dataclass(frozen=True, slots=True)
class WeekPanel:
    """The typical week of one item."""

    key: str
    label: str
    scale: Scale
    table: WeekTable


P = TypeVar("P", Panel, WeekPanel)


@dataclass(frozen=True, slots=True)
class WeekData:
    """The typical weeks of a period."""

    period: Period
    panels: tuple[WeekPanel, ...]

    def grouped(self) -> tuple[tuple[Better, tuple[WeekPanel, ...]], ...]:
        """The panels by direction, in order; directions without panels are left out."""
        return _grouped(self.panels)


def _grouped(panels: tuple[P, ...]) -> tuple[tuple[Better, tuple[P, ...]], ...]:
    groups = ((better, tuple(p for p in panels if p.scale.better is better)) for better in DIRECTIONS)
    return tuple((better, chosen) for better, chosen in groups if chosen)


def _line_days(values: Iterable[date]) -> list[date]:
    """Every day from the first to the last value, so that a short gap does not cut the line."""
    ordered = list(values)
    if not ordered:
        return []
    first, last = ordered[0], ordered[-1]
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _found(days: tuple[int, ...], values: tuple[float, ...], day: int) -> float | None:
    place = bisect_left(days, day)
    return values[place] if place < len(days) and days[place] == day else None
