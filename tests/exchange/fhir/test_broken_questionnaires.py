"""A questionnaire that is broken, or can't be shown whole, stays closed, and every reason is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from journal.exchange.fhir import strict_json
from journal.exchange.fhir.questionnaire import read_form, read_form_text
from journal.model.errors import FileMissing, FileTooLarge, FileUnreadable, FormRefused, InvalidFile
from journal.model.form_faults import MOST_FAULTS, FaultKind
from journal.texts.errors import explain
from journal.texts.form_faults import fault_sentence
from tests.support.fhir_forms import CORE, choice, item, option, questionnaire, refused, when

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def limit(name: str, **value: Any) -> dict[str, Any]:
    return {"url": CORE + name, **value}


def control(code: str) -> dict[str, Any]:
    return limit("questionnaire-itemControl", valueCodeableConcept={"coding": [{"code": code}]})


def nested(depth: int) -> dict[str, Any]:
    found = item("deepest")
    for n in range(depth):
        found = item(f"g{n}", "group", item=[found])
    return found


def value_set(**content: Any) -> dict[str, Any]:
    return {"contained": [{"resourceType": "ValueSet", "id": "vs", **content}]}


FROM_SET = item("1", "choice", answerValueSet="#vs")
AFTER_1 = item("2", enableWhen=[when("1", ">", answerInteger=9)])
SLIDER = [control("slider"), limit("minValue", valueInteger=0), limit("maxValue", valueInteger=10)]

BROKEN: dict[str, tuple[list[Any], dict[str, Any], tuple[FaultKind, str, str]]] = {
    "attachment": ([item("1", "attachment")], {}, (FaultKind.ITEM_TYPE, "1", "attachment")),
    "reference": ([item("1", "reference")], {}, (FaultKind.ITEM_TYPE, "1", "reference")),
    "quantity": ([item("1", "quantity")], {}, (FaultKind.ITEM_TYPE, "1", "quantity")),
    "url": ([item("1", "url")], {}, (FaultKind.ITEM_TYPE, "1", "url")),
    "time": ([item("1", "time")], {}, (FaultKind.ITEM_TYPE, "1", "time")),
    "date and time": ([item("1", "dateTime")], {}, (FaultKind.ITEM_TYPE, "1", "dateTime")),
    "no type": ([{"linkId": "1"}], {}, (FaultKind.ITEM_TYPE, "1", "")),
    "type in capitals": ([item("1", "Integer")], {}, (FaultKind.ITEM_TYPE, "1", "Integer")),
    "in a group": ([item("g", "group", item=[item("1", "url")])], {}, (FaultKind.ITEM_TYPE, "1", "url")),
    "under a display": ([item("1", "display", item=[item("2")])], {}, (FaultKind.STRUCTURE, "1", "")),
    "no items": ([], {}, (FaultKind.EMPTY, "", "")),
    "no link id": ([{"type": "integer", "text": "How many"}], {}, (FaultKind.NO_LINK_ID, "", "How many")),
    "link id twice": ([item("1"), item("1")], {}, (FaultKind.LINK_ID_TWICE, "1", "")),
    "link id twice, far apart": (
        [item("1"), item("g", "group", item=[item("1")])],
        {},
        (FaultKind.LINK_ID_TWICE, "1", ""),
    ),
    "link id like a round": ([item("1"), item("1[2]")], {}, (FaultKind.LINK_ID_TWICE, "1[2]", "")),
    "link id is a number": ([{"linkId": 1, "type": "integer"}], {}, (FaultKind.MALFORMED, "", "linkId")),
    "link id too long": ([{"linkId": "1" * 300, "type": "integer"}], {}, (FaultKind.TOO_LONG, "", "linkId")),
    "an item is a text": (["one"], {}, (FaultKind.MALFORMED, "", "item")),
    "items are a table": ([], {"item": {"linkId": "1"}}, (FaultKind.MALFORMED, "", "item")),
    "text is a list": ([item("1", text=["a"])], {}, (FaultKind.MALFORMED, "1", "text")),
    "required is a word": ([item("1", required="yes")], {}, (FaultKind.MALFORMED, "1", "required")),
    "text too long": ([item("1", text="a" * 30_000)], {}, (FaultKind.TOO_LONG, "1", "text")),
    "nothing to choose": ([item("1", "choice")], {}, (FaultKind.NO_OPTIONS, "1", "")),
    "option without a value": ([item("1", "choice", answerOption=[{}])], {}, (FaultKind.OPTION_TYPE, "1", "")),
    "option with two values": (
        [item("1", "choice", answerOption=[{"valueInteger": 1, "valueString": "a"}])],
        {},
        (FaultKind.MALFORMED, "1", "value[x]"),
    ),
    "option is a reference": (
        [item("1", "choice", answerOption=[{"valueReference": {"reference": "Patient/1"}}])],
        {},
        (FaultKind.OPTION_TYPE, "1", "Reference"),
    ),
    "option is a time": (
        [item("1", "choice", answerOption=[{"valueTime": "12:00:00"}])],
        {},
        (FaultKind.OPTION_TYPE, "1", "Time"),
    ),
    "option says nothing": (
        [item("1", "choice", answerOption=[{"valueCoding": {"system": "urn:x"}}])],
        {},
        (FaultKind.MALFORMED, "1", "valueCoding"),
    ),
    "option twice": ([item("1", "choice", answerOption=[option("a")] * 2)], {}, (FaultKind.OPTION_TWICE, "1", "A")),
    "option on the 31st of February": (
        [item("1", "choice", answerOption=[{"valueDate": "2026-02-31"}])],
        {},
        (FaultKind.MALFORMED, "1", "valueDate"),
    ),
    "counts as a word": (
        [
            item(
                "1", "choice", answerOption=[{"valueInteger": 1, "extension": [limit("ordinalValue", valueString="1")]}]
            )
        ],
        {},
        (FaultKind.MALFORMED, "1", "ordinalValue"),
    ),
    "options on a number": ([item("1", answerOption=[option("a")])], {}, (FaultKind.OPTION_TYPE, "1", "integer")),
    "options from two places": (
        [choice("1", answerValueSet="#vs")],
        value_set(expansion={"contains": [{"code": "a"}]}),
        (FaultKind.MALFORMED, "1", "answerOption"),
    ),
    "value set outside": (
        [item("1", "choice", answerValueSet="http://loinc.org/vs/LL358-3")],
        {},
        (FaultKind.VALUE_SET_OUTSIDE, "1", "http://loinc.org/vs/LL358-3"),
    ),
    "value set not inside": ([FROM_SET], {}, (FaultKind.VALUE_SET_OUTSIDE, "1", "#vs")),
    "value set without members": ([FROM_SET], value_set(), (FaultKind.VALUE_SET_OPEN, "1", "#vs")),
    "value set of another system": (
        [FROM_SET],
        value_set(compose={"include": [{"system": "http://snomed.info/sct"}]}),
        (FaultKind.VALUE_SET_OPEN, "1", "#vs"),
    ),
    "value set by a rule": (
        [FROM_SET],
        value_set(compose={"include": [{"system": "urn:x", "concept": [{"code": "a"}], "filter": [{"op": "is-a"}]}]}),
        (FaultKind.VALUE_SET_OPEN, "1", "#vs"),
    ),
    "value set with exceptions": (
        [FROM_SET],
        value_set(compose={"include": [{"concept": [{"code": "a"}]}], "exclude": [{"system": "urn:x"}]}),
        (FaultKind.VALUE_SET_OPEN, "1", "#vs"),
    ),
    "condition on nothing": (
        [item("1", enableWhen=[when("9", "=", answerInteger=1)])],
        {},
        (FaultKind.CONDITION_TARGET, "1", "9"),
    ),
    "condition on a group": (
        [item("g", "group", item=[item("2")]), item("1", enableWhen=[when("g", "exists", answerBoolean=True)])],
        {},
        (FaultKind.CONDITION_TARGET, "1", "g"),
    ),
    "condition on what is hidden": (
        [item("1", extension=[limit("questionnaire-hidden", valueBoolean=True)]), AFTER_1],
        {},
        (FaultKind.CONDITION_UNASKED, "2", "1"),
    ),
    "condition on what is filled in by others": (
        [item("1", readOnly=True), AFTER_1],
        {},
        (FaultKind.CONDITION_UNASKED, "2", "1"),
    ),
    "condition on the total": (
        [choice("0"), item("1", extension=[{"url": f"{SDC}calculatedExpression"}]), AFTER_1],
        {},
        (FaultKind.CONDITION_UNASKED, "2", "1"),
    ),
    "condition on itself": (
        [item("1", enableWhen=[when("1", "=", answerInteger=1)])],
        {},
        (FaultKind.CONDITION_CIRCLE, "1", ""),
    ),
    "condition on what it holds": (
        [item("g", "group", item=[item("1")], enableWhen=[when("1", "=", answerInteger=1)])],
        {},
        (FaultKind.CONDITION_CIRCLE, "g", ""),
    ),
    "condition with an unknown sign": (
        [item("1"), item("2", enableWhen=[when("1", "~", answerInteger=1)])],
        {},
        (FaultKind.CONDITION_OPERATOR, "2", "~"),
    ),
    "condition without a value": (
        [item("1"), item("2", enableWhen=[when("1", "=")])],
        {},
        (FaultKind.CONDITION_VALUE, "2", ""),
    ),
    "condition of another kind": (
        [item("1"), item("2", enableWhen=[when("1", "=", answerString="three")])],
        {},
        (FaultKind.CONDITION_VALUE, "2", "1"),
    ),
    "exists without true or false": (
        [item("1"), item("2", enableWhen=[when("1", "exists", answerInteger=1)])],
        {},
        (FaultKind.CONDITION_VALUE, "2", "answerInteger"),
    ),
    "more than a yes": (
        [item("1", "boolean"), item("2", enableWhen=[when("1", ">", answerBoolean=True)])],
        {},
        (FaultKind.CONDITION_OPERATOR, "2", ">"),
    ),
    "condition on a quantity": (
        [item("1"), item("2", enableWhen=[when("1", ">", answerQuantity={"value": 1})])],
        {},
        (FaultKind.CONDITION_VALUE, "2", "answerQuantity"),
    ),
    "conditions joined by a guess": (
        [item("1"), item("2", enableWhen=[when("1", ">", answerInteger=1), when("1", "<", answerInteger=3)])],
        {},
        (FaultKind.MALFORMED, "2", "enableBehavior"),
    ),
    "limits upside down": (
        [item("1", extension=[limit("minValue", valueInteger=5), limit("maxValue", valueInteger=1)])],
        {},
        (FaultKind.LIMITS, "1", "minValue"),
    ),
    "a limit of another kind": (
        [item("1", extension=[limit("minValue", valueDate="2026-01-01")])],
        {},
        (FaultKind.LIMITS, "1", "minValue"),
    ),
    "a step of nothing": (
        [item("1", extension=[*SLIDER, limit("questionnaire-sliderStepValue", valueInteger=0)])],
        {},
        (FaultKind.LIMITS, "1", "sliderStepValue"),
    ),
    "a step too far": (
        [item("1", extension=[*SLIDER, limit("questionnaire-sliderStepValue", valueInteger=11)])],
        {},
        (FaultKind.LIMITS, "1", "sliderStepValue"),
    ),
    "a length of nothing": ([item("1", "string", maxLength=0)], {}, (FaultKind.LIMITS, "1", "maxLength")),
    "another meaning": (
        [item("1", modifierExtension=[{"url": "urn:example:not"}])],
        {},
        (FaultKind.MODIFIER, "1", "urn:example:not"),
    ),
    "another meaning of an option": (
        [item("1", "choice", answerOption=[{**option("a"), "modifierExtension": [{"url": "urn:example:not"}]}])],
        {},
        (FaultKind.MODIFIER, "1", "urn:example:not"),
    ),
    "another meaning of all": (
        [item("1")],
        {"modifierExtension": [{"url": "urn:example:not"}]},
        (FaultKind.MODIFIER, "", "urn:example:not"),
    ),
    "rules from elsewhere": ([item("1")], {"implicitRules": "urn:rules"}, (FaultKind.MODIFIER, "", "urn:rules")),
    "shown by a formula": (
        [item("1", extension=[{"url": f"{SDC}enableWhenExpression", "valueExpression": {"expression": "true"}}])],
        {},
        (FaultKind.EXPRESSION, "1", "enableWhenExpression"),
    ),
    "answers by a formula": (
        [choice("1", extension=[{"url": f"{SDC}answerExpression", "valueExpression": {"expression": "%x"}}])],
        {},
        (FaultKind.EXPRESSION, "1", "answerExpression"),
    ),
    "put together from others": (
        [item("1", "display", extension=[{"url": f"{SDC}subQuestionnaire", "valueCanonical": "urn:other"}])],
        {},
        (FaultKind.SUBFORM, "1", "urn:other"),
    ),
    "too deep": ([nested(30)], {}, (FaultKind.TOO_DEEP, "g18", "12")),
    "too many": ([item(str(n)) for n in range(2_001)], {}, (FaultKind.TOO_MANY, "", "2000")),
    "too many answers": (
        [item("1", "choice", answerOption=[{"valueInteger": n} for n in range(501)])],
        {},
        (FaultKind.TOO_MANY, "1", "500"),
    ),
    "several answers with questions inside": (
        [item("1", repeats=True, item=[item("2")])],
        {},
        (FaultKind.REPEATS, "1", ""),
    ),
}


@pytest.mark.parametrize(("items", "more", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_shown_is_named(items, more, reason):
    assert reason in refused(*items, **more)


@pytest.mark.parametrize(("items", "more", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_every_reason_has_a_sentence(items, more, reason):
    with pytest.raises(FormRefused) as caught:
        read_form_text(json.dumps(questionnaire(*items, **more)), "walk.json")
    for each in caught.value.fields["reasons"]:
        assert fault_sentence(each).endswith(".")
    assert "walk.json was not opened" in explain(caught.value)


def test_a_circle_of_conditions_names_all_that_are_in_it():
    circle = [item(str(n), "boolean", enableWhen=[when(str((n + 1) % 3), "=", answerBoolean=True)]) for n in range(3)]
    assert [link_id for _kind, link_id, _detail in refused(*circle)] == ["0", "1", "2"]


def test_all_reasons_are_named_at_once():
    kinds = [
        kind
        for kind, _link_id, _detail in refused(item("1", "url"), choice("2"), item("3", "time"), {"type": "integer"})
    ]
    assert kinds == [FaultKind.ITEM_TYPE, FaultKind.ITEM_TYPE, FaultKind.NO_LINK_ID]


def test_no_more_reasons_than_can_be_read_are_named():
    assert len(refused(*[item(str(n), "url") for n in range(200)])) == MOST_FAULTS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[]", ""),
        ("3", ""),
        ('"Questionnaire"', ""),
        ("null", ""),
        ("{}", ""),
        ('{"resourceType": "Patient"}', "Patient"),
    ],
)
def test_another_kind_of_file_is_no_questionnaire(text, kind):
    with pytest.raises(FormRefused) as caught:
        read_form_text(text, "x.json")
    [reason] = caught.value.fields["reasons"]
    assert (reason.kind, reason.detail) == (FaultKind.NOT_A_QUESTIONNAIRE, kind)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("{", 1, 2),
        ('{\n "a": 1,\n}', 3, 1),
        ("{'a': 1}", 1, 2),
        ('{"a": 1} {', 1, 10),
        ('{"a": "x\ty"}', 1, 9),
        ('{"a": 01}', 1, 8),
        ("[" * 101, 1, 101),
        ('{"a":' * 5_000, 1, 5 * 100 + 1),
        ("<Questionnaire/>", 1, 1),
    ],
)
def test_what_is_not_json_is_shown_by_line_and_column(text, line, column):
    with pytest.raises(InvalidFile) as caught:
        read_form_text(text, "x.json")
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": 1e999}',
        '{"a": ' + "9" * 5_000 + "}",
        '{"a": 1, "a": 1}',
        '{"a": {"b": 1, "b": 2}}',
        '{"a": "\\ud800"}',
        '{"\\udc00": 1}',
        '["\\ud800"]',
        '{"a": ["nul \\u0000"]}',
    ],
)
def test_what_json_allows_but_nothing_can_hold_is_refused(text):
    with pytest.raises(InvalidFile):
        read_form_text(text, "x.json")


def test_brackets_in_a_text_are_not_counted():
    with pytest.raises(FormRefused):
        read_form_text(json.dumps({"a": "[" * 500 + '\\" ['}), "x.json")


def test_bytes_that_are_no_text_are_shown_by_line_and_column(tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(b'{\n "a": "\xff"}')
    with pytest.raises(InvalidFile) as caught:
        read_form(path)
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (2, 8)


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(FileTooLarge) as caught:
        read_form(path)
    assert caught.value.fields["limit"] == strict_json.MOST_BYTES


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    with pytest.raises(FileMissing):
        read_form(tmp_path / "none.json")
    with pytest.raises(FileUnreadable):
        read_form(tmp_path)
