"""What was answered goes out as a QuestionnaireResponse that others can read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from journal.exchange.fhir.instrument_response import instrument_response
from journal.exchange.fhir.questionnaire import read_form
from journal.exchange.fhir.response import response
from journal.exchange.fhir.subject import Subject
from journal.host.resources import resource
from journal.model.entries import TimeKnown
from journal.model.form_answers import answers_in_order
from journal.model.instruments import parse_instruments
from journal.model.questionnaires import GivenAnswer, Questionnaire
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

ID = "7d9a1c52-5a53-4a57-9a0f-0d6f3f0f9f11"
INSTRUMENTS = parse_instruments(path.read_text() for path in sorted(resource("questionnaires").glob("*.toml")))


def filled(*answers: GivenAnswer, **more: Any) -> Questionnaire:
    return Questionnaire(ID, "", 1_761_768_240_000, 60, date(2025, 10, 29), answers=answers, **more)


def sent(known, *answers, subject=None):
    """The response, after others have found it valid."""
    made = response(known, filled(*answers), subject)
    QuestionnaireResponse.model_validate_json(json.dumps(made))
    return made


def test_a_response_says_to_what_when_and_by_whom():
    made = sent(form(item("a")), *answered(a=3))
    assert made["questionnaire"] == "urn:example:form|1"
    assert (made["status"], made["authored"], made["id"]) == ("completed", "2025-10-29T21:04:00+01:00", ID)
    assert made["meta"]["security"][0]["code"] == "PATAST"
    assert "subject" not in made


def test_a_subject_is_the_one_who_answered():
    made = sent(form(item("a")), *answered(a=3), subject=Subject("j"))
    assert made["subject"] == made["author"] == made["source"]


def test_a_day_without_a_time_stays_a_day():
    made = response(form(item("a")), filled(GivenAnswer("a", 1), time_known=TimeKnown.DAY))
    assert made["authored"] == "2025-10-29"


@pytest.mark.parametrize(
    ("url", "version", "expected"),
    [("urn:a", "", "urn:a"), ("urn:a", "2", "urn:a|2"), ("", "2", None), ("urn a", "", None)],
)
def test_a_form_is_named_by_url_and_version(url, version, expected):
    made = sent(form(item("a"), url=url, version=version), *answered(a=1))
    assert made.get("questionnaire") == expected


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        (item("a", "boolean"), False, {"valueBoolean": False}),
        (item("a"), 0, {"valueInteger": 0}),
        (item("a", "decimal"), 2.5, {"valueDecimal": 2.5}),
        (item("a", "date"), "2026-11", {"valueDate": "2026-11"}),
        (item("a", "string"), "x", {"valueString": "x"}),
        (item("a", "text"), "x\ny", {"valueString": "x\ny"}),
        (choice("a"), coded("a1"), {"valueCoding": {"system": "urn:example:walks", "code": "a1", "display": "A1"}}),
        (item("a", "choice", answerOption=[{"valueInteger": 3}]), 3, {"valueInteger": 3}),
        (item("a", "choice", answerOption=[{"valueDate": "2026-01-01"}]), "2026-01-01", {"valueDate": "2026-01-01"}),
        (item("a", "choice", answerOption=[{"valueString": "x"}]), "x", {"valueString": "x"}),
        (item("a", "open-choice", answerOption=[option("x")]), "own words", {"valueString": "own words"}),
    ],
)
def test_every_answer_has_the_type_of_its_question(question, value, expected):
    [found] = sent(form(question), GivenAnswer("a", value))["item"]
    assert found["answer"] == [expected]


def test_several_answers_stand_under_one_question():
    made = sent(form(choice("a", repeats=True)), GivenAnswer("a", coded("a0")), GivenAnswer("a", coded("a2")))
    assert [each["valueCoding"]["code"] for each in made["item"][0]["answer"]] == ["a0", "a2"]


def test_groups_are_kept_and_texts_left_out():
    known = form(
        item("g", "group", item=[item("t", "display"), item("h", "group", item=[item("a")])]),
        item("i", "group", item=[item("b")]),
    )
    [group] = sent(known, *answered(a=1))["item"]
    assert (group["linkId"], [each["linkId"] for each in group["item"]]) == ("g", ["h"])
    assert group["item"][0]["item"][0]["linkId"] == "a"


def test_only_what_is_shown_goes_out():
    known = form(item("a", "boolean"), item("b", enableWhen=[when("a", "=", answerBoolean=True)]))
    assert [each["linkId"] for each in sent(known, *answered(a=False, b=3))["item"]] == ["a"]


def test_questions_inside_a_question_stand_under_its_answer():
    known = form(item("a", "boolean", item=[item("b")]))
    [found] = sent(known, *answered(a=True, b=2))["item"]
    assert found["answer"][0]["item"][0]["linkId"] == "b"


def test_a_skipped_question_has_no_answer_and_one_never_asked_is_not_there():
    [found] = sent(form(item("a"), item("b")), *answered(a=None))["item"]
    assert found == {"linkId": "a", "text": "About a"}


def test_what_did_not_apply_says_so():
    [found] = sent(form(item("a")), GivenAnswer("a", not_applicable=True))["item"]
    assert found["extension"][0]["valueCode"] == "not-applicable"


def test_an_open_question_that_is_required_leaves_it_in_progress():
    known = form(
        item("a", "boolean", required=True), item("b", required=True, enableWhen=[when("a", "=", answerBoolean=True)])
    )
    assert sent(known, *answered(a=False))["status"] == "completed"
    assert sent(known, *answered(a=True))["status"] == "in-progress"


def test_the_total_stands_at_its_item():
    known = form(choice("a"), item("t", "decimal", code=[{"system": "http://loinc.org", "code": "44261-6"}]))
    assert sent(known, *answered(a=coded("a2")))["item"][1]["answer"] == [{"valueDecimal": 2}]
    assert len(sent(known, *answered(a=None))["item"]) == 1


def test_a_total_that_is_not_whole_is_no_whole_number():
    known = form(choice("a", 0.5), item("t", "integer", code=[{"system": "http://loinc.org", "code": "44261-6"}]))
    assert [each["linkId"] for each in sent(known, *answered(a=coded("a0")))["item"]] == ["a"]


def test_signs_that_fhir_forbids_stay_behind():
    [one, other] = sent(form(item("a", "string"), item("b", "string")), *answered(a="bell \x07", b="\x00"))["item"]
    assert one["answer"] == [{"valueString": "bell"}]
    assert "answer" not in other


def test_what_goes_out_of_our_garden_comes_back():
    garden = read_form(OURS / "garden-week.json")
    typed = ["4", "2", "some", "every", "fog", "yes", "Cat; a fox", "2026-10-02", "30", "all\nwell"]
    answers = (
        *answers_in_order(garden, typed),
        GivenAnswer("/visits/day[2]", "2026-10-05"),
        GivenAnswer("/visits/long[2]", 5),
    )
    made = sent(garden, *answers)
    given_back = [each for each in response_answers(garden, made) if each.item != "/total"]
    assert sorted(given_back, key=str) == sorted(answers, key=str)
    assert [each["linkId"] for each in made["item"]] == [
        "/beds",
        "/total",
        "/pet",
        "/pet/which",
        "/visits",
        "/visits",
        "/note",
    ]


@needs_real
def test_the_published_response_goes_out_as_it_came():
    known = read_form(REAL / "uscore__Questionnaire-phq-9-example.json")
    published = json.loads((REAL / "uscore__QuestionnaireResponse-phq-9-example.json").read_text())
    made = sent(known, *response_answers(known, published))
    assert made["item"] == published["item"]
    assert (made["questionnaire"], made["status"]) == (published["questionnaire"], published["status"])


@needs_real
@pytest.mark.parametrize(
    "name",
    ["bdhg__GAD-7", "bdhg__MultipleEnableWhen", "bdhg__SliderExample", "lforms__phq9", "uscore__Questionnaire-AUDIT-C"],
)
def test_answers_to_real_files_come_back(name):
    known = read_form(REAL / f"{name}.json")
    first = {"boolean": "yes", "integer": "3", "decimal": "1.5"}
    typed = [item.options[-1].label if item.options else first[item.kind] for item in known.questions()]
    answers = answers_in_order(known, typed)
    made = sent(known, *answers)
    totals = {each.link_id for each in known.every_item() if each.is_total}
    assert tuple(each for each in response_answers(known, made) if each.item not in totals) == answers


def of_instrument(key, *values, **more):
    known = INSTRUMENTS.get(key)
    answers = [
        value if isinstance(value, GivenAnswer) else GivenAnswer(each.number, value)
        for each, value in zip(known.asked, values, strict=True)
    ]
    made = instrument_response(
        known,
        filled(
            *answers,
            **more,
        ),
    )
    QuestionnaireResponse.model_validate_json(json.dumps(made))
    return made


def test_the_phq_9_goes_out_with_its_codes():
    made = of_instrument("phq9", 0, 1, 2, 3, None, 0, 0, 0, 0)
    [contained] = made["contained"]
    assert contained["code"][0]["code"] == "44249-1"
    assert contained["item"][8]["code"][0]["code"] == "44260-8"
    assert [each["answer"][0]["valueCoding"]["code"] for each in made["item"][:4]] == [
        "LA6568-5",
        "LA6569-3",
        "LA6570-1",
        "LA6571-9",
    ]
    assert "answer" not in made["item"][4]
    assert made["questionnaire"] == "#instrument"


def test_the_gad_7_goes_out_with_the_codes_of_its_questions():
    made = of_instrument("gad7", 0, 1, 2, 3, 0, 0, 0)
    assert made["contained"][0]["item"][6]["code"][0]["code"] == "69736-7"
    assert made["item"][3]["answer"] == [{"valueInteger": 3}]


def test_an_instrument_without_codes_goes_out_by_number():
    made = of_instrument("pcl5", *[2] * 20)
    assert [each["linkId"] for each in made["item"]] == [str(n) for n in range(1, 21)]
    assert not any("code" in each for each in made["contained"][0]["item"])


def test_yes_and_no_stay_yes_and_no():
    made = of_instrument("pc_ptsd_5", 1, 0, 1, 0, 1, None)
    assert [each.get("answer") for each in made["item"]][:2] == [[{"valueBoolean": True}], [{"valueBoolean": False}]]


def test_what_did_not_apply_in_an_instrument_says_so():
    known = INSTRUMENTS.get("b_ipf")
    values = [GivenAnswer("1", not_applicable=True), *[3] * (len(known.asked) - 1)]
    assert of_instrument("b_ipf", *values)["item"][0]["extension"][0]["valueCode"] == "not-applicable"


def test_the_highest_answer_goes_out_where_there_is_a_choice():
    made = of_instrument("suds", 7, maximum=10.0)
    [question] = made["contained"][0]["item"]
    assert {"url": f"{CORE}maxValue", "valueInteger": 10} in question["extension"]
