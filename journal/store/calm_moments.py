"""Calm moments that were kept."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from journal.model.calm_moments import CalmMoment
from journal.store.columns import Columns
from journal.store.records import Records


class CalmMoments(Records[CalmMoment]):
    """The calm moments of a journal, by time."""

    table = "calm_moment"
    order = "at_ms, id"

    @cached_property
    def columns(self) -> Columns[CalmMoment]:
        """The columns of a calm moment."""
        return Columns(CalmMoment)

    def between(self, first: date, last: date) -> list[CalmMoment]:
        """Those of these days, in order."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())
