"""What an item is in FHIR: a symptom with its severity, or a thing of the journal's own with a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journal.exchange.fhir.codings import (
    OWN,
    OWN_ITEMS,
    SEVERITY,
    SNOMED,
    SYMPTOM,
    SYMPTOM_ABSENT,
    Json,
    coding,
    concept,
    loinc,
    quantity,
    step,
)
from journal.model.items import Better, Cluster, Item, ItemVersion, Kind, Origin
from journal.texts.items import ItemWords
from journal.texts.translation import _

_UNITS = {Kind.HOURS: "h"}
_CATALOGUE_UNITS = {"minutes": "min"}
"""Units of the catalogue that UCUM knows; cups and drinks are no units there."""

EFFECT_TOP = 4
"""The highest level of a side effect."""


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item in the version that was answered, as a coded thing.

    `concept` is what it is about, by its verified code too; `question` is the item alone: a finding's
    code in the place of a question would say that it was found.
    """

    item: Item
    concept: Json
    question: Json

    @property
    def symptom(self) -> bool:
        """Whether a rating says how much of a symptom there was.

        A scale on which lower is better does; of yes-or-no items only those with a verified code.
        """
        version = self.item.version
        if version.better is not Better.LOWER or self.item.cluster is Cluster.LIFE:
            return False
        return version.kind is Kind.SCALE or (version.kind is Kind.YES_NO and bool(self.item.snomed))


class AskedItems:
    """The items that go out; each of their versions is put into words once. `items` and `versions` are by id."""

    def __init__(self, items: Mapping[str, Item], versions: Mapping[str, ItemVersion], words: ItemWords) -> None:
        self._items, self._versions, self._words = items, versions, words
        self._known: dict[tuple[str, str], AskedItem] = {}

    def of(self, item_id: str, version_id: str = "") -> AskedItem | None:
        """An item as it was asked, by default as it is asked now; None for one that stays out."""
        item = self._items.get(item_id)
        if item is None:
            return None
        key = (item_id, version_id)
        if key not in self._known:
            item = replace(item, version=self._versions.get(version_id, item.version))
            self._known[key] = self._asked(item)
        return self._known[key]

    def said(self, asked: AskedItem, value: float) -> Json:
        """The code, the value and the components of an Observation that says so."""
        if asked.symptom:
            return self._symptom(asked, value)
        return {"code": asked.question, **self._value(asked.item, value)}

    def felt(self, asked: AskedItem, level: int) -> Json:
        """A level of a side effect, from 0 to 4 whatever scale the item has in a check-in."""
        version = asked.item.version
        same = version.kind is Kind.SCALE and (version.minimum, version.maximum) == (0, EFFECT_TOP)
        word = self._words.word_for(asked.item, level) if same else ""
        severity = step(level, 0, EFFECT_TOP, word)
        return {**_presence(asked, absent=level == 0), "component": [_severity(severity)]}

    def _symptom(self, asked: AskedItem, value: float) -> Json:
        version = asked.item.version
        told = _presence(asked, absent=value == 0 and version.minimum == 0)
        if version.kind is Kind.YES_NO:
            return told
        return {**told, "component": [_severity(self._step(asked.item, value))]}

    def _value(self, item: Item, value: float) -> Json:
        if item.version.kind is Kind.SCALE:
            return {"valueCodeableConcept": self._step(item, value)}
        if item.version.kind is Kind.YES_NO:
            return {"valueBoolean": bool(value)}
        unit = _UNITS.get(item.version.kind) or _CATALOGUE_UNITS.get(item.version.unit) or self._words.unit(item)
        return {"valueQuantity": quantity(value, unit)}

    def _step(self, item: Item, value: float) -> Json:
        version = item.version
        return step(value, version.minimum, version.maximum, self._words.word_for(item, value))

    def _asked(self, item: Item) -> AskedItem:
        own = coding(OWN_ITEMS, item.id) if item.origin is Origin.OWN else coding(OWN, f"item.{item.key}")
        verified = [coding(SNOMED, item.snomed)] if item.snomed else []
        label = self._words.item_label(item)
        return AskedItem(item, concept(label, *verified, own), concept(label, own))


def _presence(asked: AskedItem, *, absent: bool) -> Json:
    code = loinc(SYMPTOM_ABSENT, _("Symptom absent")) if absent else loinc(SYMPTOM, _("Symptom"))
    return {"code": code, "valueCodeableConcept": asked.concept}


def _severity(value: Json) -> Json:
    return {"code": loinc(SEVERITY, _("How strong it was")), "valueCodeableConcept": value}
