"""The questions of a form from a file: which control each has, and what is shown when."""

from dataclasses import replace

import pytest

from journal.exchange.fhir.questionnaire import read_form_text
from journal.model.entries import State
from journal.model.questionnaires import Coded, GivenAnswer
from journal.ui.questionnaire.answering import of_options, of_text, of_value, with_nth, with_own_words
from journal.ui.questionnaire.form_options import option_steps
from journal.ui.questionnaire.form_questions import NTH, OTHER, FormInputs, form_parts
from journal.ui.questionnaire.questions import HeadingState, QuestionKind, QuestionState, RepeatState, WordsState
from journal.ui.questionnaire.typed_answers import Unclear
from tests.support.questionnaires import EVERY_KIND, coded, write_form


def option(code, words=""):
    return Coded("urn:ours", code, words)


@pytest.fixture
def form_of(tmp_path):
    def read(*items):
        return read_form_text(write_form(tmp_path, *items).read_text(encoding="utf-8"), "form.json")

    return read


@pytest.fixture
def every(form_of):
    return form_of(*EVERY_KIND)


def parts(form, *answers, texts=None, rounds=None, totals=None):
    return form_parts(form, FormInputs(tuple(answers), texts or {}, rounds or {}), totals or {})


def questions(form, *answers, **more):
    return {part.key: part for part in parts(form, *answers, **more) if isinstance(part, QuestionState)}


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("calm", QuestionKind.PILLS),
        ("wind", QuestionKind.OPTIONS),
        ("out", QuestionKind.PILLS),
        ("boats", QuestionKind.TICKS),
        ("harbour", QuestionKind.PILLS),
        ("harbour" + OTHER, QuestionKind.LINE),
        ("depth", QuestionKind.LINE),
        ("since", QuestionKind.LINE),
        ("skipper", QuestionKind.LINE),
        ("log", QuestionKind.LINES),
        ("swell", QuestionKind.SLIDER),
        ("hours[1]", QuestionKind.LINE),
    ],
)
def test_every_kind_of_question_has_its_own_control(every, key, kind):
    assert questions(every)[key].kind is kind


def test_texts_and_headings_stand_where_the_form_has_them(every):
    first, second, *_rest = parts(every)
    assert first == WordsState("intro", "A few questions for the harbour clinic.")
    assert isinstance(second, HeadingState)
    assert second.text == "This week"


def test_what_is_in_a_group_stands_further_in(every):
    assert questions(every)["calm"].level == 1
    assert questions(every)["out"].level == 0


def test_a_question_that_is_asked_for_has_a_star(every):
    assert questions(every)["calm"].row.label == "How calm was it? *"
    assert questions(every)["wind"].row.label == "Which wind was it?"


def test_a_condition_shows_a_question_once_it_holds(every):
    assert "how_far" not in questions(every)
    assert "how_far" in questions(every, GivenAnswer("out", True))
    assert "how_far" not in questions(every, GivenAnswer("out", False))


def test_a_text_with_two_conditions_waits_for_both(every):
    texts = {part.key for part in parts(every, GivenAnswer("out", True)) if isinstance(part, WordsState)}
    assert "hard" not in texts
    both = parts(every, GivenAnswer("out", True), GivenAnswer("calm", option("c")))
    assert "hard" in {part.key for part in both if isinstance(part, WordsState)}


def test_the_digits_are_the_numbers_that_options_count_as(every):
    calm = questions(every)["calm"].row
    assert [step.figure for step in calm.steps] == ["0", "1", "2"]
    assert [step.figure for step in option_steps(every.item("boats").options)] == ["1", "2", "3"]


def test_options_that_count_as_the_same_are_numbered(form_of):
    form = form_of(
        {"linkId": "a", "type": "choice", "text": "A", "answerOption": [coded("x", "X", 1), coded("y", "Y", 1)]}
    )
    assert [step.figure for step in option_steps(form.items[0].options)] == ["1", "2"]


def test_a_chosen_option_holds(every):
    row = questions(every, GivenAnswer("calm", option("b")))["calm"].row
    assert row.chosen == 1
    assert row.state is State.RATED


def test_several_options_are_ticked(every):
    row = questions(every, GivenAnswer("boats", option("x")), GivenAnswer("boats", option("z")))["boats"]
    assert row.ticked == (0, 2)
    assert row.row.spoken_answer == "Dinghy, Tender"


def test_a_slider_has_no_value_of_its_own(every):
    swell = questions(every)["swell"]
    assert swell.row.value is None
    assert swell.row.state is None
    assert swell.ends == ("0", "100")


def test_words_of_ones_own_stand_beside_the_options(every):
    found = questions(every, GivenAnswer("harbour", "The old pier"))
    assert found["harbour"].row.chosen is None
    assert found["harbour" + OTHER].text == "The old pier"


def test_a_text_that_says_no_answer_stays_with_its_reason(every):
    depth = questions(every, texts={"depth": "deep"})["depth"]
    assert depth.text == "deep"
    assert depth.hint == "A number such as 2.5."


def test_a_group_can_be_asked_once_more(every):
    again = [part for part in parts(every) if isinstance(part, RepeatState)]
    assert [(each.key, each.words) for each in again] == [("watch", "Watch")]
    twice = questions(every, rounds={"watch": 2})
    assert "hours[2]" in twice


def test_the_way_to_ask_a_group_once_more_stands_after_its_last_round(every):
    kinds = [type(part).__name__ for part in parts(every, rounds={"watch": 2})]
    assert kinds[-1] == "RepeatState"
    assert kinds.count("RepeatState") == 1


def test_a_total_stands_at_the_item_that_shows_it(form_of):
    form = form_of({"linkId": "sum", "type": "decimal", "text": "Sum", "readOnly": True})
    shown = parts(form, totals={"sum": "Sum: total 3 of 6"})
    assert shown == (WordsState("sum", "Sum: total 3 of 6", strong=True),)


def test_a_question_that_takes_several_typed_answers_has_a_field_for_the_next(form_of):
    form = form_of({"linkId": "names", "type": "string", "text": "Names", "repeats": True})
    found = questions(form, GivenAnswer("names", "Ada"), GivenAnswer("names", "Bo"))
    assert [question.text for question in found.values()] == ["Ada", "Bo", ""]
    assert with_nth((GivenAnswer("names", "Ada"), GivenAnswer("names", "Bo")), "names", 1, ()) == (
        GivenAnswer("names", "Ada"),
    )
    assert next(iter(found)) == f"names{NTH}0"


class TestAnswering:
    def test_a_press_is_the_option_it_stands_for(self, every):
        assert of_value(every.item("calm"), "calm", 2.0, State.RATED) == (GivenAnswer("calm", option("c", "Stormy")),)

    def test_yes_and_no_are_true_and_false(self, every):
        assert of_value(every.item("out"), "out", 0.0, State.RATED) == (GivenAnswer("out", False),)

    def test_skipping_keeps_that_it_was_skipped(self, every):
        assert of_value(every.item("out"), "out", None, State.NOT_APPLICABLE) == (GivenAnswer("out"),)

    def test_a_slider_gives_a_whole_number(self, every):
        (answer,) = of_value(every.item("swell"), "swell", 40.0, State.RATED)
        assert isinstance(answer.value, int)

    def test_ticks_are_one_answer_each(self, every):
        found = of_options(every.item("boats"), "boats", (0, 2), ())
        assert [answer.value.code for answer in found] == ["x", "z"]

    def test_the_last_tick_takes_the_place_of_an_earlier_one_where_only_so_many_are_taken(self, every):
        two = replace(every.item("boats"), most_answers=2)
        before = of_options(two, "boats", (0, 1), ())
        after = of_options(two, "boats", (0, 1, 2), before)
        assert [answer.value.code for answer in after] == ["y", "z"]

    def test_an_option_that_excludes_the_others_stands_alone(self, every):
        item = every.item("boats")
        none = replace(item, options=(*item.options[:2], replace(item.options[2], exclusive=True)))
        before = of_options(none, "boats", (0, 1), ())
        alone = of_options(none, "boats", (0, 1, 2), before)
        assert [answer.value.code for answer in alone] == ["z"]
        again = of_options(none, "boats", (0, 2), alone)
        assert [answer.value.code for answer in again] == ["x"]

    def test_words_of_ones_own_take_the_place_of_an_option(self, every):
        before = (GivenAnswer("harbour", option("e")),)
        after = with_own_words(every.item("harbour"), before, "harbour", " The old pier ")
        assert after == (GivenAnswer("harbour", "The old pier"),)
        assert with_own_words(every.item("harbour"), after, "harbour", "") == ()

    @pytest.mark.parametrize(
        ("key", "text", "value"),
        [
            ("how_far", "12", 12),
            ("depth", "2,5", 2.5),
            ("since", "29/10/2026", "2026-10-29"),
            ("since", "2026-10", "2026-10"),
            ("log", "calm", "calm"),
        ],
    )
    def test_a_text_is_read_by_the_kind_of_question(self, every, key, text, value):
        assert of_text(every.item(key), key, text) == (GivenAnswer(key, value),)

    @pytest.mark.parametrize(
        ("key", "text", "why"),
        [
            ("how_far", "2.5", "A whole number."),
            ("how_far", "501", "A number from 0 to 500."),
            ("how_far", "-1", "A number from 0 to 500."),
            ("since", "31/2/2026", "A day such as 29/10/2026."),
            ("since", "soon", "A day such as 29/10/2026."),
        ],
    )
    def test_what_is_no_answer_says_why(self, every, key, text, why):
        with pytest.raises(Unclear, match=why):
            of_text(every.item(key), key, text)
