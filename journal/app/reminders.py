"""Reminders: what the person set, kept outside the encryption so that they come while the journal is locked.

Everything here is read from and written to settings.toml; only `last_check_in` looks into an open journal.
The functions that decide give the settings to change, by name, and change nothing themselves.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from journal.host.clock import local_now
from journal.model.entries import EntryKind, local_time
from journal.model.reminders import (
    ReminderPlan,
    Told,
    checked_times,
    next_due,
    quiet_hours,
    reminder_now,
    still_wanted,
)

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.clock import Clock
    from journal.host.settings_file import Settings

Changes = dict[str, Any]
"""Settings to change, by name."""

NOTHING_TOLD: Changes = {"reminder_settled": "", "reminder_snoozed": "", "reminder_open": False}
LOGGED_BY = (EntryKind.CHECK_IN, EntryKind.SHORT)
"""What counts as logged: a check-in, long or short."""


def wall_now(clock: Clock) -> datetime:
    """The wall clock now, to the minute and without a zone."""
    return local_now(clock).replace(second=0, microsecond=0, tzinfo=None)


def plan_of(settings: Settings, clock: Clock) -> ReminderPlan:
    """What the person set. Forms after a session remind where reminders are on at all."""
    times = checked_times(settings.reminders)
    due = [_wall(text, clock) for text in settings.due] if times else []
    return ReminderPlan(
        times,
        quiet_hours(settings.quiet_from, settings.quiet_to),
        settings.day_start_min,
        tuple(at for at in due if at is not None),
    )


def told_of(settings: Settings, clock: Clock) -> Told:
    """What came before; what cannot be read counts for nothing."""
    return Told(
        _day(settings.last_check_in), _moment(settings.reminder_settled), _wall(settings.reminder_snoozed, clock)
    )


def come_now(settings: Settings, clock: Clock) -> Changes | None:
    """The settings to change if a reminder is to be shown now, else None."""
    at = reminder_now(plan_of(settings, clock), told_of(settings, clock), wall_now(clock))
    if at is None:
        return None
    return {"reminder_settled": at.isoformat(timespec="minutes"), "reminder_snoozed": "", "reminder_open": True}


def stands(settings: Settings, clock: Clock) -> bool:
    """Whether the reminder that was shown last still stands: not put away, its day goes on, nothing logged."""
    at = _moment(settings.reminder_settled)
    if not settings.reminder_open or at is None:
        return False
    return still_wanted(plan_of(settings, clock), told_of(settings, clock), at, wall_now(clock))


def comes_next(settings: Settings, clock: Clock) -> datetime | None:
    """When the next reminder comes, in local time, if nothing is logged until then."""
    return next_due(plan_of(settings, clock), told_of(settings, clock), wall_now(clock))


def put_away() -> Changes:
    """The reminder that stands was seen."""
    return {"reminder_open": False}


def snoozed(clock: Clock, minutes: int) -> Changes:
    """It comes again after so many minutes that pass, whatever the wall clock does meanwhile."""
    at = datetime.fromtimestamp(clock.now_ms() // 1000, UTC) + timedelta(minutes=minutes)
    return put_away() | {"reminder_snoozed": at.isoformat(timespec="minutes").replace("+00:00", "Z")}


def not_today(settings: Settings, clock: Clock) -> Changes:
    """None comes until the person's next day begins."""
    plan = plan_of(settings, clock)
    last = plan.last_minute_of(plan.day_of(wall_now(clock)))
    return NOTHING_TOLD | {"reminder_settled": last.isoformat(timespec="minutes")}


def changed_times(clock: Clock, texts: tuple[str, ...]) -> Changes:
    """Other times from now on: one that has just passed does not come at once. Without any, nothing else is kept."""
    if not checked_times(texts):
        return NOTHING_TOLD | {"reminders": texts, "last_check_in": ""}
    return {"reminders": texts, "reminder_settled": wall_now(clock).isoformat(timespec="minutes")}


def check_in_kept(journal: Journal, settings: Settings) -> Changes:
    """What reminders must know of the open journal, where it differs from what is kept. On the storage thread."""
    wanted: Changes = {"last_check_in": ""}
    if checked_times(settings.reminders):
        wanted = {"last_check_in": last_check_in(journal), "day_start_min": journal.day_start_min}
    return {name: value for name, value in wanted.items() if getattr(settings, name) != value}


def last_check_in(journal: Journal) -> str:
    """Today or yesterday as an ISO date, whichever last has a check-in; empty where neither has: no more is needed."""
    today = journal.today()
    found = journal.store.entries.between(today - timedelta(days=1), today)
    days = [entry.day for entry in found if entry.kind in LOGGED_BY]
    return max(days).isoformat() if days else ""


def _wall(text: str, clock: Clock) -> datetime | None:
    """An ISO instant on the wall clock of this place."""
    try:
        at_ms = round(datetime.fromisoformat(text).timestamp() * 1000)
        return local_time(at_ms, clock.offset_min(at_ms)).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
