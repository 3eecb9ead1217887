"""When something was, and when it was written down, as records keep it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from journal.app.check_ins import CONTINUED_FOR_MS, instant_of
from journal.app.journal import Journal
from journal.model.entries import day_of, local_time
from journal.model.errors import TimeInFuture
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.questionnaires import Questionnaire
from journal.model.sessions import Session

Written = TypeVar("Written", Session, Intake, Practice, Questionnaire)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (UTC milliseconds), the local offset then (minutes), and the zone where it is known."""

    at_ms: int
    offset_min: int
    zone: str | None


def moment(journal: Journal, at: datetime | None = None) -> Moment:
    """Now, or a time that was given; one without an offset is local. Raises TimeInFuture."""
    now_ms = journal.clock.now_ms()
    if at is None:
        return Moment(now_ms, journal.clock.offset_min(now_ms), journal.clock.zone())
    at_ms, offset_min = instant_of(journal, at)
    if at_ms > now_ms:
        raise TimeInFuture(text=at.isoformat(timespec="minutes"))
    return Moment(at_ms, offset_min, journal.clock.zone() if at.tzinfo is None else None)


def moved(record: Written, to: Moment) -> Written:
    """The record at another time, on the day that it belongs to then."""
    day = day_of(local_time(to.at_ms, to.offset_min), record.day_start_min)
    return replace(record, at_ms=to.at_ms, offset_min=to.offset_min, zone=to.zone, day=day)


def begun(journal: Journal, record: Written) -> Written:
    """A new record as written down now, on the day that it belongs to."""
    now_ms, start_min = journal.clock.now_ms(), journal.day_start_min
    day = day_of(local_time(record.at_ms, record.offset_min), start_min)
    offset_min = journal.clock.offset_min(now_ms)
    return replace(record, day=day, day_start_min=start_min, made_ms=now_ms, made_offset_min=offset_min)


def touched(journal: Journal, record: Written, before: Written) -> Written:
    """The record marked as changed now, where it is, unless it was written down within three hours."""
    now_ms = journal.clock.now_ms()
    just_made = record.made_ms is not None and 0 <= now_ms - record.made_ms <= CONTINUED_FOR_MS
    return record if record == before or just_made else replace(record, changed_ms=now_ms)
