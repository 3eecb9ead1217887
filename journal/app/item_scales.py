"""Changing how an item is answered: a new version from a day on. What was rated before stays as it was."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import date

from journal.app.items import OwnItem, check_wanted
from journal.app.journal import Journal
from journal.model.errors import InvalidItem, ScaleFixed
from journal.model.items import FIRST_DAY, Asked, Better, Cluster, Item, ItemVersion, Kind, Origin

FIXED_CLUSTERS = frozenset({Cluster.BODY, Cluster.MONTH, Cluster.SAFETY})
"""Shipped items of these keep their scale: sessions and the monthly look ask them step by step, and a yes is a yes."""

ID_GAP_BITS = 64


@dataclass(frozen=True, slots=True)
class Scale:
    """How an item is to be answered from now on; its kind stays. None leaves a thing as it is.

    `maximum` counts for scales only. `words` as on `ItemVersion`; empty ones take the shipped words, where they fit.
    """

    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    words: tuple[str, ...] | None = None
    better: Better | None = None
    unit: str | None = None
    asked: Asked | None = None


def can_change(item: Item) -> bool:
    """Whether an item's scale can be another: own ones, and shipped ones that nothing else reckons with."""
    return item.origin is not Origin.CATALOGUE or (item.kind is Kind.SCALE and item.cluster not in FIXED_CLUSTERS)


def change_scale(journal: Journal, key: str, wanted: Scale, since: date | None = None) -> Item:
    """Answer an item in another way from a day on, today unless said; one that was never answered, on all days.

    Ratings keep the version they were made with. Raises UnknownItem, ScaleFixed, InvalidItem.
    """
    item = journal.item(key)
    if not can_change(item):
        raise ScaleFixed(key=key)
    changed = _changed(item, wanted)
    if changed == item.version:
        return item
    _check(key, changed)
    first = FIRST_DAY if not journal.store.items.rated(item.id) else _since(journal, item, since)
    with journal.store.action("item"):
        journal.ensure_stored(item)
        journal.store.items.save_version(replace(changed, id=next_version_id(item.version.id), since_day=first))
    journal.changed("items")
    return journal.item(key)


def next_version_id(before: str) -> str:
    """An id that comes after another: of two versions of one day, the later one holds."""
    return str(uuid.UUID(int=uuid.UUID(before).int + 1 + secrets.randbits(ID_GAP_BITS)))


def _since(journal: Journal, item: Item, since: date | None) -> date:
    today = journal.today()
    first = since or max(today, item.version.since_day)
    if not item.version.since_day <= first <= max(today, item.version.since_day):
        raise InvalidItem(key=item.key, reason="since")
    return first


def _changed(item: Item, wanted: Scale) -> ItemVersion:
    now = item.version
    scale = now.kind is Kind.SCALE
    return replace(
        now,
        minimum=now.minimum if wanted.minimum is None or not scale else wanted.minimum,
        maximum=now.maximum if wanted.maximum is None or not scale else wanted.maximum,
        step=now.step if wanted.step is None or now.kind is Kind.YES_NO else wanted.step,
        words=now.words if wanted.words is None else tuple(word.strip() for word in wanted.words),
        better=now.better if wanted.better is None else wanted.better,
        unit=now.unit if wanted.unit is None else wanted.unit.strip(),
        asked=now.asked if wanted.asked is None else wanted.asked,
    )


def _check(key: str, version: ItemVersion) -> None:
    check_wanted(
        OwnItem(
            key=key,
            label=key,
            minimum=version.minimum,
            maximum=version.maximum,
            better=version.better,
            kind=version.kind,
            asked=version.asked,
            combine=version.combine,
            words=version.words,
            step=version.step,
            unit=version.unit,
        )
    )
