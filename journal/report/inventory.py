"""What is in a report and what is not, as a plain list for the person who is about to hand it over."""

from __future__ import annotations

from journal.model.items import Cluster
from journal.report.attachments import attached_lines
from journal.report.data import ReportData
from journal.report.request import LINES_AT_MOST, Part, ReportRequest
from journal.report.text_safety import one_line
from journal.report.treatment_data import Treatment
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext


def inventory(request: ReportRequest, data: ReportData, words: ReportWords) -> tuple[list[str], list[str]]:
    """What is included and what is left out, each as short phrases."""
    chosen = [*_always(request, data, words), *_treatment(data.treatment), *_scores(data), *_texts(request, data)]
    left_out = [part_name(part) for part in (*_left_of_treatment(data), *_left_untold(data))]
    for part, inside in _parts(request, data).items():
        (chosen if inside else left_out).append(part_name(part))
    chosen += attached_lines(request)
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
        Part.SESSIONS: _("Sessions, side effects and practice"),
        Part.MEDICINES: _("Medicines and dose changes"),
        Part.MARKERS: _("Your markers"),
        Part.CHANGES: _("What changed"),
        Part.QUESTIONS: _("Questions to ask"),
        Part.SCORES: _("Questionnaire scores"),
        Part.GOALS: _("Own goals"),
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
        Part.GOALS: any(item.cluster is Cluster.GOAL for item in data.items),
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


def _treatment(told: Treatment) -> list[str]:
    """What is told of treatment, with how many of each."""
    counted = [
        (len(told.sessions), ngettext("{n} session", "{n} sessions", len(told.sessions))),
        (len(told.medicines), ngettext("{n} medicine", "{n} medicines", len(told.medicines))),
        (len(told.markers), ngettext("{n} marker of yours", "{n} markers of yours", len(told.markers))),
    ]
    said = [sentence.format(n=count) for count, sentence in counted if count]
    if told.courses:
        said.append(_("The treatment that goes on"))
    if told.since is not None and not told.since.found.empty:
        said.append(_("Ratings by days since a session"))
    if told.practice is not None:
        said.append(_("Practice, in one line"))
    return said


def _scores(data: ReportData) -> list[str]:
    """How many questionnaires are told of, and whether an answer about suicide is."""
    n = data.scores.n_filled
    said = [ngettext("{n} questionnaire", "{n} questionnaires", n).format(n=n)]
    if data.scores.support:
        said.append(_("Answers to the question about suicide in a questionnaire"))
    return said if n else []


def _left_of_treatment(data: ReportData) -> list[Part]:
    told = data.treatment
    there = {
        Part.SESSIONS: told.sessions or told.courses or told.practice,
        Part.MEDICINES: told.medicines,
        Part.MARKERS: told.markers,
        Part.SCORES: data.scores.n_filled,
    }
    return [part for part, inside in there.items() if not inside]


def _left_untold(data: ReportData) -> list[Part]:
    there = {Part.CHANGES: data.changes, Part.QUESTIONS: data.questions}
    return [part for part, inside in there.items() if not inside]


def _texts(request: ReportRequest, data: ReportData) -> list[str]:
    lines = sum(bool(one_line(line)) for line in request.lines[:LINES_AT_MOST])
    said = []
    if lines:
        said.append(ngettext("{n} line for this appointment", "{n} lines for this appointment", lines).format(n=lines))
    if data.changes:
        n = len(data.changes)
        said.append(ngettext("{n} line on what changed", "{n} lines on what changed", n).format(n=n))
    if data.questions:
        n = len(data.questions)
        said.append(ngettext("{n} question to ask", "{n} questions to ask", n).format(n=n))
    if data.notes:
        said.append(ngettext("{n} note", "{n} notes", len(data.notes)).format(n=len(data.notes)))
    return said
