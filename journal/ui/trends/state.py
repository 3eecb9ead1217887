"""What the Trends page shows, built from what was read and what was chosen. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from journal.app.trends import Choice
from journal.model.periods import Period, last_days
from journal.model.series import DRAWN_EFFECTS, TrendsData, WeekData
from journal.model.treatment_charts import Chart
from journal.texts import marks as mark_words
from journal.texts import score_charts, session_effects
from journal.texts import trends as words
from journal.texts import weeks as week_words
from journal.texts.dates import period_text, short_date
from journal.texts.number_tables import NumbersTable, course_tables, week_tables
from journal.texts.translation import _
from journal.ui.trends.around_state import AroundState, AroundWanted
from journal.ui.trends.since_state import SinceState, SinceWanted

WEEKLY_BEYOND_DAYS = 800
"""Views longer than this show weeks (as `journal.charts.detail` does)."""


FEWEST_DAYS = 7
"""A view of all days is at least a week."""


class Span(StrEnum):
    """How long a period is shown."""

    WEEKS = "4 weeks"
    MONTHS = "3 months"
    YEAR = "year"
    ALL = "all"
    OWN = "own"


class View(StrEnum):
    """The charts over time, the typical week, the days of sessions, or before and after a day."""

    COURSE = "course"
    WEEK = "week"
    SINCE = "since"
    AROUND = "around"

    @property
    def of_period(self) -> bool:
        """Whether it shows a period that can be chosen and moved."""
        return self in (View.COURSE, View.WEEK)


SPAN_DAYS = {Span.WEEKS: 28, Span.MONTHS: 90, Span.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person chose on the page. `ends` is the last day shown, None for today.

    `in_words` shows sentences and tables in place of the charts. With a `tag` only its days are drawn;
    the days of the tag `marked` have a mark.
    """

    span: Span = Span.MONTHS
    view: View = View.COURSE
    compare: bool = False
    ends: date | None = None
    own: Period | None = None
    in_words: bool = False
    tag: str = ""
    marked: str = ""
    since: SinceWanted = field(default_factory=SinceWanted)
    around: AroundWanted = field(default_factory=AroundWanted)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for it."""

    period: Period
    today: date
    first_day: date | None
    last_day: date | None
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...] | None
    data: TrendsData
    weeks: WeekData | None = None
    since: SinceState | None = None
    around: AroundState | None = None
    tags: tuple[str, ...] = ()
    tagged: tuple[int, int] = (0, 0)
    """How many days of the period have entries and the tag, and how many have entries."""


@dataclass(frozen=True, slots=True)
class TrendsState:
    """The page. `empty` says what is missing where there is nothing to draw.

    `name` is what the chart is called; `tables` have its numbers, shown with the sentences in place of the chart.
    """

    wanted: Wanted = Wanted()
    period: Period | None = None
    period_words: str = ""
    name: str = ""
    shown: Chart | None = None
    sentences: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""
    go_to_last: bool = False
    can_go_earlier: bool = False
    can_go_later: bool = False
    choices: tuple[Choice, ...] = ()
    chosen: frozenset[str] = field(default_factory=frozenset)
    tables: tuple[NumbersTable, ...] = ()
    tags: tuple[str, ...] = ()
    since: SinceState | None = None
    around: AroundState | None = None

    @property
    def drawn(self) -> bool:
        """Whether a chart is shown, not words."""
        return self.shown is not None and not self.wanted.in_words

    @property
    def loading(self) -> bool:
        """Nothing was read yet."""
        return self.period is None


def period_of(wanted: Wanted, today: date, first_day: date | None, last_day: date | None) -> Period:
    """The days that a choice stands for; all days are those from the first entry to the last."""
    last = wanted.ends or today
    if wanted.span is Span.OWN and wanted.own is not None:
        return wanted.own
    if wanted.span in SPAN_DAYS or first_day is None or last_day is None:
        return last_days(last, SPAN_DAYS.get(wanted.span, SPAN_DAYS[Span.WEEKS]))
    return Period(min(first_day, last_day - timedelta(days=FEWEST_DAYS - 1)), last_day)


def build_state(wanted: Wanted, loaded: Loaded) -> TrendsState:
    """The page for what was chosen and read."""
    treated = loaded.since if wanted.view is View.SINCE else loaded.around if wanted.view is View.AROUND else None
    if treated is not None:
        return _treatment_state(wanted, loaded, treated)
    period = loaded.period
    shown = loaded.weeks if wanted.view is View.WEEK else loaded.data
    empty = _empty(wanted, loaded)
    drawn = tuple(loaded.chosen) if loaded.chosen is not None else tuple(p.key for p in loaded.data.panels)
    return TrendsState(
        wanted,
        period,
        period_text(period),
        _("Charts, {period}").format(period=period_text(period)),
        None if empty else shown,
        () if empty else _sentences(wanted, loaded),
        () if empty else _notes(wanted, loaded),
        empty,
        go_to_last=bool(empty) and loaded.last_day is not None and loaded.last_day not in period,
        can_go_earlier=loaded.first_day is not None and loaded.first_day < period.first,
        can_go_later=period.last < loaded.today,
        choices=loaded.choices,
        chosen=frozenset(drawn),
        tags=loaded.tags,
        tables=() if empty or not wanted.in_words else _tables(loaded),
    )


def _treatment_state(wanted: Wanted, loaded: Loaded, treated: SinceState | AroundState) -> TrendsState:
    """The page with one of the views that show no period."""
    since = treated if isinstance(treated, SinceState) else None
    return TrendsState(
        wanted,
        loaded.period,
        name=treated.table.title if treated.table is not None else "",
        shown=treated.chart,
        sentences=(treated.description,),
        notes=treated.notes,
        empty="" if since is None else since.empty,
        choices=loaded.choices,
        tables=() if treated.table is None or not wanted.in_words else (treated.table, *treated.more),
        since=since,
        around=None if isinstance(treated, SinceState) else treated,
    )


def _empty(wanted: Wanted, loaded: Loaded) -> str:
    """What is missing, where nothing can be drawn."""
    if loaded.weeks is not None and not loaded.weeks.panels and loaded.data.scored():
        return _("A typical week is drawn of items. They can be chosen under “Items”.")
    if loaded.data.treated and not (loaded.weeks is not None and loaded.data.empty):
        return ""
    if not loaded.data.empty:
        return ""
    if loaded.last_day is None:
        return _("Nothing is logged yet. Each check-in on Today adds a dot here.")
    if wanted.tag:
        return words.tagged_note(wanted.tag, *loaded.tagged)
    if loaded.last_day in loaded.period:
        return _("These items were not rated in these days. Others can be chosen under “Items”.")
    return _("Nothing logged in these days. The last entry is of {day}.").format(day=short_date(loaded.last_day))


def _sentences(wanted: Wanted, loaded: Loaded) -> tuple[str, ...]:
    only = (words.tagged_note(wanted.tag, *loaded.tagged),) if wanted.tag else ()
    if loaded.weeks is not None:
        weeks = (week_words.sentence(panel) for _better, panels in loaded.weeks.grouped() for panel in panels)
        return (*only, *weeks)
    panels = tuple(words.sentence(panel, loaded.data) for panel in loaded.data.ordered())
    return (*only, *panels, *mark_words.sentences(loaded.data))


def _tables(loaded: Loaded) -> tuple[NumbersTable, ...]:
    """The numbers of the charts, of days or of weeks as the charts draw them."""
    if loaded.weeks is not None:
        return week_tables(loaded.weeks)
    return course_tables(loaded.data, by_weeks=loaded.period.length_days > WEEKLY_BEYOND_DAYS)


def _notes(wanted: Wanted, loaded: Loaded) -> tuple[str, ...]:
    found = [words.tagged_note(wanted.tag, *loaded.tagged)] if wanted.tag else []
    if any(panel.is_load for panel in loaded.data.panels):
        found.append(words.load_note())
    if wanted.view is View.WEEK:
        found.append(week_words.note())
        changes = loaded.weeks.scale_changes if loaded.weeks is not None else ()
        found += [words.newest_scale_note(change) for change in changes]
    elif wanted.view is View.COURSE:
        if any(panel.has_days for panel in loaded.data.panels):
            found.append(words.line_note())
        if loaded.data.scored():
            found.append(score_charts.note(loaded.data.panels))
        if loaded.period.length_days > WEEKLY_BEYOND_DAYS:
            found.append(words.weekly_note())
        found += [words.scale_changed_note(change) for change in loaded.data.scale_changes]
        found += _treatment_notes(loaded.data)
    if wanted.compare:
        found.append(words.compare_note(loaded.period.before()))
    return tuple(found)


def _treatment_notes(data: TrendsData) -> list[str]:
    """What the marks are, and which side effects have no symbol."""
    more = data.effects.effects[DRAWN_EFFECTS:] if data.effects is not None else ()
    told = (mark_words.note(data), session_effects.others_note(effect.label for effect in more) if more else "")
    return [text for text in told if text]
