"""The answers that a choice of a questionnaire offers: listed at the item, or in a value set inside the file."""

from __future__ import annotations

from itertools import islice

from journal.exchange.fhir.elements import Element
from journal.exchange.fhir.extensions import EXCLUSIVE, OPTION_PREFIX, flag, ordinal, text
from journal.exchange.fhir.value_sets import LONGEST_CODE, MOST_OPTIONS, ContainedSets, check_options
from journal.model.form_answers import is_day
from journal.model.form_faults import FaultKind
from journal.model.forms import ItemKind, Option, OptionKind
from journal.model.questionnaires import Coded


def read_options(item: Element, kind: ItemKind, sets: ContainedSets) -> tuple[Option, ...]:
    """The options of a choice, in the order of the file. Faults: see FaultKind."""
    if item.has("answerValueSet"):
        if item.has("answerOption"):
            item.fault(FaultKind.MALFORMED, "answerOption")
        return sets.options(item)
    listed = (option for each in item.elements("answerOption") if (option := _option(each)) is not None)
    options = tuple(islice(listed, MOST_OPTIONS + 1))
    if not options and kind is ItemKind.CHOICE:
        item.fault(FaultKind.NO_OPTIONS)
    check_options(item, options)
    return options[:MOST_OPTIONS]


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
