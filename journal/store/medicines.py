"""Medicines with their dated doses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property

from journal.model.medicines import DoseLevel, Medicine
from journal.store.columns import Columns, Values
from journal.store.records import PartRows, PartTable, Records, renamed_parts

_DOSE = "medicine_dose"


class Medicines(Records[Medicine]):
    """The medicines of a journal, by their names."""

    table = "medicine"
    order = "start, name, id"
    parts = (PartTable(_DOSE, "id, since_day, amount, times", "since_day, id"),)
    followed_by = ("intake",)

    @cached_property
    def columns(self) -> Columns[Medicine]:
        """The columns of the medicine itself."""
        return Columns(Medicine, ("levels",))

    def tidy(self, record: Medicine) -> Medicine:
        """The medicine with its doses by their days, the times of a day in order."""
        levels = (replace(level, times=tuple(sorted(set(level.times)))) for level in record.levels)
        return replace(record, levels=tuple(sorted(levels, key=lambda level: (level.since_day, level.id))))

    def part_rows(self, record: Medicine) -> dict[str, list[Values]]:
        """The rows of its doses."""
        return {_DOSE: [self._dose.values(level) for level in record.levels]}

    def renamed(self, record: Medicine, part_ids: Collection[str]) -> Medicine:
        """The medicine, its doses of these ids under others."""
        return replace(record, levels=renamed_parts(record.levels, record.id, part_ids))

    def put_together(self, row: Values, parts: PartRows) -> Medicine:
        """A medicine of its row and those of its doses."""
        return self.columns.record(row, levels=tuple(self._dose.record(level) for level in parts[_DOSE]))

    @cached_property
    def _dose(self) -> Columns[DoseLevel]:
        return Columns(DoseLevel)
