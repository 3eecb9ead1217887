"""Answers to a form's questions fit, or it is said why not."""

from __future__ import annotations

import pytest

from journal.model.errors import AnswersMiscounted, FormAnswerUnfit, NothingAnswered
from journal.model.form_answers import answers_in_order, fault_of, is_day, typed_values
from journal.model.form_faults import AnswerFault
from journal.model.questionnaires import Coded, GivenAnswer
from journal.texts.errors import explain
from tests.support.fhir_forms import CORE, choice, coded, form, item, option, when


def limit(name, **value):
    return {"url": CORE + name, **value}


def one(kind, **more):
    return form(item("1", kind, **more)).items[0]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (one("integer"), "3", 3),
        (one("integer"), "3.0", 3),
        (one("decimal"), "2,5", 2.5),
        (one("boolean"), "Yes", True),
        (one("boolean"), "no", False),
        (one("date"), "2026-11-22", "2026-11-22"),
        (one("date"), "2026-11", "2026-11"),
        (one("string"), " some words ", "some words"),
        (one("text"), "a - b", "a - b"),
        (one("open-choice", answerOption=[option("x")]), "other", "other"),
        (one("open-choice", answerOption=[option("x")]), "X", coded("x")),
        (one("choice", answerOption=[{"valueInteger": 7}, {"valueInteger": 8}]), "8", 8),
        (one("choice", answerOption=[option("x"), option("y")]), "2", coded("y")),
        (one("choice", answerOption=[option("x"), option("y")]), "y", coded("y")),
    ],
)
def test_what_is_typed_becomes_an_answer(question, text, expected):
    [value] = typed_values(question, text, 1)
    assert (value, type(value)) == (expected, type(expected))


def test_a_number_means_what_an_answer_counts_as_and_not_its_place():
    question = form(choice("1", 3, 2, 1)).items[0]
    assert typed_values(question, "1", 1) == (coded("a2"),)


def test_a_sign_on_paper_can_be_typed():
    prefixed = [
        {**option(code), "extension": [limit("questionnaire-optionPrefix", valueString=sign)]}
        for code, sign in (("x", "a)"), ("y", "b)"))
    ]
    assert typed_values(one("choice", answerOption=prefixed), "B)", 1) == (coded("y"),)


@pytest.mark.parametrize("text", ["", "-", " - "])
def test_a_dash_is_a_skipped_question(text):
    assert typed_values(one("integer"), text, 1) == ()


def test_several_answers_are_parted_by_semicolons():
    question = one("choice", repeats=True, answerOption=[option("x"), option("y")])
    assert typed_values(question, "x; y", 1) == (coded("x"), coded("y"))
    assert typed_values(one("string"), "x; y", 1) == ("x; y",)


LOW_HIGH = [limit("minValue", valueInteger=1), limit("maxValue", valueInteger=5)]
ALONE = [option("x"), {**option("none"), "extension": [limit("questionnaire-optionExclusive", valueBoolean=True)]}]


@pytest.mark.parametrize(
    ("question", "text", "reason"),
    [
        (one("integer"), "three", AnswerFault.NUMBER),
        (one("integer"), "2.5", AnswerFault.WHOLE),
        (one("integer"), "1e12", AnswerFault.WHOLE),
        (one("integer"), "inf", AnswerFault.NUMBER),
        (one("decimal"), "nan", AnswerFault.NUMBER),
        (one("decimal", extension=[limit("maxDecimalPlaces", valueInteger=1)]), "1.25", AnswerFault.DECIMALS),
        (one("integer", extension=LOW_HIGH), "0", AnswerFault.RANGE),
        (one("integer", extension=LOW_HIGH), "6", AnswerFault.RANGE),
        (one("integer", extension=LOW_HIGH[:1]), "0", AnswerFault.RANGE),
        (one("integer", extension=LOW_HIGH[1:]), "6", AnswerFault.RANGE),
        (one("boolean"), "maybe", AnswerFault.YES_NO),
        (one("date"), "22.11.2026", AnswerFault.DAY),
        (one("date"), "2026-02-31", AnswerFault.DAY),
        (one("date", extension=[limit("minValue", valueDate="2026-01-01")]), "2025-12-31", AnswerFault.RANGE),
        (one("date", extension=[limit("maxValue", valueDate="2026-01-01")]), "2026-01-02", AnswerFault.RANGE),
        (one("string", maxLength=3), "four", AnswerFault.LENGTH),
        (one("text"), "a" * 20_000, AnswerFault.LENGTH),
        (one("choice", answerOption=[option("x")]), "z", AnswerFault.OPTION),
        (one("choice", answerOption=[option("x")]), "2", AnswerFault.OPTION),
        (one("choice", repeats=True, answerOption=ALONE), "x; none", AnswerFault.ALONE),
        (
            one("integer", repeats=True, extension=[limit("questionnaire-maxOccurs", valueInteger=2)]),
            "1;2;3",
            AnswerFault.MANY,
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_reason(question, text, reason):
    with pytest.raises(FormAnswerUnfit) as caught:
        typed_values(question, text, 4)
    assert caught.value.fields["reason"] is reason
    assert "4" in explain(caught.value)
    assert "…" not in explain(caught.value)


def test_a_day_at_the_edge_fits():
    question = one("date", extension=[limit("minValue", valueDate="2026-01-01"), limit("maxValue", valueDate="2026")])
    assert fault_of(question, ["2026-01-01"]) is None
    assert fault_of(question, ["2026-12-31"]) is None


@pytest.mark.parametrize("kind", ["integer", "decimal", "boolean", "date", "string", "text", "choice"])
def test_an_answer_of_another_kind_never_fits(kind):
    more = {"answerOption": [option("x")]} if kind == "choice" else {}
    assert fault_of(one(kind, **more), [Coded("urn:other", "q")]) is not None


@pytest.mark.parametrize(
    ("text", "expected"), [("2026", True), ("2026-13", False), ("20261122", False), ("२०२६", False), ("0000", False)]
)
def test_days_are_written_as_fhir_writes_them(text, expected):
    assert is_day(text) is expected


def walk():
    return form(
        item("a", "boolean"),
        item("b", enableWhen=[when("a", "=", answerBoolean=True)]),
        item("g", "group", repeats=True, item=[item("c", "string")]),
    )


def test_answers_are_given_in_the_order_of_the_form():
    assert answers_in_order(walk(), ["yes", "3", "words"]) == (
        GivenAnswer("a", True),
        GivenAnswer("b", 3),
        GivenAnswer("c[1]", "words"),
    )


def test_a_skipped_question_keeps_its_place_and_one_that_is_not_shown_has_none():
    assert answers_in_order(walk(), ["no", "-", "-"]) == (GivenAnswer("a", False), GivenAnswer("c[1]"))


def test_an_answer_to_what_is_not_asked_has_no_place():
    with pytest.raises(FormAnswerUnfit) as caught:
        answers_in_order(walk(), ["no", "3", "-"])
    assert (caught.value.fields["reason"], caught.value.fields["number"]) == (AnswerFault.HIDDEN, 2)
    assert "Question 2 is not asked" in explain(caught.value)


def test_there_is_one_answer_for_each_question():
    with pytest.raises(AnswersMiscounted) as caught:
        answers_in_order(walk(), ["yes"])
    assert (caught.value.fields["given"], caught.value.fields["wanted"]) == (1, 3)


def test_only_skipped_questions_are_nothing_to_keep():
    with pytest.raises(NothingAnswered):
        answers_in_order(walk(), ["-", "-", "-"])


def test_the_same_code_of_two_systems_is_two_answers():
    two = [{"valueCoding": {"system": system, "code": "x"}} for system in ("urn:a", "urn:b")]
    question = one("choice", answerOption=two)
    assert question.option_of(Coded("urn:b", "x")) is question.options[1]
    assert question.option_of(Coded("", "x")) is question.options[0]
    assert question.option_of(Coded("urn:c", "x")) is None
