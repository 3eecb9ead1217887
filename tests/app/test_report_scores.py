"""What a report tells of questionnaires: what was chosen, the same as in the summary, and nothing else."""

from datetime import date, datetime

import pytest

from journal.app import questionnaires
from journal.app.report_scores import report_scores
from journal.app.reports import build_report, gather
from journal.app.sample import make_sample
from journal.model.periods import last_days
from journal.model.questionnaires import GivenAnswer
from journal.report.request import Part, ReportRequest
from journal.report.score_data import ReportScores
from journal.texts.locales import Locale
from tests.support.report_pages import one_line, text_of


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    made = make_sample(tmp_path_factory.mktemp("sample") / "journal")
    yield made
    made.close()


def asked(journal, *parts, days=90):
    return ReportRequest(last_days(journal.today(), days), includes=frozenset(parts))


def test_nothing_is_read_where_the_part_was_not_chosen(sample):
    assert report_scores(sample, asked(sample, Part.SUICIDAL_THOUGHTS)) == ReportScores()
    text = text_of(build_report(sample, asked(sample, Part.SESSIONS), locale=Locale("en", "GB")).pdf)
    assert "PCL-5" not in text
    assert "PHQ-9" not in text


def test_the_totals_are_those_of_the_summary(sample):
    request = asked(sample, Part.SCORES)
    told = report_scores(sample, request).series
    summed = questionnaires.score_series(sample, request.period.first, request.period.last)
    assert [(one.key, one.points) for one in told if one.points] == [(one.key, one.points) for one in summed]


def test_only_the_period_is_told(sample):
    told = report_scores(sample, asked(sample, Part.SCORES, days=28))
    assert [(one.key, len(one.points)) for one in told.series] == [("pcl5:month", 1), ("phq9", 1), ("who5", 1)]


def test_question_9_is_read_only_with_its_part(sample):
    assert report_scores(sample, asked(sample, Part.SCORES)).support == ()
    told = report_scores(sample, asked(sample, Part.SCORES, Part.SUICIDAL_THOUGHTS)).support
    assert [(each.name, each.number, each.day) for each in told] == [
        ("PHQ-9", "9", date(2026, 8, 21)),
        ("PHQ-9", "9", date(2026, 10, 16)),
    ]


def test_a_screen_is_listed_and_no_series(opened):
    journal, _clock = opened
    answers = [GivenAnswer("gate", 1), *(GivenAnswer(str(n), 1) for n in range(1, 6))]
    questionnaires.save_answers(journal, "pc_ptsd_5", answers, at=datetime(2026, 10, 20, 12))
    told = report_scores(journal, asked(journal, Part.SCORES))
    assert told.series == ()
    assert [(each.name, each.scored.total) for each in told.screens] == [("PC-PTSD-5", 5.0)]


def test_a_skipped_question_withholds_the_total_and_the_report_says_so(opened):
    journal, _clock = opened
    answers = [GivenAnswer(str(n), 1) for n in range(1, 9)]
    questionnaires.save_answers(journal, "phq9", answers, at=datetime(2026, 10, 20, 12))
    request = asked(journal, Part.SCORES)
    assert gather(journal, request).scores.series[0].points == ()
    page = one_line(text_of(build_report(journal, request, locale=Locale("en", "GB")).pdf).split("\f")[0])
    assert "PHQ-9 no total on 20 Oct, 8 of 9 answered" in page
