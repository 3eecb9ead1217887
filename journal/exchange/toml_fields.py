"""Takes the fields of a TOML table one by one, and names the place of whatever is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, NoReturn, TypeVar

from journal.exchange import mapping_faults as faults
from journal.model.errors import InvalidMapping

E = TypeVar("E", bound=Enum)


class Fields:
    """One table of a mapping file. `place` is its name in error sentences; every key must be taken."""

    def __init__(self, path: str, place: str, table: object) -> None:
        self.path = path
        self.place = place
        if not isinstance(table, dict):
            self.fail("", faults.NOT_A_TABLE)
        self._left: dict[str, Any] = dict(table)

    def fail(self, key: str, reason: str) -> NoReturn:
        """Say what is wrong with one key of this table. Raises InvalidMapping."""
        where = ".".join(part for part in (self.place, key) if part)
        raise InvalidMapping(path=self.path, where=where, reason=reason)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not empty."""
        value = self._left.pop(key, default)
        if value is None or (default is None and value == ""):
            self.fail(key, faults.MISSING)
        if not isinstance(value, str):
            self.fail(key, faults.NOT_A_TEXT)
        return value

    def number(self, key: str) -> float | None:
        """A finite number, or None if it is not there."""
        value = self._left.pop(key, None)
        return None if value is None else self.as_number(key, value)

    def as_number(self, key: str, value: object) -> float:
        """A value as a finite number."""
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15 or value != value:
            self.fail(key, faults.NOT_A_NUMBER)
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false; false if it is not there."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            self.fail(key, faults.NOT_A_FLAG)
        return value

    def choice(self, key: str, choices: type[E]) -> E | None:
        """One of the values of an enumeration, or None if it is not there."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        found = next((each for each in choices if each.value == value), None)
        if found is None:
            self.fail(f"{key} ({', '.join(str(each.value) for each in choices)})", faults.NOT_ONE_OF)
        return found

    def one_of(self, key: str, choices: Mapping[str, E]) -> E | None:
        """What a word stands for, or None if it is not there."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str) or value not in choices:
            self.fail(f"{key} ({', '.join(choices)})", faults.NOT_ONE_OF)
        return choices[value]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if it is not there."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fail(key, faults.NOT_TEXTS)
        return tuple(value)

    def table(self, key: str) -> Fields | None:
        """A table inside this one, or None if it is not there."""
        value = self._left.pop(key, None)
        return None if value is None else Fields(self.path, self._inner(key), value)

    def tables(self, key: str) -> list[Fields]:
        """The tables of an array; they are counted from 1 in error sentences."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            self.fail(key, faults.NOT_AN_ARRAY)
        return [Fields(self.path, f"{self._inner(key)} {n}", each) for n, each in enumerate(value, 1)]

    def pairs(self, key: str) -> dict[str, Any]:
        """The content of a table inside this one, as it stands; empty if it is not there."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            self.fail(key, faults.NOT_A_TABLE)
        return value

    def done(self) -> None:
        """Every key must have been taken: a mistyped one is not passed over."""
        for key in self._left:
            self.fail(key, faults.NOT_KNOWN)

    def _inner(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key
