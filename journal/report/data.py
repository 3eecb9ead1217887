"""What a report is made of, gathered from the journal: numbers and days, nothing yet in words.

Only what was chosen is in here: no earlier period without the comparison, no note that was not
picked, no item that stays out until chosen. So nothing else can reach the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.model.entries import State
from journal.model.items import Better, Cluster, Kind
from journal.report.score_data import ReportScores
from journal.report.treatment_data import Treatment

Runs = tuple[float | None, ...]
"""One value for each day of the period, None where there is none."""


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One item over the period.

    `values` are day values and `trend` the trailing 7-day mean, one for each day of the period.
    `words` has one for each step, two for the ends, or none. `high_from` is three quarters of the
    scale and `low_to` one quarter; `days_high` and `days_low` are None where they make no sense.
    `previous_mean` and `change` are None without comparison; `change_withheld` says why a wanted
    change is missing. `states` are the days that were asked and not rated. `scale_since` is the day
    from which on it has this scale, where ratings of the period on an earlier one are left out.
    `ended_on` is the last day of an own goal that ended.
    """

    key: str
    label: str
    clinical: str
    cluster: Cluster
    kind: Kind
    better: Better
    minimum: float
    maximum: float | None
    words: tuple[str, ...]
    values: Runs
    trend: Runs
    unit: str = ""
    symptom: bool = False
    n_days: int = 0
    mean: float | None = None
    median: float | None = None
    days_high: int | None = None
    days_low: int | None = None
    high_from: float | None = None
    low_to: float | None = None
    previous_mean: float | None = None
    previous_days: int = 0
    change: float | None = None
    change_withheld: str | None = None
    states: Mapping[date, State] = field(default_factory=dict)
    scale_since: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """The average symptom rating: by day, its trailing median and quartiles, and its figures.

    `items` is how many items the two periods are compared over (or that take part). `band` holds
    the lower and upper quartile of the seven days that end on each day.
    """

    values: Runs
    median_line: Runs
    band: tuple[tuple[float, float] | None, ...]
    n_days: int
    items: int
    mean: float
    median: float
    previous_mean: float | None = None
    previous_days: int = 0
    change: float | None = None
    change_withheld: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """How much was logged. The earlier period's is None without comparison."""

    possible: int
    logged: int
    longest_gap: int
    entries: int
    entered_later: int
    previous_logged: int | None = None
    previous_possible: int | None = None


@dataclass(frozen=True, slots=True)
class UsualDay:
    """How many symptoms stand at 3 or 4 on a usual day: a median, of how many, over how many days."""

    high: float
    of: float
    n_days: int


@dataclass(frozen=True, slots=True)
class Nightly:
    """A figure from the nights: a week's count, or hours; `value` is None under `needed` nights."""

    value: float | None
    n_nights: int
    needed: int = 0
    previous: float | None = None
    previous_nights: int = 0


@dataclass(frozen=True, slots=True)
class WeekTable:
    """The typical week. `rows` are parts of the day (or one row "any time"), cells run from Monday.

    `cells[row][weekday]` is a mean, None where there are fewer than 4 ratings, on a scale from
    `minimum` to `maximum`.
    """

    parts: tuple[str, ...]
    cells: tuple[tuple[float | None, ...], ...]
    of_load: bool = True
    minimum: float = 0.0
    maximum: float = 4.0


@dataclass(frozen=True, slots=True)
class ChosenNote:
    """A note that the person picked for this report; `of` names the session that it belongs to, if any."""

    day: date
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """How often thoughts of suicide were asked about and told of."""

    days_asked: int
    days_yes: int
    last_yes: date | None


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything one report is made of. `made_on` is the day it is written.

    `changes` and `questions` are the lines to tell and to ask at the appointment, in the person's order.
    """

    made_on: date
    days: Days
    items: tuple[ReportItem, ...] = ()
    load: Load | None = None
    usual_day: UsualDay | None = None
    usual_day_before: UsualDay | None = None
    steps: tuple[int, ...] = ()
    steps_before: tuple[int, ...] = ()
    step_words: tuple[str, ...] = ()
    nightmares: Nightly | None = None
    sleep: Nightly | None = None
    week: WeekTable | None = None
    notes: tuple[ChosenNote, ...] = ()
    suicidal_thoughts: Asked | None = None
    treatment: Treatment = field(default_factory=Treatment)
    scores: ReportScores = field(default_factory=ReportScores)
    changes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
