"""Groups that a person makes: their names, their order, and their end."""

from __future__ import annotations

import uuid
from dataclasses import replace

from journal.app.journal import Journal
from journal.app.own_records import Own, part_of, save_records
from journal.model.errors import InvalidGroup, UnknownRecord
from journal.model.groups import ItemGroup
from journal.model.item_order import CLUSTER_SPACING, GroupPlace, group_places, moved_group
from journal.texts.items import ItemWords

LONGEST_NAME = 60


def places(journal: Journal) -> tuple[GroupPlace, ...]:
    """Every group in the order of the screen, the catalogue's included."""
    return group_places(journal.store.groups.all(), [group.cluster for group in journal.catalogue.groups])


def add_group(journal: Journal, name: str) -> ItemGroup:
    """Make a group; it stands first until it is moved. Raises InvalidGroup."""
    made = ItemGroup(str(uuid.uuid4()), _checked(journal, name), places(journal)[0].position - CLUSTER_SPACING)
    save_records(journal, Own.GROUP, [made])
    return made


def rename_group(journal: Journal, group_id: str, name: str) -> ItemGroup:
    """Give a group another name. Raises InvalidGroup, UnknownRecord."""
    group = _group(journal, group_id)
    renamed = replace(group, name=_checked(journal, name, but=group_id))
    if renamed != group:
        save_records(journal, Own.GROUP, [renamed])
        journal.changed("items")
    return renamed


def move_group(journal: Journal, group_id: str, by: int) -> bool:
    """Let a group change places with its neighbour before (-1) or after (1); false at the ends.

    Raises UnknownRecord.
    """
    _group(journal, group_id)
    moved = moved_group(places(journal), group_id, by)
    groups = [replace(group, position=moved[group.id]) for group in journal.store.groups.all() if group.id in moved]
    if groups:
        save_records(journal, Own.GROUP, groups)
        journal.changed("items")
    return bool(groups)


def delete_group(journal: Journal, group_id: str) -> None:
    """Delete a group; its items go back to where they come from. Undo brings all of it back. Raises UnknownRecord.

    The items keep the group's id, so that what another computer did with them in between is not overwritten.
    """
    with journal.store.action("delete_item_group"):
        journal.store.groups.delete(group_id)
    journal.changed(part_of(Own.GROUP), "items")


def group_named(journal: Journal, name: str) -> ItemGroup:
    """The own group of this name, whatever its capitals. Raises UnknownRecord."""
    wanted = name.strip().casefold()
    found = next((group for group in journal.store.groups.all() if group.name.casefold() == wanted), None)
    if found is None:
        raise UnknownRecord(kind="item_group", prefix=name)
    return found


def _group(journal: Journal, group_id: str) -> ItemGroup:
    group = journal.store.groups.get(group_id)
    if group is None:
        raise UnknownRecord(kind="item_group", prefix=group_id)
    return group


def _checked(journal: Journal, name: str, but: str = "") -> str:
    """The name without blanks at its ends. Two headings of one name could not be told apart."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise InvalidGroup(name=name, reason="name")
    words = ItemWords(journal.catalogue)
    taken = {words.cluster_name(group.cluster).casefold() for group in journal.catalogue.groups}
    taken |= {group.name.casefold() for group in journal.store.groups.all() if group.id != but}
    if name.casefold() in taken:
        raise InvalidGroup(name=name, reason="taken")
    return name
