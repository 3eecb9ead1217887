"""The tables beside the preview hold the figures that the pages print."""

from journal.report.content import build_content
from journal.report.figure_tables import figure_tables
from journal.report.request import ReportRequest
from journal.report.wording import ReportWords
from tests.support.report_data import full_data, period_of


def test_every_row_of_the_pages_stands_in_a_table_with_its_figures():
    request, data, words = ReportRequest(period_of()), full_data(), ReportWords()
    content = build_content(request, data, words)
    printed = [*content["tables"], *content["later_tables"]]
    tables = figure_tables(request, data, words)
    assert [table.title for table in tables] == [each["title"] for each in printed]
    assert any(table.rows for table in tables)
    for table, each in zip(tables, printed, strict=True):
        assert list(table.columns[1:]) == each["columns"]
        assert [list(row) for row in table.rows] == [[row["label"], *row["figures"]] for row in each["rows"]]
