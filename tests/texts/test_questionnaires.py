"""The sentences about questionnaires."""

from __future__ import annotations

from datetime import date

import pytest

from journal.host.resources import read_instruments
from journal.model.questionnaires import GivenAnswer, Questionnaire, Span
from journal.model.scoring import score, typed_total
from journal.texts import questionnaires as texts
from journal.texts.questionnaires import (
    cluster_lines,
    cut_words,
    number_and_topic,
    questionnaire_title,
    rule_sentence,
    taken_lately_words,
    total_line,
    typed_words,
)

PCL5, PC_PTSD_5, PHQ9, GAD7, WHO5, B_IPF, SUDS = read_instruments().all


def answers(*values):
    return [GivenAnswer(str(number), value) for number, value in enumerate(values, 1)]


def filled(**fields):
    return Questionnaire("q", at_ms=0, offset_min=0, day=date(2026, 10, 1), **fields)


def test_a_total_says_of_how_much_or_why_there_is_none():
    assert total_line(score(PCL5, answers(*[2] * 20))) == "total 40 of 80"
    assert total_line(score(PCL5, answers(*[2] * 18))) == "18 of 20 answered; a total needs all"
    assert total_line(score(B_IPF, answers(1, 2, 3))) == "total 33.3 of 100"
    assert total_line(typed_total(14, None)) == "total 14"
    assert "first question" in total_line(score(PC_PTSD_5, answers(1, 1, 0, 0, 0)))
    none = [GivenAnswer(str(number), not_applicable=True) for number in range(1, 8)]
    assert "no total" in total_line(score(B_IPF, none))


def test_the_symptom_rule_is_told_as_arithmetic():
    scored = score(PCL5, answers(2, 1, 1, 1, 1, 4, 1, 2, 2, 2, 1, 1, 1, 1, 3, 2, 0, 0, 0, 0))
    told = "Items at 2 or more: 1 of B, 1 of C, 3 of D, 2 of E; the rule asks for 1, 1, 2, 2."
    assert rule_sentence(scored) == told
    skipped = score(PCL5, answers(2, 1, 1, 1, 1, 4, 1, 2, 2, 2, 1, 1, 1, 1, 3, 2, 0, 0, 0))
    assert rule_sentence(skipped) == f"{told} 19 of 20 answered."
    assert rule_sentence(score(PHQ9, answers(*[3] * 9))) == rule_sentence(typed_total(40, 80)) == ""


def test_a_cluster_says_its_score_or_how_many_were_answered():
    lines = cluster_lines(PCL5, score(PCL5, answers(*[1] * 19)))
    assert lines[0] == "B Re-experiencing: 5 of 20"
    assert lines[3] == "E Arousal: 5 of 6 answered; a score needs all"
    assert cluster_lines(PCL5, typed_total(40, 80)) == ()


def test_a_line_of_change_names_its_population_and_source():
    assert [texts.change_words(line) for line in PCL5.change_lines] == [
        "9–12 points (primary care, Blanchard 2023)",
        "15–18 points (male veterans, Marx 2022), and a score of 28 or less",
    ]


def test_cuts_are_numbers_with_at_most_a_word():
    assert [cut_words(cut) for cut in (*PCL5.cuts, *PC_PTSD_5.cuts, *PHQ9.cuts)] == [
        "cut 31–33",
        "cut 3 (sensitive)",
        "cut 4 (balanced)",
        "cut 10",
    ]
    assert texts.band_words(10) == "10 or more"
    assert (texts.bands_words(GAD7.bands), texts.bands_words(PHQ9.bands)) == ("bands from 5, 10, 15", "")


def test_a_title_says_what_sets_the_scale_apart():
    assert questionnaire_title(filled(instrument="pcl5", span=Span.WEEK), PCL5) == "PCL-5 (past week)"
    assert questionnaire_title(filled(instrument="suds", maximum=10.0), SUDS) == "SUDS (0 to 10)"
    assert questionnaire_title(filled(instrument="", name="ISI"), None) == "ISI"
    assert questionnaire_title(filled(instrument="", form_id="f"), None, "Rest") == "Rest"
    assert questionnaire_title(filled(instrument=""), None) == "Questionnaire"


def test_a_typed_total_says_who_gave_it():
    assert typed_words(filled(instrument="", total=3.0, total_by="Clinic")) == "typed in, given by Clinic"
    assert typed_words(filled(instrument="", total=3.0)) == "typed in"
    assert typed_words(filled(instrument="gad7")) == ""


@pytest.mark.parametrize(("days", "part"), [(0, "on this day already"), (1, "1 day before"), (6, "6 days before")])
def test_the_gentle_note_blocks_nothing(days, part):
    said = taken_lately_words("PCL-5", date(2026, 10, 1), date(2026, 10, 1 + days))
    assert part in said
    assert "You can go on all the same." in said


def test_questions_stand_with_their_number_on_paper():
    assert number_and_topic(PHQ9.items[8]) == "9. Thoughts of suicide"
    assert number_and_topic(PC_PTSD_5.asked[0]) == "First question: A traumatic event"
    assert (texts.answer_range(PCL5), texts.answer_range(PC_PTSD_5)) == ("0 to 4", "no or yes")
    assert (texts.answer_range(SUDS), texts.answer_range(SUDS, 10)) == ("0 to 100 or 0 to 10", "0 to 10")
