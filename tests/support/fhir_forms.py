"""Questionnaires for tests, built from a few words; and the answers of a QuestionnaireResponse, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.exchange.fhir.questionnaire import read_form_text
from journal.model.errors import FormRefused
from journal.model.form_faults import FaultKind
from journal.model.form_keys import answer_key
from journal.model.form_order import shape_of
from journal.model.forms import Form
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer

ROOT = Path(__file__).parents[2]
OURS = ROOT / "tests" / "data" / "fhir"
REAL = ROOT / ".." / "shared" / "data" / "fhir"
"""Real files of others. They are not in the repository."""

needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real FHIR files do not lie beside the checkout")

CORE = "http://hl7.org/fhir/StructureDefinition/"
SYSTEM = "urn:example:walks"


def item(link_id: str, kind: str = "integer", **more: Any) -> dict[str, Any]:
    return {"linkId": link_id, "type": kind, "text": f"About {link_id}", **more}


def option(code: str, ordinal: float | None = None) -> dict[str, Any]:
    extension = [] if ordinal is None else [{"url": f"{CORE}ordinalValue", "valueDecimal": ordinal}]
    found = {"valueCoding": {"system": SYSTEM, "code": code, "display": code.title()}}
    return {**found, "extension": extension} if extension else found


def choice(link_id: str, *ordinals: float, **more: Any) -> dict[str, Any]:
    """A choice whose options are named a0, a1 … and count as these numbers."""
    options = [option(f"a{place}", ordinal) for place, ordinal in enumerate(ordinals or (0, 1, 2))]
    return item(link_id, "choice", answerOption=options, **more)


def when(question: str, operator: str, **answer: Any) -> dict[str, Any]:
    return {"question": question, "operator": operator, **answer}


def questionnaire(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    head = {"resourceType": "Questionnaire", "status": "active", "url": "urn:example:form", "version": "1"}
    return {**head, "title": "A walk", "item": list(items), **more}


def form(*items: dict[str, Any], **more: Any) -> Form:
    return read_form_text(json.dumps(questionnaire(*items, **more)), "walk.json")


def refused(*items: dict[str, Any], **more: Any) -> list[tuple[FaultKind, str, str]]:
    """Every reason for which a form stays closed."""
    with pytest.raises(FormRefused) as caught:
        form(*items, **more)
    return [(each.kind, each.link_id, each.detail) for each in caught.value.fields["reasons"]]


def coded(code: str) -> Coded:
    return Coded(SYSTEM, code, code.title())


def answered(**values: AnswerValue | None) -> tuple[GivenAnswer, ...]:
    return tuple(GivenAnswer(link_id, value) for link_id, value in values.items())


def response_answers(known: Form, response: dict[str, Any]) -> tuple[GivenAnswer, ...]:
    """The answers of a response to a form, each under its key; a question without one was skipped."""
    shape = shape_of(known)
    rounds: dict[str, int] = {}

    def walk(items: list[dict[str, Any]], places: tuple[int, ...]) -> Iterator[GivenAnswer]:
        for each in items:
            link_id = each["linkId"]
            inner = places
            if shape.items[link_id].kind == "group" and shape.items[link_id].repeats:
                key = answer_key(link_id, places)
                rounds[key] = rounds.get(key, 0) + 1
                inner = (*places, rounds[key])
            elif shape.items[link_id].kind != "group":
                yield from given(each, answer_key(link_id, places))
            yield from walk(each.get("item", []), inner)
            for answer in each.get("answer", []):
                yield from walk(answer.get("item", []), inner)

    def given(each: dict[str, Any], key: str) -> Iterator[GivenAnswer]:
        absent = any(extension["valueCode"] == "not-applicable" for extension in each.get("extension", []))
        if "answer" not in each:
            yield GivenAnswer(key, not_applicable=absent)
        for answer in each.get("answer", []):
            [value] = (answer[name] for name in answer if name.startswith("value"))
            yield GivenAnswer(key, _coded(value) if isinstance(value, dict) else value)

    return tuple(walk(response.get("item", []), ()))


def _coded(value: dict[str, str]) -> Coded:
    return Coded(value.get("system", ""), value.get("code", ""), value.get("display", ""))
