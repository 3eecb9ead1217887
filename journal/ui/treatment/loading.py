"""Reads what the Treatment page shows; on the storage thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal.app import courses, intakes, markers, medicines, practices, sessions
from journal.app.journal import Journal
from journal.model.intake_counts import MonthCount, month_counts
from journal.model.medicines import Intake, Medicine
from journal.model.periods import Period
from journal.model.sessions import numbers
from journal.texts.items import ItemWords
from journal.ui.treatment.loaded import Loaded

MONTHS = 6
"""So many months are counted, this one included."""


def known(journal: Journal, words: ItemWords) -> Loaded:
    """What is needed to say what a session or a dose is; sessions are few enough to be read at once."""
    today, now_ms = journal.today(), journal.clock.now_ms()
    views = courses.course_views(journal)
    every = [session for view in views for session in view.sessions]
    return Loaded(
        now_ms=now_ms,
        offset_min=journal.clock.offset_min(now_ms),
        today=today,
        day_start_min=journal.day_start_min,
        treatments=journal.treatments,
        courses=tuple(sorted(views, key=lambda view: view.course.start, reverse=True)),
        numbers=numbers(every),
        labels={item.id: words.item_label(item) for item in journal.items()},
        medicines=tuple(medicines.medicines(journal)),
    )


def read(journal: Journal, words: ItemWords) -> Loaded:
    """Everything of treatment."""
    basis = known(journal, words)
    first = _months_before(basis.today, MONTHS - 1)
    logged = intakes.intakes(journal, first, basis.today)
    loose = (session for session in sessions.sessions(journal) if session.course_id is None)
    return replace(
        basis,
        loose=tuple(sorted(loose, key=lambda session: session.at_ms, reverse=True)),
        open_session=sessions.open_session(journal),
        first_kinds=frozenset(journal.setting("treatments", ())),
        doses=intakes.day_doses(journal, basis.today),
        months=_months(logged, basis.medicines, Period(first, basis.today)),
        logged=tuple(reversed(logged)),
        practices=tuple(sorted(practices.practices(journal), key=lambda each: each.at_ms, reverse=True)),
        markers=tuple(sorted(markers.markers(journal), key=lambda each: each.day, reverse=True)),
    )


def _months(logged: list[Intake], every: tuple[Medicine, ...], days: Period) -> dict[str, tuple[MonthCount, ...]]:
    """The months of each medicine from its start on, newest first."""
    return {
        medicine.id: month_counts(
            (intake for intake in logged if intake.medicine_id == medicine.id),
            Period(max(days.first, min(medicine.start, days.last)), days.last),
        )[::-1]
        for medicine in every
    }


def _months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
