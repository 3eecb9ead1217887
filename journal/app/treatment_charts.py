"""The charts of a session's days and of before and after, and what can be chosen for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from journal.app.chart_treatment import chart_marks
from journal.app.comparisons import TherapyComparison, compare_around, compare_therapy
from journal.app.courses import courses
from journal.app.day_series import day_series, whole_reach
from journal.app.journal import Journal
from journal.app.since_sessions import SinceOf, ratings_since, since_choices
from journal.host.resources import read_treatments
from journal.model.items import Better, Kind
from journal.model.panels import item_scale
from journal.model.periods import Period
from journal.model.series import LOAD_KEY, MarkKind, Scale
from journal.model.treatment_charts import AroundChart, SinceChart
from journal.model.treatments import Group
from journal.texts.items import ItemWords
from journal.texts.names import short_name
from journal.texts.since_charts import course_start
from journal.texts.treatments import course_title

LOAD_HIGHEST = 4.0


@dataclass(frozen=True, slots=True)
class SinceRead:
    """The chart of what was chosen, with what else could be; `chart` is None where there is no session.

    `no_hours` is true where hours were asked of an item about the night. `therapy` is there for
    sessions that are not therapy themselves.
    """

    choices: tuple[SinceOf, ...]
    of: SinceOf | None
    chart: SinceChart | None = None
    no_hours: bool = False
    therapy: TherapyComparison | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A day with a name, to look before and after it. `key` stays the same as long as it is there."""

    key: str
    day: date
    label: str


def since_chart(journal: Journal, key: str, wanted: tuple[str, str | None] | None, *, hours: bool) -> SinceRead:
    """Ratings since the sessions of a kind and course (`wanted`), or the first that can be chosen.

    Raises UnknownItem.
    """
    choices = since_choices(journal)
    of = next((each for each in choices if (each.kind, each.course_id) == wanted), next(iter(choices), None))
    found = ratings_since(journal, key, of, hours=hours)
    if of is None or found is None:
        return SinceRead(choices, None)
    top = max((value for line in found.found.lines for value in line.values), default=0.0)
    chart = SinceChart(found.label, short_name(of.title), _scale(journal, key, top), found.found)
    therapy = read_treatments().of(of.kind).group is Group.THERAPY
    return SinceRead(choices, of, chart, found.no_hours, None if therapy else compare_therapy(journal, key, of.kind))


def events(journal: Journal) -> tuple[Event, ...]:
    """The person's markers, the starts of courses and the dose changes, the newest first."""
    treatments = read_treatments()
    reach = whole_reach(journal)
    first = min((course.start for course in courses(journal)), default=reach.first)
    marks = chart_marks(journal, Period(min(first, reach.first), reach.last))
    found = [
        Event(f"{mark.kind}:{mark.day}:{mark.label}", date.fromordinal(mark.day), mark.label)
        for mark in marks
        if mark.kind is not MarkKind.SESSION
    ]
    found += [
        Event(f"course:{course.id}", course.start, course_start(short_name(course_title(course, treatments))))
        for course in courses(journal)
        if course.start <= reach.last
    ]
    return tuple(sorted(found, key=lambda event: event.day, reverse=True))


def around_chart(journal: Journal, key: str, on: date, days: int, event: str = "") -> AroundChart:
    """Before and after a day, `days` on each side. Raises UnknownItem."""
    compared = compare_around(journal, key, on, days)
    found = compared.found
    values = day_series(journal, key, Period(found.days_before.first, found.days_after.last)).day_values()
    ordered = sorted(values)
    return AroundChart(
        compared.label,
        event,
        _scale(journal, key, max(values.values(), default=0.0)),
        found,
        tuple(day.toordinal() for day in ordered),
        tuple(values[day] for day in ordered),
    )


def _scale(journal: Journal, key: str, top: float) -> Scale:
    words = ItemWords(journal.catalogue)
    if key == LOAD_KEY:
        symptoms = [item for item in journal.items() if item.symptom]
        ends = words.end_words(symptoms[0]) if symptoms else ("", "")
        return Scale(Kind.SCALE, Better.LOWER, 0, LOAD_HIGHEST, 0, *ends)
    item = journal.item(key)
    return replace(item_scale(item, words.step_words(item), words.end_words(item), top), unit=words.unit(item))
