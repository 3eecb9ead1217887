"""The answers that a choice of a questionnaire offers: listed at the item, or in a value set inside the file."""

from __future__ import annotations

from journal.exchange.fhir.elements import Element
from journal.exchange.fhir.extensions import EXCLUSIVE, OPTION_PREFIX, flag, ordinal, text
from journal.exchange.fhir.value_sets import LONGEST_CODE, ContainedSets
from journal.model.form_answers import is_day
from journal.model.form_faults import FaultKind
from journal.model.forms import ItemKind, Option, OptionKind, same_value
from journal.model.questionnaires import Coded

MOST_OPTIONS = 500


def read_options(item: Element, kind: ItemKind, sets: ContainedSets) -> tuple[Option, ...]:
    """The options of a choice, in the order of the file. Faults: see FaultKind."""
    if item.has("answerValueSet"):
        options = sets.options(item)
    else:
        options = tuple(option for each in item.elements("answerOption") if (option := _option(each)) is not None)
        if not options and kind is ItemKind.CHOICE:
            item.fault(FaultKind.NO_OPTIONS)
    if len(options) > MOST_OPTIONS:
        item.fault(FaultKind.TOO_MANY, str(len(options)))
        return ()
    _check_once(item, options)
    return options


def coded(coding: Element) -> Coded:
    """A code with its system and words."""
    return Coded(coding.text("system", LONGEST_CODE), coding.text("code", LONGEST_CODE), coding.text("display"))


def day_text(element: Element, key: str) -> str:
    """A day, a month or a year as ISO text; anything else is a fault."""
    value = element.text(key)
    if not is_day(value):
        element.fault(FaultKind.MALFORMED, key)
    return value


def _option(option: Element) -> Option | None:
    key = option.value_key()
    number = ordinal(option, option.element("valueCoding") if key == "valueCoding" else None)
    prefix, exclusive = text(option, OPTION_PREFIX), flag(option, EXCLUSIVE)
    if key == "valueCoding":
        return _coding_option(option, number, prefix, exclusive)
    if key == "valueInteger":
        whole = option.whole(key)
        return Option(whole or 0, str(whole), OptionKind.INTEGER, number, prefix, exclusive)
    if key == "valueString":
        words = option.text(key)
        return Option(words, words, OptionKind.STRING, number, prefix, exclusive)
    if key == "valueDate":
        day = day_text(option, key)
        return Option(day, day, OptionKind.DATE, number, prefix, exclusive)
    option.fault(FaultKind.OPTION_TYPE, key.removeprefix("value"))
    return None


def _coding_option(option: Element, number: float | None, prefix: str, exclusive: bool) -> Option | None:
    coding = option.element("valueCoding")
    value = coded(coding) if coding is not None else Coded("", "")
    label = value.display or value.code
    if not label:
        option.fault(FaultKind.MALFORMED, "valueCoding")
        return None
    return Option(value, label, OptionKind.CODING, number, prefix, exclusive)


def _check_once(item: Element, options: tuple[Option, ...]) -> None:
    """Two options that are one and the same could not be told apart in an answer."""
    for index, option in enumerate(options):
        if any(same_value(option.value, other.value) for other in options[:index]):
            item.fault(FaultKind.OPTION_TWICE, option.label)
            return
