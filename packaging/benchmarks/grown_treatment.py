"""Treatment over years for the benchmarks: courses of sessions, two doses a day, and what is done with them."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable
from datetime import timedelta

from journal.app import courses, intakes, medicines, sessions
from journal.app.journal import Journal
from journal.host.clock import local_now
from journal.model.medicines import Intake, Taken
from journal.model.sessions import EffectPoint, Session, SideEffect, Vital

DAYS_APART = 18
POINTS = 8
DAY_MS = 86_400_000
MINUTE_MS = 60_000
DUE = (480, 1320)


def add_treatment(journal: Journal, days: int) -> None:
    """A session every 18 days with two vitals and eight points, and two doses on each day."""
    start = journal.today() - timedelta(days=days)
    course = courses.add_course(journal, "ketamine_iv", start, every_days=DAYS_APART)
    medicine = medicines.add_medicine(journal, "Prazosin", unit="mg", start=start, dose=2, times=DUE)
    items = (journal.item("nausea").id, journal.item("dizziness").id)
    with journal.store.tx(many=True):
        journal.ensure_stored(*(journal.item(key) for key in ("nausea", "dizziness")))
        for ago in range(days, 0, -DAYS_APART):
            journal.store.sessions.save(_session(journal, course.id, items, ago))
        for ago in range(days, 0, -1):
            for due in DUE:
                journal.store.intakes.save(_intake(journal, medicine.id, ago, due))


def session_writing(journal: Journal) -> Callable[[], object]:
    """A whole session written down afterwards."""
    minutes = itertools.count(1)
    now = local_now(journal.clock)
    vitals = (Vital(0, 120, 80, 66, 98), Vital(40, 141, 88, 71, 97))
    return lambda: sessions.add_session(
        journal,
        "ketamine_iv",
        now - timedelta(minutes=next(minutes)),
        dose=0.5,
        unit="mg/kg",
        minutes=40,
        vitals=vitals,
    )


def feeling(journal: Journal) -> Callable[[], object]:
    """A point of a side effect in the session that goes on."""
    made, item = sessions.begin_session(journal, "ketamine_iv"), journal.item("nausea")
    levels = itertools.cycle((1, 2, 3, 0))
    return lambda: sessions.add_point(journal, made.id, item, next(levels))


def taking(journal: Journal) -> Callable[[], object]:
    """The usual dose in one click."""
    medicine = medicines.medicine(journal, "prazosin")
    return lambda: intakes.take(journal, medicine.id)


def session_reading(journal: Journal) -> Callable[[], object]:
    """All courses with all their sessions."""
    return lambda: courses.course_views(journal)


def _session(journal: Journal, course_id: str, items: tuple[str, ...], ago: int) -> Session:
    at_ms = journal.clock.now_ms() - ago * DAY_MS
    return Session(
        id=str(uuid.uuid4()),
        kind="ketamine_iv",
        at_ms=at_ms,
        offset_min=0,
        day=journal.today() - timedelta(days=ago),
        course_id=course_id,
        minutes=40,
        dose=0.5,
        unit="mg/kg",
        made_ms=at_ms,
        made_offset_min=0,
        vitals=(Vital(0, 120, 80, 66, 98), Vital(40, 141, 88, 71, 97)),
        effects=tuple(SideEffect(item_id, _points(item_id, at_ms)) for item_id in items),
    )


def _points(item_id: str, at_ms: int) -> tuple[EffectPoint, ...]:
    return tuple(
        EffectPoint(str(uuid.uuid4()), item_id, at_ms + number * 10 * MINUTE_MS, 0, (number * 3) % 5)
        for number in range(POINTS // 2)
    )


def _intake(journal: Journal, medicine_id: str, ago: int, due_min: int) -> Intake:
    at_ms = journal.clock.now_ms() - ago * DAY_MS
    day = journal.today() - timedelta(days=ago)
    return Intake(str(uuid.uuid4()), medicine_id, Taken.TAKEN, at_ms, 0, day, 2.0, due_min)
