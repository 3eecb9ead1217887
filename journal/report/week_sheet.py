"""The blank week sheet: seven days to fill in by hand, as plain data for the template. No name stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from journal.report.header import own_text
from journal.report.request import Paper
from journal.report.text_safety import one_line, shortened
from journal.report.wording import ReportWords
from journal.texts.translation import _

TEMPLATE = "week_sheet.typ"
WEEK_DAYS = 7
NOTE_LINES = 3
LABEL_LIMIT, SCALE_LIMIT = 60, 48


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An item: its scale in short ("0–4", "number"), and its words, one a step, two for the ends, or none."""

    label: str
    scale: str
    words: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows under a heading."""

    title: str
    rows: tuple[SheetRow, ...]


def sheet_content(
    groups: Sequence[SheetGroup], first: date | None, first_weekday: int, paper: Paper, made: date, words: ReportWords
) -> dict[str, Any]:
    """Everything on the sheet, ready for JSON. With `first` the columns have dates, else the names of weekdays."""
    usual = usual_scale([row for group in groups for row in group.rows])
    return {
        "template": TEMPLATE,
        "lang": words.language,
        "paper": paper.value,
        "made": [made.year, made.month, made.day],
        "tables": [],
        "title": _("Notes"),
        "heading": _("Notes"),
        "how": _("One number in each box. A dash: it does not apply. Leave out what you like."),
        "usual": legend(usual) if usual else "",
        "heads": [_("Item"), _("Scale"), *day_heads(first, first_weekday, words)],
        "groups": [
            {"title": own_text(one_line(group.title), words), "rows": [_row(row, usual, words) for row in group.rows]}
            for group in groups
        ],
        "empty": "" if groups else _("Nothing is asked now."),
        "notes": _("Anything to note"),
        "note_lines": NOTE_LINES,
    }


def day_heads(first: date | None, first_weekday: int, words: ReportWords) -> list[str]:
    """The heads of the seven columns."""
    if first is None:
        names = words.weekdays()
        return [names[(first_weekday + number) % WEEK_DAYS] for number in range(WEEK_DAYS)]
    days = [first + timedelta(days=number) for number in range(WEEK_DAYS)]
    names = words.weekdays()
    return [f"{names[day.weekday()]}\n{words.day(day)}" for day in days]


def usual_scale(rows: Sequence[SheetRow]) -> SheetRow | None:
    """The scale that most rows have, if it has a word for each step: its words stand once, over everything."""
    full = [(row.scale, row.words) for row in rows if row.steps and len(row.words) == len(row.steps)]
    if not full:
        return None
    common = Counter(full).most_common(1)[0][0]
    return next(row for row in rows if (row.scale, row.words) == common)


def legend(row: SheetRow) -> str:
    """The steps with their words: "0 not at all · 1 a little"."""
    return " · ".join(f"{step} {one_line(word)}" for step, word in zip(row.steps, row.words, strict=True))


def _row(row: SheetRow, usual: SheetRow | None, words: ReportWords) -> dict[str, Any]:
    told = usual is not None and (row.scale, row.words) == (usual.scale, usual.words)
    ends = "" if told or len(row.words) < 2 or not row.steps else _ends(row)
    return {
        "label": own_text(shortened(one_line(row.label), LABEL_LIMIT), words),
        "below": own_text(shortened(ends, SCALE_LIMIT), words) if ends else None,
        "scale": one_line(row.scale),
    }


def _ends(row: SheetRow) -> str:
    low, high = one_line(row.words[0]), one_line(row.words[-1])
    return f"{row.steps[0]} {low} – {row.steps[-1]} {high}"
