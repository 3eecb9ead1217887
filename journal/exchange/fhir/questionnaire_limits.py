"""How low, high, long and exact an answer of a questionnaire may be."""

from __future__ import annotations

from dataclasses import dataclass

from journal.exchange.fhir import extensions
from journal.exchange.fhir.elements import Element
from journal.model.form_answers import is_day
from journal.model.form_faults import FaultKind
from journal.model.forms import NUMBERS, Bound, ItemKind


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer must keep to. A slider has both ends and a step."""

    minimum: Bound | None = None
    maximum: Bound | None = None
    slider: bool = False
    step: float | None = None
    max_length: int | None = None


def read_limits(element: Element, kind: ItemKind, asks_slider: bool) -> Limits:
    """The limits of an item; those that no answer can keep to are a fault."""
    length = element.whole("maxLength")
    if length is not None and length < 1:
        element.fault(FaultKind.LIMITS, "maxLength")
    low = _fitting(element, kind, extensions.bound(element, extensions.MINIMUM), "minValue")
    high = _fitting(element, kind, extensions.bound(element, extensions.MAXIMUM), "maxValue")
    if isinstance(low, float) and isinstance(high, float):
        if low > high:
            element.fault(FaultKind.LIMITS, "minValue")
        elif low < high and asks_slider:
            return Limits(low, high, True, _step(element, kind, low, high), length)
    if isinstance(low, str) and isinstance(high, str) and low[: len(high)] > high[: len(low)]:
        element.fault(FaultKind.LIMITS, "minValue")
    return Limits(low, high, max_length=length)


def _fitting(element: Element, kind: ItemKind, bound: Bound | None, name: str) -> Bound | None:
    """The bound, where it is of the item's kind; on texts and choices it has no meaning."""
    if bound is None or kind not in NUMBERS | {ItemKind.DATE}:
        return None
    fits = is_day(str(bound)) if kind is ItemKind.DATE else isinstance(bound, float)
    if not fits or (kind is ItemKind.INTEGER and isinstance(bound, float) and not bound.is_integer()):
        element.fault(FaultKind.LIMITS, name)
        return None
    return bound


def _step(element: Element, kind: ItemKind, low: float, high: float) -> float:
    """The slider's step: the file's, else 1 for whole numbers, else a hundredth of its length."""
    found = element.extension(extensions.SLIDER_STEP)
    key = "" if found is None else found.value_key()
    step = found.number(key) if found is not None and key in ("valueInteger", "valueDecimal") else None
    if found is None:
        return 1.0 if kind is ItemKind.INTEGER else (high - low) / 100
    if step is None or not 0 < step <= high - low or (kind is ItemKind.INTEGER and not step.is_integer()):
        element.fault(FaultKind.LIMITS, "sliderStepValue")
        return 1.0
    return step
