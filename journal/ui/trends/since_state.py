"""What "Since a session" shows, built from what was read and what was chosen. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal.app.treatment_charts import SinceRead
from journal.app.trends import Choice
from journal.model.treatment_charts import SinceChart
from journal.texts import comparisons, since_charts, since_sessions
from journal.texts.number_tables import NumbersTable, session_lines
from journal.texts.translation import _

Option = tuple[str, str]
"""A key and its words, in a list to choose from."""


@dataclass(frozen=True, slots=True)
class SinceWanted:
    """What the person chose. None is the first that can be chosen."""

    of: tuple[str, str | None] | None = None
    key: str | None = None
    hours: bool = False


@dataclass(frozen=True, slots=True)
class SinceState:
    """The chart, its words, and what can be chosen. `of` and `key` are those that are shown.

    `table` has its numbers in one, `more` those of the dots behind them.
    """

    sessions: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    of: str = ""
    key: str = ""
    hours: bool = False
    chart: SinceChart | None = None
    table: NumbersTable | None = None
    more: tuple[NumbersTable, ...] = ()
    description: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""


def build_since(wanted: SinceWanted, read: SinceRead, items: tuple[Choice, ...], key: str) -> SinceState:
    """The view for what was chosen and read. `key` is the item that was read."""
    sessions = tuple((option_key(of.kind, of.course_id), of.title) for of in read.choices)
    state = SinceState(
        sessions,
        tuple((choice.key, choice.label) for choice in items),
        "" if read.of is None else option_key(read.of.kind, read.of.course_id),
        key,
        wanted.hours,
    )
    if read.chart is None:
        return replace(state, empty=_("No sessions yet. They are written down under Treatment."))
    if read.no_hours:
        return replace(state, empty=since_sessions.night_line(read.chart.label))
    found = read.chart.found
    title = since_sessions.title(read.chart.label, read.chart.sessions, found.unit)
    notes = (*since_sessions.notes(found), *_therapy(read))
    if found.empty:
        return replace(state, empty=since_sessions.sessions_line(found), notes=notes[1:])
    table = NumbersTable(
        title, since_charts.since_columns(found.unit), since_charts.since_rows(found.points, found.unit)
    )
    description = since_sessions.sentence(title, found)
    more = (session_lines(found),)
    return replace(state, chart=read.chart, table=table, more=more, description=description, notes=notes)


def option_key(kind: str, course_id: str | None) -> str:
    """The key of sessions in the list."""
    return f"{kind}/{course_id or ''}"


def of_option(key: str) -> tuple[str, str | None]:
    """The sessions that a key in the list stands for."""
    kind, _slash, course_id = key.partition("/")
    return kind, course_id or None


def _therapy(read: SinceRead) -> tuple[str, ...]:
    """With and without therapy in the days after, or what is missing for it."""
    if read.therapy is None or read.of is None:
        return ()
    found = read.therapy.found
    title = comparisons.therapy_title(read.therapy.label, read.of.title, found)
    return (_("{title}.").format(title=title), *comparisons.therapy_lines(found))
