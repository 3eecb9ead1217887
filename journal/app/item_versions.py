"""Every form an item has had, so that a changed scale is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import takewhile

from journal.app.journal import Journal
from journal.model.entries import Entry
from journal.model.items import FIRST_DAY, Item, ItemVersion
from journal.model.loads import scale_of


def versions(journal: Journal) -> dict[str, ItemVersion]:
    """Every item version of the journal by id, the shipped ones included."""
    found = {version.id: version for row in journal.store.items.all() for version in row.versions}
    return {item.version.id: item.version for item in journal.items()} | found


def items_as_of(journal: Journal, items: Iterable[Item], day: date, entry: Entry | None = None) -> tuple[Item, ...]:
    """The items in the form that held on a day; what an entry has answered already in the form it was asked in."""
    several = {row.id: row.versions for row in journal.store.items.all() if len(row.versions) > 1}
    if not several:
        return tuple(items)
    asked = {rating.item_id: rating.version_id for rating in entry.ratings} if entry else {}
    return tuple(
        replace(item, version=_version_of(several[item.id], day, asked.get(item.id))) if item.id in several else item
        for item in items
    )


def scale_since(known: Iterable[ItemVersion], item: Item) -> date | None:
    """The day from which on an item has the scale of its version; None for one that had no other before.

    `known` are versions of this item or of many.
    """
    own = sorted((each for each in known if each.item_id == item.id), key=lambda each: (each.since_day, each.id))
    until = [each for each in own if (each.since_day, each.id) <= (item.version.since_day, item.version.id)]
    same = tuple(takewhile(lambda version: scale_of(version) == scale_of(item.version), reversed(until)))
    return same[-1].since_day if same and same[-1].since_day > FIRST_DAY else None


def _version_of(versions: tuple[ItemVersion, ...], day: date, asked: str | None) -> ItemVersion:
    known = next((version for version in versions if version.id == asked), None)
    return known or next((version for version in reversed(versions) if version.since_day <= day), versions[0])
