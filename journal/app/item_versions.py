"""Every form an item has had, so that a changed scale is seen."""

from __future__ import annotations

from journal.app.journal import Journal
from journal.model.items import ItemVersion


def versions(journal: Journal) -> dict[str, ItemVersion]:
    """Every item version of the journal by id, the shipped ones included."""
    found = {version.id: version for row in journal.store.items.all() for version in row.versions}
    return {item.version.id: item.version for item in journal.items()} | found
