"""What a report tells of questionnaires, read from the journal: nothing of a part that was not asked for."""

from __future__ import annotations

from collections.abc import Iterator

from journal.app.journal import Journal
from journal.app.questionnaires import list_all, score_series, scored
from journal.model.questionnaires import Questionnaire
from journal.report.request import Part, ReportRequest
from journal.report.score_data import ReportScores, ReportScreen, SupportAnswer


def report_scores(journal: Journal, request: ReportRequest) -> ReportScores:
    """The totals of the period, the same as in its summary, with those that are withheld."""
    if not request.has(Part.SCORES):
        return ReportScores()
    first, last = request.period.first, request.period.last
    filled = list_all(journal, first, last)
    return ReportScores(
        series=score_series(journal, first, last, whole=True),
        screens=tuple(_screens(journal, filled)),
        support=tuple(_support(journal, filled)) if request.has(Part.SUICIDAL_THOUGHTS) else (),
    )


def _screens(journal: Journal, filled: list[Questionnaire]) -> Iterator[ReportScreen]:
    for each in filled:
        known = journal.instruments.get(each.instrument)
        if known is not None and not known.trended:
            yield ReportScreen(known.name, each.day, scored(journal, each), known.cuts, each.total_by)


def _support(journal: Journal, filled: list[Questionnaire]) -> Iterator[SupportAnswer]:
    for each in filled:
        known = journal.instruments.get(each.instrument)
        for answer in each.answers if known is not None and known.support_item else ():
            if known is not None and answer.item == known.support_item and isinstance(answer.value, int | float):
                yield SupportAnswer(known.name, answer.item, each.day, float(answer.value), float(known.high))
