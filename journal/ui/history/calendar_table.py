"""The calendar as a table: a row a day, a column for each thing that it draws. Pure, no Qt."""

from __future__ import annotations

from journal.texts.dates import full_day
from journal.texts.number_tables import NOTHING, NumbersTable
from journal.texts.numbers import count
from journal.texts.translation import _
from journal.ui.history.calendar_state import COUNTS, CalendarState, Cell
from journal.ui.history.calendar_words import bar_words, sign_words, title


def calendar_tables(state: CalendarState) -> tuple[NumbersTable, ...]:
    """The days that stand in the calendar, in order; nothing before anything was read."""
    if state.days is None:
        return ()
    signs = tuple(words for _sign, words in sign_words().items())
    cells = (cell for week in state.weeks for cell in week if cell is not None)
    return (NumbersTable(title(state.days), (_("Day"), _("Check-ins"), bar_words(), *signs), tuple(map(_row, cells))),)


def _row(cell: Cell) -> tuple[str, ...]:
    """A day's numbers; a day on which nothing was written down has none."""
    if cell.summary is None:
        return (full_day(cell.day), *(NOTHING for _each in range(2 + len(COUNTS))))
    counted = (of(cell.summary) for of in COUNTS.values())
    return (full_day(cell.day), count(cell.check_ins), cell.load_text or NOTHING, *(count(n) for n in counted))
