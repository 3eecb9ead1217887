"""The fields of a session that are typed: what their text means, and how a value is shown. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from journal.model.entries import day_of, local_time
from journal.model.ranges import RANGES
from journal.model.sessions import Session
from journal.texts.dates import clock_time
from journal.texts.numbers import dose, parse_number
from journal.texts.times import parse_clock, parse_span, span_text
from journal.texts.translation import _

MINUTE_MS = 60_000

Changes = dict[str, Any]
"""Fields of the session with their new values."""


class Unclear(ValueError):
    """The text says no value. Its argument is a sentence for the person."""


class Field(StrEnum):
    """Every typed field. Its value is its key on the page and in a draft."""

    NAME = "name"
    TIME = "time"
    PLANNED = "planned"
    DOSE = "dose"
    MINUTES = "minutes"
    WEIGHT = "weight"
    CLEAR = "clear"
    ATE = "ate"
    SHORTENED_WHY = "shortened_why"
    OTHER_MEDICINES = "other_medicines"
    HELD_BACK = "held_back"
    INTENTION = "intention"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one field is read and shown. `read` raises `Unclear`."""

    read: Callable[[str, Session], Changes]
    shown: Callable[[Session], str]


def read_field(field: Field, text: str, session: Session) -> Changes:
    """What a text changes in a session. Raises `Unclear`."""
    return READINGS[field].read(text.strip() if field not in WORDS else text, session)


def shown_field(field: Field, session: Session) -> str:
    """The text of a field as the session has it."""
    return READINGS[field].shown(session)


def moved(session: Session, at: datetime) -> Session:
    """The session as it is shown at another local time, until the journal answers with the real offset."""
    at_ms = round((at.replace(tzinfo=session.at.tzinfo)).timestamp() * 1000)
    return replace(session, at_ms=at_ms, day=day_of(local_time(at_ms, session.offset_min), session.day_start_min))


def _number(name: str, text: str, example: str) -> float | None:
    low, high = RANGES[name]
    number = parse_number(text) if text else None
    if text and (number is None or not low <= number <= high):
        raise Unclear(_("A number such as {example}.").format(example=example))
    return number


def _read_dose(text: str, _session: Session) -> Changes:
    return {"dose": _number("dose", text, "40")}


def _read_minutes(text: str, _session: Session) -> Changes:
    if not text:
        return {"minutes": None}
    minutes = parse_span(text)
    if minutes is None or minutes > RANGES["minutes"][1]:
        raise Unclear(_("Minutes, such as {example}.").format(example="40"))
    return {"minutes": minutes}


def _read_weight(text: str, _session: Session) -> Changes:
    return {"weight_kg": _number("weight_kg", text, "80")}


def _read_clear(text: str, _session: Session) -> Changes:
    if not text:
        return {"clear_min": None}
    minutes = parse_span(text, few_are_hours=True)
    if minutes is None or minutes > RANGES["clear_min"][1]:
        raise Unclear(_("Hours and minutes, such as {example}.").format(example="2:30"))
    return {"clear_min": minutes}


def _clock(text: str) -> time:
    minutes = parse_clock(text)
    if minutes is None:
        raise Unclear(_("A time of day, such as {example}.").format(example=clock_time(time(14, 5))))
    return time(minutes // 60, minutes % 60)


def _read_time(text: str, session: Session) -> Changes:
    if not text:
        raise Unclear(_("A session needs its time, such as {example}.").format(example=clock_time(time(14, 5))))
    return {"at": datetime.combine(session.at.date(), _clock(text))}


def _read_planned(text: str, session: Session) -> Changes:
    if not text:
        return {"planned_ms": None}
    return {"planned_ms": _ms(session, datetime.combine(session.at.date(), _clock(text)))}


def _read_ate(text: str, session: Session) -> Changes:
    """The last such time before the session: after it by the clock means the day before."""
    if not text:
        return {"ate_ms": None}
    wall = datetime.combine(session.at.date(), _clock(text))
    if wall > session.at.replace(tzinfo=None):
        wall -= timedelta(days=1)
    return {"ate_ms": _ms(session, wall)}


def _ms(session: Session, wall: datetime) -> int:
    """UTC milliseconds of a wall clock by the session's own offset."""
    return round(wall.replace(tzinfo=session.at.tzinfo).timestamp() * 1000)


def _shown_number(name: str) -> Callable[[Session], str]:
    def shown(session: Session) -> str:
        value = getattr(session, name)
        if value is None:
            return ""
        return dose(value)

    return shown


def _shown_time(name: str) -> Callable[[Session], str]:
    def shown(session: Session) -> str:
        at_ms = getattr(session, name)
        return "" if at_ms is None else clock_time(local_time(at_ms, session.offset_min))

    return shown


def _shown_clear(session: Session) -> str:
    return "" if session.clear_min is None else span_text(session.clear_min)


def _words(name: str) -> Reading:
    return Reading(lambda text, _session: {name: text}, lambda session: str(getattr(session, name)))


WORDS = (
    Field.NAME,
    Field.SHORTENED_WHY,
    Field.OTHER_MEDICINES,
    Field.HELD_BACK,
    Field.INTENTION,
    Field.NOTE,
)
"""Fields that take any words: saved as they stand."""

READINGS: Mapping[Field, Reading] = {
    Field.TIME: Reading(_read_time, _shown_time("at_ms")),
    Field.PLANNED: Reading(_read_planned, _shown_time("planned_ms")),
    Field.DOSE: Reading(_read_dose, _shown_number("dose")),
    Field.MINUTES: Reading(_read_minutes, _shown_number("minutes")),
    Field.WEIGHT: Reading(_read_weight, _shown_number("weight_kg")),
    Field.CLEAR: Reading(_read_clear, _shown_clear),
    Field.ATE: Reading(_read_ate, _shown_time("ate_ms")),
    **{field: _words(field.value) for field in WORDS},
}
