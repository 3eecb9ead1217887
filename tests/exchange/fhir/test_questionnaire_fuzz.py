"""Whatever a file holds, it opens or is refused with reasons; what opens can be shown, answered and sent."""

from __future__ import annotations

import json
from datetime import date

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.exchange.fhir.questionnaire import read_form_text
from journal.exchange.fhir.response import response
from journal.model.errors import FormRefused, InvalidFile
from journal.model.form_answers import fault_of, typed_values
from journal.model.form_conditions import shown
from journal.model.form_totals import form_total, scored_form
from journal.model.forms import Form, FormItem
from journal.model.questionnaires import AnswerValue, GivenAnswer, Questionnaire
from journal.texts.form_faults import fault_sentence
from tests.support.fhir_forms import OURS, questionnaire, response_answers

GARDEN = (OURS / "garden-week.json").read_text()
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
SIGNS = ["=", "!=", ">", "<", ">=", "<="]
VALUES = {
    "boolean": [{"answerBoolean": True}, {"answerBoolean": False}],
    "integer": [{"answerInteger": 2}, {"answerInteger": 3}],
    "decimal": [{"answerDecimal": 1.5}, {"answerInteger": 2}],
    "date": [{"answerDate": "2026-02-03"}, {"answerDate": "2025"}],
    "string": [{"answerString": "words"}],
    "text": [{"answerString": "others"}],
    "choice": [{"answerCoding": {"code": "x"}}, {"answerCoding": {"code": "y"}}],
    "open-choice": [{"answerCoding": {"code": "x"}}, {"answerString": "own"}],
}
OPTIONS = [
    {"valueCoding": {"code": code}, "extension": [{"url": ORDINAL, "valueDecimal": number}]}
    for number, code in enumerate("xyz")
]


@st.composite
def conditions(draw, earlier):
    """Conditions on questions before, most of them of a kind that their answers can have."""
    found = []
    for _n in range(draw(st.integers(0, 2)) if earlier else 0):
        link_id, kind = draw(st.sampled_from(earlier))
        sign = draw(st.sampled_from(SIGNS[:2] if kind in ("boolean", "open-choice") else SIGNS))
        exists = {"operator": "exists", "answerBoolean": draw(st.booleans())}
        compared = {"operator": sign, **draw(st.sampled_from(VALUES[kind]))}
        found.append({"question": link_id, **draw(st.sampled_from([exists, compared, compared]))})
    return {"enableWhen": found, "enableBehavior": draw(st.sampled_from(["all", "any"]))} if found else {}


@st.composite
def items(draw, earlier, names, depth=0):
    """One item, with others inside a group; `earlier` gathers the questions as they come, `names` all link ids."""
    link_id = draw(st.sampled_from(["", "/", "q-", "a b "])) + str(len(names))
    names.append(link_id)
    kinds = [*VALUES, "display", *(["group", "group"] if depth < 2 else [])]
    kind = draw(st.sampled_from(kinds))
    made = {
        "linkId": link_id,
        "type": kind,
        "text": draw(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5)),
        **draw(conditions(earlier)),
    }
    if kind == "group":
        inside = [draw(items(earlier, names, depth + 1)) for _n in range(draw(st.integers(1, 3)))]
        return {**made, "repeats": draw(st.booleans()), "item": inside}
    if kind != "display":
        earlier.append((link_id, kind))
        made |= {"repeats": draw(st.booleans()), "required": draw(st.booleans())}
    return {**made, **({"answerOption": OPTIONS} if kind.endswith("choice") else {})}


@st.composite
def forms(draw):
    """The items of a questionnaire that opens."""
    earlier: list[tuple[str, str]] = []
    names: list[str] = []
    return [draw(items(earlier, names)) for _n in range(draw(st.integers(1, 6)))]


def opened(text: str) -> Form | None:
    """The form, or None where it is refused as it should be."""
    try:
        return read_form_text(text, "x.json")
    except InvalidFile:
        return None
    except FormRefused as error:
        reasons = error.fields["reasons"]
    assert isinstance(reasons, tuple)
    assert [fault_sentence(each) for each in reasons] != []
    return None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40) | anything.map(json.dumps))
def test_any_text_opens_or_is_refused(text):
    opened(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(anything, max_size=3),
    st.dictionaries(st.sampled_from(["item", "contained", "code", "url", "version", "title", "extension"]), anything),
)
def test_any_fields_of_a_questionnaire_open_or_are_refused(found, more):
    opened(json.dumps({**questionnaire(*found), **more}))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(GARDEN) - 1), st.integers(0, 40), st.text(max_size=4))
def test_a_good_file_with_a_piece_replaced_opens_or_is_refused(start, length, piece):
    opened(GARDEN[:start] + piece + GARDEN[start + length :])


def some_answer(item: FormItem) -> tuple[AnswerValue, ...]:
    typed = {"boolean": "yes", "integer": "2", "decimal": "1.5", "date": "2026-02-03"}
    values = (item.options[0].value,) if item.options else typed_values(item, typed.get(item.kind, "words"), 1)
    assert fault_of(item, values) is None
    return values


@settings(max_examples=100, deadline=None)
@given(forms(), st.data())
def test_what_opens_can_be_shown_answered_and_sent(found, data):
    known = read_form_text(json.dumps(questionnaire(*found)), "x.json")
    given_answers: list[GivenAnswer] = []
    for _round in range(2):
        for each in shown(known, given_answers):
            if each.item.asked and data.draw(st.booleans()) and all(row.item != each.key for row in given_answers):
                given_answers += [GivenAnswer(each.key, value) for value in some_answer(each.item)]
    scored_form(known, given_answers)
    total = form_total(known, given_answers)
    assert total is None or total.n_answered <= total.n_items
    made = response(known, Questionnaire("x", "", 0, 0, date(1970, 1, 1), answers=tuple(given_answers)))
    QuestionnaireResponse.model_validate_json(json.dumps(made))
    visible = {each.key for each in shown(known, given_answers)}
    assert {each.item for each in response_answers(known, made)} == {each.item for each in given_answers} & visible
