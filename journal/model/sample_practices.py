"""The practice and the markers of the sample journal."""

from __future__ import annotations

from datetime import date

from journal.model.markers import Marker
from journal.model.practices import Practice, PracticeKind
from journal.model.sample_sessions import sample_id
from journal.model.sample_times import ZONE, instant

_SHOP = "Supermarket, at a busy hour"
_ROWS: tuple[tuple[date, int | None, int | None, int | None, int | None, bool], ...] = (
    (date(2026, 8, 11), 20, 70, 85, 60, True),
    (date(2026, 8, 14), 25, 65, 80, 50, True),
    (date(2026, 8, 25), 25, 70, 75, 55, True),
    (date(2026, 8, 29), 30, 60, 75, 45, True),
    (date(2026, 9, 3), 30, 55, 70, 40, True),
    (date(2026, 9, 8), None, None, None, None, False),
    (date(2026, 9, 12), 30, 60, 80, 50, True),
    (date(2026, 9, 21), 35, 50, 65, 35, True),
    (date(2026, 9, 26), 30, None, 60, None, True),
    (date(2026, 10, 3), 35, 55, 75, 45, True),
    (date(2026, 10, 13), None, None, None, None, False),
    (date(2026, 10, 20), 40, 45, 60, 30, True),
)
"""Day, minutes, distress before, highest and after, and whether it was done."""


def sample_practices() -> tuple[Practice, ...]:
    """One series of practice in order of time."""
    return tuple(_practice(*row) for row in _ROWS)


def sample_markers() -> tuple[Marker, ...]:
    """Two days that may matter beside the numbers."""
    return (
        Marker(sample_id("marker move"), date(2026, 6, 6), "Moved to another flat"),
        Marker(sample_id("marker anniversary"), date(2026, 9, 13), "Anniversary"),
    )


def _practice(
    day: date, minutes: int | None, before: int | None, highest: int | None, after: int | None, done: bool
) -> Practice:
    at_ms, offset_min = instant(day, 16 * 60 + 30)
    return Practice(
        id=sample_id(f"practice {day}"),
        kind=PracticeKind.IN_LIFE,
        at_ms=at_ms,
        offset_min=offset_min,
        day=day,
        name=_SHOP,
        minutes=minutes,
        before=before,
        highest=highest,
        after=after,
        done=done,
        zone=ZONE,
        made_ms=at_ms,
        made_offset_min=offset_min,
    )
