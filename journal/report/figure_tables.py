"""What the report's pages show in figures and charts, as tables to read where the pages are pictures."""

from __future__ import annotations

from collections.abc import Iterator

from journal.report import drawn_tables as drawn
from journal.report import printed_tables as printed
from journal.report.content import Content, build_content, main_item
from journal.report.data import ReportData
from journal.report.request import ReportRequest
from journal.report.rows import front_groups, later_groups, placed
from journal.report.wording import ReportWords
from journal.texts.number_tables import NumbersTable


def has_figures(data: ReportData) -> bool:
    """Whether the pages have anything to make tables of. Takes no time, unlike making them."""
    told = data.treatment
    treated = told.sessions or told.courses or told.medicines or told.markers
    return bool(data.days.entries or data.items or treated or data.scores.n_filled)


def figure_tables(request: ReportRequest, data: ReportData, words: ReportWords) -> tuple[NumbersTable, ...]:
    """A table for each that the pages have, in their order; none that would be empty.

    Made of the content of the pages and of the values that it draws: what is not on the pages is in no table.
    """
    content = build_content(request, data, words)
    tables = (*_front(content, request, data, words), *_later(content, request, data, words))
    return tuple(table for table in tables if table.rows)


def _front(content: Content, request: ReportRequest, data: ReportData, words: ReportWords) -> Iterator[NumbersTable]:
    """Page one."""
    places = placed(request, data)
    yield printed.courses_table(data.treatment, words)
    yield printed.tiles_table(content["tiles"])
    if content["shares"]:
        yield drawn.shares_table(content["shares"])
    if content["course"]:
        main = main_item(request, data, places)
        yield drawn.course_table(content["course"], data, main, request.period, words)
    yield drawn.marks_table(data.treatment, request.period, words)
    for group, table in zip(front_groups(places), content["tables"], strict=True):
        yield printed.figures_table(table)
        yield from drawn.item_tables(group, table, request.period, words)
    if content["sessions"]:
        yield printed.words_table(content["sessions"])
    yield printed.medicines_table(data.treatment, words)
    if content["scores"]:
        yield printed.front_scores_table(content["scores"])


def _later(content: Content, request: ReportRequest, data: ReportData, words: ReportWords) -> Iterator[NumbersTable]:
    """Page two and on."""
    for group, table in zip(later_groups(placed(request, data)), content["later_tables"], strict=True):
        yield printed.figures_table(table)
        yield from drawn.item_tables(group, table, request.period, words)
    if content["week"]:
        yield printed.week_table(content["week"])
    if data.treatment.since is not None and content["since"]:
        yield from drawn.since_tables(data.treatment.since, content["since"])
    if content["all_sessions"]:
        yield printed.words_table(content["all_sessions"])
    if content["all_scores"]:
        yield printed.all_scores_table(content["all_scores"])
        yield drawn.score_lines_table(data.scores, words)
    if content["daily"]:
        yield from printed.daily_tables(content["daily"])
