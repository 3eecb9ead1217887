"""The head of page one: title, what the person chose to show, the period, and their own lines."""

from __future__ import annotations

from typing import Any

from journal.report.request import LINES_AT_MOST, Part, ReportRequest
from journal.report.text_safety import clean, direction, one_line, script_language, shortened
from journal.report.wording import ReportWords
from journal.texts.translation import _

LINE_LIMIT = 220
"""A longer line is cut on page one; the whole of it then stands on page two."""

NAME_LIMIT = 60


def own_text(text: str, words: ReportWords) -> dict[str, str]:
    """A text of the person's with its reading direction and language, ready for the page."""
    cleaned = clean(text)
    return {
        "text": cleaned,
        "dir": direction(cleaned),
        "lang": script_language(cleaned, words.language),
    }


def header(request: ReportRequest, words: ReportWords, *, before: bool) -> dict[str, Any]:
    """Title and facts, as label and value; only what was chosen. `before`: something was logged before."""
    facts = [
        (Part.NAME, _("Name"), request.name),
        (Part.BORN, _("Born"), request.born),
        (Part.CLINICIAN, _("For"), request.clinician),
    ]
    chosen = [
        {"label": label, "value": shortened(one_line(value), NAME_LIMIT)}
        for part, label, value in facts
        if request.has(part) and one_line(value)
    ]
    return {
        "title": _("Report"),
        "subtitle": _("Logged between visits by the person who keeps this journal"),
        "facts": chosen,
        "times": times(request, words, before=before),
    }


def times(request: ReportRequest, words: ReportWords, *, before: bool) -> list[dict[str, str]]:
    """The period, and the one it is compared with where chosen."""
    shown = [{"label": _("Period"), "value": words.period(request.period)}]
    if request.has(Part.COMPARISON):
        earlier = words.period(request.period.before())
        if not before:
            earlier = _("{period}: nothing logged").format(period=earlier)
        shown.append({"label": _("Compared with"), "value": earlier})
    return shown


def appointment(request: ReportRequest, treatment: str, words: ReportWords) -> dict[str, Any] | None:
    """The person's lines for this appointment, and the current treatment in one; None without any."""
    own = [one_line(line) for line in request.lines[:LINES_AT_MOST] if one_line(line)]
    lines = [own_text(shortened(line, LINE_LIMIT), words) for line in own]
    if treatment:
        lines.append(own_text(treatment, words))
    return {"title": _("For this appointment"), "lines": lines} if lines else None


def long_lines(request: ReportRequest, words: ReportWords) -> dict[str, Any] | None:
    """The lines that did not fit on page one, whole, for page two; or None."""
    lines = [one_line(line) for line in request.lines[:LINES_AT_MOST]]
    cut = [line for line in lines if len(line) > LINE_LIMIT]
    if not cut:
        return None
    return {"title": _("For this appointment, in full"), "lines": [own_text(line, words) for line in cut]}
