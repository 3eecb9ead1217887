"""The items of a questionnaire, one by one. What cannot be shown is taken down; nothing is left out quietly."""

from __future__ import annotations

from collections.abc import Mapping

from journal.exchange.fhir import extensions
from journal.exchange.fhir.elements import Element, Faults
from journal.exchange.fhir.questionnaire_conditions import read_any_of, read_conditions
from journal.exchange.fhir.questionnaire_limits import read_limits
from journal.exchange.fhir.questionnaire_options import coded, read_options
from journal.exchange.fhir.value_sets import ContainedSets
from journal.model.form_faults import FaultKind
from journal.model.forms import CHOICES, NOT_ASKED, FormItem, ItemKind

MOST_ITEMS = 2_000
DEEPEST_ITEM = 12
LONGEST_LINK_ID = 255

_OF_R5: Mapping[str, ItemKind] = {"coding": ItemKind.CHOICE}
_OPEN = frozenset({"optionsOrString", "optionsOrType"})


class ItemReader:
    """Reads the items of one file; `sets` are the value sets inside it."""

    def __init__(self, sets: ContainedSets, faults: Faults) -> None:
        self._sets = sets
        self._faults = faults
        self._seen: set[str] = set()
        self._count = 0

    def read(self, parent: Element, depth: int = 1) -> tuple[FormItem, ...]:
        """The items of the questionnaire or of an item, with all that they hold."""
        if not parent.has("item"):
            return ()
        if depth > DEEPEST_ITEM:
            parent.fault(FaultKind.TOO_DEEP, str(DEEPEST_ITEM))
            return ()
        found = []
        for each in parent.elements("item"):
            self._count += 1
            if self._count > MOST_ITEMS:
                self._faults.add(FaultKind.TOO_MANY, "", str(MOST_ITEMS))
                break
            found.append(self._item(each, depth))
        return tuple(item for item in found if item is not None)

    def _item(self, element: Element, depth: int) -> FormItem | None:
        element = Element(element.table, self._faults, self._link_id(element))
        kind = _kind(element)
        items = self.read(element, depth + 1)
        extensions.check_expressions(element)
        if kind is None or not element.link_id:
            return None
        item = self._made(element, kind, items)
        _check_structure(element, item)
        return item

    def _link_id(self, element: Element) -> str:
        link_id = element.text("linkId", LONGEST_LINK_ID)
        if not link_id:
            element.fault(FaultKind.NO_LINK_ID, element.text("text"))
        elif link_id in self._seen:
            self._faults.add(FaultKind.LINK_ID_TWICE, link_id)
        self._seen.add(link_id)
        return link_id

    def _made(self, element: Element, kind: ItemKind, items: tuple[FormItem, ...]) -> FormItem:
        conditions = read_conditions(element)
        controls = extensions.controls(element)
        limits = read_limits(element, kind, "slider" in controls)
        unit = element.extension(extensions.UNIT)
        coding = None if unit is None else unit.element("valueCoding")
        return FormItem(
            link_id=element.link_id,
            kind=kind,
            text=element.text("text"),
            prefix=element.text("prefix"),
            codes=tuple(coded(each) for each in element.elements("code")),
            required=element.flag("required"),
            repeats=element.flag("repeats"),
            read_only=element.flag("readOnly"),
            hidden=extensions.flag(element, extensions.HIDDEN),
            calculated=element.extension(extensions.CALCULATED) is not None,
            is_help="help" in controls,
            options=read_options(element, kind, self._sets) if kind in CHOICES else (),
            conditions=conditions,
            any_of=read_any_of(element, conditions),
            minimum=limits.minimum,
            maximum=limits.maximum,
            slider=limits.slider,
            step=limits.step,
            ends=_ends(element),
            unit="" if coding is None else coding.text("display") or coding.text("code"),
            max_length=limits.max_length,
            most_answers=extensions.whole(element, extensions.MOST_ANSWERS),
            most_decimals=extensions.whole(element, extensions.MOST_DECIMALS),
            items=items,
        )


def _kind(element: Element) -> ItemKind | None:
    """How an item is asked, or None with a fault. R5 calls a choice coding."""
    name = element.text("type")
    if name in _OF_R5:
        return ItemKind.OPEN_CHOICE if element.text("answerConstraint") in _OPEN else _OF_R5[name]
    if name in set(ItemKind):
        return ItemKind(name)
    element.fault(FaultKind.ITEM_TYPE, name)
    return None


def _ends(element: Element) -> tuple[str, str]:
    """The words at a slider's ends, from the texts inside it that are marked as such."""
    ends = {"lower": "", "upper": ""}
    for each in element.elements("item"):
        for end in ends.keys() & extensions.controls(each):
            ends[end] = each.text("text")
    return ends["lower"], ends["upper"]


def _check_structure(element: Element, item: FormItem) -> None:
    """Take down what the standard itself rules out, and questions inside a question that has several answers."""
    if item.kind is ItemKind.DISPLAY and item.items:
        element.fault(FaultKind.STRUCTURE)
    asks_inside = any(inner.kind is not ItemKind.DISPLAY for inner in item.items)
    if item.repeats and item.kind not in NOT_ASKED and asks_inside:
        element.fault(FaultKind.REPEATS)
    if item.kind not in CHOICES and (element.has("answerOption") or element.has("answerValueSet")):
        element.fault(FaultKind.OPTION_TYPE, item.kind)
