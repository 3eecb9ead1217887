"""Drafts a mapping for a table that has none: its columns, the numbers seen in them, and a guess at the dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from journal.exchange.encodings import find_shape
from journal.exchange.limits import check_size
from journal.exchange.table_cells import number
from journal.exchange.table_mapping import ItemMapping, TableMapping, TimeColumn, Unit
from journal.exchange.table_mapping_text import write_mapping
from journal.exchange.table_names import Seen, drafted_item, free_key
from journal.exchange.table_rows import TableRows
from journal.exchange.table_zones import zone_of
from journal.model.errors import FileUnreadable
from journal.texts.translation import _

LOOKED_AT = 2_000
"""So many rows are looked at; a draft is to be read over anyway."""

_DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d.%m.%y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y%m%d")
_TIME_FORMATS = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p")
_MOMENT_FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%m/%d/%Y %H:%M", "%d/%m/%Y %H:%M")
_SECONDS_A_DAY = 86_400
_NOON_S = 12 * 3600
_NOTE_LENGTH = 20
_FEW = 8

Look = Callable[[str, list[str]], TimeColumn | None]


def mapping_template(path: Path, zone: str = "") -> str:
    """The text of a mapping file drafted from a wide table, with a comment that it wants looking over.

    Where no column looks like a date the first one is named. Raises as `drafted_mapping`.
    """
    mapping = drafted_mapping(path, zone)
    if mapping.date is None and mapping.moment is None:
        mapping = replace(mapping, date=TimeColumn(_first_column(path)))
    return f"{_comment()}\n{write_mapping(mapping)}"


def drafted_mapping(path: Path, zone: str = "") -> TableMapping:
    """A mapping drafted from a wide table. Where no column looks like a date it has none.

    Raises FileMissing, FileUnreadable, FileTooLarge, InvalidFile.
    """
    check_size(path)
    try:
        shape = find_shape(path)
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    rows = TableRows(path, shape)
    columns: list[list[str]] = [[] for _ in rows.header()]
    for row in islice(rows, LOOKED_AT):
        for column, text in zip(columns, row.cells, strict=False):
            if text.strip():
                column.append(text.strip())
    return _drafted(dict(zip(rows.header(), columns, strict=True)), shape.decimal, zone)


def _first_column(path: Path) -> str:
    return next(iter(TableRows(path, find_shape(path)).header()), "") or "date"


def time_column(what: str, name: str, cells: list[str]) -> TimeColumn | None:
    """How a column's dates, times or both (`what`: date, time, datetime) are written, or None if that is not seen."""
    look: Look = {"date": _date_of, "time": _time_of, "datetime": _moment_of}[what]
    return look(name, cells) if cells else None


def _comment() -> str:
    text = _(
        "A draft. Look over every line before you import. The scales are guesses from the numbers seen. "
        "Which end is better (lower, higher or none) is yours to say."
    )
    return f"# {text}"


def _drafted(columns: dict[str, list[str]], decimal: str, zone: str) -> TableMapping:
    moment = _column(columns, _moment_of)
    date = None if moment else _column(columns, _date_of)
    taken = {each.column for each in (moment, date) if each}
    time = _column({name: cells for name, cells in columns.items() if name not in taken}, _time_of) if date else None
    taken |= {time.column} if time else set()
    zone_column = next((name for name, cells in columns.items() if name not in taken and _is_zone(cells)), "")
    taken |= {zone_column}
    rest = {name: cells for name, cells in columns.items() if name and name not in taken}
    return TableMapping(
        zone=zone,
        zone_column=zone_column,
        moment=moment,
        date=date,
        time=time,
        items=tuple(_items(rest, decimal)),
        notes=tuple(name for name, cells in rest.items() if _is_note(cells, decimal)),
    )


def _column(columns: dict[str, list[str]], look: Look) -> TimeColumn | None:
    """The first column that looks so."""
    found = (look(name, cells) for name, cells in columns.items() if name and cells)
    return next((column for column in found if column is not None), None)


def _moment_of(name: str, cells: list[str]) -> TimeColumn | None:
    if all(len(text) > len("2012-08-13") for text in cells) and _all_read(cells, datetime.fromisoformat):
        return TimeColumn(name)
    return _formatted(name, cells, _MOMENT_FORMATS)


def _date_of(name: str, cells: list[str]) -> TimeColumn | None:
    return _formatted(name, cells, _DATE_FORMATS)


def _time_of(name: str, cells: list[str]) -> TimeColumn | None:
    if column := _formatted(name, cells, _TIME_FORMATS):
        return column
    if not any(word in name.casefold() for word in ("time", "sec", "zeit", "heure", "hora", "час")):
        return None
    numbers = [number(text, ".", {}) for text in cells]
    inside = all(value is not None and 0 <= value < _SECONDS_A_DAY for value in numbers)
    return TimeColumn(name, unit=Unit.SECONDS) if inside and max(filter(None, numbers), default=0) > _NOON_S else None


def _formatted(name: str, cells: list[str], formats: Iterable[str]) -> TimeColumn | None:
    for form in formats:
        if _all_read(cells, partial(_strptime, form=form)):
            return TimeColumn(name, form)
    return None


def _strptime(text: str, form: str) -> datetime:
    return datetime.strptime(text, form)  # noqa: DTZ007 only whether it can be read


def _all_read(cells: list[str], read: Callable[[str], object]) -> bool:
    try:
        for text in dict.fromkeys(cells):
            read(text)
    except ValueError:
        return False
    return True


def _is_note(cells: list[str], decimal: str) -> bool:
    """Longer texts, nearly all different: words that name a thing come again."""
    if len(set(cells)) <= _FEW or any(number(text, decimal, {}) is not None for text in cells[:_FEW]):
        return False
    return sum(map(len, cells)) / len(cells) > _NOTE_LENGTH


def _is_zone(cells: list[str]) -> bool:
    """Names of zones, or offsets such as +02:00; bare numbers may be anything."""
    return bool(cells) and all(not text.lstrip("+-").isdigit() and zone_of(text) for text in dict.fromkeys(cells))


def _items(columns: dict[str, list[str]], decimal: str) -> Iterable[ItemMapping]:
    keys: set[str] = set()
    for name, cells in columns.items():
        seen = Seen()
        for text in cells:
            seen.add(number(text, decimal, {}))
        if seen.numbers * 2 > len(cells):
            key = free_key(name, keys)
            keys.add(key)
            yield drafted_item(name, key, seen)
