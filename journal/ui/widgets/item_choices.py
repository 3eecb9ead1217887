"""What can be asked, as a list to tick by group. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from journal.model.items import Asked, Cluster, Item
from journal.texts.items import ItemWords

_LEFT_OUT = {Cluster.SAFETY, Cluster.MONTH}
"""Thoughts of suicide are offered by a question of their own; the monthly look comes with its course."""


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """One item to tick. `more` is true for what stands under "Ask about more"."""

    key: str
    label: str
    clinical: str
    asked: bool
    more: bool


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Items under one heading."""

    title: str
    choices: tuple[ItemChoice, ...]


def build_groups(items: Iterable[Item], words: ItemWords, shipped: frozenset[str]) -> tuple[ChoiceGroup, ...]:
    """Items by group in their order; `shipped` are the keys of the default set."""
    kept = [item for item in items if item.cluster not in _LEFT_OUT and item.asked is not Asked.MONTH]
    groups = []
    for title, members in groupby(kept, key=words.group_name):
        choices = tuple(
            ItemChoice(
                key=item.key,
                label=words.item_label(item),
                clinical=words.clinical_name(item),
                asked=not item.hidden,
                more=item.hidden and item.key not in shipped,
            )
            for item in members
        )
        groups.append(ChoiceGroup(title, choices))
    return tuple(groups)
