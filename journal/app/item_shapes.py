"""The person's own shape of what is asked: names, groups and order. Each change is one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.app.items import LONGEST_LABEL
from journal.app.journal import ITEM_ORDER, Journal
from journal.model.errors import InvalidItem, UnknownRecord
from journal.model.items import Item
from journal.texts.items import ItemWords


def rename_item(journal: Journal, key: str, label: str) -> Item:
    """Call an item something else, on every day; nothing takes back the name it came with.

    Raises UnknownItem, InvalidItem.
    """
    item, label = journal.item(key), label.strip()
    if len(label) > LONGEST_LABEL:
        raise InvalidItem(key=key, reason="label")
    first_name = ItemWords(journal.catalogue).item_label(replace(item, label=""))
    return _shaped(journal, item, label="" if label == first_name else label)


def put_in_group(journal: Journal, key: str, group_id: str) -> Item:
    """Let an item stand in an own group, or with "" where it comes from. Raises UnknownItem, UnknownRecord."""
    item = journal.item(key)
    if group_id and journal.store.groups.get(group_id) is None:
        raise UnknownRecord(kind="item_group", prefix=group_id)
    return _shaped(journal, item, group_id=group_id)


def move_item(journal: Journal, key: str, by: int) -> bool:
    """Let an item change places with its neighbour before (-1) or after (1) in its group; false at the ends.

    Raises UnknownItem.
    """
    item = journal.item(key)
    here = [each.key for each in journal.items() if _group(each) == _group(item)]
    there = here.index(key) + by
    if not 0 <= there < len(here):
        return False
    move_past(journal, key, here[there])
    return True


def move_past(journal: Journal, key: str, other: str) -> None:
    """Let an item stand on the far side of another one of its group, as the neighbour seen may not be the nearest.

    Raises UnknownItem.
    """
    journal.named([key, other])
    order = [item.key for item in journal.items()]
    forward = order.index(other) > order.index(key)
    order.remove(key)
    order.insert(order.index(other) + forward, key)
    _put_order(journal, order)


def order_items(journal: Journal, keys: Sequence[str]) -> None:
    """Let these items stand first in their groups, in this order; the others follow as they were.

    Raises UnknownItem.
    """
    first = list(journal.named(keys))
    order = [*first, *(item.key for item in journal.items() if item.key not in first)]
    if order != [item.key for item in journal.items()]:
        _put_order(journal, order)


def usual_order(journal: Journal) -> None:
    """Take back the order that the items came with; names and groups stay."""
    if journal.setting(ITEM_ORDER):
        _put_order(journal, [])


def _put_order(journal: Journal, keys: Sequence[str]) -> None:
    with journal.store.action("item_order"):
        journal.store.settings.put(ITEM_ORDER, list(keys))
    journal.changed("items", "settings")


def _shaped(journal: Journal, item: Item, *, label: str | None = None, group_id: str | None = None) -> Item:
    label = item.label if label is None else label
    group_id = item.group_id if group_id is None else group_id
    if (label, group_id) == (item.label, item.group_id):
        return item
    with journal.store.action("item"):
        journal.ensure_stored(item)
        position = next(row.position for row in journal.store.items.all() if row.id == item.id)
        journal.store.items.save_shape(item.id, label=label, group_id=group_id, position=position)
    journal.changed("items")
    return journal.item(item.key)


def _group(item: Item) -> str:
    return item.group_id or str(item.cluster)
