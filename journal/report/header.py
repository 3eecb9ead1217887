"""The head of page one: title, what the person chose to show, and the period."""

from __future__ import annotations

from typing import Any

from journal.report.request import Part, ReportRequest
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
