"""The person's own plan, and whom to talk to."""

from __future__ import annotations

from functools import cached_property

from journal.model.contacts import Contact
from journal.model.plans import PlanLine
from journal.store.columns import Columns
from journal.store.records import Records


class PlanLines(Records[PlanLine]):
    """The lines of the plan, in order."""

    table = "plan_line"
    order = "position, id"

    @cached_property
    def columns(self) -> Columns[PlanLine]:
        """The columns of a line of the plan."""
        return Columns(PlanLine)


class Contacts(Records[Contact]):
    """The person's own contacts, in order."""

    table = "contact"
    order = "position, name, id"

    @cached_property
    def columns(self) -> Columns[Contact]:
        """The columns of a contact."""
        return Columns(Contact)
