"""The monthly look: offered while a ketamine or esketamine course is open, and left as easily as it is taken."""

from __future__ import annotations

from datetime import date

from journal.app.journal import Journal
from journal.model.entries import EntryKind
from journal.model.monthly import month_due, monthly_courses

LOOK_SETTING = "monthly_look"
ASIDE_SETTING = "month_set_aside"


def monthly_look_on(journal: Journal) -> bool:
    """Whether it is offered at all; it is until the person turns it off."""
    return bool(journal.setting(LOOK_SETTING, True))


def monthly_look_due(journal: Journal) -> bool:
    """Whether it is offered today."""
    courses, today = journal.store.courses.all(), journal.today()
    # Asked first, because without such a course no entry is of that kind, and finding that out reads them all.
    if not monthly_courses(courses, journal.treatments, today) or not monthly_look_on(journal):
        return False
    last = journal.store.entries.latest(kinds=(EntryKind.MONTHLY,))
    settled = (last.day if last else None, _set_aside_on(journal))
    return month_due(courses, journal.treatments, today, settled)


def set_month_aside(journal: Journal) -> None:
    """Not this month: it is offered again in 28 days."""
    journal.put_setting(ASIDE_SETTING, journal.today().isoformat())


def _set_aside_on(journal: Journal) -> date | None:
    kept = journal.setting(ASIDE_SETTING)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
