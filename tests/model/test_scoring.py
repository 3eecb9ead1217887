"""Scores by each instrument's own rule; nothing missing is ever estimated."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.host.resources import read_instruments
from journal.model.instruments import GATE
from journal.model.questionnaires import GivenAnswer
from journal.model.scoring import ClusterScore, RuleCount, Withheld, asks_for_support, score, typed_total

ALL = read_instruments()
PCL5, PC_PTSD_5, PHQ9, GAD7, WHO5, B_IPF, SUDS = ALL.all


def answers(*values):
    return [GivenAnswer(str(number), value) for number, value in enumerate(values, 1)]


def test_the_pcl_5_is_the_sum_of_twenty_with_a_score_for_each_cluster():
    scored = score(PCL5, answers(*range(5), *[1, 2], *[3] * 7, *[4] * 6))
    assert (scored.total, scored.possible, scored.withheld) == (58, 80, None)
    assert {key: (each.score, each.possible) for key, each in scored.clusters.items()} == {
        "B": (10, 20),
        "C": (3, 8),
        "D": (21, 28),
        "E": (24, 24),
    }


def test_the_symptom_rule_is_counted_and_nothing_is_concluded():
    scored = score(PCL5, answers(2, 1, 1, 1, 1, 4, 1, 2, 2, 2, 1, 1, 1, 1, 3, 2, 0, 0, 0, 0))
    assert scored.rule == (RuleCount("B", 1, 1), RuleCount("C", 1, 1), RuleCount("D", 3, 2), RuleCount("E", 2, 2))
    assert scored.rule_at_least == 2


@pytest.mark.parametrize("instrument", [PCL5, PHQ9, GAD7, WHO5], ids=lambda each: each.key)
def test_a_total_with_one_skipped_answer_is_withheld(instrument):
    whole = answers(*[1] * len(instrument.items))
    assert score(instrument, whole).total == instrument.possible() / instrument.high
    skipped = score(instrument, [*whole[:-1], GivenAnswer(whole[-1].item)])
    assert (skipped.total, skipped.withheld) == (None, Withheld.SKIPPED)
    assert (skipped.n_answered, skipped.n_items) == (len(whole) - 1, len(whole))
    assert score(instrument, whole[:-1]).withheld is Withheld.SKIPPED


def test_only_the_cluster_with_the_skipped_answer_is_withheld():
    scored = score(PCL5, answers(*[1] * 19, None))
    assert scored.clusters["E"] == ClusterScore(None, 24, 5, 6)
    assert scored.clusters["B"].score == 5


def test_not_applicable_counts_as_skipped_where_every_item_applies():
    scored = score(GAD7, [*answers(*[1] * 6), GivenAnswer("7", not_applicable=True)])
    assert (scored.total, scored.withheld, scored.n_items) == (None, Withheld.SKIPPED, 7)


def test_the_who_5_is_four_times_the_sum():
    assert score(WHO5, answers(5, 5, 5, 5, 5)).total == 100
    assert score(WHO5, answers(1, 2, 3, 4, 0)).total == 40


def test_the_b_ipf_is_the_share_of_what_is_possible_over_what_applies():
    four = [*answers(6, 0, 3, 3), *(GivenAnswer(str(number), not_applicable=True) for number in (5, 6, 7))]
    scored = score(B_IPF, four)
    assert (scored.total, scored.n_answered, scored.n_items) == (50, 4, 4)
    assert score(B_IPF, answers(1, 2, 3, 4, 5, 6, 0)).total == 50
    assert score(B_IPF, answers(3, None, 3, 3, 3, 3, 3)).total == 50


def test_where_nothing_applies_there_is_no_total():
    none = [GivenAnswer(str(number), not_applicable=True) for number in range(1, 8)]
    assert (score(B_IPF, none).total, score(B_IPF, none).withheld) == (None, Withheld.NOTHING)


def test_the_screen_ends_at_its_gate():
    assert score(PC_PTSD_5, [GivenAnswer(GATE, 0)]).total == 0
    assert score(PC_PTSD_5, [GivenAnswer(GATE, 1), *answers(1, 1, 0, 1, 0)]).total == 3
    without = score(PC_PTSD_5, answers(1, 1, 0, 1, 0))
    assert (without.total, without.withheld) == (None, Withheld.SKIPPED)
    assert score(PC_PTSD_5, [GivenAnswer(GATE, 1), *answers(1, 1, 0, 1, None)]).total is None


def test_suds_is_one_number_on_either_scale():
    assert (score(SUDS, answers(70)).total, score(SUDS, answers(70)).possible) == (70, 100)
    assert (score(SUDS, answers(7), 10).total, score(SUDS, answers(7), 10).possible) == (7, 10)


def test_a_total_that_was_typed_in_says_nothing_of_answers():
    typed = typed_total(14, None)
    assert (typed.total, typed.possible, typed.typed, typed.n_items, typed.rule) == (14, None, True, 0, None)


@pytest.mark.parametrize(("last", "asks"), [(0, False), (1, True), (3, True), (None, False)])
def test_the_line_of_support_is_asked_for_by_item_9_alone(last, asks):
    assert asks_for_support(PHQ9, answers(*[3] * 8, last)) is asks
    assert not asks_for_support(GAD7, answers(*[3] * 7))
    assert not asks_for_support(PCL5, answers(*[4] * 20))


@settings(max_examples=60)
@given(st.sampled_from(ALL.all), st.data())
def test_any_answers_give_a_total_within_what_is_possible_or_say_why_not(instrument, data):
    one = st.none() | st.integers(instrument.low, instrument.high)
    given_answers = [GivenAnswer(item.number, data.draw(one)) for item in instrument.items]
    if instrument.gate is not None:
        given_answers.append(GivenAnswer(GATE, data.draw(st.sampled_from([0, 1, None]))))
    scored = score(instrument, given_answers)
    assert (scored.total is None) == (scored.withheld is not None)
    assert scored.total is None or 0 <= scored.total <= scored.possible
    assert 0 <= scored.n_answered <= scored.n_items
