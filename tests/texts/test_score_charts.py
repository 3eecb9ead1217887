"""The words of the panels of totals."""

from dataclasses import replace
from datetime import date

import pytest

from journal.model.questionnaires import Span
from journal.texts import score_charts as words
from journal.texts import trends as chart_words
from tests.support.report_data import LAST
from tests.support.score_data import filled_in, given, monthly, panel
from tests.support.trends_data import trends


def sentence(series, *, compare=False):
    data = trends(0, 90, compare=compare)
    return chart_words.sentence(panel(series), data)


def test_a_sentence_has_every_total_with_its_day_and_what_was_answered():
    said = sentence(monthly())
    assert said.startswith(
        "PCL-5 (past month), 1 Aug\u2009–\u200929 Oct 2026: scale from 0 to 80, lower is better. 3 totals: "
    )
    assert "46 of 80 on 30 Aug 2026, 20 of 20 answered" in said
    assert "No total on 19 Sept 2026: 19 of 20 answered; a total needs all." in said
    assert "From 30 Aug 2026 to 17 Oct 2026: −9 points." in said
    assert "Lines: cut 31–33. Lines of change: 9–12 points (primary care, Blanchard 2023)" in said


def test_higher_is_better_is_said():
    assert "scale from 0 to 100, higher is better" in sentence(filled_in("who5", {3: 52.0}))


def test_a_total_of_a_scale_that_is_not_known_says_so_and_who_gave_it():
    said = sentence(given("Sleep scale", date(2026, 9, 4), 15.5, "Clinic"))
    assert "range not known, direction not known. 1 total: 15.5 on 4 Sept 2026, given by Clinic." in said


def test_nothing_filled_in_is_said():
    assert sentence(filled_in("phq9", {300: 12.0})).endswith("nothing filled in.")


def test_the_period_before_is_told_only_when_comparing():
    series = filled_in("phq9", {120: 17.0, 12: 11.0})
    assert "before" not in sentence(series)
    assert "In the period before: 17 on 1 Jul." in sentence(series, compare=True)
    assert "In the period before: no total." in sentence(filled_in("phq9", {12: 11.0}), compare=True)


@pytest.mark.parametrize(
    ("before", "said"),
    [(12, "37 of 80, 20 of 20 answered"), (40, "19 of 20 answered; a total needs all"), (13, "not filled in")],
)
def test_a_day_is_read_out(before, said):
    day = LAST.toordinal() - before
    assert chart_words.read_out(panel(monthly()), day).endswith(f"PCL-5 (past month): {said}.")


def test_two_totals_of_a_day_are_both_read_out():
    series = monthly()
    again = replace(series.points[-1], at_ms=series.points[-1].at_ms + 1, value=30.0)
    told = words.reading(panel(replace(series, points=(*series.points, again))), LAST.toordinal() - 12, short=True)
    assert told == "17 Oct: 37 of 80; 30 of 80"


def test_the_note_tells_of_measures_only_where_there_are_some():
    weekly = panel(filled_in("pcl5", {3: 40.0}, span=Span.WEEK))
    assert "Uprights" in words.note([weekly])
    assert "Uprights" not in words.note([panel(filled_in("phq9", {3: 12.0}))])


def test_a_change_has_its_sign_and_no_change_has_none():
    first, *_others, last = monthly().points
    assert words.points_changed(first, last) == "−17"
    assert words.points_changed(last, first) == "+17"
    assert words.points_changed(last, last) == "0"
