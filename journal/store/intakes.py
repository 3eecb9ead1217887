"""Doses of medicines, as they were taken."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from functools import cached_property

from journal.model.medicines import Intake
from journal.store.columns import Columns
from journal.store.records import NAMED, Records


class Intakes(Records[Intake]):
    """The doses of a journal, by time."""

    table = "intake"
    order = "at_ms, id"

    @cached_property
    def columns(self) -> Columns[Intake]:
        """The columns of a dose."""
        return Columns(Intake)

    def between(self, first: date, last: date, medicine_ids: Collection[str] | None = None) -> list[Intake]:
        """The doses that belong to these days, of all medicines or of some, by time."""
        days = (first.isoformat(), last.isoformat())
        if medicine_ids is None:
            return self._where("day BETWEEN ? AND ?", *days)
        return self._where(f"day BETWEEN ? AND ? AND medicine_id {NAMED}", *days, json.dumps(list(medicine_ids)))

    def of_medicine(self, medicine_id: str) -> list[Intake]:
        """All doses of a medicine, by time."""
        return self._where("medicine_id = ?", medicine_id)
