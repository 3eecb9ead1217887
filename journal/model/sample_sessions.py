"""The sessions of the sample journal: six infusions in two weeks, boosters every three, integration between.

What was filled in differs from session to session, as it does: some have no vitals, one no end of a
side effect, one was slowed down.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.model.courses import Course, CoursePlan
from journal.model.items import catalogue_item_id
from journal.model.sample_course import INFUSIONS_AT
from journal.model.sample_times import ZONE, instant
from journal.model.sessions import EffectPoint, Phase, Place, Session, Shortened, SideEffect, Vital, Went
from journal.model.treatments import DoseUnit, Route

_NAMESPACE = uuid.UUID("6b0a2a53-64cf-5c0e-9a0c-5a5b7c41d9e2")
_MINUTE_MS = 60_000
DIZZY, SICK, FAR, HEADACHE, TIRED = "dizziness", "nausea", "dissociation", "headache", "drowsiness"


def sample_id(name: str) -> str:
    """The id of something in the sample, the same everywhere."""
    return str(uuid.uuid5(_NAMESPACE, name))


INFUSIONS, INTEGRATION = sample_id("course infusions"), sample_id("course integration")
_FIRST = min(INFUSIONS_AT)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was filled in of one infusion.

    `vitals` as minute=systolic/diastolic/pulse/SpO2 and `effects` as minute=level, with spaces between.
    """

    dose: float | None
    vitals: str
    effects: Mapping[str, str]
    phases: Mapping[str, Phase]
    fields: Mapping[str, Any]


_INFUSIONS = (
    _Told(
        36,
        "0=124/79/74/98 15=139/86/82/97 30=148/92/85/97 40=146/90/84/97 60=133/83/78/98 90=126/80/75/",
        {FAR: "8=2 25=3 85=0", DIZZY: "15=1 35=2 190=0", SICK: "30=1 55=2 120=0"},
        {FAR: Phase.DURING},
        {
            "went": Went.HARD,
            "clear_min": 130,
            "worked_with": 2,
            "accompanied": True,
            "other_medicines": "Ondansetron 4 mg",
        },
    ),
    _Told(
        36,
        "0=121/77/71/98 15=133/84/79/97 40=143/89/83/96 90=122/78/73/",
        {FAR: "10=2 30=3 80=0", DIZZY: "20=1 40=2 165=0"},
        {FAR: Phase.DURING, DIZZY: Phase.LATER_THAT_DAY},
        {"went": Went.MANAGEABLE, "clear_min": 115, "worked_with": 2},
    ),
    _Told(
        40,
        "0=127/81/76/98 15=142/89/86/97 30=158/97/92/96 40=151/94/90/97 60=139/87/82/97",
        {FAR: "6=3 20=4 105=0", SICK: "25=2 45=3 200=1", DIZZY: "15=2 40=3 210=0"},
        {SICK: Phase.LATER_THAT_DAY},
        {
            "went": Went.TOO_MUCH,
            "clear_min": 170,
            "worked_with": 1,
            "minutes": 55,
            "shortened": Shortened.SLOWED,
            "shortened_why": "Sick, and too strong for a while",
            "note": "Held the nurse's hand. Will say beforehand that I want that.",
        },
    ),
    _Told(
        38,
        "",
        {FAR: "10=2 30=3 75=0", SICK: "40=1 95=0"},
        {},
        {"went": Went.MANAGEABLE, "clear_min": 110, "ride": None},
    ),
    _Told(
        38,
        "0=119/76/70/99 40=138/86/81/97 60=128/81/76/98",
        {FAR: "9=2 30=3 70=0", DIZZY: "20=1 45=2 150=0", HEADACHE: "1120=2 1300=2 1720=0"},
        {HEADACHE: Phase.NEXT_DAYS},
        {"went": Went.MANAGEABLE, "clear_min": 105, "worked_with": 3},
    ),
    _Told(
        38,
        "0=123/78/72/98 15=134/83/78/ 40=141/88/82/97 60=127/80/75/98",
        {FAR: "10=2 28=3 70=0", DIZZY: "25=1 140=0"},
        {},
        {
            "went": Went.EASY,
            "clear_min": 100,
            "worked_with": 3,
            "intention": "Let it come, and look at it from further away.",
        },
    ),
    _Told(
        40,
        "0=122/78/73/98 15=135/85/80/97 40=145/91/85/96 60=132/83/77/98 90=124/79/74/",
        {FAR: "9=2 28=3 80=0", DIZZY: "20=2 45=2 175=0", SICK: "35=1 110=0"},
        {},
        {"went": Went.MANAGEABLE, "clear_min": 120, "worked_with": 2, "accompanied": True},
    ),
    _Told(None, "", {FAR: "10=3 95=0"}, {}, {"went": Went.HARD, "route": "", "minutes": None, "ride": None}),
    _Told(
        40,
        "0=128/82/77/98 15=140/88/84/97 30=152/95/88/96 60=136/85/80/97 90=127/81/76/98",
        {FAR: "8=2 25=3 85=0", DIZZY: "15=2 40=3 240=0", TIRED: "130=2 300=3 600=1"},
        {TIRED: Phase.LATER_THAT_DAY},
        {"went": Went.HARD, "clear_min": 140, "worked_with": 2, "held_back": "Lorazepam, from the evening before"},
    ),
    _Told(
        40,
        "0=120/77/71/99 40=142/89/83/97 60=129/82/76/98",
        {FAR: "10=2 30=3 75=0", DIZZY: "22=1 50=2 160=0"},
        {},
        {"went": Went.MANAGEABLE, "clear_min": 110, "worked_with": 3},
    ),
    _Told(
        40,
        "0=125/80/74/98 15=137/86/81/97 40=147/92/86/97 60=131/83/78/98",
        {FAR: "9=2 27=3 80=0", DIZZY: "20=2 45=3 78=1", SICK: "35=1 100=0"},
        {},
        {"went": Went.MANAGEABLE, "clear_min": 125, "worked_with": 2, "accompanied": True},
    ),
)

_TALKS: tuple[tuple[date, Mapping[str, Any]], ...] = (
    (date(2026, 7, 2), {"went": Went.MANAGEABLE, "worked_with": 2, "place": Place.CLINIC}),
    (
        date(2026, 7, 9),
        {"went": Went.HARD, "worked_with": 2, "place": Place.CLINIC, "note": "A lot came up about the first year."},
    ),
    (date(2026, 7, 16), {"worked_with": 3, "place": Place.REMOTE}),
    (date(2026, 8, 7), {"went": Went.MANAGEABLE, "worked_with": 3, "place": Place.CLINIC}),
    (date(2026, 8, 28), {"went": Went.HARD, "place": Place.CLINIC}),
    (date(2026, 9, 18), {"went": Went.EASY, "worked_with": 3, "place": Place.REMOTE, "minutes": 30}),
    (date(2026, 10, 9), {"went": Went.MANAGEABLE, "worked_with": 2, "place": Place.CLINIC}),
)


def sample_courses() -> tuple[Course, ...]:
    """Two courses that go on: infusions, whose plan changed after the first six, and integration."""
    return (
        Course(
            INFUSIONS,
            "ketamine_iv",
            _FIRST,
            plans=(
                CoursePlan(sample_id("plan six"), _FIRST, sessions=6, every_days=2),
                CoursePlan(sample_id("plan boosters"), date(2026, 7, 31), sessions=12, every_days=21),
            ),
            clinic="Day clinic",
            purpose="Memories and sleep",
            tried_earlier="Two other medicines, talking therapy",
        ),
        Course(
            INTEGRATION,
            "integration",
            _TALKS[0][0],
            plans=(CoursePlan(sample_id("plan talks"), _TALKS[0][0]),),
        ),
    )


def sample_sessions() -> tuple[Session, ...]:
    """Every session in order of time."""
    infusions = (_infusion(day, told) for day, told in zip(INFUSIONS_AT, _INFUSIONS, strict=True))
    talks = (_talk(day, fields) for day, fields in _TALKS)
    return tuple(sorted((*infusions, *talks), key=lambda session: session.at_ms))


def _infusion(day: date, told: _Told) -> Session:
    wall_min = INFUSIONS_AT[day]
    at_ms, offset_min = instant(day, wall_min)
    name = f"infusion {day}"
    usual = {"minutes": 40, "route": Route.INTRAVENOUS.value, "place": Place.CLINIC, "ride": True}

    def effect(key: str, points: str) -> SideEffect:
        rows = [(int(minute), int(level)) for minute, level in _pairs(points)]
        made = (
            EffectPoint(
                sample_id(f"{name} {key} {minute}"),
                catalogue_item_id(key),
                at_ms + minute * _MINUTE_MS,
                offset_min,
                level,
            )
            for minute, level in rows
        )
        return SideEffect(catalogue_item_id(key), tuple(made), told.phases.get(key))

    return Session(
        **_times(name, "ketamine_iv", day, wall_min, wall_min + 300),
        course_id=INFUSIONS,
        dose=told.dose,
        unit="" if told.dose is None else DoseUnit.MG.value,
        vitals=tuple(Vital(int(minute), *_whole(row)) for minute, row in _pairs(told.vitals)),
        effects=tuple(sorted((effect(*one) for one in told.effects.items()), key=lambda one: one.points[0].at_ms)),
        **{**usual, **told.fields},
    )


def _pairs(text: str) -> list[list[str]]:
    return [pair.split("=") for pair in text.split()]


def _whole(row: str) -> list[int | None]:
    return [int(part) if part else None for part in row.split("/")]


def _talk(day: date, fields: Mapping[str, Any]) -> Session:
    usual = {"minutes": 50, **fields}
    return Session(**_times(f"talk {day}", "integration", day, 10 * 60, 20 * 60), course_id=INTEGRATION, **usual)


def _times(name: str, kind: str, day: date, wall_min: int, made_min: int) -> dict[str, Any]:
    """What every session has: id, kind, times and zone; written down at `made_min` that day."""
    at_ms, offset_min = instant(day, wall_min)
    made_ms, made_offset_min = instant(day, made_min)
    return {
        "id": sample_id(name),
        "kind": kind,
        "at_ms": at_ms,
        "offset_min": offset_min,
        "day": day,
        "zone": ZONE,
        "made_ms": made_ms,
        "made_offset_min": made_offset_min,
    }
