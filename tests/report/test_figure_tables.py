"""The tables beside the preview hold what the pages draw and print, and nothing besides."""

from dataclasses import replace
from datetime import date

import pytest

from journal.model.dose_steps import DoseChange
from journal.report import curves
from journal.report.content import build_content
from journal.report.data import Days, ReportData
from journal.report.figure_tables import figure_tables, has_figures
from journal.report.request import Part, ReportRequest
from journal.report.treatment_data import Treatment
from journal.texts.questionnaires import band_words, change_words, cut_words
from tests.support.report_data import LAST, full_data, period_of
from tests.support.report_pages import WORDS, variants
from tests.support.report_treatment import medicine

MISSING = ("no value", "too few days", "–")
EMPTY = ReportData(made_on=LAST, days=Days(0, 0, 0, 0, 0))


def made(name):
    """The content of the pages of one variant, and their tables by title."""
    request, data = variants()[name]
    tables = figure_tables(request, data, WORDS)
    return build_content(request, data, WORDS), {table.title: table for table in tables}, tables


def column(table, place):
    """The numbers of a column, without the days that have none."""
    return [row[place] for row in table.rows if row[place] not in MISSING]


def of_points(points, top=4.0, bottom=0.0):
    return [WORDS.number(bottom + y * (top - bottom)) for _x, y in points]


def of_runs(runs, top=4.0, bottom=0.0):
    """The values of lines; points on the page have five decimals, so the last of a printed one may differ by one."""
    return [pytest.approx(bottom + y * (top - bottom), abs=0.0501) for run in runs for _x, y in run]


def as_numbers(cells):
    return [float(cell) for cell in cells]


def test_every_row_of_the_pages_stands_in_a_table_with_its_figures():
    request, data = ReportRequest(period_of()), full_data()
    content = build_content(request, data, WORDS)
    printed = [*content["tables"], *content["later_tables"]]
    tables = [table for table in figure_tables(request, data, WORDS) if table.columns[0] == "Item"]
    assert [table.title for table in tables] == [each["title"] for each in printed]
    assert any(table.rows for table in tables)
    for table, each in zip(tables, printed, strict=True):
        assert list(table.columns[1:]) == each["columns"]
        assert [list(row) for row in table.rows] == [[row["label"], *row["figures"]] for row in each["rows"]]


def test_the_main_chart_has_a_row_a_day_with_every_dot_line_and_band_that_is_drawn():
    content, tables, _all = made("plain")
    table, chart = tables["Average symptom rating, day by day"], content["course"]
    assert table.columns == ("Day", "One day", "Median of 7 days", "Middle half of 7 days")
    assert len(table.rows) == 90
    assert (table.rows[0][0], table.rows[-1][0]) == ("1 Aug 2026", "29 Oct 2026")
    assert column(table, 1) == of_points(chart["dots"])
    assert as_numbers(column(table, 2)) == of_runs(chart["line"])
    drawn = [(low * 4, high * 4) for run in chart["band"] for _x, low, high in run]
    assert column(table, 3) == [f"{WORDS.fixed(low)} to {WORDS.fixed(high)}" for low, high in drawn]
    assert table.caption == chart["alt"]


def test_an_item_in_the_place_of_the_main_chart_says_so_over_its_table():
    content, tables, _all = made("one item")
    table = tables[content["course"]["title"]]
    assert content["course"]["notice"] in table.caption
    assert column(table, 1) == of_points(content["course"]["dots"])


def test_a_day_without_a_value_says_so_and_never_reads_as_0():
    request, data = variants()["plain"]
    missing = [n for n, value in enumerate(data.load.values) if value is None]
    assert missing
    (table,) = [one for one in figure_tables(request, data, WORDS) if one.title.startswith("Average")]
    assert {table.rows[n][1] for n in missing} == {"no value"}
    assert "" not in {cell for one in figure_tables(request, data, WORDS) for row in one.rows for cell in row}


@pytest.mark.parametrize("name", ["plain", "year", "one day", "own scales"])
def test_every_dot_and_every_line_of_the_rows_stands_in_a_table(name):
    content, tables, _all = made(name)
    data = {one.label: one for one in variants()[name][1].items}
    for drawn in (*content["tables"], *content["later_tables"]):
        dots, lines = tables[f"{drawn['title']}, day by day"], tables[f"{drawn['title']}, mean of 7 days"]
        for place, row in enumerate(drawn["rows"], start=1):
            one = data[row["label"]]
            ends = (curves.top_of(one.values, one.maximum), one.minimum)
            unit = f" {one.unit}" if one.unit else ""
            assert column(dots, place) == [value + unit for value in of_points(row["dots"], *ends)]
            assert as_numbers(column(lines, place)) == of_runs(row["line"], *ends)
            assert row["alt"] in dots.caption.splitlines()


def test_the_strip_of_a_long_period_has_each_weeks_median():
    content, tables, _all = made("year")
    table, drawn = tables["Symptoms, each week's median"], content["tables"][0]
    assert len(table.rows) == 53
    assert (table.rows[0][0], table.rows[-1][0]) == ("5 Nov 2025", "29 Oct 2026")
    for place, row in enumerate(drawn["rows"], start=1):
        cells = sorted((x, shade) for shade, list_ in enumerate(row["strip"]) for x, _wide in list_)
        told = [curves.level(float(value), 0, 4) for value in column(table, place)]
        assert told == [shade for _x, shade in cells]
    assert "Symptoms, each week's median" not in made("plain")[1]


def test_the_bars_of_ratings_by_step_have_a_column_a_period():
    content, tables, _all = made("everything")
    table, shares = tables["Symptom ratings by step"], content["shares"]
    assert table.columns == ("Step", "This period (900 ratings)", "Before (910 ratings)")
    assert [row[0] for row in table.rows] == shares["legend"]
    for place, bar in enumerate(shares["bars"], start=1):
        assert [row[place] for row in table.rows] == [part["text"] for part in bar["parts"]]


def test_everything_that_is_marked_stands_in_a_table_with_its_sign():
    content, tables, _all = made("treated")
    rows = tables["Marked days"].rows
    marked = content["marks"]
    assert len(rows) == len(marked["sessions"]) + len(marked["events"])
    assert {row[3] for row in rows if row[1] in ("Usual dose", "Marker")} == {"a", "b"}
    shown = {mark["label"] for lane in (marked["sessions"], marked["events"]) for mark in lane} - {""}
    assert shown <= {row[3] for row in rows}
    assert "Anniversary" in {row[2] for row in rows}


def test_sessions_and_courses_have_the_cells_that_are_printed():
    content, tables, _all = made("treated")
    for key in ("sessions", "all_sessions"):
        printed = content[key]
        table = tables[printed["title"]]
        assert list(table.columns) == printed["heads"]
        assert [list(row) for row in table.rows] == printed["rows"]
        assert printed["caption"] in table.caption
        assert printed["key"] in table.caption
    (course,) = tables["Courses"].rows
    assert course[:2] == ("Ketamine infusion", "11 of 12 sessions")


def test_medicines_have_their_dose_and_every_change():
    change = DoseChange(date(2026, 9, 1), 50.0, 100.0, 1, 1)
    told = [replace(medicine("Sertraline", period_of()), changes=(change,) * 5)]
    data = replace(EMPTY, treatment=Treatment(medicines=tuple(told)))
    (table,) = [one for one in figure_tables(ReportRequest(period_of()), data, WORDS) if one.title == "Medicines"]
    ((name, dose, changes, doses),) = table.rows
    assert (name, dose) == ("Sertraline", "100 mg, 1 time a day")
    assert changes.count("50 → 100 mg") == 5
    assert doses.startswith("Written down: taken")


def test_questionnaires_have_every_total_and_every_line_as_printed():
    content, tables, _all = made("scores")
    data = variants()["scores"][1].scores
    every = content["all_scores"]
    table = tables["All questionnaire scores"]
    assert [list(row) for row in table.rows] == every["table"]["rows"]
    assert all(chart["alt"] in table.caption for chart in every["charts"])
    front = tables["Questionnaire scores"]
    assert [list(row) for row in front.rows] == [row["cells"] for row in content["scores"]["rows"]]
    assert all(row["note"] in front.caption for row in content["scores"]["rows"])
    told = [row[1].lower() for row in tables["Ranges and lines of the questionnaires"].rows]
    for series in data.series:
        said = [
            *(band_words(least) for least in series.bands),
            *(cut_words(cut) for cut in series.cuts),
            *(change_words(line) for line in series.change_lines),
        ]
        assert all(words.lower() in told for words in said)
    assert "cut 31–33" in told


def test_the_week_the_days_since_a_session_and_the_daily_table_are_there():
    content, tables, every = made("treated")
    week = tables["Typical week"]
    assert week.columns[1:] == tuple(content["week"]["weekdays"])
    assert "too few ratings" in {cell for row in week.rows for cell in row}
    since = tables[content["since"]["title"]]
    assert [row[1] for row in since.rows] == [count["text"] for count in content["since"]["counts"]]
    assert len(tables["Each session"].columns) == len(content["since"]["lines"]) + 1
    daily = [table for table in every if table.title == "Day by day"]
    printed = content["daily"]["tables"]
    assert sum(len(table.rows) * (len(table.columns) - 1) for table in daily) == sum(
        len(part["rows"]) * len(part["heads"]) for part in printed
    )
    assert "not asked" in {cell for table in daily for row in table.rows for cell in row}


@pytest.mark.parametrize("name", list(variants()))
def test_every_table_is_whole_and_has_a_title_and_heads(name):
    request, data = variants()[name]
    tables = figure_tables(request, data, WORDS)
    assert bool(tables) == has_figures(data)
    for table in tables:
        assert table.title
        assert all(table.columns)
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert all(cell for row in table.rows for cell in row)


def test_what_is_no_figure_and_what_was_not_chosen_is_in_no_table():
    request, data = variants()["scores"]
    shown = replace(request, includes=frozenset(), name="Vera Unseen", born="1901", clinician="Dr. Unseen")
    tables = figure_tables(shown, data, WORDS)
    told = str(tables)
    assert "Day by day" not in [table.title for table in tables]
    assert data.scores.support
    assert [text for text in ("uicid", "Unseen", "1901", *(note.text for note in data.notes)) if text in told] == []
    assert all("Change" not in table.columns for table in tables if table.columns[0] == "Item")
    compared = figure_tables(replace(request, includes=frozenset({Part.COMPARISON})), data, WORDS)
    assert any("Change" in table.columns for table in compared if table.columns[0] == "Item")
