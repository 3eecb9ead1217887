"""The catalogue: what the journal can ask as it is shipped, read from its TOML text.

Labels and words here are English message ids; `journal.texts.items` says them in the language in use.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from journal.model.items import Asked, Better, Cluster, Combine, Kind, catalogue_item_id

_SYMPTOM_CLUSTERS = frozenset({Cluster.B, Cluster.C, Cluster.D, Cluster.E})
_ASKED_BY_CLUSTER = {Cluster.BODY: Asked.BODY, Cluster.MONTH: Asked.MONTH}
_MAXIMUM = {Kind.SCALE: 4.0, Kind.YES_NO: 1.0, Kind.HOURS: 24.0, Kind.COUNT: None}
_STEP = {Kind.SCALE: 1.0, Kind.YES_NO: 1.0, Kind.HOURS: 0.25, Kind.COUNT: 1.0}
_WORD_SET = {Kind.SCALE: "trouble", Kind.YES_NO: "yes_no"}


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One item as shipped.

    `words` has one word per step (0 to 4, or no and yes) and is empty for counts and hours.
    `step` of an hours item is what one press of an arrow changes; any value between is possible.
    `pcl5` is the number of the PCL-5 topic it is close to. `opened_by` is the key of the item
    whose answer above 0 opens this one. `position` is the place in the catalogue, from 0.
    The other fields are as on `Item` and `ItemVersion`.
    """

    key: str
    label: str
    cluster: Cluster
    kind: Kind
    asked: Asked
    minimum: float
    maximum: float | None
    step: float
    unit: str
    better: Better
    combine: Combine
    words: tuple[str, ...]
    symptom: bool
    default: bool
    highlighted: bool
    opt_in: bool
    in_report: bool
    pcl5: int | None
    snomed: str
    clinical: str
    opened_by: str
    position: int

    @property
    def id(self) -> str:
        """The item's id in every journal."""
        return catalogue_item_id(self.key)

    @property
    def shown_at_first(self) -> bool:
        """True for the default set and for the body items that stand beside it."""
        return self.default or (self.cluster is Cluster.BODY and self.highlighted)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of items: its name on the screen and its clinical name (in the PDF and the guide)."""

    cluster: Cluster
    name: str
    clinical: str


@dataclass(frozen=True)
class Catalogue:
    """All items in order, the word sets by name, and the groups in the order of the screen."""

    items: tuple[CatalogueItem, ...]
    word_sets: Mapping[str, tuple[str, ...]]
    groups: tuple[Group, ...]

    @cached_property
    def _by_key(self) -> dict[str, CatalogueItem]:
        return {item.key: item for item in self.items}

    @cached_property
    def _by_cluster(self) -> dict[Cluster, Group]:
        return {group.cluster: group for group in self.groups}

    def get(self, key: str) -> CatalogueItem | None:
        """The item with this key, or None."""
        return self._by_key.get(key)

    def group(self, cluster: Cluster) -> Group:
        """The group of a cluster."""
        return self._by_cluster[cluster]

    def keys(self) -> tuple[str, ...]:
        """Every key in order."""
        return tuple(item.key for item in self.items)

    def default_keys(self) -> tuple[str, ...]:
        """The items asked from the first day."""
        return tuple(item.key for item in self.items if item.default)


def parse_catalogue(text: str) -> Catalogue:
    """Read the catalogue's TOML. Raises ValueError or KeyError if it is not well formed (a bug, not a fault)."""
    data = tomllib.loads(text)
    word_sets = {name: tuple(words) for name, words in data["word_sets"].items()}
    items = tuple(_item(position, entry, word_sets) for position, entry in enumerate(data["item"]))
    groups = tuple(Group(Cluster(each["cluster"]), each["name"], each["clinical"]) for each in data["group"])
    return Catalogue(items, word_sets, groups)


def _item(position: int, entry: Mapping[str, Any], word_sets: Mapping[str, tuple[str, ...]]) -> CatalogueItem:
    kind = Kind(entry.get("kind", Kind.SCALE))
    cluster = Cluster(entry["cluster"])
    asked = Asked(entry.get("asked", _ASKED_BY_CLUSTER.get(cluster, Asked.EVERY)))
    combine = Combine.LAST if asked in {Asked.NIGHT, Asked.MONTH} else Combine.MEAN
    word_set = entry.get("words", _WORD_SET.get(kind))
    return CatalogueItem(
        key=entry["key"],
        label=entry["label"],
        cluster=cluster,
        kind=kind,
        asked=asked,
        minimum=0.0,
        maximum=_MAXIMUM[kind],
        step=float(entry.get("step", _STEP[kind])),
        unit=entry.get("unit", ""),
        better=Better(entry.get("better", Better.LOWER)),
        combine=Combine(entry.get("combine", combine)),
        words=word_sets[word_set] if word_set else (),
        symptom=entry.get("symptom", kind is Kind.SCALE and cluster in _SYMPTOM_CLUSTERS),
        default=entry.get("default", False),
        highlighted=entry.get("highlighted", False),
        opt_in=entry.get("opt_in", False),
        in_report=entry.get("in_report", True),
        pcl5=entry.get("pcl5"),
        snomed=entry.get("snomed", ""),
        clinical=entry.get("clinical", ""),
        opened_by=entry.get("opened_by", ""),
        position=position,
    )
