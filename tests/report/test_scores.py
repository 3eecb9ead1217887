"""The questionnaires of a report: totals with their days, changes with the population that the lines come from."""

from dataclasses import replace
from datetime import date

import pytest

from journal.model.questionnaires import Span
from journal.model.scoring import Scored, Withheld
from journal.report.all_scores import all_scores, support_sentence
from journal.report.closing import closing
from journal.report.inventory import inventory
from journal.report.request import Part, ReportRequest
from journal.report.score_data import ReportScores, ReportScreen
from journal.report.scores import front_scores
from tests.support.report_data import full_data, period_of
from tests.support.report_pages import WORDS, one_line, set_variant, text_of, variants
from tests.support.report_scores import every_kind
from tests.support.score_data import filled_in, given, monthly

PERIOD = period_of()


def front(*series):
    return front_scores(ReportScores(series=series), WORDS)


def cells(series):
    return front(series)["rows"][0]["cells"]


def charts(*series):
    return all_scores(ReportScores(series=series), PERIOD, WORDS)["charts"]


def test_a_row_has_the_newest_total_those_before_and_the_change_between_the_last_two():
    assert cells(filled_in("phq9", {80: 17.0, 60: 14.0, 40: 12.0, 20: 10.0, 3: 13.0})) == [
        "PHQ-9",
        "13 of 27 on 26 Oct, 9 of 9 answered",
        "10 on 9 Oct; 12 on 19 Sept; 14 on 30 Aug",
        "+3 since 9 Oct",
    ]


def test_a_single_total_has_no_change():
    assert cells(filled_in("gad7", {3: 9.0}))[2:] == ["–", "–"]


def test_a_withheld_total_is_told_without_a_number():
    assert cells(monthly())[2] == "no total on 19 Sept (19 of 20); 46 on 30 Aug; 54 on 5 Aug"
    assert cells(filled_in("gad7", {3: None}))[1] == "no total on 26 Oct, 6 of 7 answered"


def test_a_total_that_was_typed_in_says_who_gave_it():
    assert cells(given("Sleep scale", date(2026, 9, 4), 15.5, "Clinic"))[1] == "15.5 on 4 Sept, given by Clinic"


def test_higher_is_better_is_said_and_nothing_is_turned_round():
    assert cells(filled_in("who5", {30: 40.0, 3: 52.0}))[::3] == ["WHO-5, higher is better", "+12 since 29 Sept"]
    (chart,) = charts(filled_in("who5", {30: 40.0, 3: 52.0}))
    assert [y for _x, y in chart["dots"]] == [0.4, 0.52]


def test_weekly_and_monthly_stand_in_rows_of_their_own():
    weekly = filled_in("pcl5", {3: 38.0}, span=Span.WEEK)
    assert [row["cells"][0] for row in front(monthly(), weekly)["rows"]] == ["PCL-5 (past month)", "PCL-5 (past week)"]


def test_lines_of_change_stand_with_their_population_and_the_cut_where_there_is_one():
    assert front(monthly())["rows"][0]["note"] == (
        "PCL-5: cut 31–33. Reference lines for a change: 9–12 points (primary care, Blanchard 2023); 15–18 points "
        "(male veterans, Marx 2022), and a score of 28 or less. The older 5 and 10 points come from the list for "
        "DSM-IV."
    )
    assert front(filled_in("phq9", {3: 13.0}))["rows"][0]["note"] == "PHQ-9: cut 10."
    assert front(filled_in("who5", {3: 52.0}))["rows"][0]["note"] == ""


def test_more_scales_than_page_one_holds_are_counted():
    told = front_scores(every_kind(), WORDS)
    assert len(told["rows"]) == 6
    assert told["mores"][0] == "1 more and all totals on a later page"
    assert told["mores"][2] == "3 more and all totals on a later page"
    assert len(told["mores"]) == len(told["rows"]) + 1


def test_nothing_is_said_where_nothing_was_filled_in():
    assert front() is None
    assert all_scores(ReportScores(), PERIOD, WORDS) is None


def test_a_chart_breaks_its_line_at_a_withheld_total_and_has_no_dot_there():
    (chart,) = charts(monthly())
    assert len(chart["dots"]) == 3
    assert [len(run) for run in chart["line"]] == [2]


def test_a_chart_has_its_bands_and_cuts_with_their_words():
    pcl, gad = charts(monthly(), filled_in("gad7", {3: 9.0}))
    assert [(each["text"], each["ys"]) for each in pcl["levels"]] == [("cut 31–33", [0.3875, 0.4125])]
    assert [each["text"] for each in gad["levels"]] == ["5 or more", "10 or more", "15 or more"]
    assert pcl["measures"] == [[0.1125, 0.15], [0.1875, 0.225]]


def test_a_chart_says_its_totals_in_sentences():
    (chart,) = charts(monthly())
    assert "A total of 54 of 80 on 5 Aug. A total of 46 of 80 on 30 Aug." in chart["alt"]
    assert "No total on 19 Sept: 19 of 20 answered; a total needs all." in chart["alt"]
    (many,) = charts(filled_in("pcl5", {7 * n: 40.0 + n for n in range(12)}, span=Span.WEEK))
    assert "There are 12 totals, all of them in the table below, from 40 to 51." in many["alt"]


def test_the_table_has_every_total_and_a_screen_that_is_not_drawn():
    screen = ReportScreen("PC-PTSD-5", date(2026, 8, 3), Scored(4.0, 5.0, 5, 5))
    skipped = ReportScreen("PC-PTSD-5", date(2026, 8, 4), Scored(None, 5.0, 4, 5, Withheld.SKIPPED))
    told = all_scores(ReportScores(series=(monthly(),), screens=(screen, skipped)), PERIOD, WORDS)
    assert [row[1:] for row in told["table"]["rows"]] == [
        ["5 Aug", "54 of 80", "–", "20 of 20 answered"],
        ["30 Aug", "46 of 80", "−8", "20 of 20 answered"],
        ["19 Sept", "–", "–", "19 of 20 answered; a total needs all"],
        ["17 Oct", "37 of 80", "−9", "20 of 20 answered"],
        ["3 Aug", "4 of 5", "–", "5 of 5 answered"],
        ["4 Aug", "–", "–", "4 of 5 answered; a total needs all"],
    ]
    assert len(told["charts"]) == 1


def test_two_totals_of_a_day_stand_beside_each_other():
    series = monthly()
    again = replace(series.points[-1], at_ms=series.points[-1].at_ms + 1, value=30.0)
    (chart,) = charts(replace(series, points=(*series.points, again)))
    assert len({x for x, _y in chart["dots"]}) == 4


def test_question_9_is_told_only_with_its_part():
    told = every_kind()
    sentence = "PHQ-9, question 9 (thoughts of suicide), 0 to 3: 1 on 30 Aug, 0 on 17 Oct."
    assert support_sentence(told.support, WORDS) == sentence
    data = replace(full_data(), scores=told)
    without, with_it = ReportRequest(PERIOD), ReportRequest(PERIOD, includes=frozenset({Part.SUICIDAL_THOUGHTS}))
    assert not any("question 9" in said for said in closing(without, data, WORDS))
    assert closing(with_it, data, WORDS)[-1].endswith(sentence)


def test_the_list_of_contents_counts_questionnaires_or_leaves_them_out():
    included, _out = inventory(ReportRequest(PERIOD), replace(full_data(), scores=every_kind()), WORDS)
    assert "17 questionnaires" in included
    assert "Answers to the question about suicide in a questionnaire" in included
    _included, left_out = inventory(ReportRequest(PERIOD), full_data(), WORDS)
    assert "Questionnaire scores" in left_out


@pytest.mark.parametrize("name", ["scores", "scores, letter"])
def test_the_whole_closing_text_stays_on_page_one_however_much_there_is(name):
    request, data = variants()[name]
    page = one_line(text_of(set_variant(request, data).pdf).split("\f")[0])
    for said in closing(request, data, WORDS):
        assert said in page


def test_the_same_scores_make_the_same_bytes():
    request, data = variants()["one total"]
    assert set_variant(request, data).pdf == set_variant(request, data).pdf
