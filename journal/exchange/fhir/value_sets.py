"""The value sets that a questionnaire brings inside it: lists of answers that several items share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from journal.exchange.fhir.elements import Element, Faults
from journal.exchange.fhir.extensions import OPTION_PREFIX, ordinal, text
from journal.model.form_faults import FaultKind, FormFault
from journal.model.forms import Option
from journal.model.questionnaires import Coded

LONGEST_CODE = 1_000
MOST_OPTIONS = 500


class ContainedSets:
    """The value sets and code systems of one file, by `#id` and by address."""

    def __init__(self, questionnaire: Element) -> None:
        self._sets: dict[str, Element] = {}
        self._read: dict[str, tuple[tuple[Option, ...], tuple[FormFault, ...]]] = {}
        self._systems: dict[str, Element] = {}
        for each in questionnaire.elements("contained"):
            kind = each.text("resourceType")
            if kind == "ValueSet":
                self._keep(self._sets, each)
            elif kind == "CodeSystem":
                self._keep(self._systems, each)

    def _keep(self, table: dict[str, Element], resource: Element) -> None:
        for name in (f"#{resource.text('id')}", resource.text("url")):
            if name not in ("", "#"):
                table.setdefault(name, resource)

    def options(self, item: Element) -> tuple[Option, ...]:
        """The options of the value set that an item names.

        Faults: VALUE_SET_OUTSIDE where it is not in the file, VALUE_SET_OPEN where the file does not
        list what is in it.
        """
        name = item.text("answerValueSet")
        if name not in self._read:
            self._read[name] = self._options(name)
        options, faults = self._read[name]
        for each in faults:
            item.fault(each.kind, each.detail)
        return options

    def _options(self, name: str) -> tuple[tuple[Option, ...], tuple[FormFault, ...]]:
        """The options of a set and what stands against it, which is the same for every item that names it."""
        found = self._sets.get(name) or self._sets.get(name.partition("|")[0])
        faults = Faults()
        if found is None:
            faults.add(FaultKind.VALUE_SET_OUTSIDE, "", name)
            return (), faults.all()
        resource = Element(found.table, faults)
        options = tuple(self._expanded(resource) or islice(self._composed(resource, name), MOST_OPTIONS + 1))
        if not options:
            resource.fault(FaultKind.VALUE_SET_OPEN, name)
        check_options(resource, options)
        return options[:MOST_OPTIONS], faults.all()

    def _expanded(self, resource: Element) -> list[Option]:
        """What the set lists as its members, those that only stand for others left out."""
        expansion = resource.element("expansion")
        if expansion is None:
            return []
        said = {(option.system, option.code): number for option, number in self._said(resource)}
        members = (each for each in _members(expansion) if each.has("code"))
        return [_option(each, each.text("system"), said) for each in islice(members, MOST_OPTIONS + 1)]

    def _composed(self, resource: Element, name: str) -> Iterator[Option]:
        """What the set is made of, where each code is named; by a rule, no one here can tell."""
        compose = resource.element("compose")
        if compose is None:
            return
        if compose.has("exclude"):
            resource.fault(FaultKind.VALUE_SET_OPEN, name)
        for include in compose.elements("include"):
            system = include.text("system", LONGEST_CODE)
            concepts = list(include.elements("concept")) or self._all_of(system)
            if include.has("filter") or include.has("valueSet") or not concepts:
                resource.fault(FaultKind.VALUE_SET_OPEN, name)
            defined = self._defined(system)
            for concept in concepts:
                yield _option(concept, system, defined)

    def _said(self, resource: Element) -> Iterator[tuple[Coded, float]]:
        """The numbers that the set's own parts give its codes."""
        compose = resource.element("compose")
        for include in compose.elements("include") if compose is not None else ():
            system = include.text("system", LONGEST_CODE)
            for key, number in self._defined(system).items():
                yield Coded(*key), number
            for concept in include.elements("concept"):
                if (number_ := ordinal(concept)) is not None:
                    yield Coded(system, concept.text("code", LONGEST_CODE)), number_

    def _all_of(self, system: str) -> list[Element]:
        """Every code of a system that is in the file."""
        found = self._systems.get(system)
        return [] if found is None else list(_members(found, "concept"))

    def _defined(self, system: str) -> dict[tuple[str, str], float]:
        """The numbers that a code system in the file gives its codes."""
        numbers = ((each.text("code", LONGEST_CODE), ordinal(each)) for each in self._all_of(system))
        return {(system, code): number for code, number in numbers if number is not None}


def check_options(element: Element, options: Sequence[Option]) -> None:
    """Take down too many options, and two that are one and the same: an answer could not tell them apart."""
    if len(options) > MOST_OPTIONS:
        element.fault(FaultKind.TOO_MANY, str(MOST_OPTIONS))
    known: set[object] = set()
    for option in options:
        value = option.value
        mark = (value.system, value.code or value.display) if isinstance(value, Coded) else (type(value), value)
        if mark in known:
            element.fault(FaultKind.OPTION_TWICE, option.label)
            return
        known.add(mark)


def _members(element: Element, key: str = "contains") -> Iterator[Element]:
    """The members of a list, and those inside them."""
    waiting = list(element.elements(key))[::-1]
    while waiting:
        each = waiting.pop()
        if not each.flag("abstract"):
            yield each
        waiting.extend(list(each.elements(key))[::-1])


def _option(concept: Element, system: str, numbers: dict[tuple[str, str], float]) -> Option:
    code = concept.text("code", LONGEST_CODE)
    if not code:
        concept.fault(FaultKind.MALFORMED, "code")
    number = ordinal(concept)
    label = concept.text("display") or code
    value = Coded(system, code, concept.text("display"))
    prefix = text(concept, OPTION_PREFIX)
    return Option(value, label, ordinal=numbers.get((system, code)) if number is None else number, prefix=prefix)
