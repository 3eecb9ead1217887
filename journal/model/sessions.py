"""Treatment sessions: what was given, how it went, and side effects as courses over time.

Fields: clinical.md, section 2. All are optional but kind and time; None or "" means not said, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from journal.model.entries import TimeKnown, local_time

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

BEFORE_MIN = 0
"""Vitals taken before the session stand at minute 0."""

VITAL_MINUTES = (BEFORE_MIN, 15, 30, 40, 60, 90, 120)
"""The columns of the table of vitals, in minutes after the start; others can be added."""


class Went(StrEnum):
    """How it was to go through."""

    EASY = "easy"
    MANAGEABLE = "manageable"
    HARD = "hard"
    TOO_MUCH = "too-much"


class Place(StrEnum):
    """Where a session was."""

    CLINIC = "clinic"
    HOME = "home"
    REMOTE = "remote"


class Shortened(StrEnum):
    """Whether a session was ended before its planned end, or slowed down."""

    STOPPED = "stopped"
    SLOWED = "slowed"


class Phase(StrEnum):
    """When a side effect came, or that it stayed."""

    DURING = "during"
    LATER_THAT_DAY = "later-that-day"
    NEXT_DAYS = "next-days"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True)
class Vital:
    """Vitals at one time. `minute` after the start (0 is before it); mmHg, mmHg, beats a minute, percent."""

    minute: int
    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    spo2: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was measured."""
        return self.systolic is None and self.diastolic is None and self.pulse is None and self.spo2 is None


@dataclass(frozen=True, slots=True)
class EffectPoint:
    """How strong a side effect was at one time: UTC milliseconds, local offset in minutes, level 0 to 4."""

    id: str
    item_id: str
    at_ms: int
    offset_min: int
    level: int

    @property
    def at(self) -> datetime:
        """The local time, with its offset."""
        return local_time(self.at_ms, self.offset_min)


@dataclass(frozen=True, slots=True)
class SideEffect:
    """One side effect of a session: its points by time, and the phase where the person named one."""

    item_id: str
    points: tuple[EffectPoint, ...] = ()
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `kind` is a treatment's key, `name` own words where the kind has none.

    Times as on an entry: `at_ms` UTC milliseconds, `offset_min`, `zone`, `time_known`, `day` by
    `day_start_min`. `planned_ms` is the planned time, `minutes` how long it took, `dose` in `unit`
    (a device holds the treatment's `device_mg`), `weight_kg` kept for this session only.
    `clear_min` is the time until clear again in minutes after the start; `worked_with` 0 to 4.
    `ate_ms` is when the person ate last; `alcohol` and `calming` are about the 24 hours before.
    `open` is true until the person closes it. `intention` and `note` are private unless shared,
    `tags` always.
    `vitals` are in order of minutes, `effects` in order of their first point.
    """

    id: str
    kind: str
    at_ms: int
    offset_min: int
    day: date
    day_start_min: int = 240
    zone: str | None = None
    time_known: TimeKnown = TimeKnown.MINUTE
    course_id: str | None = None
    name: str = ""
    planned_ms: int | None = None
    minutes: int | None = None
    dose: float | None = None
    unit: str = ""
    weight_kg: float | None = None
    route: str = ""
    went: Went | None = None
    clear_min: int | None = None
    worked_with: int | None = None
    place: Place | None = None
    accompanied: bool | None = None
    shortened: Shortened | None = None
    shortened_why: str = ""
    other_medicines: str = ""
    ate_ms: int | None = None
    alcohol: bool | None = None
    calming: bool | None = None
    held_back: str = ""
    ride: bool | None = None
    intention: str = ""
    note: str = ""
    shared: bool = False
    open: bool = False
    made_ms: int | None = None
    made_offset_min: int | None = None
    changed_ms: int | None = None
    import_id: str | None = None
    source_key: str | None = None
    tags: tuple[str, ...] = ()
    vitals: tuple[Vital, ...] = ()
    effects: tuple[SideEffect, ...] = ()

    @property
    def at(self) -> datetime:
        """The local time of the session, with its offset."""
        return local_time(self.at_ms, self.offset_min)

    def effect(self, item_id: str) -> SideEffect | None:
        """The course of one side effect, or None."""
        return next((effect for effect in self.effects if effect.item_id == item_id), None)

    def vital(self, minute: int) -> Vital | None:
        """The vitals at a minute, or None."""
        return next((vital for vital in self.vitals if vital.minute == minute), None)


class SessionOutline(NamedTuple):
    """Where a session stands, without what was written about it: enough to number and to align sessions."""

    id: str
    kind: str
    course_id: str | None
    at_ms: int
    day: date
    time_known: TimeKnown = TimeKnown.MINUTE
    offset_min: int = 0
    day_start_min: int = 240

    @property
    def timed(self) -> bool:
        """Whether its time of day is known."""
        return self.time_known is TimeKnown.MINUTE

    @property
    def edges_ms(self) -> tuple[int, ...]:
        """When the time before it ends and the time after it begins, in UTC milliseconds.

        That is one instant. Where it is not known, it lies within the day: the two ends of that.
        """
        if self.timed:
            return (self.at_ms,)
        since_1970 = self.day.toordinal() - EPOCH_ORDINAL
        begins_ms = since_1970 * DAY_MS + (self.day_start_min - self.offset_min) * MINUTE_MS
        return begins_ms, begins_ms + DAY_MS


Placed = Session | SessionOutline
"""A session, or only where it stands."""


def numbers(sessions: Iterable[Placed]) -> dict[str, int]:
    """The number of each session within its course, from 1 in order of time, by session id."""
    counted: dict[str, int] = {}
    found: dict[str, int] = {}
    for session in sorted(sessions, key=lambda session: (session.at_ms, session.id)):
        if session.course_id is not None:
            counted[session.course_id] = counted.get(session.course_id, 0) + 1
            found[session.id] = counted[session.course_id]
    return found
