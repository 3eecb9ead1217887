"""How the items of a form hang together, and the order in which it can be worked out what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journal.model.form_keys import split_key
from journal.model.forms import Form, FormItem, ItemKind


@dataclass(frozen=True, slots=True)
class FormShape:
    """Items by link id, what each stands in, the groups that repeat around it from the outermost, and the order.

    In `order` each item comes after what it stands in and after every question its conditions ask
    about. Items that depend on each other in a circle are in `circle` instead.
    """

    items: Mapping[str, FormItem]
    parents: Mapping[str, str | None]
    repeating: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]
    circle: tuple[str, ...]

    def split(self, key: str) -> tuple[str, tuple[int, ...]]:
        """The link id and the numbers of the groups of an answer's key; the key itself where it is of no item."""
        if key in self.items:
            return key, ()
        deepest = max((len(around) for around in self.repeating.values()), default=0)
        for depth in range(1, deepest + 1):
            link_id, places = split_key(key, depth)
            if link_id in self.items and len(self.repeating[link_id]) == len(places):
                return link_id, places
        return key, ()

    def shared(self, one: str, other: str) -> int:
        """How many of the groups that repeat stand around both."""
        count = 0
        for first, second in zip(self.repeating[one], self.repeating[other], strict=False):
            if first != second:
                break
            count += 1
        return count


def shape_of(form: Form) -> FormShape:
    """The shape of a form whose link ids each stand there once."""
    items: dict[str, FormItem] = {}
    parents: dict[str, str | None] = {}
    repeating: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[FormItem, str | None, tuple[str, ...]]] = [(item, None, ()) for item in reversed(form.items)]
    while waiting:
        item, parent, around = waiting.pop()
        items[item.link_id], parents[item.link_id], repeating[item.link_id] = item, parent, around
        inner = (*around, item.link_id) if item.kind is ItemKind.GROUP and item.repeats else around
        waiting.extend((each, item.link_id, inner) for each in reversed(item.items))
    order, circle = _sorted(_needs(items, parents))
    return FormShape(items, parents, repeating, order, circle)


def _needs(items: Mapping[str, FormItem], parents: Mapping[str, str | None]) -> dict[str, set[str]]:
    """What must be known before each item: what it stands in, and the questions of its conditions."""
    needs = {link_id: {condition.question for condition in item.conditions} for link_id, item in items.items()}
    for link_id, parent in parents.items():
        if parent is not None:
            needs[link_id].add(parent)
    return {link_id: {each for each in wanted if each in items} for link_id, wanted in needs.items()}


def _sorted(needs: Mapping[str, set[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids so that each comes after what it needs, and those that never can."""
    left = {link_id: len(wanted) for link_id, wanted in needs.items()}
    followers: dict[str, list[str]] = {link_id: [] for link_id in needs}
    for link_id, wanted in needs.items():
        for each in wanted:
            followers[each].append(link_id)
    ready = [link_id for link_id, count in left.items() if count == 0]
    order: list[str] = []
    for link_id in ready:
        order.append(link_id)
        for follower in followers[link_id]:
            left[follower] -= 1
            if left[follower] == 0:
                ready.append(follower)
    return tuple(order), tuple(link_id for link_id, count in left.items() if count > 0)
