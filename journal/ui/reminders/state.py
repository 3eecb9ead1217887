"""What the page of reminders shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from journal.host.settings_file import Settings
from journal.model.reminders import (
    MOST_TIMES,
    QuietHours,
    ReminderTime,
    quiet_hours,
)
from journal.texts.dates import clock_time, weekday_name
from journal.texts.reminders import usual_words
from journal.texts.translation import _

USUAL_MINUTES = (20 * 60 + 30, 9 * 60, 13 * 60, 17 * 60)
"""What a new time begins with, in minutes of the day; it is changed at once or taken as it is."""

USUAL_QUIET = QuietHours(22 * 60, 8 * 60)
LONGEST_TEXT = 80


class TrayPlace(StrEnum):
    """Whether this desktop has a place for an icon beside the clock."""

    UNKNOWN = "unknown"
    THERE = "there"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time as a row. `name` is its time in words, `note` what is good to know of it."""

    number: int
    wanted: ReminderTime
    name: str
    note: str = ""

    @property
    def wall(self) -> time:
        """The time of day."""
        return time(self.wanted.minute // 60, self.wanted.minute % 60)


@dataclass(frozen=True, slots=True)
class RemindersState:
    """One picture of the page. `coming` says when the next reminder comes."""

    rows: tuple[TimeRow, ...]
    weekdays: tuple[int, ...]
    coming: str
    text: str
    says: str
    quiet: QuietHours | None
    quiet_note: str
    may_add: bool
    tray: bool
    tray_place: TrayPlace
    tray_note: str
    at_login: bool
    others_note: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page asks of the program and the system."""

    now: datetime
    comes_next: datetime | None
    first_weekday: int = 0
    tray_place: TrayPlace = TrayPlace.UNKNOWN
    at_login: bool = False


def build_state(settings: Settings, times: tuple[ReminderTime, ...], around: Surroundings) -> RemindersState:
    """The state from the settings, the times in the order in which they stand, and from what is around."""
    quiet = quiet_hours(settings.quiet_from, settings.quiet_to)
    return RemindersState(
        rows=tuple(_row(number, wanted, quiet) for number, wanted in enumerate(times)),
        weekdays=tuple((around.first_weekday + n) % 7 for n in range(7)),
        coming=coming_words(bool(times), around.comes_next, around.now),
        text=settings.reminder_text,
        says=settings.reminder_text or usual_words(),
        quiet=quiet,
        quiet_note=_("A reminder in these hours waits for their end, two hours at most."),
        may_add=len(times) < MOST_TIMES,
        tray=settings.tray,
        tray_place=around.tray_place,
        tray_note=tray_words(around.tray_place),
        at_login=around.at_login,
        others_note=_("Others use this computer. They can see reminders, the icon, and what starts at login.")
        if settings.others_use
        else "",
    )


def coming_words(any_time: bool, comes_next: datetime | None, now: datetime) -> str:
    """When the next reminder comes."""
    if not any_time:
        return _("No reminders. They are off until you add a time.")
    if comes_next is None:
        return _("None comes within a week.")
    at = clock_time(comes_next)
    if comes_next.date() == now.date():
        return _("The next one comes today at {time}.").format(time=at)
    if comes_next.date() == now.date() + timedelta(days=1):
        return _("The next one comes tomorrow at {time}.").format(time=at)
    return _("The next one comes on {weekday} at {time}.").format(weekday=weekday_name(comes_next.weekday()), time=at)


def tray_words(place: TrayPlace) -> str:
    """What the icon does, or that there is no place for it."""
    if place is TrayPlace.NONE:
        return _("This desktop has no place for an icon. Closing the window ends Leeward.")
    return _("Closing the window then locks Leeward and keeps it beside the clock. The icon’s menu can close it.")


def time_name(wanted: ReminderTime) -> str:
    """A time for a screen reader: "20:30"."""
    return clock_time(time(wanted.minute // 60, wanted.minute % 60))


def further_time(times: tuple[ReminderTime, ...]) -> ReminderTime:
    """A time to begin with that is not there yet, on every day."""
    taken = {each.minute for each in times}
    return ReminderTime(next(minute for minute in (*USUAL_MINUTES, *range(24 * 60)) if minute not in taken))


def with_time(times: tuple[ReminderTime, ...], number: int, wanted: ReminderTime) -> tuple[ReminderTime, ...]:
    """The times with one of them changed."""
    return (*times[:number], wanted, *times[number + 1 :])


def without_time(times: tuple[ReminderTime, ...], number: int) -> tuple[ReminderTime, ...]:
    """The times without one of them."""
    return (*times[:number], *times[number + 1 :])


def _row(number: int, wanted: ReminderTime, quiet: QuietHours | None) -> TimeRow:
    note = ""
    if not wanted.weekdays:
        note = _("No day is ticked: it does not come.")
    elif quiet is not None and quiet.hold(time(wanted.minute // 60, wanted.minute % 60)):
        note = _("This is in your quiet hours.")
    return TimeRow(number, wanted, time_name(wanted), note)
