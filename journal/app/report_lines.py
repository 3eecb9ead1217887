"""The open lines to tell and to ask that go into a report, each kind only where its part was chosen."""

from __future__ import annotations

from journal.app.journal import Journal
from journal.app.questions import open_questions
from journal.model.appointments import Question, QuestionKind
from journal.report.request import Part, ReportRequest

KINDS = {Part.CHANGES: QuestionKind.CHANGE, Part.QUESTIONS: QuestionKind.QUESTION}


def open_lines(journal: Journal, request: ReportRequest, part: Part) -> tuple[str, ...]:
    """The words of a part's open lines in the person's order; none where the part was not chosen."""
    return tuple(each.text for each in printed_lines(journal, request) if each.kind is KINDS[part])


def printed_lines(journal: Journal, request: ReportRequest) -> tuple[Question, ...]:
    """Every open line that a report prints."""
    kinds = [kind for part, kind in KINDS.items() if request.has(part)]
    return tuple(each for each in open_questions(journal) if each.kind in kinds) if kinds else ()


def parts_to_bring_up(journal: Journal) -> frozenset[Part]:
    """The parts of which there are open lines."""
    there = {each.kind for each in open_questions(journal)}
    return frozenset(part for part, kind in KINDS.items() if kind in there)
