"""Records as rows: a column for each field of a dataclass, named as the field is.

Days are kept as ISO text, choices as their own text, true and false as 1 and 0, several numbers as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache, cached_property
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

Values = dict[str, Any]
"""A row: what SQLite keeps, by column."""

_Reading = Callable[[Any], Any]


class Columns(Generic[T]):
    """How the records of a dataclass are written down and read back. `parts` are fields with rows of their own."""

    def __init__(self, kind: type[T], parts: Collection[str] = ()) -> None:
        self.kind = kind
        self.parts = frozenset(parts)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order of the fields."""
        return tuple(field.name for field in fields(self.kind) if field.name not in self.parts)  # type: ignore[arg-type]

    @cached_property
    def listed(self) -> str:
        """The columns for a query."""
        return ", ".join(self.names)

    def values(self, record: T) -> Values:
        """The row of a record."""
        return {name: _kept(getattr(record, name)) for name in self.names}

    def fields(self, row: Mapping[str, Any]) -> Values:
        """The fields of a row. Raises ValueError for what can't be read back."""
        given = {name: row[name] for name in self.names}
        for name, reading in self._readings:
            if given[name] is not None:
                given[name] = reading(given[name])
        return given

    def record(self, row: Mapping[str, Any], **parts: object) -> T:
        """The record of a row. Raises ValueError for what can't be read back."""
        return self.kind(**self.fields(row), **parts)

    @cached_property
    def _readings(self) -> tuple[tuple[str, _Reading], ...]:
        hints = types_of(self.kind)  # type: ignore[arg-type]  # a class is hashable
        found = ((name, _reading(hints[name])) for name in self.names)
        return tuple((name, reading) for name, reading in found if reading is not None)


@cache
def types_of(kind: type) -> dict[str, Any]:
    """The types of a record's fields, which Python reads from their names: a millisecond for some kinds."""
    return get_type_hints(kind)


def _kept(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _reading(hint: Any) -> _Reading | None:
    """How a column of this type is read back, or None where it is what SQLite gives."""
    if isinstance(hint, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return lambda text: tuple(json.loads(text))
    if hint is date:
        return date.fromisoformat
    return hint if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)) else None
