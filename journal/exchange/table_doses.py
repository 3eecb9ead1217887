"""The doses in a table: the usual dose of each day, and the days on which it changed."""

from __future__ import annotations

from datetime import date

from journal.exchange.drafts import DoseColumn
from journal.exchange.table_cells import number
from journal.exchange.table_mapping import DoseMapping, TableMapping
from journal.exchange.table_rows import Row
from journal.exchange.table_stamps import Stamp
from journal.exchange.unread import BELOW, NOT_A_NUMBER, OUTSIDE, Report, plain_number, unread

LARGEST_DOSE = 1_000_000.0
"""Above this a cell is no dose of anything, in any unit."""


class Doses:
    """Gathers the doses of a table; only one amount a day is kept in memory.

    A row says what the usual dose was when it was written. Where a day has several, the last by
    time counts: that is the dose from then on. A dose of 0 is a dose, not a stop, and days without
    a cell say nothing.
    """

    def __init__(self, mapping: TableMapping, columns: dict[str, int], decimal: str, report: Report) -> None:
        self._columns = [_Column(dose, columns[dose.column]) for dose in mapping.doses]
        self._missing = mapping.missing
        self._decimal = decimal
        self._report = report

    def read(self, row: Row, stamp: Stamp) -> None:
        """Take the doses of a row; a cell that is no dose is reported."""
        for column in self._columns:
            text = row.cells[column.place].strip() if column.place < len(row.cells) else ""
            if text not in self._missing:
                self._take(row.line, text, column, stamp)

    def found(self) -> tuple[DoseColumn, ...]:
        """What was read so far, for each dose of the mapping that has any."""
        return tuple(column.found() for column in self._columns if column.days)

    def _take(self, line: int, text: str, column: _Column, stamp: Stamp) -> None:
        amount = number(text, self._decimal, {})
        name = column.mapping.column
        if amount is None:
            self._report(unread(line, name, text, NOT_A_NUMBER))
        elif amount < 0:
            self._report(unread(line, name, text, BELOW, low="0"))
        elif amount > LARGEST_DOSE:
            self._report(unread(line, name, text, OUTSIDE, low="0", high=plain_number(LARGEST_DOSE)))
        else:
            column.add(stamp, amount)


class _Column:
    """The doses of one column while its rows come."""

    def __init__(self, mapping: DoseMapping, place: int) -> None:
        self.mapping = mapping
        self.place = place
        self.cells = 0
        self.days: dict[date, tuple[int, float]] = {}

    def add(self, stamp: Stamp, amount: float) -> None:
        self.cells += 1
        known = self.days.get(stamp.day)
        if known is None or known[0] <= stamp.instant.at_ms:
            self.days[stamp.day] = (stamp.instant.at_ms, amount)

    def found(self) -> DoseColumn:
        levels: list[tuple[date, float]] = []
        for day in sorted(self.days):
            amount = self.days[day][1]
            if not levels or levels[-1][1] != amount:
                levels.append((day, amount))
        wanted = self.mapping
        return DoseColumn(
            wanted.column, wanted.medicine.strip(), wanted.unit.strip(), self.cells, tuple(levels), max(self.days)
        )
