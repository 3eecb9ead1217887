"""What the page of a shipped questionnaire shows, from its data and the answers so far."""

from datetime import date, datetime

import pytest

from journal.host.resources import read_catalogue, read_instruments
from journal.model.entries import State
from journal.model.questionnaires import GivenAnswer, Span
from journal.texts.items import ItemWords
from journal.ui.questionnaire.loaded import Asked, Before, Loaded
from journal.ui.questionnaire.questions import QuestionKind
from journal.ui.questionnaire.state import Inputs, build_state
from tests.support.questionnaires import given

NOW = datetime(2026, 11, 22, 21, 4)


@pytest.fixture(scope="module")
def words():
    return ItemWords(read_catalogue())


@pytest.fixture(scope="module")
def state_of(words):
    known = read_instruments()

    def build(key, answers=(), **more):
        inputs = {name: more.pop(name) for name in ("span", "maximum", "draft") if name in more}
        loaded = Loaded(Asked(key), NOW, instrument=known.get(key), **more)
        return build_state(loaded, Inputs(answers=tuple(answers), **inputs), words)

    return build


def labels(state):
    return [question.row.label for question in state.questions]


def test_each_row_has_the_number_of_the_paper_form_and_a_short_topic(state_of):
    state = state_of("pcl5")
    assert len(state.questions) == 20
    assert labels(state)[:2] == ["1. Unwanted memories", "2. Nightmares"]
    assert [step.figure for step in state.questions[0].row.steps] == ["0", "1", "2", "3", "4"]


def test_no_step_has_words_of_the_instrument(state_of):
    assert {step.word for step in state_of("phq9").questions[0].row.steps} == {""}


def test_nothing_is_answered_beforehand(state_of):
    assert {question.row.state for question in state_of("pcl5").questions} == {None}
    assert state_of("pcl5").result.total == ""


def test_a_skipped_question_says_skipped_and_no_more(state_of):
    row = state_of("phq9", [GivenAnswer("1")]).questions[0].row
    assert row.state is State.NOT_APPLICABLE
    assert row.spoken_answer == "skipped"


def test_what_does_not_apply_says_so_where_the_instrument_knows_that(state_of):
    row = state_of("b_ipf", [GivenAnswer("2", not_applicable=True)]).questions[1].row
    assert row.spoken_answer == "not applicable"


def test_a_whole_pcl_5_comes_with_total_clusters_rule_and_lines(state_of):
    result = state_of("pcl5", given(*[2] * 20)).result
    assert result.total == "Total 40 of 80."
    assert "20 of 20 answered" in result.lines
    assert "Memories and nights (B, questions 1 to 5): 10 of 20" in result.lines
    assert "Items at 2 or more: 5 of B, 2 of C, 7 of D, 6 of E; the rule asks for 1, 1, 2, 2." in result.lines
    foot = " ".join(result.foot)
    assert "9–12 points (primary care, Blanchard 2023)" in foot
    assert "cut 31–33. A cut alone decides nothing." in foot


def test_a_total_is_withheld_with_its_reason(state_of):
    result = state_of("pcl5", given(*[2] * 18)).result
    assert result.total == "18 of 20 answered; a total needs all."
    assert result.lines == ()


@pytest.mark.parametrize(
    ("before", "told"),
    [(45.0, "5 points lower than on 1 November 2026."), (39.0, "1 point higher than on 1 November 2026.")],
)
def test_the_change_to_the_last_total_is_said_in_points(state_of, before, told):
    result = state_of("pcl5", given(*[2] * 20), before=Before(date(2026, 11, 1), before)).result
    assert told in result.lines


def test_the_same_total_is_called_the_same(state_of):
    result = state_of("pcl5", given(*[2] * 20), before=Before(date(2026, 11, 1), 40.0)).result
    assert "The same as on 1 November 2026." in result.lines


def test_item_9_above_0_shows_the_still_line_and_only_then(state_of):
    assert [q.key for q in state_of("phq9", given(*[0] * 8, 1)).questions if q.still] == ["9"]
    assert not any(q.still for q in state_of("phq9", given(*[3] * 8, 0)).questions)
    assert not any(q.still for q in state_of("pcl5", given(*[4] * 20)).questions)


def test_after_a_no_to_the_gate_nothing_else_is_asked(state_of):
    asked = state_of("pc_ptsd_5")
    assert len(asked.questions) == 6
    closed = state_of("pc_ptsd_5", [GivenAnswer("gate", 0)])
    assert len(closed.questions) == 1
    assert closed.result.total == "Total 0 of 5."


def test_the_gate_and_its_questions_are_answered_with_words(state_of):
    assert [step.word for step in state_of("pc_ptsd_5").questions[1].row.steps] == ["No", "Yes"]


def test_suds_is_typed_on_0_to_100_and_stepped_on_0_to_10(state_of):
    assert state_of("suds").questions[0].kind is QuestionKind.LINE
    ten = state_of("suds", maximum=10.0)
    assert ten.questions[0].kind is QuestionKind.STEPS
    assert len(ten.questions[0].row.steps) == 11
    assert ten.highest.chosen == "10"


def test_only_an_instrument_with_two_forms_asks_which_time_it_is_about(state_of):
    assert [value for value, _words in state_of("pcl5", span=Span.WEEK).span.choices] == ["month", "week"]
    assert state_of("pcl5", span=Span.WEEK).span.chosen == "week"
    assert state_of("gad7").span.choices == ()


def test_the_note_about_the_last_time_is_gentle_and_blocks_nothing(state_of):
    state = state_of("pcl5", lately=date(2026, 11, 20))
    assert state.note.startswith("PCL-5 was filled in 2 days before, on 20 November 2026.")
    assert state.note.endswith("You can go on all the same.")
    assert len(state.questions) == 20


def test_higher_is_better_is_said_where_it_is_so(state_of):
    assert "Higher is better." in state_of("who5", given(*[3] * 5)).result.foot


def test_the_person_is_told_where_the_sentences_are(state_of):
    assert "Answer from the form that your clinic gave you." in state_of("gad7").caption
