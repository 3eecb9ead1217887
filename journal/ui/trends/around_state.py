"""What "Before and after" shows, built from what was read and what was chosen. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.app.treatment_charts import Event
from journal.app.trends import Choice
from journal.model.phases import USUAL_DAYS
from journal.model.treatment_charts import AroundChart
from journal.texts import comparisons, since_charts
from journal.texts.dates import short_date
from journal.texts.number_tables import NumbersTable, around_days
from journal.ui.trends.since_state import Option

LENGTHS = (7, 14, 28, 56, 84)
"""Days each side that can be chosen."""

ANOTHER_DAY = "day"
"""The key of the last choice in the list of days."""


@dataclass(frozen=True, slots=True)
class AroundWanted:
    """What the person chose. `event` is an event's key, `on` a day of their own; None is the newest event."""

    event: str | None = None
    on: date | None = None
    key: str | None = None
    days: int = USUAL_DAYS


@dataclass(frozen=True, slots=True)
class AroundState:
    """The chart, its words, and what can be chosen."""

    events: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    lengths: tuple[Option, ...] = ()
    event: str = ""
    on: date | None = None
    key: str = ""
    days: int = USUAL_DAYS
    chart: AroundChart | None = None
    table: NumbersTable | None = None
    more: tuple[NumbersTable, ...] = ()
    description: str = ""
    notes: tuple[str, ...] = ()

    @property
    def own_day(self) -> bool:
        """Whether a day of the person's own is looked at."""
        return self.event == ANOTHER_DAY


def event_of(wanted: AroundWanted, events: tuple[Event, ...], today: date) -> Event:
    """The day to look at: the one chosen, else the newest before today, else today without a name."""
    if wanted.on is not None:
        return Event(ANOTHER_DAY, wanted.on, "")
    chosen = next((event for event in events if event.key == wanted.event), None)
    past = next((event for event in events if event.day < today), None)
    return chosen or past or Event(ANOTHER_DAY, today, "")


def build_around(
    wanted: AroundWanted,
    events: tuple[Event, ...],
    event: Event,
    items: tuple[Choice, ...],
    chart: AroundChart,
    key: str,
) -> AroundState:
    """The view for what was chosen and read."""
    title = comparisons.before_after_title(chart.label, chart.found)
    lines = comparisons.before_after_lines(chart.found, chart.scale.better)
    named = tuple((each.key, since_charts.event(each.label, short_date(each.day))) for each in events)
    return AroundState(
        (*named, (ANOTHER_DAY, since_charts.another_day())),
        tuple((choice.key, choice.label) for choice in items),
        tuple((str(days), since_charts.days_each(days)) for days in LENGTHS),
        event.key,
        event.day,
        key,
        wanted.days,
        chart,
        NumbersTable(title, since_charts.around_columns(), since_charts.around_rows(chart.found)),
        (around_days(chart),),
        " ".join((f"{title}.", *lines)),
        lines,
    )
