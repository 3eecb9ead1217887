"""The answers to a shipped instrument as a QuestionnaireResponse.

R4 gives an item of a response no code. So the response contains a questionnaire of its own: numbers,
short topics in our own words, and the codes of LOINC where clinical.md has them. No sentence of the
instrument goes out, since none is here.
"""

from __future__ import annotations

from journal.exchange.fhir.codings import LOINC, ORDINAL, Json, coding
from journal.exchange.fhir.response import ABSENT_REASON, filled_in, response_head
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject
from journal.model.instruments import GATE, Instrument, InstrumentItem
from journal.model.questionnaires import GivenAnswer, Questionnaire
from journal.texts.questionnaires import questionnaire_title, topic

CONTAINED_ID = "instrument"
MIN_VALUE = "http://hl7.org/fhir/StructureDefinition/minValue"
MAX_VALUE = "http://hl7.org/fhir/StructureDefinition/maxValue"


def instrument_response(instrument: Instrument, questionnaire: Questionnaire, subject: Subject | None = None) -> Json:
    """The answers by their numbers on paper; a skipped one has no answer, one that did not apply says so."""
    items = [_item(instrument, answer) for answer in questionnaire.answers]
    return {
        **response_head(questionnaire, subject),
        "contained": [_contained(instrument, questionnaire)],
        "questionnaire": f"#{CONTAINED_ID}",
        "status": "completed",
        **filled_in(questionnaire, subject),
        **({"item": items} if items else {}),
    }


def _contained(instrument: Instrument, questionnaire: Questionnaire) -> Json:
    """The questions: each with its number, its topic and its code, and how it is answered."""
    return {
        "resourceType": "Questionnaire",
        "id": CONTAINED_ID,
        "title": string(questionnaire_title(questionnaire, instrument)),
        "status": "active",
        **({"code": [coding(LOINC, instrument.loinc.panel)]} if instrument.loinc.panel else {}),
        "item": [_question(instrument, item, questionnaire) for item in instrument.asked],
    }


def _question(instrument: Instrument, item: InstrumentItem, questionnaire: Questionnaire) -> Json:
    low, high = instrument.range_of(item.number, questionnaire.maximum)
    return {
        **_limits(instrument, item, int(low), int(high)),
        "linkId": item.number,
        **({"code": [coding(LOINC, item.loinc)]} if item.loinc else {}),
        "text": string(topic(item)),
        "type": _type(instrument, item),
        **_options(instrument, item),
    }


def _type(instrument: Instrument, item: InstrumentItem) -> str:
    if instrument.yes_no or item.number == GATE:
        return "boolean"
    return "choice" if instrument.loinc.answers else "integer"


def _limits(instrument: Instrument, item: InstrumentItem, low: int, high: int) -> Json:
    if _type(instrument, item) != "integer":
        return {}
    return {"extension": [{"url": MIN_VALUE, "valueInteger": low}, {"url": MAX_VALUE, "valueInteger": high}]}


def _options(instrument: Instrument, item: InstrumentItem) -> Json:
    if _type(instrument, item) != "choice":
        return {}
    steps = range(instrument.low, instrument.high + 1)
    return {"answerOption": [{"valueCoding": _step(instrument, step)} for step in steps]}


def _item(instrument: Instrument, answer: GivenAnswer) -> Json:
    known = instrument.item(answer.item)
    head: Json = {"linkId": answer.item, **({"text": string(topic(known))} if known is not None else {})}
    if answer.not_applicable:
        return {"extension": [{"url": ABSENT_REASON, "valueCode": "not-applicable"}], **head}
    if known is None or not isinstance(answer.value, int | float):
        return head
    return {**head, "answer": [_answer(instrument, known, int(answer.value))]}


def _answer(instrument: Instrument, item: InstrumentItem, value: int) -> Json:
    kind = _type(instrument, item)
    if kind == "boolean":
        return {"valueBoolean": value > 0}
    return {"valueCoding": _step(instrument, value)} if kind == "choice" else {"valueInteger": value}


def _step(instrument: Instrument, value: int) -> Json:
    """A step of the scale by its code, with the number it counts as."""
    counts_as = {"extension": [{"url": ORDINAL, "valueDecimal": value}]}
    return {**counts_as, **coding(LOINC, instrument.loinc.answers[value - instrument.low])}
