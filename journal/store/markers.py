"""Markers on days."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from journal.model.markers import Marker
from journal.store.columns import Columns
from journal.store.records import Records


class Markers(Records[Marker]):
    """The markers of a journal, by day."""

    table = "marker"
    order = "day, label, id"

    @cached_property
    def columns(self) -> Columns[Marker]:
        """The columns of a marker."""
        return Columns(Marker)

    def between(self, first: date, last: date) -> list[Marker]:
        """The markers on these days."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())
