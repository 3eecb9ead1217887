"""The charts as tables: the numbers that are drawn, for whoever reads numbers rather than dots and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from journal.model.series import DoseLane, MarkKind, Panel, TrendsData, WeekData, WeekPanel
from journal.model.since_session import SinceSession, Unit
from journal.model.treatment_charts import AroundChart
from journal.model.week import PARTS, WeekCell
from journal.texts import dates, marks, numbers, score_charts, trends, weeks
from journal.texts.translation import _

NOTHING = "–"
"""A place without a number: nothing was logged, and nothing is a 0."""

WEEK = 7

Cell = Callable[[Panel, int], str]


@dataclass(frozen=True, slots=True)
class NumbersTable:
    """Numbers in rows under headings. The first column says what a row is about.

    `caption` has the sentences that belong to what is drawn, a line each; empty for none.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


def course_tables(data: TrendsData, *, by_weeks: bool) -> tuple[NumbersTable, ...]:
    """The small charts: dots, lines, totals, side effects, what is marked and usual doses, without empty tables.

    `by_weeks` where the charts show weeks: then a row is the week that ends on its day.
    """
    days = tuple(panel for panel in data.ordered() if panel.has_days)
    dots = tuple(weekly_dots(panel) for panel in days) if by_weeks else days
    lines = tuple(_on_sundays(panel) for panel in days) if by_weeks else days
    scores = tuple(panel for panel in data.ordered() if panel.scores is not None)
    tables = (
        _by_day(_("Each week, to the day that is named") if by_weeks else _("Each day"), dots, data, _value, _days),
        _by_day(_("The 7-day line"), lines, data, _line, _line_days),
        _by_day(score_charts.group(), scores, data, _total, _days),
        _effects(data),
        _marks(data),
        _doses(data),
    )
    return tuple(table for table in tables if table.rows)


def week_tables(data: WeekData) -> tuple[NumbersTable, ...]:
    """The typical week of each item: a row a weekday, a column a part of the day where there are parts."""
    return tuple(_week(panel) for _better, panels in data.grouped() for panel in panels)


def around_days(chart: AroundChart) -> NumbersTable:
    """The dots of before and after a day."""
    rows = zip(chart.days, chart.values, strict=True)
    return NumbersTable(
        _("Each day"),
        (_("Day"), chart.label),
        tuple((_date(day), trends.spoken(chart.scale, value)) for day, value in rows),
    )


def session_lines(found: SinceSession) -> NumbersTable:
    """The faint lines since sessions: a row a place, a column a session, numbered as they came."""
    values = [dict(zip(line.xs, line.values, strict=True)) for line in found.lines]
    rows = tuple(
        (numbers.amount(x), *(numbers.one_decimal(line[x]) if x in line else NOTHING for line in values))
        for x in sorted({x for line in values for x in line})
    )
    place = _("Hours") if found.unit is Unit.HOURS else _("Day")
    columns = tuple(marks.numbered(_("Session"), number) for number in range(1, len(values) + 1))
    return NumbersTable(_("Each session"), (place, *columns), rows)


def weekly_dots(panel: Panel) -> Panel:
    """A panel with a dot a week, the middle day's value, as long views draw it.

    It stands on the week's last day, in the newest week on the newest day that there is.
    """
    by_week = groupby(zip(panel.days, panel.values, strict=True), lambda each: (each[0] - 1) // WEEK)
    newest = panel.days[-1] if panel.days else 0
    found = [(min((week + 1) * WEEK, newest), sorted(value for _day, value in each)) for week, each in by_week]
    return replace(
        panel,
        days=tuple(day for day, _values in found),
        values=tuple(values[(len(values) - 1) // 2] for _day, values in found),
    )


def _on_sundays(panel: Panel) -> Panel:
    """A panel whose line is taken at the last day of each week."""
    kept = [place for place, day in enumerate(panel.line_days) if day % WEEK == 0]
    low, high = (tuple(side[place] for place in kept) if side else () for side in (panel.low, panel.high))
    return replace(
        panel,
        line_days=tuple(panel.line_days[place] for place in kept),
        line=tuple(panel.line[place] for place in kept),
        low=low,
        high=high,
    )


def _by_day(
    title: str, panels: Sequence[Panel], data: TrendsData, cell: Cell, days: Callable[[Panel], Iterable[int]]
) -> NumbersTable:
    """A row for each day of the period that any panel has a number on."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    shown = sorted({day for panel in panels for day in days(panel) if first <= day <= last})
    rows = tuple((_date(day), *(cell(panel, day) for panel in panels)) for day in shown)
    return NumbersTable(title, (_("Day"), *(panel.label for panel in panels)), rows)


def _days(panel: Panel) -> Iterable[int]:
    return panel.days


def _line_days(panel: Panel) -> Iterable[int]:
    return panel.line_days


def _value(panel: Panel, day: int) -> str:
    value = panel.value_on(day)
    return NOTHING if value is None else trends.amount(panel.scale, value)


def _line(panel: Panel, day: int) -> str:
    """The line; the average symptom rating has its quartiles beside it."""
    line = panel.line_on(day)
    if line is None:
        return NOTHING
    if not panel.low:
        return trends.decimal(line)
    place = panel.line_days.index(day)
    low, high = trends.decimal(panel.low[place]), trends.decimal(panel.high[place])
    return _("{median} ({low} to {high})").format(median=trends.decimal(line), low=low, high=high)


def _total(panel: Panel, day: int) -> str:
    """The totals of a day, in the order in which they were given."""
    points = panel.scores.points if panel.scores is not None else ()
    told = [
        score_charts.total(point, panel.scores) for point in points if point.day.toordinal() == day and panel.scores
    ]
    return ", ".join(told) or NOTHING


def _effects(data: TrendsData) -> NumbersTable:
    """The highest level of each side effect, a row a session."""
    effects = data.effects.effects if data.effects is not None else ()
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    sessions = sorted({at for effect in effects for at in effect.days if first <= at < last + 1})
    levels = [dict(zip(effect.days, effect.levels, strict=True)) for effect in effects]
    rows = tuple(
        (_date(int(at)), *(numbers.amount(level[at]) if at in level else NOTHING for level in levels))
        for at in sessions
    )
    title = data.effects.label if data.effects is not None else ""
    return NumbersTable(title, (_("Day"), *(effect.label for effect in effects)), rows)


def _marks(data: TrendsData) -> NumbersTable:
    """What is marked through all charts."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    kinds = {
        MarkKind.SESSION: _("Session"),
        MarkKind.DOSE: _("Usual dose"),
        MarkKind.MARKER: _("Marker"),
        MarkKind.TAG: _("Tag"),
    }
    rows = tuple((_date(mark.day), kinds[mark.kind], mark.label) for mark in data.marks if first <= mark.day <= last)
    return NumbersTable(_("Marked days"), (_("Day"), _("Kind"), _("Name")), rows)


def _doses(data: TrendsData) -> NumbersTable:
    """The steps of the usual doses, within the period."""
    rows = tuple(row for lane in data.doses for row in _steps(lane, data))
    return NumbersTable(marks.doses_label(), (_("Medicine"), _("First day"), _("Last day"), _("Usual dose")), rows)


def _steps(lane: DoseLane, data: TrendsData) -> tuple[tuple[str, ...], ...]:
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    steps = zip(lane.firsts, lane.lasts, lane.amounts, strict=True)
    return tuple(
        (lane.label, _date(max(first, begin)), _date(min(last, end)), marks.dose(numbers.amount(amount), lane.unit))
        for begin, end, amount in steps
        if begin <= last and end >= first
    )


def _week(panel: WeekPanel) -> NumbersTable:
    by_part = panel.table.by_part
    columns = tuple(weeks.part(part) for part in PARTS) if by_part else (weeks.basis(panel),)
    rows = tuple(
        (dates.weekday_name(weekday), *(_mean(row[weekday]) for row in panel.table.rows)) for weekday in range(WEEK)
    )
    return NumbersTable(panel.label, (_("Weekday"), *columns), rows)


def _mean(cell: WeekCell) -> str:
    if cell.value is None:
        return weeks.cell(cell)
    return _("{mean} (n {n})").format(mean=weeks.cell(cell), n=numbers.count(cell.n))


def _date(day: int) -> str:
    return dates.short_date(date.fromordinal(day))
