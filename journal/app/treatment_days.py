"""Whether a treatment is under way on a day, so that body and side effects are asked (clinical.md, section 1)."""

from __future__ import annotations

from datetime import date, timedelta

from journal.app.journal import Journal
from journal.model.medicines import Medicine

AFTER_SESSION_H = 72
"""For so many hours after a session the body's questions stand open."""

AFTER_CHANGE_DAYS = 28
"""For so many days after a medicine was begun, changed or stopped they stand open too."""

HOUR_MS = 60 * 60 * 1000


def body_stands_open(journal: Journal, day: date) -> bool:
    """Whether a treatment is under way that day, or one was so shortly before that its effects may be felt."""
    return (
        any(course.open_on(day) for course in journal.store.courses.all())
        or any(_felt(medicine, day) for medicine in journal.store.medicines.all())
        or _after_session(journal, day)
    )


def _felt(medicine: Medicine, day: date) -> bool:
    changes = [level.since_day for level in medicine.levels]
    if medicine.stopped_on is not None:
        changes.append(medicine.stopped_on)
    recent = any(timedelta() <= day - change <= timedelta(days=AFTER_CHANGE_DAYS) for change in changes)
    return recent or medicine.taken_on(day)


def _after_session(journal: Journal, day: date) -> bool:
    """A session in the 72 hours before now, or in the three days before an earlier day."""
    recent = journal.store.sessions.between(day - timedelta(days=AFTER_SESSION_H // 24), day)
    if day != journal.today():
        return bool(recent)
    since_ms = journal.clock.now_ms() - AFTER_SESSION_H * HOUR_MS
    return any(session.at_ms >= since_ms for session in recent)
