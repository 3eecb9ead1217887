"""Answers to a form's questions: whether they fit, and how they are read from what was typed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from journal.model.errors import AnswersMiscounted, FormAnswerUnfit, NothingAnswered
from journal.model.form_conditions import shown
from journal.model.form_faults import AnswerFault
from journal.model.form_keys import answer_key
from journal.model.form_order import shape_of
from journal.model.forms import CHOICES, NUMBERS, Form, FormItem, ItemKind, Option, OptionKind
from journal.model.questionnaires import AnswerValue, GivenAnswer

SKIPPED = "-"
BETWEEN = ";"
"""Stands between several answers to one question."""

LARGEST_INTEGER = 2_147_483_647
"""FHIR's whole numbers end there."""

LONGEST_ANSWER = 10_000
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def answers_in_order(form: Form, texts: Sequence[str]) -> tuple[GivenAnswer, ...]:
    """The answers to all questions in the order of the form, `-` for one that is skipped or not asked.

    In a group that repeats they are those of the first. Raises AnswersMiscounted, FormAnswerUnfit,
    NothingAnswered.
    """
    questions = form.questions()
    if len(texts) != len(questions):
        raise AnswersMiscounted(name=form.title, given=len(texts), wanted=len(questions))
    around = shape_of(form).repeating
    given: dict[str, list[GivenAnswer]] = {}
    numbers: dict[str, int] = {}
    for number, (item, text) in enumerate(zip(questions, texts, strict=True), 1):
        key = answer_key(item.link_id, (1,) * len(around[item.link_id]))
        values = typed_values(item, text, number)
        numbers[key] = number
        given[key] = [GivenAnswer(key, value) for value in values] or [GivenAnswer(key)]
    if all(answer.value is None for answers in given.values() for answer in answers):
        raise NothingAnswered(name=form.title)
    return _of_shown(form, given, numbers)


def _of_shown(form: Form, given: dict[str, list[GivenAnswer]], numbers: dict[str, int]) -> tuple[GivenAnswer, ...]:
    """The answers of what is shown; an answer to anything else has no place."""
    answers = [answer for each in given.values() for answer in each]
    keys = {each.key for each in shown(form, answers)}
    for answer in answers:
        if answer.item not in keys and answer.value is not None:
            raise FormAnswerUnfit(number=numbers[answer.item], reason=AnswerFault.HIDDEN)
    return tuple(answer for answer in answers if answer.item in keys)


def typed_values(item: FormItem, text: str, number: int) -> tuple[AnswerValue, ...]:
    """What was typed for a question, none for a skipped one. `number` is for what is said. Raises FormAnswerUnfit."""
    if text.strip() in ("", SKIPPED):
        return ()
    parts = [part.strip() for part in text.split(BETWEEN)] if item.repeats else [text.strip()]
    values = tuple(_typed(item, part, number) for part in parts if part)
    fault = fault_of(item, values)
    if fault is not None:
        raise _unfit(item, text, number, fault)
    return values


def fault_of(item: FormItem, values: Sequence[AnswerValue]) -> AnswerFault | None:
    """Why these answers do not fit a question, None where they do."""
    most = item.most_answers if item.repeats else 1
    if most is not None and len(values) > most:
        return AnswerFault.MANY
    chosen = [item.option_of(value) for value in values]
    if len(values) > 1 and any(option is not None and option.exclusive for option in chosen):
        return AnswerFault.ALONE
    return next((fault for value in values if (fault := _fault(item, value)) is not None), None)


def is_day(value: str) -> bool:
    """Whether a text is a day, or one of FHIR's less exact ones: 2026, 2026-11, 2026-11-22."""
    if not (value.isascii() and len(value) in (4, 7, 10)):
        return False
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def _fault(item: FormItem, value: AnswerValue) -> AnswerFault | None:
    if item.kind in CHOICES:
        fits = item.option_of(value) is not None or (item.kind is ItemKind.OPEN_CHOICE and isinstance(value, str))
        return None if fits else AnswerFault.OPTION
    if item.kind is ItemKind.BOOLEAN:
        return None if isinstance(value, bool) else AnswerFault.YES_NO
    if item.kind in NUMBERS:
        return _number_fault(item, value)
    if item.kind is ItemKind.DATE:
        return _day_fault(item, value)
    fits = isinstance(value, str) and len(value) <= min(item.max_length or LONGEST_ANSWER, LONGEST_ANSWER)
    return None if fits else AnswerFault.LENGTH


def _number_fault(item: FormItem, value: AnswerValue) -> AnswerFault | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return AnswerFault.NUMBER
    if item.kind is ItemKind.INTEGER and (value != int(value) or abs(value) > LARGEST_INTEGER):
        return AnswerFault.WHOLE
    if item.most_decimals is not None and round(value, max(0, item.most_decimals)) != value:
        return AnswerFault.DECIMALS
    low = isinstance(item.minimum, float) and value < item.minimum
    high = isinstance(item.maximum, float) and value > item.maximum
    return AnswerFault.RANGE if low or high else None


def _day_fault(item: FormItem, value: AnswerValue) -> AnswerFault | None:
    if not isinstance(value, str) or not is_day(value):
        return AnswerFault.DAY
    low = isinstance(item.minimum, str) and value < item.minimum[: len(value)]
    high = isinstance(item.maximum, str) and value[: len(item.maximum)] > item.maximum
    return AnswerFault.RANGE if low or high else None


def _typed(item: FormItem, text: str, number: int) -> AnswerValue:
    if item.kind in CHOICES:
        return _chosen(item, text, number)
    if item.kind is ItemKind.BOOLEAN:
        if text.casefold() not in _YES_NO:
            raise _unfit(item, text, number, AnswerFault.YES_NO)
        return _YES_NO[text.casefold()]
    if item.kind in NUMBERS:
        return _number(item, text, number)
    return text


def _number(item: FormItem, text: str, number: int) -> AnswerValue:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise _unfit(item, text, number, AnswerFault.NUMBER) from None
    if item.kind is ItemKind.DECIMAL or not math.isfinite(value) or value != int(value):
        return value
    return int(value)


def _chosen(item: FormItem, text: str, number: int) -> AnswerValue:
    """The option that was typed: by what it counts as, its sign on paper, its code, its words, or its place."""
    option = _by_number(item, text) or _by_words(item, text)
    if option is not None:
        return option.value
    if item.kind is ItemKind.OPEN_CHOICE:
        return text
    raise _unfit(item, text, number, AnswerFault.OPTION)


def _by_number(item: FormItem, text: str) -> Option | None:
    try:
        wanted = float(text.replace(",", "."))
    except ValueError:
        return None
    for option in item.options:
        counts_as = option.value if option.kind is OptionKind.INTEGER else option.ordinal
        if counts_as is not None and counts_as == wanted:
            return option
    return None


def _by_words(item: FormItem, text: str) -> Option | None:
    wanted = text.casefold()
    for option in item.options:
        code = getattr(option.value, "code", "")
        if wanted in (option.prefix.casefold(), code.casefold(), option.label.casefold()):
            return option
    numbered = any(option.ordinal is not None or option.prefix for option in item.options)
    if numbered or not text.isascii() or not text.isdigit() or not 1 <= int(text) <= len(item.options):
        return None
    return item.options[int(text) - 1]


def _unfit(item: FormItem, text: str, number: int, reason: AnswerFault) -> FormAnswerUnfit:
    known = tuple(option.label for option in item.options)
    most: object = item.maximum
    if reason is AnswerFault.LENGTH:
        most = item.max_length or LONGEST_ANSWER
    elif reason is AnswerFault.DECIMALS:
        most = item.most_decimals
    elif reason is AnswerFault.MANY:
        most = item.most_answers if item.repeats else 1
    elif reason is AnswerFault.WHOLE and most is None:
        most = LARGEST_INTEGER
    return FormAnswerUnfit(number=number, text=text, reason=reason, known=known, minimum=item.minimum, maximum=most)
