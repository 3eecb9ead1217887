"""What the charts draw: each item's days over a period, as plain numbers.

Days are ordinals (`date.toordinal`), so that drawing and panning need no date objects. Days without
a value are simply not there: nothing missing is ever a 0.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from journal.model.items import Better, Kind
from journal.model.periods import Period
from journal.model.week import WeekTable

if TYPE_CHECKING:
    from journal.model.score_series import ScoreSeries

LOAD_KEY = "load"
"""The key under which the average symptom rating is chosen; no item may be called so."""

EFFECTS_KEY = "side_effects"
"""The key of the panel of side effects by session; no item may be called so."""

DRAWN_EFFECTS = 6
"""So many side effects have a symbol of their own; the others are said in words."""

DIRECTIONS = (Better.LOWER, Better.HIGHER, Better.NONE)
"""Panels are grouped in this order. Directions are never mixed and no axis is flipped."""


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
class EffectPeaks:
    """The highest level of one side effect in each session that it was logged for.

    `days` are ordinals; a second session of a day stands a part of a day later. A session without
    this side effect is not there: it was not asked, or not answered, and is never a 0.
    """

    label: str
    days: tuple[float, ...]
    levels: tuple[float, ...]

    def between(self, first: float, last: float) -> tuple[float, ...]:
        """The levels from the day `first` to the end of the day `last`."""
        return self.levels[bisect_left(self.days, first) : bisect_left(self.days, last + 1)]


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: day values as dots, the 7-day line over them.

    `days` and `values` belong together, as do `line_days`, `line` and, for the average symptom
    rating, `low` and `high` (its quartile band). Both reach beyond the period shown, so that the
    view can be moved without reading again. The panel of side effects has `effects` instead of a
    line; its days are those with a session whose side effects were logged, its values the highest level.
    The panel of a questionnaire's totals has `scores` instead of a line; its values are each day's last total.
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
    effects: tuple[EffectPeaks, ...] = ()
    scores: ScoreSeries | None = None

    @property
    def has_days(self) -> bool:
        """True for a panel of day values with their line: neither side effects nor a questionnaire's totals."""
        return self.scores is None and not self.is_effects

    @property
    def is_effects(self) -> bool:
        """True for the panel of side effects by session."""
        return self.key == EFFECTS_KEY

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
    TAG = "tag"
    """A day with the tag that was chosen to be marked."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something that happened on a day (an ordinal) and is drawn through all panels.

    `name` and `number` are the parts of the label of a numbered session ("Infusion", 4), so that
    labels without room can be joined ("Infusion 1–3").
    """

    day: int
    label: str
    kind: MarkKind = MarkKind.SESSION
    name: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class DoseLane:
    """The usual doses of one medicine as steps under the charts.

    `firsts`, `lasts` and `amounts` belong together: days as ordinals, both included, in order; the
    last step of a medicine that goes on ends today. `unit` as the person wrote it. `daily` says that
    the amounts are those of a whole day, as they are where a dose is taken more than once a day.
    """

    label: str
    unit: str
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    amounts: tuple[float, ...]
    as_needed: bool = False
    daily: bool = False

    def amount_on(self, day: int) -> float | None:
        """The usual dose of a day; None before the start and after the stop. 0 is a dose."""
        place = bisect_right(self.firsts, day) - 1
        return self.amounts[place] if place >= 0 and day <= self.lasts[place] else None


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """From this day on an item is answered on another scale than ratings before it that are drawn too."""

    label: str
    day: date


@dataclass(frozen=True, slots=True)
class TrendsData:
    """Everything the page of small charts shows.

    `period` is what is shown, `loaded` the days the panels hold, `reach` the days one can move within
    (first entry to today). `compare` asks for the numbers of the period before beside those of the
    period. Each scale that an item had is a panel of its own; `scale_changes` say when it changed.
    """

    period: Period
    loaded: Period
    reach: Period
    panels: tuple[Panel, ...]
    compare: bool = False
    marks: tuple[ChartMark, ...] = ()
    doses: tuple[DoseLane, ...] = ()
    scale_changes: tuple[ScaleChange, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether no panel has a value in the period; a questionnaire with its total withheld is not nothing."""
        first, last = self.period.first.toordinal(), self.period.last.toordinal()
        withheld = (each.day for panel in self.panels if panel.scores is not None for each in panel.scores.withheld)
        return not (
            any(panel.numbers(first, last).n_days for panel in self.panels)
            or any(day in self.period for day in withheld)
        )

    @property
    def treated(self) -> bool:
        """Whether the period has a session, a marker or a usual dose to draw."""
        first, last = self.period.first.toordinal(), self.period.last.toordinal()
        marked = any(first <= mark.day <= last for mark in self.marks if mark.kind is not MarkKind.TAG)
        return marked or any(lane.firsts[0] <= last and lane.lasts[-1] >= first for lane in self.doses)

    def grouped(self) -> tuple[tuple[Better, tuple[Panel, ...]], ...]:
        """The panels by direction, in order; directions without panels are left out.

        Side effects by session and totals of questionnaires are no items and stand apart.
        """
        return _grouped(tuple(panel for panel in self.panels if panel.has_days))

    def scored(self) -> tuple[tuple[Better, tuple[Panel, ...]], ...]:
        """The panels of questionnaires' totals by direction, as `grouped`."""
        return _grouped(tuple(panel for panel in self.panels if panel.scores is not None))

    @property
    def effects(self) -> Panel | None:
        """The panel of side effects by session, if it is shown."""
        return next((panel for panel in self.panels if panel.is_effects), None)

    def ordered(self) -> tuple[Panel, ...]:
        """All panels in the order they are drawn: by direction, questionnaires by direction, side effects."""
        by_direction = [panel for _better, panels in (*self.grouped(), *self.scored()) for panel in panels]
        return (*by_direction, *(panel for panel in self.panels if panel.is_effects))

    def marks_on(self, day: int) -> tuple[ChartMark, ...]:
        """What happened on a day."""
        return tuple(mark for mark in self.marks if mark.day == day)


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
    scale_changes: tuple[ScaleChange, ...] = ()

    def grouped(self) -> tuple[tuple[Better, tuple[WeekPanel, ...]], ...]:
        """The panels by direction, in order; directions without panels are left out."""
        return _grouped(self.panels)


def _grouped(panels: tuple[P, ...]) -> tuple[tuple[Better, tuple[P, ...]], ...]:
    groups = ((better, tuple(p for p in panels if p.scale.better is better)) for better in DIRECTIONS)
    return tuple((better, chosen) for better, chosen in groups if chosen)


def _found(days: tuple[int, ...], values: tuple[float, ...], day: int) -> float | None:
    place = bisect_left(days, day)
    return values[place] if place < len(days) and days[place] == day else None
