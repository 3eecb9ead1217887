"""Which front of History is shown, remembered with the journal. No Qt."""

from __future__ import annotations

from enum import StrEnum

from journal.app.journal import Journal

SETTING = "history_front"


class Front(StrEnum):
    """The calendar or the list of days."""

    CALENDAR = "calendar"
    LIST = "list"


def chosen_front(journal: Journal) -> Front:
    """What was shown last; the calendar at first."""
    kept = journal.setting(SETTING, Front.CALENDAR)
    return Front(kept) if kept in list(Front) else Front.CALENDAR


def choose_front(journal: Journal, front: Front) -> None:
    """Remember it."""
    if not journal.store.read_only and chosen_front(journal) is not front:
        journal.put_setting(SETTING, front)
