"""What is in a report and what is not, as a plain list for the person who is about to hand it over."""

from __future__ import annotations

from journal.report.data import ReportData
from journal.report.request import LINES_AT_MOST, Part, ReportRequest
from journal.report.text_safety import one_line
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext


def inventory(request: ReportRequest, data: ReportData, words: ReportWords) -> tuple[list[str], list[str]]:
    """What is included and what is left out, each as short phrases."""
    chosen = [*_always(request, data, words), *_texts(request, data)]
    left_out: list[str] = []
    for part, inside in _parts(request, data).items():
        (chosen if inside else left_out).append(part_name(part))
    if not data.notes:
        left_out.insert(0, _("Notes"))
    return chosen, left_out


def part_name(part: Part) -> str:
    """What a part is called; empty for parts that have nothing to show yet."""
    return {
        Part.NAME: _("Your name"),
        Part.BORN: _("Your date of birth"),
        Part.CLINICIAN: _("Who it is for"),
        Part.COMPARISON: _("Comparison with the period before"),
        Part.DAILY_TABLE: _("A table of every day"),
        Part.SUICIDAL_THOUGHTS: _("Thoughts of suicide"),
        Part.ALCOHOL: _("Alcohol and drugs"),
    }.get(part, "")


def _parts(request: ReportRequest, data: ReportData) -> dict[Part, bool]:
    """Each part that can be chosen today, and whether anything of it is on the pages."""
    given = {Part.NAME: request.name, Part.BORN: request.born, Part.CLINICIAN: request.clinician}
    filled = {part: request.has(part) and bool(one_line(text)) for part, text in given.items()}
    return {
        **filled,
        Part.COMPARISON: request.has(Part.COMPARISON),
        Part.DAILY_TABLE: request.has(Part.DAILY_TABLE) and bool(data.items),
        Part.SUICIDAL_THOUGHTS: data.suicidal_thoughts is not None,
        Part.ALCOHOL: any(item.key in ("alcohol", "drugs") for item in data.items),
    }


def _always(request: ReportRequest, data: ReportData, words: ReportWords) -> list[str]:
    items = len(data.items)
    return [
        words.period(request.period),
        ngettext("{n} item with its figures and chart", "{n} items with their figures and charts", items).format(
            n=items
        ),
    ]


def _texts(request: ReportRequest, data: ReportData) -> list[str]:
    lines = sum(bool(one_line(line)) for line in request.lines[:LINES_AT_MOST])
    said = []
    if lines:
        said.append(ngettext("{n} line for this appointment", "{n} lines for this appointment", lines).format(n=lines))
    if data.notes:
        said.append(ngettext("{n} note", "{n} notes", len(data.notes)).format(n=len(data.notes)))
    return said
