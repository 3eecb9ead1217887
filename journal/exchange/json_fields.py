"""Takes the fields of a JSON object one by one; what is not as the schema says is refused with its place."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Collection
from datetime import MAXYEAR, date
from enum import Enum
from typing import Any, NoReturn, TypeVar

from journal.exchange.iso_times import read_iso_time
from journal.model.errors import InvalidFile
from journal.texts.translation import mark

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

NOT_THERE = mark("something is missing")
NOT_AN_ID = mark("not an id")
NOT_RIGHT = mark("a value is not of the right kind")
TWICE = mark("an id or a key stands twice in the file")

FIRST_YEAR = 1900
FIRST_MS, END_MS = -2_208_988_800_000, 253_370_764_800_000
"""From 1900 to the beginning of 9999, in UTC milliseconds."""

LARGEST = 1e300
"""Larger numbers cannot be reckoned with; no scale comes near."""


class JsonFields:
    """One object of a document. `place` says where it stands, such as `entries 12`."""

    def __init__(self, path: str, place: str, value: object) -> None:
        self.path = path
        self.place = place
        if not isinstance(value, dict):
            self._fail("", NOT_RIGHT)
        self._table: dict[str, Any] = value

    def text(self, key: str) -> str:
        """A text that SQLite can hold."""
        return self._typed(key, str, _storable)

    def text_or_none(self, key: str) -> str | None:
        """A text or null."""
        return None if self._get(key) is None else self.text(key)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            self._fail(key, NOT_RIGHT)
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        return self._typed(key, int, lambda value: not isinstance(value, bool) and abs(value) < 1 << 53)

    def whole_or_none(self, key: str) -> int | None:
        """A whole number or null."""
        return None if self._get(key) is None else self.whole(key)

    def number_or_none(self, key: str) -> float | None:
        """A number or null."""
        value = self._get(key)
        return None if value is None else self.number(key)

    def number(self, key: str) -> float:
        """A number."""
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST:
            self._fail(key, NOT_RIGHT)
        return float(value)

    def choice(self, key: str, choices: type[E]) -> E:
        """One of the values of an enumeration."""
        return self._made(key, choices)

    def day(self, key: str) -> date:
        """A date."""
        return self._made(key, date.fromisoformat)

    def day_of_life(self, key: str) -> date:
        """A date on which something can have been logged."""
        day = self.day(key)
        if not FIRST_YEAR <= day.year < MAXYEAR:
            self._fail(key, NOT_RIGHT)
        return day

    def day_or_none(self, key: str) -> date | None:
        """A date or null."""
        return None if self._get(key) is None else self.day(key)

    def time(self, key: str) -> tuple[int, int | None]:
        """UTC milliseconds and offset of a time, far enough from the first and the last there is to reckon with."""
        at_ms, offset_min = self._made(key, read_iso_time)
        if not FIRST_MS <= at_ms < END_MS:
            self._fail(key, NOT_RIGHT)
        return at_ms, offset_min

    def time_or_none(self, key: str) -> tuple[int | None, int | None]:
        """UTC milliseconds and offset of a time, or two Nones."""
        return (None, None) if self._get(key) is None else self.time(key)

    def objects(self, key: str) -> list[JsonFields]:
        """The objects of a list, counted from 1 in error sentences."""
        return [JsonFields(self.path, f"{self._inner(key)} {n}", each) for n, each in enumerate(self._list(key), 1)]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = tuple(self._list(key))
        if not all(isinstance(each, str) and _storable(each) for each in found):
            self._fail(key, NOT_RIGHT)
        return found

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        found = tuple(self._list(key))
        if not all(isinstance(each, int) and not isinstance(each, bool) and abs(each) < 1 << 53 for each in found):
            self._fail(key, NOT_RIGHT)
        return found

    def identifier(self, key: str) -> str:
        """An id in the one form that the journal writes."""
        text = self.text(key)
        if not _is_id(text):
            self._fail(key, NOT_AN_ID)
        return text

    def identifiers(self, key: str) -> tuple[str, ...]:
        """A list of ids."""
        found = self.texts(key)
        if not all(_is_id(each) for each in found):
            self._fail(key, NOT_AN_ID)
        return found

    def is_null(self, key: str) -> bool:
        """Whether nothing stands there."""
        return self._get(key) is None

    def table(self, key: str) -> dict[str, Any]:
        """An object as it stands."""
        return self._typed(key, dict, lambda table: _storable(json.dumps(table, ensure_ascii=False)))

    def any_value(self, key: str) -> Any:
        """Whatever stands there, for one that may be of several kinds."""
        return self._get(key)

    def inner(self, key: str) -> JsonFields:
        """The object that stands there, to be taken field by field."""
        return JsonFields(self.path, self._inner(key), self._get(key))

    def check_once(self, key: str, ids: Collection[str]) -> None:
        """Refuse ids that stand twice."""
        if len(set(ids)) != len(ids):
            self._fail(key, TWICE)

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Say that a value can't be. Raises InvalidFile."""
        self._fail(key, reason)

    def _list(self, key: str) -> list[Any]:
        return self._typed(key, list, lambda _: True)

    def _get(self, key: str) -> Any:
        if key not in self._table:
            self._fail(key, NOT_THERE)
        return self._table[key]

    def _typed(self, key: str, kind: type[T], fits: Callable[[T], bool]) -> T:
        value = self._get(key)
        if not isinstance(value, kind) or not fits(value):
            self._fail(key, NOT_RIGHT)
        return value

    def _made(self, key: str, make: Callable[[str], T]) -> T:
        value = self._get(key)
        try:
            if isinstance(value, str):
                return make(value)
        except (ValueError, OverflowError):
            pass
        return self._fail(key, NOT_RIGHT)

    def _fail(self, key: str, reason: str) -> NoReturn:
        raise InvalidFile(path=self.path, line=None, column=None, place=self._inner(key), reason=reason)

    def _inner(self, key: str) -> str:
        return ".".join(part for part in (self.place, key) if part)


def _storable(text: str) -> bool:
    """A lone half of a surrogate pair can't be written as UTF-8."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
