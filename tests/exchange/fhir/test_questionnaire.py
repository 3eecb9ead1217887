"""Questionnaires of others are read whole."""

from __future__ import annotations

import json

import pytest

from journal.exchange.fhir.questionnaire import read_form
from journal.model.errors import FormRefused, InvalidFile
from journal.model.form_faults import FaultKind
from journal.model.forms import ItemKind, Operator, OptionKind
from journal.model.questionnaires import Coded
from tests.support.fhir_forms import CORE, OURS, REAL, choice, coded, form, item, needs_real, option, when

GARDEN = OURS / "garden-week.json"


def ordinals(known, link_id):
    return [option.ordinal for option in known.item(link_id).options]


def test_a_form_has_its_name_and_its_groups():
    garden = read_form(GARDEN)
    assert (garden.title, garden.canonical) == ("A week in the garden", "urn:example:garden-week|2.1")
    assert [each.link_id for each in garden.items][:2] == ["/beds", "/total"]
    assert garden.item("/beds/weeding").prefix == "1"
    assert garden.item("/beds/weeding").required


@pytest.mark.parametrize(
    ("link_id", "expected"),
    [
        ("/beds/weeding", [0, 4]),
        ("/beds/watering", [0, 2]),
        ("/beds/outside", [0, 1, 2]),
        ("/beds/outside-again", [0, 1, 2]),
        ("/beds/weather", [0.5, 1.5, 3]),
    ],
)
def test_what_an_answer_counts_as_is_found_in_every_place(link_id, expected):
    assert ordinals(read_form(GARDEN), link_id) == expected


def test_members_of_a_value_set_that_only_hold_others_are_no_answers():
    assert [each.label for each in read_form(GARDEN).item("/beds/weather").options] == ["Rain", "Fog", "Sun"]


def test_a_value_set_can_take_a_whole_code_system_of_the_file():
    concepts = [
        {"code": "a", "extension": [{"url": f"{CORE}codesystem-ordinalValue", "valueDecimal": 3}]},
        {"code": "b"},
    ]
    contained = [
        {"resourceType": "CodeSystem", "id": "cs", "url": "urn:cs", "concept": concepts},
        {"resourceType": "ValueSet", "id": "vs", "compose": {"include": [{"system": "urn:cs"}]}},
    ]
    known = form(item("1", "choice", answerValueSet="#vs"), contained=contained)
    assert [(each.value, each.ordinal) for each in known.items[0].options] == [
        (Coded("urn:cs", "a"), 3),
        (Coded("urn:cs", "b"), None),
    ]


def test_an_expansion_without_numbers_takes_those_of_what_it_was_made_of():
    concept = {"code": "a", "extension": [{"url": f"{CORE}ordinalValue", "valueDecimal": 2}]}
    contained = {
        "resourceType": "ValueSet",
        "id": "vs",
        "compose": {"include": [{"system": "urn:x", "concept": [concept]}]},
        "expansion": {"contains": [{"system": "urn:x", "code": "a"}]},
    }
    known = form(item("1", "choice", answerValueSet="#vs"), contained=[contained])
    assert ordinals(known, "1") == [2]


@pytest.mark.parametrize("name", ["ordinalValue", "questionnaire-ordinalValue", "itemWeight"])
def test_the_number_of_an_option_has_had_several_addresses(name):
    one = {"valueString": "a", "extension": [{"url": CORE + name, "valueDecimal": 2}]}
    assert ordinals(form(item("1", "choice", answerOption=[one])), "1") == [2]


def test_the_coding_of_r5_is_a_choice():
    kettle = read_form(OURS / "kettle-r5.json")
    assert [each.kind for each in kettle.items] == [ItemKind.CHOICE, ItemKind.OPEN_CHOICE]
    assert ordinals(kettle, "1") == [0, 7]


def test_a_slider_has_ends_and_a_step():
    far = read_form(OURS / "step-slider.json").items[0]
    assert (far.slider, far.minimum, far.maximum, far.step) == (True, 0, 5, 0.5)
    assert (far.ends, far.unit) == (("next door", "to the sea"), "km")


def test_a_slider_without_a_step_moves_by_one():
    control = {"url": f"{CORE}questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "slider"}]}}
    ends = [{"url": f"{CORE}minValue", "valueInteger": 0}, {"url": f"{CORE}maxValue", "valueInteger": 10}]
    found = form(item("1", extension=[control, *ends])).items[0]
    assert (found.slider, found.step) == (True, 1)


def test_a_slider_without_ends_is_a_number():
    control = {"url": f"{CORE}questionnaire-itemControl", "valueCodeableConcept": {"coding": [{"code": "slider"}]}}
    assert not form(item("1", extension=[control])).items[0].slider


def test_days_can_be_limited():
    low = {"url": f"{CORE}minValue", "valueDate": "2026-01-01"}
    assert form(item("1", "date", extension=[low])).items[0].minimum == "2026-01-01"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"valueInteger": 3}, OptionKind.INTEGER),
        ({"valueString": "three"}, OptionKind.STRING),
        ({"valueDate": "2026-01-03"}, OptionKind.DATE),
        ({"valueCoding": {"code": "three"}}, OptionKind.CODING),
    ],
)
def test_options_are_codes_numbers_texts_or_days(value, kind):
    assert form(item("1", "choice", answerOption=[value])).items[0].options[0].kind is kind


def test_nothing_is_answered_beforehand():
    garden = json.loads(GARDEN.read_text())
    assert garden["item"][2]["initial"]
    assert not hasattr(read_form(GARDEN).item("/pet"), "initial")


@pytest.mark.parametrize("kind", ["boolean", "integer", "decimal", "date", "string", "text", "open-choice"])
def test_every_simple_kind_of_question_is_asked(kind):
    assert form(item("1", kind)).questions()[0].kind == kind


def test_conditions_are_read_with_their_signs():
    known = form(
        item("a"),
        choice("b"),
        item(
            "c",
            enableWhen=[when("a", ">=", answerInteger=3), when("b", "!=", answerCoding={"code": "a1"})],
            enableBehavior="any",
        ),
    )
    found = known.item("c")
    assert [each.operator for each in found.conditions] == [Operator.AT_LEAST, Operator.NOT_EQUAL]
    assert found.any_of


def test_hidden_locked_and_reckoned_items_are_not_asked():
    hidden = [{"url": f"{CORE}questionnaire-hidden", "valueBoolean": True}]
    known = form(
        item("a"),
        item("b", extension=hidden),
        item("c", readOnly=True),
        item("d", "group", extension=hidden, item=[item("e")]),
    )
    assert [each.link_id for each in known.questions()] == ["a"]


def test_a_question_without_words_takes_those_of_its_code():
    bare = {"linkId": "1", "type": "integer", "code": [{"system": "http://loinc.org", "code": "x", "display": "Steps"}]}
    assert form(bare).items[0].label == "Steps"
    assert form({"linkId": "1", "type": "integer"}).items[0].label == "1"


def test_a_form_without_a_title_is_called_by_what_there_is():
    assert form(item("1"), title=None, name="Walk_1").title == "Walk_1"
    assert form(item("1"), title=None).title == "walk"


def test_unknown_extensions_that_change_nothing_are_passed_over():
    assert form(item("1", extension=[{"url": "urn:example:colour", "valueString": "blue"}, {"url": ["odd"]}])).items


def test_a_byte_order_mark_is_no_fault(tmp_path):
    path = tmp_path / "walk.json"
    path.write_bytes(b"\xef\xbb\xbf" + GARDEN.read_bytes())
    assert read_form(path).title == "A week in the garden"


def test_a_comma_too_many_is_shown_by_line_and_column():
    with pytest.raises(InvalidFile) as caught:
        read_form(OURS / "trailing-comma.json")
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (5, 3)


def test_a_deep_chain_of_conditions_is_no_trouble():
    chain = [item(str(n), "boolean", enableWhen=[when(str(n - 1), "=", answerBoolean=True)]) for n in range(1, 1500)]
    assert len(form(item("0", "boolean"), *chain).questions()) == 1500


@needs_real
@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("bdhg__GAD-7.json", 7),
        ("bdhg__MultipleEnableWhen.json", 3),
        ("bdhg__SliderExample.json", 1),
        ("lforms__phq9.json", 10),
        ("uscore__Questionnaire-AUDIT-C.json", 4),
        ("uscore__Questionnaire-phq-9-example.json", 10),
    ],
)
def test_real_files_open(name, questions):
    assert len(read_form(REAL / name).questions()) == questions


@needs_real
def test_a_real_file_that_is_not_json_says_where():
    with pytest.raises(InvalidFile) as caught:
        read_form(REAL / "bdhg__SkipLogicExample.json")
    assert (caught.value.fields["line"], caught.value.fields["column"]) == (82, 7)


@needs_real
@pytest.mark.parametrize(
    "name", ["uscore__QuestionnaireResponse-phq-9-example", "uscore__Observation-PHQ9-item-example-44261-6"]
)
def test_real_files_of_another_kind_are_named(name):
    with pytest.raises(FormRefused) as caught:
        read_form(REAL / f"{name}.json")
    [reason] = caught.value.fields["reasons"]
    assert (reason.kind, reason.detail) == (FaultKind.NOT_A_QUESTIONNAIRE, name.split("__")[1].split("-")[0])


def test_the_answers_of_an_option_keep_their_codes():
    assert form(item("1", "choice", answerOption=[option("a", 1)])).items[0].options[0].value == coded("a")
