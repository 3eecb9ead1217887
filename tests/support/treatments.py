"""One of every record of treatment, with parts, for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from journal.model.courses import Course, CoursePlan
from journal.model.markers import Marker
from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.model.practices import Practice, PracticeKind
from journal.model.questionnaires import Coded, GivenAnswer, KeptForm, Questionnaire, Span
from journal.model.sessions import EffectPoint, Phase, Place, Session, Shortened, SideEffect, Vital, Went
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, EVENING_MS, TENSE

MINUTE_MS = 60_000
AFTERNOON_MS = EVENING_MS - 7 * 60 * MINUTE_MS


def record_id(name: str) -> str:
    """The same id for the same name, every time."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


COURSE = Course(
    id=record_id("course"),
    kind="ketamine_iv",
    start=DAY - timedelta(days=14),
    name="Six infusions",
    plans=(
        CoursePlan(record_id("plan 1"), DAY - timedelta(days=14), 6, 2),
        CoursePlan(record_id("plan 2"), DAY - timedelta(days=7), 8, None),
    ),
    clinic="Harbour clinic",
    purpose="sleep",
    tried_earlier="two others",
    baseline="short nights",
)


def point(minutes: int, level: int, item_id: str = TENSE.item_id) -> EffectPoint:
    """A level of a side effect so many minutes after the session's start."""
    at_ms = AFTERNOON_MS + minutes * MINUTE_MS
    return EffectPoint(record_id(f"point {item_id} {minutes}"), item_id, at_ms, 60, level)


SESSION = Session(
    id=record_id("session"),
    kind="ketamine_iv",
    at_ms=AFTERNOON_MS,
    offset_min=60,
    day=DAY,
    zone="Europe/Amsterdam",
    course_id=COURSE.id,
    planned_ms=AFTERNOON_MS - 15 * MINUTE_MS,
    minutes=40,
    dose=0.5,
    unit="mg/kg",
    weight_kg=71.5,
    route="intravenous",
    went=Went.HARD,
    clear_min=110,
    worked_with=0,
    place=Place.CLINIC,
    accompanied=False,
    shortened=Shortened.SLOWED,
    shortened_why="nausea",
    other_medicines="ondansetron",
    ate_ms=AFTERNOON_MS - 360 * MINUTE_MS,
    alcohol=False,
    calming=True,
    held_back="lisinopril",
    ride=True,
    intention="to look at the sea",
    note="The tide came in. 🌊",
    made_ms=AFTERNOON_MS,
    made_offset_min=60,
    vitals=(Vital(0, 120, 80, 66, 98), Vital(40, 141, None, 71)),
    effects=(SideEffect(TENSE.item_id, (point(10, 2), point(30, 3), point(90, 0)), Phase.DURING),),
)

MEDICINE = Medicine(
    id=record_id("medicine"),
    name="Prazosin",
    unit="mg",
    start=DAY - timedelta(days=30),
    levels=(
        DoseLevel(record_id("dose 1"), DAY - timedelta(days=30), 1.0, (1320,)),
        DoseLevel(record_id("dose 2"), DAY - timedelta(days=10), 2.0, (480, 1320)),
    ),
    purpose="nights",
)

INTAKE = Intake(
    id=record_id("intake"),
    medicine_id=MEDICINE.id,
    taken=Taken.LATER,
    at_ms=EVENING_MS,
    offset_min=60,
    day=DAY,
    amount=2.0,
    due_min=480,
    made_ms=EVENING_MS,
    made_offset_min=60,
)

PRACTICE = Practice(
    id=record_id("practice"),
    kind=PracticeKind.IN_LIFE,
    at_ms=EVENING_MS,
    offset_min=60,
    day=DAY,
    name="the bridge",
    minutes=30,
    before=70,
    highest=85,
    after=0,
    course_id=COURSE.id,
)

FORM = KeptForm(record_id("form"), "urn:example:rest", "1", "Rest", '{"resourceType": "Questionnaire"}', EVENING_MS)

QUESTIONNAIRE = Questionnaire(
    id=record_id("questionnaire"),
    instrument="",
    at_ms=EVENING_MS,
    offset_min=60,
    day=DAY,
    form_id=FORM.id,
    name="the first",
    span=Span.WEEK,
    maximum=10.0,
    answers=(
        GivenAnswer("/1", 3),
        GivenAnswer("/2"),
        GivenAnswer("/3", not_applicable=True),
        GivenAnswer("/4", 0.5),
        GivenAnswer("/5", True),
        GivenAnswer("/6[1]", "Rain, then the sea. 🌊"),
        GivenAnswer("/7", Coded("urn:example:list", "a", "A")),
        GivenAnswer("/7", Coded("urn:example:list", "b")),
    ),
    made_ms=EVENING_MS,
    made_offset_min=60,
)

MARKER = Marker(record_id("marker"), date(2026, 11, 3), "Moved house", "Boxes")


def save_all(store: JournalStore) -> None:
    """Write one of each, in a running transaction."""
    store.courses.save(COURSE)
    store.sessions.save(SESSION)
    store.medicines.save(MEDICINE)
    store.intakes.save(INTAKE)
    store.practices.save(PRACTICE)
    store.markers.save(MARKER)
    store.forms.save(FORM)
    store.questionnaires.save(QUESTIONNAIRE)


def session(name: str, **changes: Any) -> Session:
    """Another session, as the one above with these changes; its points have ids of their own."""
    effects = tuple(
        replace(effect, points=tuple(replace(each, id=record_id(f"{name} {each.id}")) for each in effect.points))
        for effect in changes.pop("effects", SESSION.effects)
    )
    return replace(SESSION, id=record_id(name), effects=effects, **changes)
