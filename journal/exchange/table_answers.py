"""The answers and notes in a row of a table."""

from __future__ import annotations

from datetime import date

from journal.exchange.drafts import RatingDraft
from journal.exchange.table_cells import number
from journal.exchange.table_mapping import Layout, Once, TableMapping
from journal.exchange.table_names import Names
from journal.exchange.table_plan import PlannedItem, TablePlan
from journal.exchange.table_rows import Row
from journal.exchange.unread import (
    BELOW,
    DIFFERS,
    NOT_A_NUMBER,
    OUTSIDE,
    Report,
    plain_number,
    unread,
)


class Answers:
    """Reads the cells of rows in the order of the file; every cell that is not taken is reported."""

    def __init__(
        self,
        mapping: TableMapping,
        plan: TablePlan,
        columns: dict[str, int],
        decimal: str,
        report: Report,
        names: Names | None,
    ) -> None:
        self._missing = mapping.missing
        self._decimal = decimal
        self._report = report
        self._names = names
        self._notes = [columns[column] for column in mapping.notes]
        self._first_of_day: dict[tuple[str, date], tuple[int, float]] = {}
        long = mapping.layout is Layout.LONG
        self._by_name = {item.name: item for item in plan.items} if long else {}
        self._by_place = [] if long else [(columns[item.name], item) for item in plan.items]
        self._item_place = columns.get(mapping.item_column, 0)
        self._value_place = columns.get(mapping.value_column, 0)

    def wide(self, row: Row, day: date) -> tuple[RatingDraft, ...]:
        """The ratings of a row that is an entry."""
        cells, missing = row.cells, self._missing
        found = []
        for place, item in self._by_place:
            text = cells[place].strip() if place < len(cells) else ""
            if text and text not in missing:
                rating = self._rating(row.line, text, item, day)
                if rating is not None:
                    found.append(rating)
        return tuple(found)

    def long(self, row: Row, day: date) -> RatingDraft | None:
        """The rating of a row that is a value, or None when its name or its cell says nothing."""
        name, text = self._cell(row, self._item_place), self._cell(row, self._value_place)
        item = self._by_name.get(name)
        if item is None:
            if self._names is not None and name not in self._missing:
                self._names.met(name, None if text in self._missing else number(text, self._decimal, {}))
            return None
        return None if text in self._missing else self._rating(row.line, text, item, day)

    def note(self, row: Row) -> str:
        """The text of the note columns, a line each."""
        texts = [self._cell(row, place) for place in self._notes]
        return "\n".join(_tidy(text) for text in texts if text not in self._missing)

    def _rating(self, line: int, text: str, item: PlannedItem, day: date) -> RatingDraft | None:
        value = number(text, self._decimal, item.words, item.kind)
        if value is None:
            self._report(unread(line, item.name, text, NOT_A_NUMBER))
            return None
        if value < item.minimum or (item.maximum is not None and value > item.maximum):
            self._report_outside(line, text, item)
            return None
        if item.once is Once.DAY and not self._is_first(line, text, item, day, value):
            return None
        return item.rating(value)

    def _report_outside(self, line: int, text: str, item: PlannedItem) -> None:
        low = plain_number(item.minimum)
        if item.maximum is None:
            self._report(unread(line, item.name, text, BELOW, low=low))
        else:
            self._report(unread(line, item.name, text, OUTSIDE, low=low, high=plain_number(item.maximum)))

    def _is_first(self, line: int, text: str, item: PlannedItem, day: date, value: float) -> bool:
        """True for the day's first answer; a later one that differs is reported, an equal one repeats it."""
        first_line, first = self._first_of_day.setdefault((item.key, day), (line, value))
        if first != value:
            self._report(unread(line, item.name, text, DIFFERS, first=plain_number(first)))
        return first_line == line

    def _cell(self, row: Row, place: int) -> str:
        return row.cells[place].strip() if place < len(row.cells) else ""


def _tidy(text: str) -> str:
    """A note with one kind of line end, and nothing that a text can't hold."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
