"""The total of a form: what the chosen answers count as, or none where one is missing."""

from __future__ import annotations

import json

import pytest

from journal.exchange.fhir.questionnaire import read_form
from journal.host.resources import resource
from journal.model.form_answers import answers_in_order
from journal.model.form_totals import TOTAL_CODES, asks_for_support, form_total, scored_form
from journal.model.instruments import parse_instruments
from journal.model.questionnaires import Coded, GivenAnswer
from journal.model.scoring import Withheld
from tests.support.fhir_forms import (
    CORE,
    OURS,
    REAL,
    answered,
    choice,
    coded,
    form,
    item,
    needs_real,
    option,
    response_answers,
    when,
)

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
FORMULA = [{"url": f"{SDC}calculatedExpression", "valueExpression": {"expression": "1 + 1"}}]
LOINC = "http://loinc.org"


def loinc(code):
    return [{"system": LOINC, "code": code}]


def total_of(known, **values):
    found = form_total(known, answered(**{name: coded(code) for name, code in values.items()}))
    assert found is not None
    return found


def test_a_total_is_the_sum_of_what_the_answers_count_as():
    total = total_of(form(choice("a"), choice("b"), item("n")), a="a1", b="a2")
    assert (total.value, total.low, total.high, total.n_answered, total.n_items) == (3, 0, 4, 2, 2)


def test_parts_of_one_add_up_without_dust():
    assert total_of(form(choice("a", 0.1, 0.2), choice("b", 0.1, 0.2)), a="a0", b="a1").value == 0.3


def test_a_form_without_numbers_has_no_total():
    known = form(item("a", "choice", answerOption=[option("x"), option("y")]), item("n"))
    assert form_total(known, ()) is None
    scored = scored_form(known, answered(n=3))
    assert (scored.total, scored.withheld, scored.n_answered, scored.n_items) == (None, Withheld.NO_RULE, 1, 2)


def test_a_missing_answer_leaves_no_total():
    total = total_of(form(choice("a"), choice("b")), a="a1")
    assert (total.value, total.withheld, total.n_answered, total.n_items) == (None, Withheld.SKIPPED, 1, 2)


def test_nothing_answered_is_not_zero():
    assert total_of(form(choice("a"))).withheld is Withheld.NOTHING


def test_zero_is_a_total():
    assert total_of(form(choice("a")), a="a0").value == 0


def test_an_answer_that_counts_as_nothing_leaves_no_total():
    known = form(item("a", "choice", answerOption=[option("a0", 0), option("rather-not")]))
    assert total_of(known, a="rather-not").value is None


def test_what_is_not_shown_is_not_missing():
    known = form(choice("a"), choice("b", enableWhen=[when("a", "=", answerCoding={"code": "a2"})]), choice("c"))
    total = total_of(known, a="a1", b="a2", c="a1")
    assert (total.value, total.n_items, total.high) == (2, 2, 4)


def test_several_answers_to_one_question_add_up():
    known = form(choice("a", 1, 2, 4, repeats=True))
    total = form_total(known, (GivenAnswer("a", coded("a0")), GivenAnswer("a", coded("a2"))))
    assert (total.value, total.high) == (5, 7)


def test_every_round_of_a_group_counts():
    known = form(item("g", "group", repeats=True, item=[choice("a")]))
    total = form_total(known, (GivenAnswer("a[1]", coded("a1")), GivenAnswer("a[2]", coded("a2"))))
    assert (total.value, total.n_items) == (3, 2)


@pytest.mark.parametrize(
    ("items", "at"),
    [
        ([item("t", "decimal")], None),
        ([item("t", "decimal", extension=FORMULA)], "t"),
        ([item("t", "integer", code=loinc("44261-6"))], "t"),
        ([item("t", "integer", code=[{"system": "urn:other", "code": "44261-6"}])], None),
        ([item("t", "string", extension=FORMULA)], None),
        ([item("s", "decimal", extension=FORMULA), item("t", "decimal", extension=FORMULA)], None),
        (
            [item("s", "decimal", extension=FORMULA), item("t", "decimal", extension=FORMULA, code=loinc("70274-6"))],
            "t",
        ),
        ([item("s", "decimal", code=loinc("101698-9")), item("t", "decimal", extension=FORMULA)], "t"),
        (
            [item("t", "decimal", extension=[*FORMULA, {"url": f"{CORE}questionnaire-hidden", "valueBoolean": True}])],
            None,
        ),
        ([item("t", "decimal", extension=FORMULA, enableWhen=[when("a", "=", answerCoding={"code": "a2"})])], None),
    ],
    ids=[
        "plain",
        "formula",
        "code",
        "other code",
        "a text",
        "two formulas",
        "two and a code",
        "formula first",
        "hidden",
        "not shown",
    ],
)
def test_the_total_stands_at_its_item_or_beside_the_form(items, at):
    assert total_of(form(choice("a"), *items), a="a1").at == at


def test_the_item_of_the_total_is_not_asked():
    known = form(choice("a"), item("t", "decimal", code=loinc("44261-6")))
    assert [each.link_id for each in known.questions()] == ["a"]


def test_a_total_is_asked_for_where_nothing_adds_up_to_it():
    known = form(item("t", "decimal", code=loinc("44261-6")))
    assert [each.link_id for each in known.questions()] == ["t"]


def test_a_formula_is_never_reckoned():
    assert total_of(form(choice("a"), item("t", "decimal", extension=FORMULA)), a="a2").value == 2


def test_the_codes_of_totals_are_those_of_the_instruments():
    texts = [path.read_text() for path in resource("questionnaires").glob("*.toml")]
    assert {each.loinc.total for each in parse_instruments(texts).all} - {""} == TOTAL_CODES


def test_the_question_about_suicide_asks_for_the_line_of_support():
    known = form(choice("a", code=loinc("44260-8")), choice("b"))
    assert asks_for_support(known, answered(a=coded("a1"), b=coded("a1"))) == ("a",)
    assert asks_for_support(known, answered(a=coded("a0"), b=coded("a1"))) == ()
    assert asks_for_support(known, ()) == ()


@pytest.mark.parametrize(("code", "expected"), [("LA6568-5", ()), ("LA6569-3", ("a",)), ("other", ("a",))])
def test_the_line_of_support_does_not_wait_for_numbers(code, expected):
    known = form(item("a", "choice", code=loinc("44260-8"), answerOption=[{"valueCoding": {"code": code}}]))
    assert asks_for_support(known, (GivenAnswer("a", Coded("", code)),)) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"), [("boolean", True, ("a",)), ("boolean", False, ()), ("integer", 0, ())]
)
def test_the_line_of_support_hears_a_plain_yes(kind, value, expected):
    known = form(item("a", kind, code=loinc("44260-8")))
    assert asks_for_support(known, (GivenAnswer("a", value),)) == expected


def test_our_garden_adds_up():
    garden = read_form(OURS / "garden-week.json")
    answers = answers_in_order(garden, ["4", "2", "some", "every", "fog", "no", "-", "-", "-", "-"])
    total = form_total(garden, answers)
    assert (total.value, total.at, total.low, total.high) == (10.5, "/total", 0.5, 13)


@needs_real
def test_the_published_phq_9_scores_as_published():
    known = read_form(REAL / "uscore__Questionnaire-phq-9-example.json")
    answers = response_answers(
        known, json.loads((REAL / "uscore__QuestionnaireResponse-phq-9-example.json").read_text())
    )
    observation = json.loads((REAL / "uscore__Observation-PHQ9-item-example-44261-6.json").read_text())
    total = form_total(known, answers)
    assert (total.value, total.at, total.n_items, total.high) == (float(observation["valueString"]), "/44261-6", 9, 27)
    assert asks_for_support(known, answers) == ()


@needs_real
@pytest.mark.parametrize("name", ["lforms__phq9.json", "uscore__Questionnaire-phq-9-example.json"])
def test_the_difficulty_question_of_the_phq_9_is_not_counted(name):
    known = read_form(REAL / name)
    assert form_total(known, answers_in_order(known, ["3"] * 9 + ["4"])).value == 27
    assert form_total(known, answers_in_order(known, ["3"] * 8 + ["-", "4"])).value is None
    assert asks_for_support(known, answers_in_order(known, ["0"] * 8 + ["1", "-"])) == ("/44260-8",)


@needs_real
def test_the_gad_7_has_its_total_beside_the_form():
    known = read_form(REAL / "bdhg__GAD-7.json")
    total = form_total(known, answers_in_order(known, ["0", "1", "2", "3", "3", "2", "1"]))
    assert (total.value, total.at, total.high) == (12, None, 21)


@needs_real
def test_the_sum_of_a_part_is_not_put_where_the_audit_c_has_its_total():
    """In that file only two of the questions count, so their sum is not the AUDIT-C."""
    known = read_form(REAL / "uscore__Questionnaire-AUDIT-C.json")
    total = form_total(known, answers_in_order(known, ["2", "1", "2", "-"]))
    assert (total.value, total.at, total.n_items) == (3, None, 2)
