"""Practice between sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.entries import TimeKnown, local_time


class PracticeKind(StrEnum):
    """What is practised: exposure in life or in imagination, a worksheet, breathing, something else."""

    IN_LIFE = "in-life"
    IN_IMAGINATION = "in-imagination"
    WORKSHEET = "worksheet"
    BREATHING = "breathing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice. `minutes` it took; distress 0 to 100 before, at its highest and after; None: not said.

    `done` is false for one that was planned and not done. `name` is own words for it.
    """

    id: str
    kind: PracticeKind
    at_ms: int
    offset_min: int
    day: date
    name: str = ""
    minutes: int | None = None
    before: int | None = None
    highest: int | None = None
    after: int | None = None
    done: bool = True
    note: str = ""
    course_id: str | None = None
    day_start_min: int = 240
    zone: str | None = None
    time_known: TimeKnown = TimeKnown.MINUTE
    made_ms: int | None = None
    made_offset_min: int | None = None
    changed_ms: int | None = None
    import_id: str | None = None
    source_key: str | None = None

    @property
    def at(self) -> datetime:
        """The local time, with its offset."""
        return local_time(self.at_ms, self.offset_min)
