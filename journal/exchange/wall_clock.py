"""Local times of a file made into instants: offsets, and the two nights a year when clocks change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)


class Instant(NamedTuple):
    """UTC milliseconds, the local offset then in minutes, and whether the wall time never was."""

    at_ms: int
    offset_min: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A wall time that the clock showed twice, at one place of a file."""

    line: int
    wall: datetime


def instant(wall: datetime, zone: tzinfo, *, second: bool = False) -> Instant:
    """The instant of a wall time. A time that was skipped is moved on by the gap; `second` takes the later of two.

    A `wall` with an offset of its own keeps it. Raises OverflowError beyond the years 1 to 9999.
    """
    if wall.tzinfo is not None:
        return _of_aware(wall)
    first, last = offsets(wall, zone)
    at = (wall - (last if second else first)).replace(tzinfo=UTC)
    local = at.astimezone(zone)
    return Instant((at - EPOCH) // _MS, round((local.utcoffset() or timedelta()) / _MINUTE), first < last)


def is_ambiguous(wall: datetime, zone: tzinfo) -> bool:
    """True when the clock went back over this wall time and showed it twice."""
    if wall.tzinfo is not None:
        return False
    first, last = offsets(wall, zone)
    return first > last


def offsets(wall: datetime, zone: tzinfo) -> tuple[timedelta, timedelta]:
    """The two offsets that a wall time can have; the same on all but two nights a year. Its own `fold` says nothing."""
    local = wall.replace(tzinfo=zone, fold=0)
    return local.utcoffset() or timedelta(), local.replace(fold=1).utcoffset() or timedelta()


def second_times(found: Sequence[Ambiguous], *, descending: bool) -> frozenset[int]:
    """The lines whose ambiguous time is the second one, in a file whose rows are in order.

    In a file that runs on, a time of the double hour earlier than the row before it can only be
    the second. Where nothing tells them apart they are taken as the first.
    """
    lines: set[int] = set()
    previous: datetime | None = None
    second = False
    for each in reversed(found) if descending else found:
        if previous is None or each.wall.date() != previous.date():
            second = False
        elif each.wall < previous:
            second = True
        if second:
            lines.add(each.line)
        previous = each.wall
    return frozenset(lines)


def _of_aware(wall: datetime) -> Instant:
    offset = wall.utcoffset() or timedelta()
    return Instant((wall.astimezone(UTC) - EPOCH) // _MS, round(offset / _MINUTE))
