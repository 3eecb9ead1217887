"""Records as JSON objects and back, by the fields of their dataclass.

A time is one text with its offset (`at` for `at_ms` and `offset_min`), what names another record has
no `_id` (`course`, `item`), days, choices and numbers stand as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from journal.exchange.iso_times import iso_time
from journal.exchange.json_fields import JsonFields
from journal.model.ranges import possible
from journal.texts.translation import mark

T = TypeVar("T")

NOT_POSSIBLE = mark("a number is not possible")

_OFFSETS = {"at_ms": "offset_min", "made_ms": "made_offset_min", "planned_ms": "offset_min", "ate_ms": "offset_min"}
"""Times that are written with an offset. A planned time and a meal have that of their session."""

_OWN_OFFSETS = {"at_ms", "made_ms"}
"""Times whose offset is read back; the others have it for readers of the file."""

_NAMES = {
    "since_day": "since",
    "import_id": "import",
    "course_id": "course",
    "medicine_id": "medicine",
    "item_id": "item",
    "form_id": "form",
    "clinician_id": "clinician",
    "appointment_id": "appointment",
}
_IDS = {"id", *(field for field in _NAMES if field.endswith("_id") and field != "import_id")}

_Taking = Callable[[JsonFields, str], Any]


class RecordJson(Generic[T]):
    """How the records of a dataclass are written and read. `left_out` are fields that the caller sees to."""

    def __init__(self, kind: type[T], left_out: Collection[str] = ()) -> None:
        self._kind = kind
        hidden = {*left_out, *_OFFSETS.values()}
        known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
        self._offsets = {name: offset for name, offset in _OFFSETS.items() if offset in known}
        names = [field.name for field in fields(kind) if field.name not in hidden]  # type: ignore[arg-type]
        hints = get_type_hints(kind)
        self._times = [name for name in names if name.endswith("_ms")]
        self._plain = [(name, _taking(name, hints[name])) for name in names if not name.endswith("_ms")]
        self._needed = {name for name in self._times if hints[name] is int}
        self._order = names

    def written(self, record: T, **parts: object) -> dict[str, Any]:
        """The JSON object of a record, with its parts at the end."""
        return {_name(name): self._value(record, name) for name in self._order} | parts

    def read(self, given: JsonFields, **parts: object) -> T:
        """The record of a JSON object. Raises InvalidFile."""
        taken = {name: take(given, _name(name)) for name, take in self._plain}
        for name, value in taken.items():
            if not possible(name, value):
                given.refuse(_name(name), NOT_POSSIBLE)
        for name in self._times:
            taken |= self._time(given, name)
        return self._kind(**taken, **parts)

    def _value(self, record: T, name: str) -> object:
        value = getattr(record, name)
        if name.endswith("_ms") and value is not None:
            return iso_time(value, getattr(record, self._offsets[name]) if name in self._offsets else None)
        if isinstance(value, Enum):
            return str(value)
        if isinstance(value, date):
            return value.isoformat()
        return list(value) if isinstance(value, tuple) else value

    def _time(self, given: JsonFields, name: str) -> dict[str, int | None]:
        at_ms, offset_min = (given.time if name in self._needed else given.time_or_none)(_name(name))
        if name not in _OWN_OFFSETS or name not in self._offsets:
            return {name: at_ms}
        return {name: at_ms, self._offsets[name]: (offset_min or 0) if name in self._needed else offset_min}


def _name(field: str) -> str:
    """What a field is called in the file."""
    return f"{field.removesuffix('_ms')}_at".removeprefix("at_") if field.endswith("_ms") else _NAMES.get(field, field)


def _taking(name: str, hint: Any) -> _Taking:
    """How a field of this type is taken from an object."""
    if isinstance(hint, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not type(None))
        take = _taking(name, inner)
        return lambda given, key: None if given.is_null(key) else take(given, key)
    if name in _IDS:
        return JsonFields.identifier
    if get_origin(hint) is tuple:
        return JsonFields.texts if get_args(hint)[0] is str else JsonFields.wholes
    if issubclass(hint, Enum):
        return lambda given, key: given.choice(key, hint)
    return _TAKINGS[hint]


_TAKINGS: dict[type, _Taking] = {
    str: JsonFields.text,
    bool: JsonFields.flag,
    int: JsonFields.whole,
    float: JsonFields.number,
    date: JsonFields.day_of_life,
}
