"""Questionnaires for made-up reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal.model.instruments import CutLine
from journal.model.questionnaires import Span
from journal.model.scoring import Scored
from journal.report.score_data import ReportScores, ReportScreen, SupportAnswer
from tests.support.score_data import filled_in, given, monthly

LONG_NAME = "A scale of the clinic's own with a name that no column has room for at all"


def every_kind() -> ReportScores:
    """Every questionnaire that there is, a withheld total, one that was typed in, a screen, and question 9."""
    return ReportScores(
        series=(
            monthly(),
            filled_in("pcl5", {80: 41.0, 73: 40.0, 66: 44.0, 59: 39.0, 3: 38.0}, span=Span.WEEK),
            filled_in("phq9", {60: 14.0, 12: 11.0}),
            filled_in("gad7", {60: None}),
            filled_in("who5", {60: 40.0, 12: 52.0}),
            replace(filled_in("b_ipf", {12: 43.0}), name="B-IPF"),
            given(LONG_NAME, date(2026, 9, 4), 15.5, "A clinic with a long name in another town"),
        ),
        screens=(
            ReportScreen("PC-PTSD-5", date(2026, 8, 3), Scored(4.0, 5.0, 5, 5), (CutLine(3, None, "sensitive"),)),
        ),
        support=(
            SupportAnswer("PHQ-9", "9", date(2026, 8, 30), 1.0, 3.0),
            SupportAnswer("PHQ-9", "9", date(2026, 10, 17), 0.0, 3.0),
        ),
    )


def weekly_for_a_year() -> ReportScores:
    """PCL-5 every week: more totals than a page has room for."""
    return ReportScores(
        series=(filled_in("pcl5", {7 * n: 40.0 + n % 9 for n in range(1, 52)}, span=Span.WEEK),),
    )


def alone() -> ReportScores:
    """One total and nothing to compare it with."""
    return ReportScores(series=(filled_in("phq9", {12: 11.0}),))
