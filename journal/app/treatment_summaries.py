"""The treatment of a period, read from a journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.app.journal import Journal
from journal.app.since_sessions import RatingsSince, ratings_since, since_choices
from journal.model.entries import State
from journal.model.medicines import Intake
from journal.model.periods import Period
from journal.model.series import LOAD_KEY
from journal.model.sessions import numbers
from journal.model.treatment_summary import (
    SinceSummary,
    TreatmentSummary,
    medicine_summaries,
    session_summaries,
)


def treatment_summary(journal: Journal, period: Period) -> TreatmentSummary:
    """The sessions and medicines of a period, and the ratings since its sessions.

    Those are of the kind of session that is chosen first, all its courses together, and of the average symptom
    rating; where no day has one, of the symptom that was rated on most days.
    """
    store = journal.store
    intakes = store.intakes.between(period.before().first, period.last)
    held = store.sessions.between(period.first, period.last)
    return TreatmentSummary(
        session_summaries(held, numbers(store.sessions.outlines()), store.courses.all(), journal.clock.now_ms()),
        medicine_summaries(period, store.medicines.all(), intakes, _known(journal, intakes)),
        _since(journal, period),
        {item.id: item.key for item in journal.items()},
    )


def _known(journal: Journal, intakes: Sequence[Intake]) -> Period:
    """From the first day of which anything was logged (an entry, or one of these doses) to today."""
    today = journal.today()
    days = [journal.store.entries.first_day() or today, today, *(intake.day for intake in intakes)]
    return Period(min(days), today)


def _since(journal: Journal, period: Period) -> SinceSummary | None:
    of = next(iter(since_choices(journal, period)), None)
    if of is None:
        return None
    found: RatingsSince | None = ratings_since(journal, LOAD_KEY, of, period=period)
    key = LOAD_KEY
    if found is not None and found.found.empty and (usual := _most_rated(journal, period)):
        key, found = usual, ratings_since(journal, usual, of, period=period)
    return None if found is None else SinceSummary(key, of.kind, of.course_id, found.found)


def _most_rated(journal: Journal, period: Period) -> str | None:
    """The symptom rated on most days; the first of equals in their order."""
    symptoms = [item for item in journal.items() if item.symptom]
    days: dict[str, set[date]] = {item.id: set() for item in symptoms}
    for row in journal.store.entries.readings(period.first, period.last, list(days)):
        if row.state == State.RATED:
            days[row.item_id].add(row.day)
    most = max(symptoms, key=lambda item: len(days[item.id]), default=None)
    return most.key if most is not None and days[most.id] else None
