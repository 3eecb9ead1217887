"""What the page for entering a week shows: a row an item, a column a day. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journal.app.week_entries import Answered, Standing, WeekDay, WeekGrid
from journal.app.week_sheets import scale_short
from journal.model.entries import State
from journal.model.items import Kind
from journal.model.periods import Period
from journal.texts.dates import heading, long_day, period_text, short_day, weekday_name
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.today.rows import Answer, row_of

Place = tuple[int, int]
"""A row and a column of the grid."""


class Direction(StrEnum):
    """Where the keyboard goes after an answer."""

    DOWN = "down"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class RowHead:
    """A row: an item with its key and its scale, or without a key the heading of a group."""

    label: str
    key: str = ""
    scale: str = ""


@dataclass(frozen=True, slots=True)
class DayHead:
    """A column. `told` says why it can't be written on, empty where it can."""

    day: date
    weekday: str
    date: str
    spoken: str
    standing: Standing
    told: str = ""
    note: str = ""

    @property
    def open(self) -> bool:
        """Whether it can be written on."""
        return self.standing is Standing.OPEN


@dataclass(frozen=True, slots=True)
class CellState:
    """A cell: what stands in it, and the whole of it for a screen reader."""

    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class BackEntryState:
    """The page. `cells` by row and column; headings of groups have none. `at` is where the keyboard is."""

    period_words: str = ""
    rows: tuple[RowHead, ...] = ()
    days: tuple[DayHead, ...] = ()
    cells: Mapping[Place, CellState] | None = None
    at: Place | None = None
    direction: Direction = Direction.DOWN
    can_go_later: bool = False
    saved: str = ""
    can_undo: bool = False

    @property
    def day(self) -> DayHead | None:
        """The day that the keyboard is on."""
        return self.days[self.at[1]] if self.at is not None and self.days else None


def build_state(
    grid: WeekGrid,
    today: date,
    words: ItemWords,
    *,
    at: Place | None = None,
    typing: str = "",
    direction: Direction = Direction.DOWN,
    saved: str = "",
    can_undo: bool = False,
) -> BackEntryState:
    """The picture; `typing` is what is being typed at `at` and not saved yet."""
    rows = row_heads(grid, words)
    days = tuple(_day_head(day) for day in grid.days)
    cells: dict[Place, CellState] = {}
    for number, row in enumerate(rows):
        for column, day in enumerate(grid.days) if row.key else ():
            half = typing if (number, column) == at else ""
            cells[number, column] = _cell(day, row, days[column], half, words)
    return BackEntryState(
        period_words=period_text(Period(grid.first, grid.days[-1].day)),
        rows=rows,
        days=days,
        cells=cells,
        at=at,
        direction=direction,
        can_go_later=grid.days[-1].day < today - timedelta(days=1),
        saved=saved,
        can_undo=can_undo,
    )


def row_heads(grid: WeekGrid, words: ItemWords) -> tuple[RowHead, ...]:
    """The headings of the groups, each followed by its items."""
    found: list[RowHead] = []
    for group in grid.groups:
        found.append(RowHead(group.title))
        found += [RowHead(words.item_label(item), item.key, scale_short(item, words)) for item in group.items]
    return tuple(found)


def next_place(state: BackEntryState, at: Place) -> Place | None:
    """Where the keyboard goes after an answer: down the items of a day, or across the days of an item."""
    rows = [number for number, row in enumerate(state.rows) if row.key]
    columns = [number for number, day in enumerate(state.days) if day.open]
    down = state.direction is Direction.DOWN
    order = [(row, column) for column in columns for row in rows] if down else [(r, c) for r in rows for c in columns]
    here = order.index(at) if at in order else len(order)
    return order[here + 1] if here + 1 < len(order) else None


def first_place(state: BackEntryState) -> Place | None:
    """The first cell that can be written on; else the first there is."""
    rows = [number for number, row in enumerate(state.rows) if row.key]
    columns = [number for number, day in enumerate(state.days) if day.open]
    columns = columns or [number for number, day in enumerate(state.days) if day.standing is not Standing.LATER]
    return (rows[0], columns[0]) if rows and columns else None


def spoken_answer(day: WeekDay, key: str, answer: Answered | None, words: ItemWords) -> str:
    """An answer in words: "2, moderately", "not entered", "not applicable"."""
    if answer is None:
        return _("not entered")
    return row_of(day.items[key], Answer(answer.value, answer.state), words).spoken_answer


def _cell(day: WeekDay, row: RowHead, head: DayHead, typing: str, words: ItemWords) -> CellState:
    answer = day.answers.get(row.key)
    said = typing or spoken_answer(day, row.key, answer, words)
    spoken = _("{item}, {day}: {answer}").format(item=row.label, day=head.spoken, answer=said)
    return CellState(typing or shown(day, row.key, answer, words), spoken)


def shown(day: WeekDay, key: str, answer: Answered | None, words: ItemWords) -> str:
    """What stands in a cell: a number, a word for yes and no, a dash where it does not apply."""
    if answer is None:
        return ""
    if answer.value is None or answer.state is not State.RATED:
        return "–"
    item = day.items[key]
    return words.word_for(item, answer.value) if item.kind is Kind.YES_NO else amount(answer.value)


def _day_head(day: WeekDay) -> DayHead:
    weekday = heading(weekday_name(day.day.weekday(), width="abbreviated"))
    return DayHead(
        day.day, weekday, short_day(day.day), heading(long_day(day.day)), day.standing, _told(day.standing), day.note
    )


def _told(standing: Standing) -> str:
    return {
        Standing.OPEN: "",
        Standing.LOGGED: _("This day has entries already. They are shown as they are."),
        Standing.TODAY: _("Today is entered on the page Today."),
        Standing.LATER: _("This day is still to come."),
    }[standing]
