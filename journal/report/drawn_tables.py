"""What is drawn on the report's pages as tables: the very values that dots, lines, bands, bars and marks stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from journal.model.periods import Period
from journal.model.since_session import Unit
from journal.report import curves, marks
from journal.report.all_scores import range_words
from journal.report.data import ReportData, ReportItem, Runs
from journal.report.rows import Group, row_label
from journal.report.score_data import ReportScores
from journal.report.scores import title
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportSince, Treatment
from journal.report.wording import NOTHING, ReportWords
from journal.texts.dates import heading
from journal.texts.number_tables import NumbersTable, session_lines
from journal.texts.questionnaires import band_words, change_words, cut_words
from journal.texts.since_charts import since_columns, since_rows
from journal.texts.translation import _, pgettext


def course_table(
    chart: Mapping[str, Any], data: ReportData, main: ReportItem | None, period: Period, words: ReportWords
) -> NumbersTable:
    """The chart of page one: a row a day with its dot, its point of the line, and the band round it."""
    load, key = data.load, chart["key"]
    if load is not None:
        columns: tuple[str, ...] = (key["dot"], key["line"], key["band"])
        lines = [_values(load.values, words), _line(load.median_line, words), _band(load.band, words)]
    else:
        values, trend = (main.values, main.trend) if main is not None else ((), ())
        columns = (key["dot"], key["line"])
        lines = [_values(values, words, main.unit if main is not None else ""), _line(trend, words)]
    days = (words.full_day(day) for day in period.days())
    told = (chart["notice"], chart["alt"])
    return NumbersTable(
        chart["title"],
        (_("Day"), *map(heading, columns)),
        tuple(zip(days, *lines, strict=True)),
        "\n".join(part for part in told if part),
    )


def item_tables(group: Group, table: Mapping[str, Any], period: Period, words: ReportWords) -> Iterator[NumbersTable]:
    """The dots, the lines and, in long periods, the strips of the rows of a table: a column an item, a row a day."""
    name, items = group
    columns = (_("Day"), *(row_label(item) for item in items))
    days = [words.full_day(day) for day in period.days()]
    dots = zip(days, *(_values(item.values, words, item.unit) for item in items), strict=True)
    lines = zip(days, *(_line(item.trend, words) for item in items), strict=True)
    alts = "\n".join(row["alt"] for row in table["rows"])
    yield NumbersTable(_("{item}, day by day").format(item=name), columns, tuple(dots), alts)
    yield NumbersTable(_("{group}, mean of 7 days").format(group=name), columns, tuple(lines))
    striped = [item for item in items if item.maximum is not None]
    if period.length_days >= curves.WEEKLY_FROM_DAYS and striped:
        yield _weeks(name, striped, period, words)


def shares_table(shares: Mapping[str, Any]) -> NumbersTable:
    """The bars of ratings by step: a row a step, a column a period."""
    bars = shares["bars"]
    parts = ([part["text"] for part in bar["parts"]] for bar in bars)
    return NumbersTable(
        shares["title"],
        (pgettext("of a scale", "Step"), *(_("{name} ({n})").format(name=bar["name"], n=bar["n"]) for bar in bars)),
        tuple(zip(shares["legend"], *parts, strict=True)),
        shares["alt"],
    )


def marks_table(told: Treatment, period: Period, words: ReportWords) -> NumbersTable:
    """What is marked through the charts, by day; a session has its number there, everything else a letter."""
    listed = marks.events(told, period, words)
    sessions = [
        (one.day, _("Session"), shortened(one_line(one.short), marks.LABEL_LIMIT), _number(one.dosed, one.number))
        for one in told.sessions
    ]
    events = [
        (event.day, _("Usual dose") if event.dose else _("Marker"), event.text, marks.letter(n))
        for n, event in enumerate(listed)
    ]
    rows = ((words.full_day(day), *rest) for day, *rest in sorted([*sessions, *events], key=lambda mark: mark[0]))
    columns = (_("Day"), _("Kind"), _("Name"), _("Number or letter on the charts"))
    return NumbersTable(_("Marked days"), columns, tuple(rows))


def since_tables(told: ReportSince, panel: Mapping[str, Any]) -> Iterator[NumbersTable]:
    """Ratings by days since a session: the median and its band with the sessions behind them, and each faint line."""
    rows = since_rows(told.found.points, Unit.DAYS)
    yield NumbersTable(panel["title"], since_columns(Unit.DAYS), rows, panel["alt"])
    yield session_lines(told.found)


def score_lines_table(told: ReportScores, words: ReportWords) -> NumbersTable:
    """The axis of each questionnaire's chart and the lines across and beside it, each with its words."""
    rows = [
        (title(series, words), heading(said))
        for series in told.series
        for said in (
            range_words(series, words),
            *(band_words(least) for least in series.bands),
            *(cut_words(cut) for cut in series.cuts),
            *(change_words(line) for line in series.change_lines),
        )
    ]
    columns = (_("Questionnaire"), _("Range, or a line that is drawn"))
    return NumbersTable(_("Ranges and lines of the questionnaires"), columns, tuple(rows))


def _weeks(name: str, items: Sequence[ReportItem], period: Period, words: ReportWords) -> NumbersTable:
    """The strips of a long period: each week's median, a row a week, on its last day."""
    found = [list(curves.stretches(item.values)) for item in items]
    days = [words.full_day(period.first + timedelta(days=start + n - 1)) for start, n, _median in found[0]]
    cells = [
        [_value(median, words, item.unit) for _start, _n, median in one] for item, one in zip(items, found, strict=True)
    ]
    return NumbersTable(
        _("{group}, each week's median").format(group=name),
        (_("Week to the day"), *(row_label(item) for item in items)),
        tuple(zip(days, *cells, strict=True)),
    )


def _values(values: Runs, words: ReportWords, unit: str = "") -> list[str]:
    return [_value(value, words, unit) for value in values]


def _value(value: float | None, words: ReportWords, unit: str) -> str:
    """A value with its unit; one that is missing is said to be, it never reads as 0."""
    if value is None:
        return pgettext("a day in a table", "no value")
    told = words.number(value)
    return _("{value} {unit}").format(value=told, unit=one_line(unit)) if unit else told


def _line(values: Runs, words: ReportWords) -> list[str]:
    return [_("too few days") if value is None else words.fixed(value) for value in values]


def _band(band: Sequence[tuple[float, float] | None], words: ReportWords) -> list[str]:
    return [
        _("too few days")
        if pair is None
        else _("{low} to {high}").format(low=words.fixed(pair[0]), high=words.fixed(pair[1]))
        for pair in band
    ]


def _number(dosed: bool, number: int | None) -> str:
    return str(number) if dosed and number else NOTHING
