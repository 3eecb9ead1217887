"""The clock, so that nothing else asks the machine what time it is. Imported before the first paint."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Tells the time. Tests hold it still."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""

    def offset_min(self, at_ms: int) -> int:
        """The local offset from UTC at an instant, in minutes."""

    def zone(self) -> str | None:
        """The IANA name of the local zone, or None if the system does not say."""


class SystemClock:
    """The computer's own clock and zone."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def offset_min(self, at_ms: int) -> int:
        """The local offset from UTC at an instant, in minutes."""
        from datetime import UTC, datetime, timedelta

        instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)
        try:
            offset = instant.astimezone().utcoffset()
        except ValueError:  # a TZ that is a day or more away from UTC
            return 0
        return 0 if offset is None else round(offset.total_seconds() / 60)

    def zone(self) -> str | None:
        """The IANA name of the local zone, or None if the system does not say."""
        named = os.environ.get("TZ", "").removeprefix(":")
        if "/" in named and not named.startswith("/"):
            return named
        parts = Path("/etc/localtime").resolve().parts
        return "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else None


class FixedClock:
    """A clock that stands still until it is set, for tests and the sample journal."""

    def __init__(self, ms: int, offset: int = 0, name: str | None = None) -> None:
        self.ms, self.offset, self.name = ms, offset, name

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return self.ms

    def offset_min(self, at_ms: int) -> int:  # noqa: ARG002
        """The local offset from UTC, the same always."""
        return self.offset

    def zone(self) -> str | None:
        """The zone's name."""
        return self.name


def local_now(clock: Clock) -> datetime:
    """The local wall clock now, with its offset."""
    from journal.model.entries import local_time

    now_ms = clock.now_ms()
    return local_time(now_ms, clock.offset_min(now_ms))
