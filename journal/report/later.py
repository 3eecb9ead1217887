"""The parts of page two and on: the typical week, the chosen notes, and the daily table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from journal.model.entries import State
from journal.report import curves
from journal.report.data import ReportData, ReportItem, WeekTable
from journal.report.header import own_text
from journal.report.request import Part, ReportRequest
from journal.report.text_safety import one_line, shortened
from journal.report.wording import ReportWords
from journal.texts.translation import _, pgettext

TABLE_DAYS = 48
"""Days under each other in one daily table: what fits the smaller paper, so that heads stand on each page."""

TABLE_COLUMNS = 24
"""Items beside each other in the daily table; more start a further table."""

HEAD_LIMIT = 34


def week(table: WeekTable | None, main_label: str, words: ReportWords) -> dict[str, Any] | None:
    """The typical week as a table of means, or None where no cell has enough ratings."""
    if table is None or not any(cell is not None for row in table.cells for cell in row):
        return None
    what = _("average symptom rating") if table.of_load else one_line(main_label)
    return {
        "title": _("Typical week"),
        "caption": _("Mean of {what} by weekday; a cell with fewer than 4 ratings stays empty.").format(what=what),
        "corner": pgettext("corner of a table", "Time of day") if len(table.parts) > 1 else "",
        "weekdays": list(words.weekdays()),
        "rows": [
            {"label": part_name(part), "cells": [week_cell(cell, table, words) for cell in cells]}
            for part, cells in zip(table.parts, table.cells, strict=True)
        ],
    }


def week_cell(value: float | None, table: WeekTable, words: ReportWords) -> dict[str, Any]:
    """A cell's number and shade."""
    if value is None:
        return {"text": "", "level": None}
    return {"text": words.fixed(value), "level": curves.level(value, table.minimum, table.maximum)}


def part_name(part: str) -> str:
    """The name of a part of the day."""
    return {
        "night": pgettext("part of the day", "Night"),
        "morning": pgettext("part of the day", "Morning"),
        "afternoon": pgettext("part of the day", "Afternoon"),
        "evening": pgettext("part of the day", "Evening"),
    }.get(part, _("All day"))


def notes(data: ReportData, words: ReportWords) -> dict[str, Any] | None:
    """The notes that the person picked, oldest first; or None."""
    chosen = [
        {"day": words.day(note.day), "of": shortened(one_line(note.of), HEAD_LIMIT), **own_text(note.text, words)}
        for note in sorted(data.notes, key=lambda note: note.day)
        if note.text.strip()
    ]
    return {"title": _("Notes chosen for this report"), "notes": chosen} if chosen else None


def daily(request: ReportRequest, data: ReportData, words: ReportWords) -> dict[str, Any] | None:
    """Each day's values, where the daily table was chosen; items in groups that fit the paper."""
    asked = [item for item in data.items if item.n_days or item.states]
    if not request.has(Part.DAILY_TABLE) or not asked:
        return None
    count = math.ceil(len(asked) / TABLE_COLUMNS)
    groups = [asked[len(asked) * n // count : len(asked) * (n + 1) // count] for n in range(count)]
    return {
        "title": _("Day by day"),
        "caption": _("Day values. A dot: asked, no answer. n/a: does not apply. Empty: not asked."),
        "day": _("Day"),
        "tables": [part for group in groups for part in daily_tables(request, group, words)],
    }


def daily_tables(request: ReportRequest, items: Sequence[ReportItem], words: ReportWords) -> list[dict[str, Any]]:
    """Tables of days by items; days with nothing asked are left out."""
    lines = []
    for n, day in enumerate(request.period.days()):
        cells = [day_cell(item.values[n], item.states.get(day), words) for item in items]
        if any(cells):
            lines.append({"day": words.weekday_and_day(day), "cells": cells})
    heads = [shortened(one_line(item.label), HEAD_LIMIT) for item in items]
    return [{"heads": heads, "rows": lines[n : n + TABLE_DAYS]} for n in range(0, len(lines), TABLE_DAYS)]


def day_cell(value: float | None, state: State | None, words: ReportWords) -> str:
    """A day's value; else what became of the question."""
    if value is not None:
        return words.number(value)
    return {State.UNANSWERED: "·", State.NOT_APPLICABLE: _("n/a")}.get(state, "") if state else ""
