"""The order of what is asked: groups, and the items in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journal.model.groups import ItemGroup
from journal.model.items import Cluster, Item

CLUSTER_SPACING = 100
"""The groups of the catalogue stand at 0, 100, 200 and so on; own groups between, before or after them."""


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """A group on the screen: one of the catalogue's (`cluster`), or an own one."""

    position: int
    cluster: Cluster | None = None
    own: ItemGroup | None = None

    @property
    def key(self) -> str:
        """Names it: the id of an own group, else the cluster's."""
        return self.own.id if self.own is not None else str(self.cluster)


def arranged(natural: Sequence[str], order: Sequence[str]) -> list[str]:
    """Keys in the person's order; one that the order does not know follows the one it naturally follows.

    So an item that was made later, or on another computer, stands where it would, and none is lost.
    """
    here = set(natural)
    found = [key for key in dict.fromkeys(order) if key in here]
    known, before = set(found), -1
    for key in natural:
        if key in known:
            before = found.index(key)
        else:
            before += 1
            found.insert(before, key)
    return found


def group_places(groups: Sequence[ItemGroup], clusters: Sequence[Cluster]) -> tuple[GroupPlace, ...]:
    """Every group in the order of the screen; an own one comes after a cluster at the same position."""
    places = [GroupPlace(number * CLUSTER_SPACING, cluster) for number, cluster in enumerate(clusters)]
    places += [GroupPlace(group.position, own=group) for group in groups]
    return tuple(sorted(places, key=lambda place: (place.position, place.own is not None, place.key)))


def arranged_items(
    natural: Sequence[Item], groups: Sequence[ItemGroup], clusters: Sequence[Cluster], order: Sequence[str]
) -> tuple[Item, ...]:
    """The items group by group in the person's order, each with the name of its own group.

    An item whose own group is gone stands in that of its cluster.
    """
    own = {group.id: group for group in groups}
    place_of = {place.key: number for number, place in enumerate(group_places(groups, clusters))}
    rank = {key: number for number, key in enumerate(arranged([item.key for item in natural], order))}
    named = [_in_its_group(item, own) for item in natural]
    return tuple(sorted(named, key=lambda item: (place_of[item.group_id or str(item.cluster)], rank[item.key])))


def moved_group(places: Sequence[GroupPlace], group_id: str, by: int) -> dict[str, int]:
    """The positions of own groups after one has moved by one place, for those whose position changes.

    Empty where it cannot move further.
    """
    keys = [place.key for place in places]
    here = keys.index(group_id)
    there = here + by
    if not 0 <= there < len(places):
        return {}
    moved = list(places)
    moved.insert(there, moved.pop(here))
    return {place.key: at for place, at in zip(moved, _positions(moved), strict=True) if at != place.position}


def _positions(places: Sequence[GroupPlace]) -> list[int]:
    """Positions that keep this order: those of the catalogue stay, own ones are spread between them."""
    found: list[int] = []
    run = 0
    below: int | None = None
    for place in [*places, None]:
        if place is not None and place.own is not None:
            run += 1
            continue
        above = place.position if place is not None else (below or 0) + CLUSTER_SPACING * (run + 1)
        low = above - CLUSTER_SPACING * (run + 1) if below is None else below
        found += [low + (above - low) * (number + 1) // (run + 1) for number in range(run)]
        if place is not None:
            found.append(above)
            below, run = above, 0
    return found


def _in_its_group(item: Item, own: Mapping[str, ItemGroup]) -> Item:
    group = own.get(item.group_id)
    return replace(item, group_id="" if group is None else group.id, group_name="" if group is None else group.name)
