"""Before and after a day, and the days after sessions with and without therapy, from a journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.app.day_series import day_series
from journal.app.journal import Journal
from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.periods import Period, moved
from journal.model.phases import USUAL_DAYS, BeforeAfter, before_after, withheld
from journal.model.series import LOAD_KEY
from journal.model.therapy_days import USUAL_DAYS as USUAL_THERAPY_DAYS
from journal.model.therapy_days import TherapyDays, therapy_days
from journal.model.treatments import Group


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after a day, for one item or the average symptom rating."""

    key: str
    label: str
    better: Better
    found: BeforeAfter


@dataclass(frozen=True, slots=True)
class TherapyComparison:
    """The days after sessions of a kind (`kind`) with and without therapy, for one item or the average."""

    key: str
    label: str
    kind: str
    found: TherapyDays


def compare_around(journal: Journal, key: str, on: date, days: int = USUAL_DAYS) -> Comparison:
    """Compare `days` days before `on` with as many from `on` on. Raises UnknownItem.

    Nothing is compared where the item's scale changed within these days.
    """
    series = day_series(journal, key, Period(moved(on, -days), moved(on, days - 1)))
    values = series.day_values()
    found = before_after(values, on, days, series.better)
    changed = series.changed_days() if key != LOAD_KEY else frozenset()
    if changed:
        n_before = sum(day < on for day in values)
        found = withheld(on, days, n_before, len(values) - n_before, Withheld.SCALE_CHANGED)
    return Comparison(key, series.label, series.better, found)


def compare_therapy(journal: Journal, key: str, kind: str, days: int = USUAL_THERAPY_DAYS) -> TherapyComparison:
    """Compare the days after sessions of a kind where therapy followed with those where none did.

    Raises UnknownItem.
    """
    treatments, today = journal.treatments, journal.today()
    sessions = [session for session in journal.store.sessions.outlines() if session.day <= today]
    chosen = [session for session in sessions if session.kind == kind]
    therapy = [session for session in sessions if treatments.of(session.kind).group is Group.THERAPY]
    reach = Period(min((session.day for session in chosen), default=today), today)
    series = day_series(journal, key, reach)
    found = therapy_days(chosen, therapy, series.day_values(), today, days)
    return TherapyComparison(key, series.label, kind, found)
