"""Questionnaires for tests: answers to shipped ones, a form of our own with every kind of question, and their pages."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from journal.app.forms_kept import keep_form
from journal.app.journal import Journal
from journal.host.clock import Clock
from journal.model.questionnaires import GivenAnswer, KeptForm
from journal.ui.context import PageContext
from tests.support import rows

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
LOW, HIGH = "http://hl7.org/fhir/StructureDefinition/minValue", "http://hl7.org/fhir/StructureDefinition/maxValue"
Item = dict[str, Any]


def given(*values: int | None) -> tuple[GivenAnswer, ...]:
    """Answers to the questions 1, 2 and so on."""
    return tuple(GivenAnswer(str(number), value) for number, value in enumerate(values, 1))


@dataclass
class Heard(rows.Heard):
    """What a page said and announced, where it led (with what is to be shown there), and what failed."""

    def press(self, words: str) -> None:
        """Press a button of the calm bar."""
        next(act for name, act in self.bar[-1][1] if name == words)()


def questionnaire_context(journal: Journal, clock: Clock, theme: Any, heard: Heard) -> PageContext:
    """A page's context on a real journal."""
    context = rows.page_context(journal, clock, theme, heard)
    return replace(context, go=lambda page, **where: heard.went.append((page, where)))


def coded(code: str, display: str, ordinal: int | None = None) -> Item:
    """An option of a choice."""
    option: Item = {"valueCoding": {"system": "urn:ours", "code": code, "display": display}}
    return option if ordinal is None else {**option, "extension": [{"url": ORDINAL, "valueDecimal": ordinal}]}


def when(question: str, **answer: Any) -> Item:
    """A condition; without an operator the answer is to be equal."""
    return {"question": question, "operator": "=", **answer}


EVERY_KIND: tuple[Item, ...] = (
    {"linkId": "intro", "type": "display", "text": "A few questions for the harbour clinic."},
    {
        "linkId": "week",
        "type": "group",
        "text": "This week",
        "item": [
            {
                "linkId": "calm",
                "type": "choice",
                "text": "How calm was it?",
                "required": True,
                "answerOption": [coded("a", "Calm", 0), coded("b", "Choppy", 1), coded("c", "Stormy", 2)],
            },
            {
                "linkId": "wind",
                "type": "choice",
                "text": "Which wind was it?",
                "answerOption": [
                    coded("n", "A wind from the north that came over the hills and stayed all day", 0),
                    coded("s", "A wind from the south with rain in it from the first hour to the last", 1),
                ],
            },
        ],
    },
    {"linkId": "out", "type": "boolean", "text": "Did you sail out?"},
    {
        "linkId": "how_far",
        "type": "integer",
        "text": "How many miles?",
        "enableWhen": [when("out", answerBoolean=True)],
        "extension": [{"url": LOW, "valueInteger": 0}, {"url": HIGH, "valueInteger": 500}],
    },
    {
        "linkId": "hard",
        "type": "display",
        "text": "That was a hard day out.",
        "enableBehavior": "all",
        "enableWhen": [
            when("out", answerBoolean=True),
            when("calm", answerCoding={"system": "urn:ours", "code": "c"}),
        ],
    },
    {
        "linkId": "boats",
        "type": "choice",
        "repeats": True,
        "text": "Which boats?",
        "answerOption": [coded("x", "Dinghy"), coded("y", "Ketch"), coded("z", "Tender")],
    },
    {
        "linkId": "harbour",
        "type": "open-choice",
        "text": "Which harbour?",
        "answerOption": [coded("e", "East"), coded("w", "West")],
    },
    {"linkId": "depth", "type": "decimal", "text": "How deep?"},
    {"linkId": "since", "type": "date", "text": "Since which day?"},
    {"linkId": "skipper", "type": "string", "text": "Who was the skipper?"},
    {"linkId": "log", "type": "text", "text": "What stands in the log?"},
    {
        "linkId": "swell",
        "type": "integer",
        "text": "How high was the swell?",
        "extension": [
            {"url": CONTROL, "valueCodeableConcept": {"coding": [{"code": "slider"}]}},
            {"url": LOW, "valueInteger": 0},
            {"url": HIGH, "valueInteger": 100},
        ],
    },
    {
        "linkId": "watch",
        "type": "group",
        "repeats": True,
        "text": "Watch",
        "item": [{"linkId": "hours", "type": "integer", "text": "How many hours?"}],
    },
)
"""Every kind of question that a form can have, in words of our own."""


def write_form(folder: Path, *items: Item, name: str = "form.json", title: str = "At sea") -> Path:
    """A questionnaire's file."""
    path = folder / name
    document = {
        "resourceType": "Questionnaire",
        "status": "active",
        "url": f"urn:ours:{title.casefold().replace(' ', '-')}",
        "title": title,
        "item": list(items),
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def kept(journal: Journal, folder: Path, *items: Item, title: str = "At sea") -> KeptForm:
    """A form that the journal keeps."""
    return keep_form(journal, write_form(folder, *items, title=title))
