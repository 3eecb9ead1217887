from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.groups import ItemGroup
from journal.model.item_order import GroupPlace, arranged, group_places, moved_group
from journal.model.items import Cluster

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)
CLUSTERS = (Cluster.B, Cluster.C, Cluster.LIFE)


def test_without_an_order_items_stand_as_they_come() -> None:
    assert arranged(["a", "b", "c"], []) == ["a", "b", "c"]


def test_an_item_that_the_order_does_not_know_follows_its_natural_neighbour() -> None:
    assert arranged(["a", "b", "c", "d"], ["d", "c", "a"]) == ["d", "c", "a", "b"]
    assert arranged(["new", "a", "b"], ["b", "a"]) == ["new", "b", "a"]


@settings(max_examples=100)
@given(natural=KEYS, order=KEYS)
def test_no_item_is_lost_or_doubled_and_the_order_holds(natural: list[str], order: list[str]) -> None:
    found = arranged(natural, order)
    assert sorted(found) == sorted(natural)
    assert [key for key in found if key in order] == [key for key in order if key in natural]


def names(places: tuple[GroupPlace, ...]) -> list[str]:
    return [place.key for place in places]


@settings(max_examples=100)
@given(moves=st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from((-1, 1))), max_size=20))
def test_a_group_moves_by_one_place_and_those_of_the_catalogue_stay(moves: list[tuple[str, int]]) -> None:
    groups = {key: ItemGroup(key, key.upper(), -100 * number) for number, key in enumerate("xyz", 1)}
    for key, by in moves:
        before = group_places(list(groups.values()), CLUSTERS)
        wanted = names(before)
        here = wanted.index(key)
        if 0 <= here + by < len(wanted):
            wanted.insert(here + by, wanted.pop(here))
        for moved, position in moved_group(before, key, by).items():
            groups[moved] = ItemGroup(moved, moved.upper(), position)
        assert names(group_places(list(groups.values()), CLUSTERS)) == wanted
