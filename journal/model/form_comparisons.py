"""Compares the answers of a question with the value of a condition."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from journal.model.forms import Condition, FormItem, ItemKind, Operator, same_value
from journal.model.questionnaires import AnswerValue, Coded

_ORDER: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.ABOVE: operator.gt,
    Operator.BELOW: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
}


def compares(question: FormItem, condition: Condition, values: Iterable[AnswerValue]) -> bool:
    """Whether the answers of a question fulfil a condition on them, EXISTS left out.

    One answer that does is enough; "not equal" holds when none is equal.
    """
    if condition.operator is Operator.EQUAL:
        return any(same_value(value, condition.value) for value in values)
    if condition.operator is Operator.NOT_EQUAL:
        return not any(same_value(value, condition.value) for value in values)
    order = _ORDER[condition.operator]
    return any(_ordered(question, value, condition.value, order) for value in values)


def _ordered(question: FormItem, value: object, wanted: object, order: Callable[[Any, Any], bool]) -> bool:
    one, other = rank(question, value), rank(question, wanted)
    if one is None or other is None or isinstance(one, str) is not isinstance(other, str):
        return False
    if isinstance(one, str) and isinstance(other, str) and question.kind is not ItemKind.STRING:
        # Days can be less exact (a year, a month): they are compared as far as both go.
        length = min(len(one), len(other))
        return order(one[:length], other[:length])
    return order(one, other)


def rank(question: FormItem, value: object) -> float | str | None:
    """What an answer is ordered by: the number its option counts as, else its own number, else its day or text."""
    option = question.option_of(value)
    if option is not None and option.ordinal is not None:
        return option.ordinal
    if isinstance(value, bool | Coded):
        return None
    if isinstance(value, int | float):
        return float(value)
    return value if isinstance(value, str) else None
