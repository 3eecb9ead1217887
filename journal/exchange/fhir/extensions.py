"""The extensions of questionnaires that are understood, by their addresses."""

from __future__ import annotations

from journal.exchange.fhir.elements import Element
from journal.model.form_faults import FaultKind

_CORE = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

ORDINAL = frozenset(
    _CORE + name
    for name in (
        "ordinalValue",
        "valueset-ordinalValue",
        "codesystem-ordinalValue",
        "questionnaire-ordinalValue",
        "iso21090-CO-value",
        "itemWeight",
    )
)
"""What an answer counts as: R4's two, one of a contained code system, two older ones, and R5's."""

OPTION_PREFIX = frozenset({_CORE + "questionnaire-optionPrefix"})
EXCLUSIVE = frozenset({_CORE + "questionnaire-optionExclusive"})
HIDDEN = frozenset({_CORE + "questionnaire-hidden"})
ITEM_CONTROL = frozenset({_CORE + "questionnaire-itemControl"})
SLIDER_STEP = frozenset({_CORE + "questionnaire-sliderStepValue"})
MINIMUM = frozenset({_CORE + "minValue"})
MAXIMUM = frozenset({_CORE + "maxValue"})
MOST_DECIMALS = frozenset({_CORE + "maxDecimalPlaces"})
MOST_ANSWERS = frozenset({_CORE + "questionnaire-maxOccurs"})
UNIT = frozenset({_CORE + "questionnaire-unit"})
CALCULATED = frozenset({_SDC + "calculatedExpression", _CORE + "questionnaire-calculatedExpression"})

EXPRESSIONS = {
    _SDC + "enableWhenExpression": "enableWhenExpression",
    _SDC + "answerExpression": "answerExpression",
    _SDC + "answerOptionsToggleExpression": "answerOptionsToggleExpression",
}
"""Formulas that decide what is asked. They are never reckoned, and without them another form would be shown."""

SUBFORM = frozenset({_SDC + "subQuestionnaire"})


def ordinal(*elements: Element | None) -> float | None:
    """The number that an answer counts as, from the first of these elements that says one."""
    for element in elements:
        found = element.extension(ORDINAL) if element is not None else None
        if found is not None:
            return _number(found)
    return None


def flag(element: Element, urls: frozenset[str]) -> bool:
    """Whether an extension of true or false says true."""
    found = element.extension(urls)
    return found is not None and found.flag("valueBoolean")


def whole(element: Element, urls: frozenset[str]) -> int | None:
    """The whole number of an extension, or None."""
    found = element.extension(urls)
    return None if found is None else found.whole("valueInteger")


def text(element: Element, urls: frozenset[str]) -> str:
    """The text of an extension, empty for none."""
    found = element.extension(urls)
    return "" if found is None else found.text("valueString")


def controls(element: Element) -> frozenset[str]:
    """The codes that say how an item is to look: slider, help, lower, upper."""
    found = element.extension(ITEM_CONTROL)
    concept = None if found is None else found.element("valueCodeableConcept")
    return frozenset() if concept is None else frozenset(coding.text("code") for coding in concept.elements("coding"))


def bound(element: Element, urls: frozenset[str]) -> float | str | None:
    """A lowest or highest answer: a number or a day, or None. Any other kind is a fault."""
    found = element.extension(urls)
    key = "" if found is None else found.value_key()
    if found is None or not key:
        return None
    if key in ("valueInteger", "valueDecimal"):
        return found.number(key)
    if key == "valueDate":
        return found.text(key)
    element.fault(FaultKind.LIMITS, key)
    return None


def check_expressions(element: Element) -> None:
    """Take down the formulas that decide what is asked, and forms that are put together from others."""
    for each in element.elements("extension"):
        url = each.table.get("url")
        if isinstance(url, str) and url in EXPRESSIONS:
            element.fault(FaultKind.EXPRESSION, EXPRESSIONS[url])
        if isinstance(url, str) and url in SUBFORM:
            element.fault(FaultKind.SUBFORM, str(each.table.get(each.value_key(), "")))


def _number(extension: Element) -> float | None:
    key = extension.value_key()
    if key in ("valueDecimal", "valueInteger"):
        return extension.number(key)
    extension.fault(FaultKind.MALFORMED, "ordinalValue")
    return None
