"""The tables of the charts hold the numbers that are drawn."""

from datetime import date

import numpy as np
import pytest

from journal.charts.detail import daily, weekly
from journal.texts.dates import short_date
from journal.texts.number_tables import NOTHING, course_tables, week_tables
from journal.texts.trends import amount, decimal
from tests.support.trends_data import trends, weeks, with_treatment


def drawn(strand, data):
    """What a strand draws in the period, by day: breaks of a line are no points."""
    xs, ys = strand.between(data.period.first.toordinal(), data.period.last.toordinal())
    return {int(x): float(y) for x, y in zip(xs, ys, strict=True) if not np.isnan(y)}


def column(table, label):
    """The numbers under a heading, by the day as the table names it."""
    place = table.columns.index(label)
    return {row[0]: row[place] for row in table.rows if row[place] != NOTHING}


def told(values, text):
    return {short_date(date.fromordinal(day)): text(value) for day, value in values.items()}


@pytest.mark.parametrize(("days", "strands", "by_weeks"), [(90, daily, False), (1200, weekly, True)])
def test_every_dot_and_every_point_of_a_line_stands_in_a_table(days, strands, by_weeks):
    data = trends(4, days, life=1)
    dots, lines = course_tables(data, by_weeks=by_weeks)[:2]
    for panel in data.ordered():
        made = strands(panel)
        assert column(dots, panel.label) == told(drawn(made.dots, data), lambda v, p=panel: amount(p.scale, v))
        assert column(lines, panel.label) == told(drawn(made.line, data), decimal)


def test_the_average_has_its_quartiles_beside_its_line():
    data = trends(8, 90, load=True)
    (panel,) = [panel for panel in data.panels if panel.is_load]
    _dots, lines = course_tables(data, by_weeks=False)[:2]
    cell = next(row[lines.columns.index(panel.label)] for row in reversed(lines.rows))
    assert cell == f"{decimal(panel.line[-1])} ({decimal(panel.low[-1])} to {decimal(panel.high[-1])})"


def test_what_is_marked_and_given_has_tables_of_its_own():
    data = with_treatment(trends(2, 90))
    tables = {table.title: table for table in course_tables(data, by_weeks=False)}
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    assert [row[2] for row in tables["Marked days"].rows] == [m.label for m in data.marks if first <= m.day <= last]
    assert len(tables["Usual doses"].rows) >= len(data.doses)
    effects = tables["Side effects by session"]
    shown = {at for effect in data.effects.effects for at in effect.days if first <= at < last + 1}
    assert len(effects.rows) == len(shown)


def test_a_typical_week_has_a_row_a_weekday_and_a_column_a_part_of_the_day():
    data = weeks(2)
    for table, panel in zip(week_tables(data), [p for _b, ps in data.grouped() for p in ps], strict=True):
        assert [row[0] for row in table.rows][:2] == ["Monday", "Tuesday"]
        for weekday, row in enumerate(table.rows):
            for cell, part in zip(row[1:], panel.table.rows, strict=True):
                value = part[weekday].value
                assert cell == NOTHING if value is None else cell == f"{decimal(value)} (n {part[weekday].n})"
