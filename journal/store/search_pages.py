"""Asking the index of the search: results page by page, newest first, and how many there are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.folding import fold
from journal.model.searches import Mark, Part, Place, Search
from journal.store.ledger import Ledger, Row
from journal.store.search_sources import BY_PLACE, SOURCES, TEXTS_FROM, Texts, Words

FEW = 1000
"""Up to so many candidates are looked at one by one; of more, the newest are found sooner by going back in time."""

_LEAST = 3
_NONE = "[]"
_MOST_TRIGRAMS = 40
_ALWAYS = ("0001-01-01", "9999-12-31")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with what was looked for: what it is, its place among the others, its texts, what it belongs to."""

    place: Place
    part: Part
    id: str
    mark: Mark
    texts: Texts
    about: str = ""
    offset_min: int | None = None
    """The offset of its time of day from UTC in minutes, None where it has none."""

    @property
    def day(self) -> date:
        """Its day."""
        return date.fromisoformat(self.mark.day)


def page(ledger: Ledger, words: Words, search: Search, after: Mark | None, count: int) -> list[Hit]:
    """Up to so many results older than `after`, newest first."""
    wanted = fold(search.text)
    if not wanted or not any(search.takes(source.part) for source in SOURCES):
        return []
    within, values = _within(search, wanted)
    if after is not None:
        within += " AND (d.day, d.at_ms, d.number) < (?, ?, ?)"
        values += (after.day, after.at_ms, after.number)
    listed = "d.place, d.id, d.part, d.day, d.at_ms, d.number"
    order = "ORDER BY d.day DESC, d.at_ms DESC, d.number DESC LIMIT ?"
    named = _few(ledger, wanted)
    if named == _NONE:
        return []
    if named is None:
        sql = f"SELECT {listed} FROM search_doc d WHERE {within} {order}"  # noqa: S608 fixed names
        rows = ledger.rows(sql, (*values, count))
    else:
        near = "json_each(?) c CROSS JOIN search_doc d ON d.number = c.value"
        sql = f"SELECT {listed} FROM {near} WHERE {within} {order}"  # noqa: S608 fixed names
        rows = ledger.rows(sql, (named, *values, count))
    return _hits(ledger, words, rows)


def count(ledger: Ledger, search: Search) -> int:
    """How many results there are in all."""
    wanted = fold(search.text)
    if not wanted:
        return 0
    within, values = _within(search, wanted)
    candidates = _candidates(ledger, wanted)
    near = "search_doc d"
    if candidates is not None:
        near, values = (
            "json_each(?) c CROSS JOIN search_doc d ON d.number = c.value",
            (json.dumps(candidates), *values),
        )
    return int(ledger.rows(f"SELECT count(*) FROM {near} WHERE {within}", values)[0][0])  # noqa: S608 fixed


def _few(ledger: Ledger, wanted: str) -> str | None:
    """The numbers of all that may hold a text as JSON, or None where it is not worth asking for them."""
    found = _candidates(ledger, wanted, FEW + 1)
    return None if found is None or len(found) > FEW else json.dumps(found)


def _candidates(ledger: Ledger, wanted: str, most: int = -1) -> list[int] | None:
    """The numbers of what has all trigrams of a text, or None for a text that is too short to have one."""
    if len(wanted) < _LEAST:
        return None
    last = min(len(wanted) - _LEAST + 1, _MOST_TRIGRAMS)
    trigrams = dict.fromkeys(wanted[at : at + _LEAST] for at in range(last))
    asked = " AND ".join('"' + each.replace('"', '""') + '"' for each in trigrams)
    sql = "SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?"
    return [row[0] for row in ledger.rows(sql, (asked, most))]


def _hits(ledger: Ledger, words: Words, rows: Sequence[Row]) -> list[Hit]:
    found: dict[tuple[str, str], tuple[Texts, str, int | None]] = {}
    for place in {row[0] for row in rows}:
        source = BY_PLACE[place]
        sql = f"SELECT {source.selected} FROM {place} t WHERE t.id IN (SELECT value FROM json_each(?))"  # noqa: S608
        ids = json.dumps([row[1] for row in rows if row[0] == place])
        for row in ledger.rows(sql, (ids,)):
            found[place, row[0]] = source.texts(row[TEXTS_FROM:], words), row[4], row[5]
    return [
        Hit(Place(place), Part(part), row_id, Mark(*mark), *found[place, row_id])
        for place, row_id, part, *mark in rows
        if (place, row_id) in found
    ]


def _within(search: Search, wanted: str) -> tuple[str, Row]:
    """The condition on a row of the index, with its values."""
    first = _ALWAYS[0] if search.first is None else search.first.isoformat()
    last = _ALWAYS[1] if search.last is None else search.last.isoformat()
    condition = "d.stamp <> '' AND instr(d.text, ?) > 0 AND d.day BETWEEN ? AND ?"
    if not search.parts:
        return condition, (wanted, first, last)
    named = json.dumps([part.value for part in search.parts])
    return f"{condition} AND d.part IN (SELECT value FROM json_each(?))", (wanted, first, last, named)  # noqa: S608
