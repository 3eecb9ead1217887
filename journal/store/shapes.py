"""How a person shaped what is asked: own groups and profiles."""

from __future__ import annotations

from functools import cached_property

from journal.model.groups import ItemGroup
from journal.model.profiles import Profile
from journal.store.columns import Columns
from journal.store.records import Records


class Groups(Records[ItemGroup]):
    """The groups that a person made, in order."""

    table = "item_group"
    order = "position, name, id"

    @cached_property
    def columns(self) -> Columns[ItemGroup]:
        """The columns of a group."""
        return Columns(ItemGroup)


class Profiles(Records[Profile]):
    """The profiles of a journal, in order."""

    table = "profile"
    order = "position, name, id"

    @cached_property
    def columns(self) -> Columns[Profile]:
        """The columns of a profile."""
        return Columns(Profile)
