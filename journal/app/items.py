"""Choosing what is asked: showing and hiding items, and items of one's own."""

from __future__ import annotations

import math
import re
import uuid
from dataclasses import dataclass

from journal.app.journal import Journal
from journal.model.errors import InvalidItem, ItemExists
from journal.model.items import FIRST_DAY, Asked, Better, Combine, Item, ItemVersion, Kind, Origin
from journal.model.series import EFFECTS_KEY, LOAD_KEY

KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST_LABEL = 80
MOST_STEPS = 101
"""A scale of 0 to 100 is the finest that a person can tell apart on a screen."""

COMBINE_OF = {Kind.SCALE: Combine.MEAN, Kind.COUNT: Combine.SUM, Kind.HOURS: Combine.SUM, Kind.YES_NO: Combine.MAX}
"""How an own item's ratings of one day combine, unless the person says otherwise."""


@dataclass(frozen=True, slots=True)
class OwnItem:
    """What a person says of an item of their own. `combine` None takes the usual one of its kind.

    `group_id` is the own group it stands in, "" for that of all own items.
    """

    key: str
    label: str
    minimum: float = 0.0
    maximum: float | None = 4.0
    better: Better = Better.LOWER
    kind: Kind = Kind.SCALE
    asked: Asked = Asked.EVERY
    combine: Combine | None = None
    words: tuple[str, ...] = ()
    step: float = 1.0
    unit: str = ""
    group_id: str = ""


def add_own(journal: Journal, wanted: OwnItem, *, origin: Origin = Origin.OWN) -> Item:
    """Make an item of one's own. Raises ItemExists, InvalidItem."""
    check_wanted(wanted)
    if any(item.key == wanted.key for item in journal.items()):
        raise ItemExists(key=wanted.key)
    with journal.store.action("item"):
        add_in_action(journal, wanted, origin=origin)
    journal.changed("items")
    return journal.item(wanted.key)


def add_in_action(journal: Journal, wanted: OwnItem, *, origin: Origin = Origin.OWN) -> str:
    """Write the rows of a new item inside an action that is open; returns its id.

    The id follows from the journal and the key, so two computers that make the same item agree.
    """
    item_id = str(uuid.uuid5(uuid.UUID(journal.journal_id), f"item:{wanted.key}"))
    position = sum(1 for item in journal.store.items.all() if item.origin != Origin.CATALOGUE)
    journal.store.items.save(item_id, wanted.key, origin, hidden=False, position=position)
    if wanted.group_id:
        journal.store.items.save_shape(item_id, label="", group_id=wanted.group_id, position=position)
    journal.store.items.save_version(
        ItemVersion(
            id=str(uuid.uuid5(uuid.UUID(journal.journal_id), f"item:{wanted.key}#1")),
            item_id=item_id,
            since_day=FIRST_DAY,
            kind=wanted.kind,
            asked=wanted.asked,
            label=wanted.label.strip(),
            words=wanted.words,
            minimum=wanted.minimum,
            maximum=wanted.maximum,
            step=wanted.step,
            unit=wanted.unit,
            better=wanted.better,
            combine=wanted.combine or COMBINE_OF[wanted.kind],
        )
    )
    return item_id


def set_hidden(journal: Journal, key: str, *, hidden: bool) -> Item:
    """Ask an item, or stop asking it; what was logged stays. Raises UnknownItem."""
    item = journal.item(key)
    with journal.store.action("item"):
        journal.ensure_stored(item)
        journal.store.items.save(
            item.id, item.key, item.origin, hidden=hidden, position=_stored_position(journal, item)
        )
    journal.changed("items")
    return journal.item(key)


def _stored_position(journal: Journal, item: Item) -> int:
    return next((row.position for row in journal.store.items.all() if row.id == item.id), item.position)


def check_wanted(wanted: OwnItem) -> None:
    """Raise InvalidItem unless an item can be so."""
    if wanted.key in (LOAD_KEY, EFFECTS_KEY):
        raise InvalidItem(key=wanted.key, reason="taken")
    if not KEY_PATTERN.fullmatch(wanted.key):
        raise InvalidItem(key=wanted.key, reason="key")
    if not 0 < len(wanted.label.strip()) <= LONGEST_LABEL:
        raise InvalidItem(key=wanted.key, reason="label")
    if not _scale_fits(wanted):
        raise InvalidItem(key=wanted.key, reason="scale")
    if wanted.words and not _words_fit(wanted):
        raise InvalidItem(key=wanted.key, reason="words")
    if wanted.kind is Kind.YES_NO and wanted.combine is Combine.MEAN:
        raise InvalidItem(key=wanted.key, reason="combine")


def _scale_fits(wanted: OwnItem) -> bool:
    if not all(math.isfinite(value) for value in (wanted.minimum, wanted.maximum or 0, wanted.step)):
        return False
    if wanted.maximum is None:
        return wanted.kind in (Kind.COUNT, Kind.HOURS)
    if wanted.maximum <= wanted.minimum or wanted.step <= 0:
        return False
    return wanted.kind is not Kind.SCALE or _steps(wanted) <= MOST_STEPS


def _words_fit(wanted: OwnItem) -> bool:
    return all(word.strip() for word in wanted.words) and len(wanted.words) in (2, _steps(wanted))


def _steps(wanted: OwnItem) -> int:
    if wanted.maximum is None:
        return 0
    return round((wanted.maximum - wanted.minimum) / wanted.step) + 1
