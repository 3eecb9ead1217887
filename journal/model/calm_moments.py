"""Calm moments that a person chose to keep: when, what was chosen, and distress before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journal.model.entries import local_time

MOST_DISTRESS = 10
"""Distress goes from 0 to this."""


@dataclass(frozen=True, slots=True)
class CalmMoment:
    """One calm moment. Times as on an entry; distress is 0 to 10, None where it was not said."""

    id: str
    at_ms: int
    offset_min: int
    day: date
    day_start_min: int = 240
    zone: str | None = None
    choice: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def at(self) -> datetime:
        """The local time, with its offset."""
        return local_time(self.at_ms, self.offset_min)
