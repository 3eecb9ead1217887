"""Own goals."""

from __future__ import annotations

from functools import cached_property

from journal.model.goals import Goal
from journal.store.columns import Columns
from journal.store.records import Records


class Goals(Records[Goal]):
    """The goals of a journal, in order."""

    table = "goal"
    order = "position, start, id"

    @cached_property
    def columns(self) -> Columns[Goal]:
        """The columns of a goal."""
        return Columns(Goal)
