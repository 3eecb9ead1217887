"""The short form after a session: due at the hours that the person set, about "right now"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from journal.app.journal import Journal
from journal.model.due_forms import LAST_HOUR, DueForm, checked_hours, due_forms, due_now, unsettled
from journal.model.entries import EntryKind, TimeKnown

HOURS_SETTING = "after_hours"
ASIDE_SETTING = "after_set_aside"

LOOKED_BACK = timedelta(hours=LAST_HOUR) + timedelta(days=2)
"""No session before it can have a form that is still due, whatever the start of the day."""


def after_hours(journal: Journal) -> tuple[int, ...]:
    """The hours after a session at which the form is asked; none until the person sets some."""
    kept = journal.setting(HOURS_SETTING, [])
    return checked_hours(kept) if isinstance(kept, list) else ()


def forms_to_come(journal: Journal) -> tuple[DueForm, ...]:
    """The forms that can be answered now or later, without those answered or set aside."""
    forms, settled_ms = _forms(journal)
    return unsettled(forms, settled_ms, journal.clock.now_ms())


def form_due(journal: Journal) -> bool:
    """Whether a form can be answered now."""
    forms, settled_ms = _forms(journal)
    return due_now(forms, settled_ms, journal.clock.now_ms()) is not None


def _forms(journal: Journal) -> tuple[tuple[DueForm, ...], list[int]]:
    """The forms of the last sessions, and when any were answered or set aside (UTC milliseconds)."""
    hours = after_hours(journal)
    if not hours:
        return (), []
    first, last = journal.today() - LOOKED_BACK, journal.today() + timedelta(days=1)
    sessions = journal.store.sessions.between(first, last)
    starts = [session.at_ms for session in sessions if session.time_known is TimeKnown.MINUTE]
    if not starts:
        return (), []
    entries = journal.store.entries.between(first, last)
    answered = [entry.at_ms for entry in entries if entry.kind is EntryKind.AFTER_SESSION]
    return due_forms(starts, hours), [*answered, *_set_aside(journal)]


def set_aside(journal: Journal) -> None:
    """Not this time: the form that is due now is not asked again."""
    now_ms = journal.clock.now_ms()
    oldest_ms = now_ms - round(LOOKED_BACK.total_seconds() * 1000)
    recent = [at_ms for at_ms in _set_aside(journal) if at_ms >= oldest_ms]
    journal.put_setting(ASIDE_SETTING, [*recent, now_ms])


def due_times(journal: Journal) -> tuple[str, ...]:
    """When forms are due, as ISO instants without kind or name: all of it that may stand outside the encryption."""
    return tuple(_iso(form.at_ms) for form in forms_to_come(journal))


def _set_aside(journal: Journal) -> list[int]:
    kept = journal.setting(ASIDE_SETTING, [])
    return [at_ms for at_ms in kept if isinstance(at_ms, int)] if isinstance(kept, list) else []


def _iso(at_ms: int) -> str:
    at = datetime.fromtimestamp(at_ms // 1000, UTC)
    return at.isoformat(timespec="minutes").replace("+00:00", "Z")
