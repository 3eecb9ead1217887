"""Reads what the Treatment page shows; on the storage thread."""

from __future__ import annotations

from datetime import date

from journal.app import courses, intakes, markers, medicines, practices, sessions
from journal.app.journal import Journal
from journal.model.intake_counts import MonthCount, month_counts
from journal.model.medicines import Medicine
from journal.model.periods import Period
from journal.texts.items import ItemWords
from journal.ui.treatment.loaded import Loaded

MONTHS = 6
"""So many months are counted, this one included."""


def read(journal: Journal, words: ItemWords) -> Loaded:
    """Everything of treatment; sessions are few enough to be read at once."""
    today, now_ms = journal.today(), journal.clock.now_ms()
    every = sessions.sessions(journal)
    known = medicines.medicines(journal)
    return Loaded(
        now_ms=now_ms,
        offset_min=journal.clock.offset_min(now_ms),
        today=today,
        day_start_min=journal.day_start_min,
        treatments=journal.treatments,
        courses=tuple(sorted(courses.course_views(journal), key=lambda view: view.course.start, reverse=True)),
        loose=tuple(sorted((s for s in every if s.course_id is None), key=lambda s: s.at_ms, reverse=True)),
        open_session=sessions.open_session(journal),
        numbers=sessions.numbered(journal),
        labels={item.id: words.item_label(item) for item in journal.items()},
        first_kinds=frozenset(journal.setting("treatments", ())),
        medicines=tuple(known),
        doses=intakes.day_doses(journal, today),
        months=_months(journal, known, today),
        practices=tuple(sorted(practices.practices(journal), key=lambda each: each.at_ms, reverse=True)),
        markers=tuple(sorted(markers.markers(journal), key=lambda each: each.day, reverse=True)),
    )


def _months(journal: Journal, known: list[Medicine], today: date) -> dict[str, tuple[MonthCount, ...]]:
    """The months of each medicine from its start on, newest first."""
    first = _months_before(today, MONTHS - 1)
    every = intakes.intakes(journal, first, today)
    return {
        medicine.id: month_counts(
            (intake for intake in every if intake.medicine_id == medicine.id),
            Period(max(first, min(medicine.start, today)), today),
        )[::-1]
        for medicine in known
    }


def _months_before(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
