"""The figures that the report's pages print beside each item, as tables to read where the pages are pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journal.report.data import ReportData
from journal.report.request import Part, ReportRequest
from journal.report.rows import front_tables, later_tables, placed
from journal.report.wording import ReportWords
from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _


def figure_tables(request: ReportRequest, data: ReportData, words: ReportWords) -> tuple[NumbersTable, ...]:
    """A table for each that the pages have, in their order."""
    places = placed(request, data)
    compare = request.has(Part.COMPARISON) and bool(data.days.previous_logged)
    tables = (
        *front_tables(places, request, words, compare=compare),
        *later_tables(places, request, words, compare=compare),
    )
    return tuple(_figures(table) for table in tables)


def _figures(table: Mapping[str, Any]) -> NumbersTable:
    rows = tuple((row["label"], *row["figures"]) for row in table["rows"])
    return NumbersTable(table["title"], (_("Item"), *table["columns"]), rows)
