"""The content of a report: everything that stands on its pages, in words, as plain data.

What is not in this is not in the file. The template only sets it; it holds no words and no rules.
"""

from __future__ import annotations

from typing import Any

from journal.host.themes import ThemeTokens
from journal.report import curves
from journal.report.all_scores import all_scores
from journal.report.brought import appointment, in_full
from journal.report.closing import closing, reading
from journal.report.course import course
from journal.report.current import current_treatment
from journal.report.data import ReportData, ReportItem
from journal.report.header import header
from journal.report.later import daily, notes, week
from journal.report.marks import later_events, marks, sentences
from journal.report.medicines import all_medicines, front_medicines
from journal.report.practice import practice_line
from journal.report.request import Part, ReportRequest
from journal.report.rows import Placed, front_tables, later_tables, placed
from journal.report.score_data import ReportScores
from journal.report.scores import front_scores
from journal.report.sessions import all_sessions, front_sessions
from journal.report.shares import shares
from journal.report.since import since_panel
from journal.report.tiles import tiles
from journal.report.treatment_data import Treatment
from journal.report.wording import ReportWords
from journal.texts.comparisons import change_back
from journal.texts.translation import _

Content = dict[str, Any]


def build_content(request: ReportRequest, data: ReportData, words: ReportWords) -> Content:
    """Everything on the pages, ready for JSON. Pure: the same input gives the same content."""
    places = placed(request, data)
    main = main_item(request, data, places)
    compare = request.has(Part.COMPARISON) and bool(data.days.previous_logged)
    chart = course(data, main, request.period, words)
    axis = {"ticks": curves.ticks(request.period, words), "days": request.period.length_days}
    return {
        "lang": words.language,
        "paper": request.paper.value,
        "made": [data.made_on.year, data.made_on.month, data.made_on.day],
        "head": header(request, words, before=bool(data.days.previous_logged)),
        "appointment": appointment(request, data, current_treatment(data.treatment, words), words),
        "single": not data.days.entries
        and (data.treatment, data.scores) == (Treatment(), ReportScores())
        and not data.notes,
        "empty": empty(data),
        "tiles": tiles(data, main, words) if data.days.entries else [],
        "shares": shares(data, words),
        "course": chart,
        "axis": axis,
        "marks": marks(data.treatment, request.period, words),
        "sessions": front_sessions(data.treatment, words),
        "medicines": front_medicines(data.treatment, words),
        "scores": front_scores(data.scores, words),
        "tables": front_tables(places, request, words, compare=compare),
        "row_key": _("Dots: days. Line: 7-day mean. Strip: each day's step.")
        if request.period.length_days < curves.WEEKLY_FROM_DAYS
        else _("Dots: days. Line: 7-day mean. Strip: each week's median."),
        "row_head": _("Day by day"),
        "change_back": change_back() if compare else "",
        "closing": closing(request, data, words),
        "long_lines": in_full(request, data, words),
        "all_sessions": all_sessions(data.treatment, words),
        "all_medicines": all_medicines(data.treatment, words),
        "all_scores": all_scores(
            data.scores, request.period, words, marked=[] if chart else sentences(data.treatment, request.period, words)
        ),
        "events": later_events(data.treatment, request.period, words, charted=chart is not None),
        "practice": {"title": _("Practice between sessions"), "text": practice_line(data.treatment.practice, words)},
        "since": since_panel(data.treatment.since, words),
        "week": week(data.week, main.label if main else "", words),
        "later_tables": later_tables(places, request, words, compare=compare),
        "notes": notes(data, words),
        "daily": daily(request, data, words),
        "reading": {"title": _("How to read this report"), "paragraphs": reading(request, data, words)},
        "footer": {
            "left": f"{_('Report')}, {words.period(request.period)}",
            "right": _("Page {page} of {pages}"),
        },
    }


def empty(data: ReportData) -> str:
    """What stands in the place of the figures where there is none; else nothing."""
    if data.days.entries:
        return ""
    told = data.treatment.sessions or data.scores.n_filled
    return _("No check-in in this period.") if told else _("Nothing was logged in this period.")


def main_item(request: ReportRequest, data: ReportData, places: Placed) -> ReportItem | None:
    """The item that stands in for the average symptom rating: the one picked, else the most rated."""
    rated = [item for item in data.items if item.n_days]
    picked = next((item for item in rated if item.key == request.main_item), None)
    candidates = places.symptoms or places.life or tuple(rated)
    return picked or max(candidates, key=lambda item: item.n_days, default=None)


def palette(tokens: ThemeTokens, steps: dict[str, list[str]]) -> dict[str, Any]:
    """The colours that the template uses, by role."""
    roles = ("paper", "ink", "soft", "hair", "accent", "accent_soft", "dot", "band", "grid", "session_line")
    return {**{role: getattr(tokens, role) for role in roles}, **steps}
