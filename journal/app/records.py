"""Finding one record by its id or the beginning of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from journal.model.errors import AmbiguousRecord, UnknownRecord

if TYPE_CHECKING:
    from journal.store.records import Records

T = TypeVar("T")

SHORTEST_PREFIX = 4
"""A record is named on the command line by four characters of its id or more."""


def found(records: Records[T], prefix: str) -> T:
    """The one record whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    ids = records.find(prefix) if len(prefix) >= SHORTEST_PREFIX else []
    if len(ids) > 1 and prefix not in ids:
        raise AmbiguousRecord(kind=records.table, prefix=prefix, count=len(ids))
    record = records.get(prefix if prefix in ids else ids[0]) if ids else None
    if record is None:
        raise UnknownRecord(kind=records.table, prefix=prefix)
    return record
