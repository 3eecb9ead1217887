"""The conditions on which an item of a questionnaire is asked (enableWhen), and whether they can be worked out."""

from __future__ import annotations

from journal.exchange.fhir.elements import Element, Faults
from journal.exchange.fhir.questionnaire_options import coded, day_text
from journal.model.form_comparisons import rank
from journal.model.form_faults import FaultKind
from journal.model.form_order import shape_of
from journal.model.forms import CHOICES, NOT_ASKED, NUMBERS, Condition, Form, FormItem, ItemKind, Operator
from journal.model.questionnaires import Coded

_ORDERS = frozenset({Operator.ABOVE, Operator.BELOW, Operator.AT_LEAST, Operator.AT_MOST})


def read_conditions(item: Element) -> tuple[Condition, ...]:
    """The conditions of an item as they stand there."""
    return tuple(found for each in item.elements("enableWhen") if (found := _condition(each)) is not None)


def read_any_of(item: Element, conditions: tuple[Condition, ...]) -> bool:
    """Whether one condition is enough. The file must say so where there are several; all is the safer reading."""
    behaviour = item.text("enableBehavior")
    if behaviour not in ("", "all", "any") or (len(conditions) > 1 and not behaviour):
        item.fault(FaultKind.MALFORMED, "enableBehavior")
    return behaviour == "any"


def check_conditions(form: Form, faults: Faults) -> None:
    """Take down conditions on what is not there, on what nobody answers, and in a circle.

    What a formula or another program would fill in is never there, so that a condition on it would
    show another form than was meant.
    """
    items = {item.link_id: item for item in form.every_item()}
    asked = {item.link_id for item in form.questions()}
    for item in items.values():
        for condition in item.conditions:
            question = items.get(condition.question)
            if question is None or question.kind in NOT_ASKED:
                faults.add(FaultKind.CONDITION_TARGET, item.link_id, condition.question)
            elif question.link_id not in asked:
                faults.add(FaultKind.CONDITION_UNASKED, item.link_id, condition.question)
            else:
                _check(item, condition, question, faults)
    for link_id in shape_of(form).circle:
        faults.add(FaultKind.CONDITION_CIRCLE, link_id)


def _condition(element: Element) -> Condition | None:
    question = element.text("question")
    sign = element.text("operator")
    if sign not in set(Operator):
        element.fault(FaultKind.CONDITION_OPERATOR, sign)
        return None
    value = _value(element)
    if value is None or (Operator(sign) is Operator.EXISTS and not isinstance(value, bool)):
        element.fault(FaultKind.CONDITION_VALUE, element.value_key("answer"))
        return None
    return Condition(question, Operator(sign), value)


def _value(element: Element) -> bool | float | str | Coded | None:
    key = element.value_key("answer")
    if key == "answerBoolean":
        return element.flag(key)
    if key == "answerInteger":
        return element.whole(key)
    if key == "answerDecimal":
        return element.number(key)
    if key == "answerString":
        return element.text(key)
    if key == "answerDate":
        return day_text(element, key)
    if key == "answerCoding":
        coding = element.element(key)
        return None if coding is None else coded(coding)
    return None


def _check(item: FormItem, condition: Condition, question: FormItem, faults: Faults) -> None:
    if condition.operator in _ORDERS and rank(question, condition.value) is None:
        faults.add(FaultKind.CONDITION_OPERATOR, item.link_id, condition.operator)
    elif condition.operator is not Operator.EXISTS and not _can_be(question, condition.value):
        faults.add(FaultKind.CONDITION_VALUE, item.link_id, condition.question)


def _can_be(question: FormItem, value: object) -> bool:
    """Whether an answer of the question can be of the kind that the condition names."""
    if question.kind is ItemKind.BOOLEAN:
        return isinstance(value, bool)
    if question.kind in NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if question.kind not in CHOICES:
        return isinstance(value, str)
    if question.kind is ItemKind.OPEN_CHOICE and isinstance(value, str):
        return True
    return any(_same_kind(option.value, value) for option in question.options)


def _same_kind(one: object, other: object) -> bool:
    if isinstance(one, int) and not isinstance(one, bool):
        return isinstance(other, int | float) and not isinstance(other, bool)
    return type(one) is type(other)
