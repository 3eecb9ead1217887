"""What stands in figures on the report's pages as tables: the very cells that are printed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from journal.report.current import TITLE_LIMIT, held
from journal.report.medicines import name, told
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import Treatment
from journal.report.wording import NOTHING, ReportWords
from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _, pgettext


def tiles_table(tiles: list[dict[str, Any]]) -> NumbersTable:
    """The key figures, each with what it is made of and the period before."""
    rows = ((tile["label"], f"{tile['big']} {tile['unit']}".strip(), "; ".join(tile["notes"])) for tile in tiles)
    columns = (_("Key figure"), _("Number"), _("Made from, and before"))
    return NumbersTable(_("Key figures"), columns, tuple(rows))


def figures_table(table: Mapping[str, Any]) -> NumbersTable:
    """The figures beside the rows of items."""
    rows = tuple((row["label"], *row["figures"]) for row in table["rows"])
    return NumbersTable(table["title"], (_("Item"), *table["columns"]), rows)


def words_table(table: Mapping[str, Any]) -> NumbersTable:
    """A table of sessions as it is printed, with how it is read."""
    caption = "\n".join(part for part in (table["caption"], table["key"]) if part)
    return NumbersTable(table["title"], tuple(table["heads"]), tuple(map(tuple, table["rows"])), caption)


def courses_table(treatment: Treatment, words: ReportWords) -> NumbersTable:
    """The courses that go on at the end of the period."""
    rows = (
        (
            shortened(one_line(course.title), TITLE_LIMIT),
            held(course),
            NOTHING if course.last_session is None else words.full_day(course.last_session),
        )
        for course in treatment.courses
    )
    return NumbersTable(_("Courses"), (_("Course"), _("Sessions"), _("Last session")), tuple(rows))


def medicines_table(treatment: Treatment, words: ReportWords) -> NumbersTable:
    """The medicines with their usual dose, every change, and what was written down."""
    rows = (
        (name(each), *(part or NOTHING for part in told(each, words, len(each.changes))))
        for each in treatment.medicines
    )
    columns = (_("Medicine"), _("Usual dose"), _("Dose changes"), _("Doses"))
    return NumbersTable(_("Medicines"), columns, tuple(rows))


def front_scores_table(table: Mapping[str, Any]) -> NumbersTable:
    """The questionnaires of page one, with how each is read."""
    notes = dict.fromkeys(row["note"] for row in table["rows"] if row["note"])
    rows = tuple(tuple(row["cells"]) for row in table["rows"])
    return NumbersTable(table["title"], tuple(table["heads"]), rows, "\n".join(notes))


def all_scores_table(scores: Mapping[str, Any]) -> NumbersTable:
    """Every total, with the sentences of the charts that they are drawn in."""
    table, charts = scores["table"], scores["charts"]
    said = (*(chart["alt"] for chart in charts), *scores["notes"])
    return NumbersTable(scores["title"], tuple(table["heads"]), tuple(map(tuple, table["rows"])), "\n".join(said))


def week_table(week: Mapping[str, Any]) -> NumbersTable:
    """The typical week; a cell that stays empty says why."""
    rows = ((row["label"], *(cell["text"] or _("too few ratings") for cell in row["cells"])) for row in week["rows"])
    corner = week["corner"] or pgettext("corner of a table", "Time of day")
    return NumbersTable(week["title"], (corner, *week["weekdays"]), tuple(rows), week["caption"])


def daily_tables(daily: Mapping[str, Any]) -> tuple[NumbersTable, ...]:
    """The table of every day, in one piece for each group of items; what became of a question stands in words."""
    words = {"·": _("asked, no answer"), "": _("not asked")}
    return tuple(
        NumbersTable(
            daily["title"],
            (daily["day"], *heads),
            tuple(
                (row["day"], *(words.get(cell, cell) for cell in row["cells"]))
                for part in parts
                for row in part["rows"]
            ),
        )
        for heads, parts in groupby(daily["tables"], key=lambda part: part["heads"])
    )
