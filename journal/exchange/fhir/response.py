"""What was answered, as a QuestionnaireResponse of FHIR R4: of a form as its file has it, or of a shipped instrument.

Sources: FHIR R4, QuestionnaireResponse (answers of what is not shown do not go out; a group that
repeats stands there once for each time); clinical.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.exchange.fhir.codings import PATIENT_ASSERTED, Json
from journal.exchange.fhir.strings import number, string
from journal.exchange.fhir.subject import Subject, when
from journal.model.form_conditions import ShownItem, shown, shown_tree
from journal.model.form_totals import FormTotal, form_total
from journal.model.forms import CHOICES, Form, FormItem, ItemKind, OptionKind
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer, Questionnaire

ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

_VALUE_OF = {
    ItemKind.BOOLEAN: "valueBoolean",
    ItemKind.INTEGER: "valueInteger",
    ItemKind.DECIMAL: "valueDecimal",
    ItemKind.DATE: "valueDate",
    ItemKind.STRING: "valueString",
    ItemKind.TEXT: "valueString",
}
_VALUE_OF_OPTION = {
    OptionKind.CODING: "valueCoding",
    OptionKind.INTEGER: "valueInteger",
    OptionKind.DATE: "valueDate",
    OptionKind.STRING: "valueString",
}


def response(form: Form, questionnaire: Questionnaire, subject: Subject | None = None) -> Json:
    """The answers to a form, in its groups and under its link ids; only what is shown goes out.

    A question that was skipped stands there without an answer, and the whole counts as in progress
    while one that is required has none. The total stands at its item. Without a subject it is a
    resource on its own.
    """
    answers = _Answers(questionnaire.answers)
    total = form_total(form, questionnaire.answers)
    tree = shown_tree(form, questionnaire.answers)
    items = [item for each in tree for item in _items(each, answers, total)]
    canonical = form.canonical if not any(sign.isspace() for sign in form.canonical) else ""
    return {
        **response_head(questionnaire, subject),
        **({"questionnaire": canonical} if canonical else {}),
        "status": "completed" if _is_complete(form, questionnaire.answers) else "in-progress",
        **filled_in(questionnaire, subject),
        **({"item": items} if items else {}),
    }


def bare_response(questionnaire: Questionnaire, subject: Subject | None = None) -> Json:
    """The answers without their form, where its file cannot be read here: each under its key, as it was given."""
    items = [{"linkId": string(row.item), **_bare_answer(row)} for row in questionnaire.answers if string(row.item)]
    return {
        **response_head(questionnaire, subject),
        "status": "completed",
        **filled_in(questionnaire, subject),
        **({"item": items} if items else {}),
    }


def _bare_answer(row: GivenAnswer) -> Json:
    value = row.value
    if value is None:
        return {}
    if isinstance(value, Coded):
        told: Json = {"valueCoding": coding_of(value)}
    elif isinstance(value, bool):
        told = {"valueBoolean": value}
    elif isinstance(value, str):
        told = {"valueString": string(value)}
    else:
        told = {"valueInteger" if isinstance(value, int) else "valueDecimal": number(value)}
    return {"answer": [told]} if all(told.values()) or value in (False, 0) else {}


def response_head(questionnaire: Questionnaire, subject: Subject | None) -> Json:
    """The beginning of a response: what it is, its id, that the person made it."""
    if subject is not None:
        made = subject.made("QuestionnaireResponse", questionnaire.id)
        return {key: made[key] for key in ("resourceType", "id", "meta")}
    return {
        "resourceType": "QuestionnaireResponse",
        "id": questionnaire.id,
        "meta": {"security": [PATIENT_ASSERTED]},
    }


def filled_in(questionnaire: Questionnaire, subject: Subject | None) -> Json:
    """Of whom, when and by whom it was filled in."""
    authored = {"authored": when(questionnaire)}
    if subject is None:
        return authored
    return {"subject": subject.reference, **authored, "author": subject.reference, "source": subject.reference}


class _Answers:
    """The answers by the key of their item."""

    def __init__(self, answers: Iterable[GivenAnswer]) -> None:
        self._rows: dict[str, list[GivenAnswer]] = {}
        for answer in answers:
            self._rows.setdefault(answer.item, []).append(answer)

    def values(self, key: str) -> list[AnswerValue]:
        """The answers that were given."""
        return [row.value for row in self._rows.get(key, []) if row.value is not None and not row.not_applicable]

    def asked(self, key: str) -> bool:
        """Whether the question was asked, answered or not."""
        return key in self._rows

    def not_applicable(self, key: str) -> bool:
        """Whether the question did not apply."""
        return any(row.not_applicable for row in self._rows.get(key, []))


def _items(each: ShownItem, answers: _Answers, total: FormTotal | None) -> list[Json]:
    """The item with its answers, or nothing where there is nothing to tell."""
    item = each.item
    inner = [found for child in each.items for found in _items(child, answers, total)]
    if item.kind is ItemKind.DISPLAY:
        return []
    head = _head(item)
    if item.kind is ItemKind.GROUP:
        return [{**head, "item": inner}] if inner else []
    given = [found for value in answers.values(each.key) if (found := _answer(item, value))]
    if item.is_total and total is not None and total.at == item.link_id and total.value is not None:
        given = _total_answer(item, total.value)
    if given:
        return [{**head, "answer": [{**given[0], **({"item": inner} if inner else {})}, *given[1:]]}]
    if inner:
        return [{**head, "item": inner}]
    return [{**head, **_absence(each.key, answers)}] if item.asked and answers.asked(each.key) else []


def _head(item: FormItem) -> Json:
    words = string(item.text)
    return {"linkId": item.link_id, **({"text": words} if words else {})}


def _absence(key: str, answers: _Answers) -> Json:
    """That a question did not apply; one that was skipped has no answer, and that is all."""
    if not answers.not_applicable(key):
        return {}
    return {"extension": [{"url": ABSENT_REASON, "valueCode": "not-applicable"}]}


def _total_answer(item: FormItem, total: float) -> list[Json]:
    if item.kind is ItemKind.INTEGER and not total.is_integer():
        return []
    return [{_VALUE_OF[item.kind]: number(total)}]


def _answer(item: FormItem, value: AnswerValue) -> Json:
    """One answer under the name of its type; empty for a text of which nothing is left."""
    key = _value_key(item, value)
    if isinstance(value, Coded):
        return {key: coding_of(value)}
    if isinstance(value, str):
        words = string(value)
        return {key: words} if words else {}
    return {key: value if isinstance(value, bool) else number(value)}


def _value_key(item: FormItem, value: AnswerValue) -> str:
    if item.kind not in CHOICES:
        return _VALUE_OF[item.kind]
    option = item.option_of(value)
    if option is not None:
        return _VALUE_OF_OPTION[option.kind]
    return "valueCoding" if isinstance(value, Coded) else "valueString"


def coding_of(value: Coded) -> Json:
    """A code with what is known of it."""
    parts = {"system": string(value.system), "code": string(value.code), "display": string(value.display)}
    return {key: words for key, words in parts.items() if words}


def _is_complete(form: Form, answers: Sequence[GivenAnswer]) -> bool:
    given = {answer.item for answer in answers if answer.value is not None or answer.not_applicable}
    return all(each.key in given for each in shown(form, answers) if each.item.asked and each.item.required)
