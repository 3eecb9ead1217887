"""Answers and totals checked against the instrument that they belong to."""

from __future__ import annotations

import math

import pytest

from journal.host.resources import read_instruments
from journal.model.answering import (
    answers_in_order,
    checked_answers,
    checked_maximum,
    checked_span,
    checked_total,
)
from journal.model.errors import (
    AnswerMisplaced,
    AnswerOutOfRange,
    AnswersMiscounted,
    NothingAnswered,
    SpanUnknown,
    TotalOutOfRange,
)
from journal.model.instruments import GATE
from journal.model.questionnaires import Coded, GivenAnswer, Span

PCL5, PC_PTSD_5, PHQ9, GAD7, WHO5, B_IPF, SUDS = read_instruments().all


def test_each_question_gets_one_answer_in_its_order():
    checked = checked_answers(GAD7, [GivenAnswer("3", 2.0), GivenAnswer("1", 0)])
    assert checked == (GivenAnswer("1", 0), GivenAnswer("2"), GivenAnswer("3", 2), *map(GivenAnswer, "4567"))


@pytest.mark.parametrize("value", [4, -1, 1.5, math.nan, math.inf, "2", Coded("", "a")])
def test_what_is_no_answer_is_refused_with_its_range(value):
    with pytest.raises(AnswerOutOfRange) as caught:
        checked_answers(GAD7, [GivenAnswer("2", value)])
    assert (caught.value.fields["item"], caught.value.fields["maximum"]) == ("2", 3)


@pytest.mark.parametrize(
    "given",
    [
        [GivenAnswer("8", 1)],
        [GivenAnswer("1", 1), GivenAnswer("1", 2)],
        [GivenAnswer("1", not_applicable=True), GivenAnswer("2", 1)],
        [GivenAnswer(GATE, 1)],
    ],
)
def test_an_answer_that_has_no_place_is_refused(given):
    with pytest.raises(AnswerMisplaced):
        checked_answers(GAD7, given)


def test_nothing_answered_is_nothing_to_keep():
    with pytest.raises(NothingAnswered):
        checked_answers(GAD7, [GivenAnswer("1"), GivenAnswer("2")])
    with pytest.raises(NothingAnswered):
        checked_answers(B_IPF, [GivenAnswer("1", not_applicable=True)])


def test_after_a_no_at_the_gate_the_others_are_not_asked():
    assert checked_answers(PC_PTSD_5, [GivenAnswer(GATE, 0), GivenAnswer("1", 1)]) == (GivenAnswer(GATE, 0),)
    assert len(checked_answers(PC_PTSD_5, [GivenAnswer(GATE, 1)])) == 6


def test_one_answer_too_few_or_too_many_is_counted():
    with pytest.raises(AnswersMiscounted) as caught:
        answers_in_order(GAD7, [GivenAnswer("", 1)] * 8)
    assert (caught.value.fields["given"], caught.value.fields["wanted"]) == (8, 7)
    with pytest.raises(AnswersMiscounted):
        answers_in_order(PC_PTSD_5, [GivenAnswer("", 1)])
    assert answers_in_order(PC_PTSD_5, [GivenAnswer("", 0)]) == (GivenAnswer(GATE, 0),)


def test_the_usual_span_is_taken_where_none_is_said_and_a_strange_one_refused():
    assert (checked_span(PCL5, None), checked_span(PCL5, Span.NONE)) == (Span.MONTH, Span.MONTH)
    assert (checked_span(PCL5, Span.WEEK), checked_span(GAD7, None), checked_span(None, None)) == (
        Span.WEEK,
        Span.NONE,
        Span.NONE,
    )
    for instrument in (GAD7, None):
        with pytest.raises(SpanUnknown):
            checked_span(instrument, Span.WEEK)


def test_the_scale_is_kept_only_where_there_is_a_choice():
    assert (checked_maximum(SUDS, None), checked_maximum(SUDS, 10), checked_maximum(GAD7, 10)) == (100, 10, None)
    with pytest.raises(TotalOutOfRange):
        checked_maximum(SUDS, 50)


@pytest.mark.parametrize(
    ("instrument", "total", "maximum"),
    [
        (PHQ9, 28, None),
        (PHQ9, -1, None),
        (PHQ9, 2.5, None),
        (SUDS, 11, 10),
        (B_IPF, 100.5, None),
        (PHQ9, math.nan, None),
    ],
)
def test_a_total_outside_a_known_range_is_refused(instrument, total, maximum):
    with pytest.raises(TotalOutOfRange):
        checked_total(instrument, "", total, maximum)


def test_a_total_of_another_name_that_is_known_is_in_its_range():
    assert checked_total(None, "isi", 28, ranges={"isi": (0, 28)}) == 28
    for total in (-1, 9999):
        with pytest.raises(TotalOutOfRange) as caught:
            checked_total(None, "I.S.I.", total, ranges={"isi": (0, 28)})
        assert (caught.value.fields["minimum"], caught.value.fields["maximum"]) == (0, 28)


def test_a_total_of_another_name_is_any_number_and_needs_the_name():
    assert checked_total(None, "ISI", -3.5) == -3.5
    assert checked_total(B_IPF, "", 41.7) == 41.7
    for name, total in (("", 3), ("  ", 3), ("ISI", math.inf), ("ISI", 1e12)):
        with pytest.raises(TotalOutOfRange):
            checked_total(None, name, total)
