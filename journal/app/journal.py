"""An open journal: what every use case works on."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.app.remembered_loads import RememberedLoads
from journal.host.clock import Clock, local_now
from journal.host.resources import read_instruments, read_treatments
from journal.model.catalogue import Catalogue, CatalogueItem
from journal.model.entries import day_of
from journal.model.errors import UnknownItem
from journal.model.item_order import arranged_items
from journal.model.items import (
    FIRST_DAY,
    Cluster,
    Item,
    ItemVersion,
    Origin,
    catalogue_item_id,
    catalogue_version_id,
)

if TYPE_CHECKING:
    from journal.model.instruments import Instruments
    from journal.model.treatments import Treatments
    from journal.store.items import StoredItem
    from journal.store.journal_store import JournalStore

DAY_START_MIN = 240
"""The start-of-day hour of a new journal: 04:00, in minutes after midnight."""

ITEM_ORDER = "item_order"
"""The setting with the keys of all items in the person's order: one value, so that of two computers one order wins."""

OWN_ITEM_POSITION = 10_000
"""Own items stand after the catalogue's."""

Listener = Callable[[frozenset[str]], None]


@dataclass(eq=False)
class Journal:
    """A journal that was opened. Everything on it runs on the thread that opened it."""

    folder: Path
    store: JournalStore
    clock: Clock
    catalogue: Catalogue
    journal_id: str
    _listeners: list[Listener] = field(default_factory=list)
    _items: tuple[int, tuple[Item, ...]] | None = None
    remembered_loads: RememberedLoads = field(default_factory=RememberedLoads)

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the parts that changed.

        Parts: entries, items, settings, courses, sessions, medicines, practices, markers,
        questionnaires, forms.
        """
        self._listeners.append(listener)

    def changed(self, *parts: str) -> None:
        """Tell the listeners which parts changed."""
        for listener in self._listeners:
            listener(frozenset(parts))

    @property
    def treatments(self) -> Treatments:
        """The kinds of treatment that there are."""
        return read_treatments()

    @property
    def instruments(self) -> Instruments:
        """The questionnaires that are shipped."""
        return read_instruments()

    @property
    def day_start_min(self) -> int:
        """When the person's day begins, in minutes after midnight."""
        return int(self.setting("day_start_min", DAY_START_MIN))

    def today(self) -> date:
        """The person's day now."""
        return day_of(local_now(self.clock), self.day_start_min)

    def setting(self, key: str, default: Any = None) -> Any:
        """One of the journal's own settings, or `default`."""
        value = self.store.settings.get(key)
        return default if value is None else value

    def put_setting(self, key: str, value: Any) -> None:
        """Keep a setting in the journal, encrypted with it."""
        with self.store.tx():
            self.store.settings.put(key, value)
        self.changed("settings")

    def items(self) -> tuple[Item, ...]:
        """Every item, group by group, in the person's order; as shipped, the person's own ones come last."""
        at = self.store.items.changes
        if self._items is None or self._items[0] != at:
            self._items = (at, self._ordered_items())
        return self._items[1]

    def _ordered_items(self) -> tuple[Item, ...]:
        stored = {row.id: row for row in self.store.items.all()}
        known = [catalogue_item(entry, stored.pop(entry.id, None)) for entry in self.catalogue.items]
        own = [own_item(row) for row in stored.values() if row.versions]
        natural = sorted([*known, *own], key=lambda item: (item.position, item.key))
        clusters = tuple(group.cluster for group in self.catalogue.groups)
        return arranged_items(natural, self.store.groups.all(), clusters, self._item_order())

    def _item_order(self) -> list[str]:
        """The keys in the person's order; a file that was put together by hand may have brought anything."""
        kept = self.setting(ITEM_ORDER, [])
        return [key for key in kept if isinstance(key, str)] if isinstance(kept, list) else []

    def item(self, key: str) -> Item:
        """The item of this key. Raises UnknownItem with keys that look alike."""
        return self.named([key])[key]

    def named(self, keys: Iterable[str]) -> dict[str, Item]:
        """The items of these keys. Raises UnknownItem with keys that look alike."""
        items = {item.key: item for item in self.items()}
        for key in keys:
            if key not in items:
                raise UnknownItem(key=key, similar=tuple(difflib.get_close_matches(key, items, n=3)))
        return {key: items[key] for key in keys}

    def ensure_stored(self, *items: Item) -> None:
        """Give catalogue items their row and version, inside a transaction, before their first answer."""
        stored = {row.id for row in self.store.items.all() if row.versions}
        for item in items:
            if item.id not in stored:
                self.store.items.save(item.id, item.key, item.origin, hidden=item.hidden, position=item.position)
                self.store.items.save_version(item.version)

    def go_on_with(self, store: JournalStore) -> None:
        """Work on with a store that was opened in place of the present one, which is closed."""
        self.store, self._items, self.remembered_loads = store, None, RememberedLoads()

    def close(self) -> None:
        """Close the store and wipe its key."""
        self.store.close()


def catalogue_version(entry: CatalogueItem) -> ItemVersion:
    """The version of a catalogue item as shipped; its words stay in the catalogue."""
    return ItemVersion(
        id=catalogue_version_id(entry.key),
        item_id=catalogue_item_id(entry.key),
        since_day=FIRST_DAY,
        kind=entry.kind,
        asked=entry.asked,
        minimum=entry.minimum,
        maximum=entry.maximum,
        step=entry.step,
        unit=entry.unit,
        better=entry.better,
        combine=entry.combine,
    )


def catalogue_item(entry: CatalogueItem, stored: StoredItem | None) -> Item:
    """A catalogue item as this journal has it; without a row it is asked if a new journal asks it."""
    return Item(
        id=entry.id,
        key=entry.key,
        origin=Origin.CATALOGUE,
        hidden=stored.hidden if stored else not entry.shown_at_first,
        position=entry.position,
        version=stored.versions[-1] if stored and stored.versions else catalogue_version(entry),
        cluster=entry.cluster,
        symptom=entry.symptom,
        in_report=entry.in_report,
        opt_in=entry.opt_in,
        highlighted=entry.highlighted,
        clinical=entry.clinical,
        snomed=entry.snomed,
        opened_by=entry.opened_by,
        label=stored.label if stored else "",
        group_id=stored.group_id if stored else "",
    )


def own_item(stored: StoredItem) -> Item:
    """An item that the person made, or that an import brought."""
    return Item(
        id=stored.id,
        key=stored.key,
        origin=Origin(stored.origin),
        hidden=stored.hidden,
        position=OWN_ITEM_POSITION + stored.position,
        version=stored.versions[-1],
        cluster=Cluster.GOAL if stored.origin == Origin.GOAL else Cluster.OWN,
        label=stored.label,
        group_id=stored.group_id,
    )
