"""What the person wants to tell and to ask at the appointment: three lines on page one, all of it later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journal.model.appointments import QuestionKind
from journal.report.data import ReportData
from journal.report.header import LINE_LIMIT, own_text
from journal.report.request import LINES_AT_MOST, ReportRequest
from journal.report.text_safety import one_line, shortened
from journal.report.wording import ReportWords
from journal.texts.appointments import kind_words, labelled_line
from journal.texts.translation import _, ngettext


def appointment(request: ReportRequest, data: ReportData, treatment: str, words: ReportWords) -> dict[str, Any] | None:
    """Up to three lines, the typed ones first, then what changed, then what to ask; and the treatment in one line.

    None without any. `more` says how many lines stand on a later page alone.
    """
    typed, collected = _typed(request), _collected(data)
    labelled = [labelled_line(kind, line) for kind, line in collected]
    shown = [*typed, *labelled][:LINES_AT_MOST]
    lines = [own_text(shortened(line, LINE_LIMIT), words) for line in shown]
    if treatment:
        lines.append(own_text(treatment, words))
    if not lines:
        return None
    return {"title": _("For this appointment"), "lines": lines, "more": _more(len(typed) + len(collected) - len(shown))}


def in_full(request: ReportRequest, data: ReportData, words: ReportWords) -> dict[str, Any] | None:
    """What does not stand whole on page one: typed lines that were cut, and with one of a list the whole list."""
    typed, collected = _typed(request), _collected(data)
    cut = [line for line in typed if len(line) > LINE_LIMIT]
    room = LINES_AT_MOST - len(typed)
    short = all(len(labelled_line(kind, line)) <= LINE_LIMIT for kind, line in collected)
    lists = [] if len(collected) <= room and short else _lists(data, words)
    if not cut and not lists:
        return None
    return {
        "title": _("For this appointment, in full"),
        "lines": [own_text(line, words) for line in cut],
        "lists": lists,
    }


def _lists(data: ReportData, words: ReportWords) -> list[dict[str, Any]]:
    lists = ((QuestionKind.CHANGE, data.changes), (QuestionKind.QUESTION, data.questions))
    told = [(kind_words(kind), _whole(lines)) for kind, lines in lists]
    return [{"title": title, "lines": [own_text(line, words) for line in lines]} for title, lines in told if lines]


def _typed(request: ReportRequest) -> list[str]:
    return _whole(request.lines[:LINES_AT_MOST])


def _collected(data: ReportData) -> list[tuple[QuestionKind, str]]:
    changes = [(QuestionKind.CHANGE, line) for line in _whole(data.changes)]
    return [*changes, *((QuestionKind.QUESTION, line) for line in _whole(data.questions))]


def _whole(lines: Iterable[str]) -> list[str]:
    return [one_line(line) for line in lines if one_line(line)]


def _more(count: int) -> str:
    if not count:
        return ""
    return ngettext("{n} more line on a later page", "{n} more lines on a later page", count).format(n=count)
