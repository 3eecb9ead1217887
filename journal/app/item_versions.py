"""Every form an item has had, so that a changed scale is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journal.app.journal import Journal
from journal.model.entries import Entry
from journal.model.items import Item, ItemVersion


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


def _version_of(versions: tuple[ItemVersion, ...], day: date, asked: str | None) -> ItemVersion:
    known = next((version for version in versions if version.id == asked), None)
    return known or next((version for version in reversed(versions) if version.since_day <= day), versions[0])
