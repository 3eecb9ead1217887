"""The column of a table that names each row's time zone: a name such as Europe/Berlin, or an offset such as +02:00."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from journal.exchange.table_mapping import TableMapping
from journal.exchange.table_rows import Row
from journal.exchange.unread import Report, unread
from journal.texts.translation import mark

NOT_A_ZONE = mark("not a time zone; the row was read in the zone of the file")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\u2212-])(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_UTC = ("z", "utc", "gmt")
_LARGEST_H = 14
_MOST_KNOWN = 1_000


class RowZone(NamedTuple):
    """The zone of a row, and its IANA name where it has one."""

    zone: tzinfo
    name: str | None


class RowZones:
    """Reads the zone column, where the mapping names one."""

    def __init__(self, mapping: TableMapping, columns: dict[str, int]) -> None:
        self._column = mapping.zone_column
        self._place = columns.get(mapping.zone_column, 0)
        self._missing = mapping.missing
        self._known: dict[str, RowZone | None] = {}

    def read(self, row: Row, report: Report) -> RowZone | None:
        """The zone of a row; None where it says none, and for what is none, which is reported."""
        if not self._column:
            return None
        text = row.cells[self._place].strip() if self._place < len(row.cells) else ""
        if text in self._missing:
            return None
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = zone_of(text)
        found = self._known[text]
        if found is None:
            report(unread(row.line, self._column, text, NOT_A_ZONE))
        return found


def zone_of(text: str) -> RowZone | None:
    """The zone that a cell names, or None."""
    if text.casefold() in _UTC:
        return RowZone(ZoneInfo("UTC"), "UTC")
    found = _OFFSET.fullmatch(text)
    if found is not None:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        if offset > timedelta(hours=_LARGEST_H):
            return None
        return RowZone(timezone(offset if found[1] == "+" else -offset), None)
    try:
        return RowZone(ZoneInfo(text), text) if "/" in text else None
    except (KeyError, ValueError, OSError):  # no such zone, or no name of one
        return None
