"""Instants as ISO 8601 texts that read back exactly: milliseconds, and the offset or its absence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from journal.model.entries import local_time

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)


def iso_time(at_ms: int, offset_min: int | None) -> str:
    """The local time with its offset; in UTC with a final Z where the offset is not known."""
    at = local_time(at_ms, offset_min or 0)
    text = at.isoformat(timespec="seconds" if at_ms % 1000 == 0 else "milliseconds")
    return text if offset_min is not None else text.removesuffix("+00:00") + "Z"


def read_iso_time(text: str) -> tuple[int, int | None]:
    """UTC milliseconds and the offset in minutes, None for a final Z. Raises ValueError without an offset."""
    at = datetime.fromisoformat(text)
    offset = at.utcoffset()
    if offset is None or offset % _MINUTE:
        raise ValueError(text)
    at_ms = (at - _EPOCH) // _MS
    return at_ms, None if text.endswith("Z") else offset // _MINUTE
