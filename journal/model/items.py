"""What can be asked: items, their versions, and the words that describe a scale."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

ITEM_NAMESPACE = uuid.UUID("6f0d6c0e-3a54-5f0b-9b57-2f4c8e1d7a10")
"""Catalogue item ids are uuid5 of the key under this namespace, so two computers agree."""

FIRST_DAY = date(1, 1, 1)
"""`since_day` of an item's first version: it holds for every day."""


class Kind(StrEnum):
    """How an item is answered."""

    SCALE = "scale"
    COUNT = "count"
    HOURS = "hours"
    YES_NO = "yes_no"


class Asked(StrEnum):
    """When an item is asked."""

    EVERY = "every"
    NIGHT = "night"
    EVENING = "evening"
    BODY = "body"
    MONTH = "month"


class Better(StrEnum):
    """Which end of the scale is the better one."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = "none"


class Combine(StrEnum):
    """How several ratings make one day value. `MEAN` is weighted by hours covered."""

    MEAN = "mean"
    SUM = "sum"
    LAST = "last"
    MAX = "max"


class Origin(StrEnum):
    """Where an item comes from."""

    CATALOGUE = "catalogue"
    OWN = "own"
    GOAL = "goal"


class Cluster(StrEnum):
    """The group an item belongs to; B to E are the DSM-5 clusters."""

    B = "B"
    C = "C"
    D = "D"
    E = "E"
    EXTRA = "extra"
    SLEEP = "sleep"
    LIFE = "life"
    SAFETY = "safety"
    BODY = "body"
    MONTH = "month"
    OWN = "own"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """One form of an item. A changed scale is a new version, so old ratings keep theirs.

    `label`, `words` and `unit` are empty where the catalogue's own are used. `words` has one per
    step, or two for the ends only. `minimum`, `maximum` and `step` are in the item's own unit;
    `maximum` is None where there is no upper end (counts).
    """

    id: str
    item_id: str
    since_day: date
    kind: Kind
    asked: Asked
    label: str = ""
    words: tuple[str, ...] = ()
    minimum: float = 0.0
    maximum: float | None = 4.0
    step: float = 1.0
    unit: str = ""
    better: Better = Better.LOWER
    combine: Combine = Combine.MEAN


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that can be asked, with its newest version.

    `symptom` is true for the items of the average symptom rating (clusters B to E, anxiety,
    unreal). `in_report` is false for what stays out of the report until chosen (alcohol, drugs,
    craving, extra doses, thoughts of suicide). `clinical` is the clinical name, a description and
    search word. `snomed` is a verified SNOMED CT code or empty.
    `label` is the person's own name for it, empty where it has none; `group_id` the own group it stands
    in, empty for that of its cluster, and `group_name` that group's name.
    """

    id: str
    key: str
    origin: Origin
    hidden: bool
    position: int
    version: ItemVersion
    cluster: Cluster = Cluster.OWN
    symptom: bool = False
    in_report: bool = True
    opt_in: bool = False
    highlighted: bool = False
    clinical: str = ""
    snomed: str = ""
    opened_by: str = ""
    label: str = ""
    group_id: str = ""
    group_name: str = ""

    @property
    def kind(self) -> Kind:
        """How it is answered now."""
        return self.version.kind

    @property
    def asked(self) -> Asked:
        """When it is asked now."""
        return self.version.asked


@cache
def catalogue_item_id(key: str) -> str:
    """The id of a catalogue item, the same on every computer."""
    return str(uuid.uuid5(ITEM_NAMESPACE, key))


@cache
def catalogue_version_id(key: str, number: int = 1) -> str:
    """The id of the n-th version of a catalogue item as shipped."""
    return str(uuid.uuid5(ITEM_NAMESPACE, f"{key}#{number}"))
