"""When a reminder is due: by the wall clock, once, and only for as long as it is of use.

All times here are local and without a zone, as a clock on the wall shows them: a reminder at 20:30 comes at 20:30 on
both sides of a clock change. In the night in which an hour is left out, a time in that hour comes at its end; in the
night in which an hour comes twice, it comes the first time. A time that passed unseen (the computer slept, the program
was closed, quiet hours) is shown once, within two hours, and never after. However many passed, one is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MINUTES_A_DAY = 24 * 60
EVERY_DAY = frozenset(range(7))

STILL_OF_USE = timedelta(hours=2)
"""So long after its time a reminder may still come: on waking, on starting, or when the quiet hours end."""

LONGEST_SNOOZE = timedelta(hours=1)
LONGEST_FORM = timedelta(hours=12)
"""So long a form after a session can be answered (`due_forms`)."""

MOST_TIMES = 12
"""More than these would be nagging."""

_AHEAD_DAYS = 8
_TEXT = re.compile(r"(?:(?P<days>[0-7]{1,7}) )?(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)")


@dataclass(frozen=True, slots=True)
class ReminderTime:
    """A time of day in minutes after midnight, and the weekdays on which it holds, 0 being Monday."""

    minute: int
    weekdays: frozenset[int] = EVERY_DAY

    def on(self, day: date) -> datetime | None:
        """Its moment on a day, or None where it does not hold."""
        return _at(day, self.minute) if day.weekday() in self.weekdays else None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one minute of the day until before another; past midnight where the second is the smaller."""

    from_minute: int
    to_minute: int

    def hold(self, at: time) -> bool:
        """Whether it is quiet then. Equal ends are no quiet hours at all."""
        minute = at.hour * 60 + at.minute
        if self.from_minute <= self.to_minute:
            return self.from_minute <= minute < self.to_minute
        return minute >= self.from_minute or minute < self.to_minute


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """What the person set. `due` are moments at which a form after a session is due, in local time."""

    times: tuple[ReminderTime, ...] = ()
    quiet: QuietHours | None = None
    day_start_min: int = 240
    due: tuple[datetime, ...] = ()

    def day_of(self, at: datetime) -> date:
        """The day a moment belongs to, by the hour at which the person's day starts."""
        return (at - timedelta(minutes=self.day_start_min)).date()

    def last_minute_of(self, day: date) -> datetime:
        """The last minute of such a day."""
        return _at(day + timedelta(days=1), self.day_start_min) - timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of what came before.

    `last_check_in` is the last day with a check-in. Everything up to `settled` was shown or put away.
    Nothing comes before `snoozed`.
    """

    last_check_in: date | None = None
    settled: datetime | None = None
    snoozed: datetime | None = None


def reminder_now(plan: ReminderPlan, told: Told, now: datetime) -> datetime | None:
    """The moment of the reminder that is to be shown now, or None. Whatever is before it is settled with it."""
    if plan.quiet is not None and plan.quiet.hold(now.time()):
        return None
    if told.snoozed is not None and now < told.snoozed <= now + LONGEST_SNOOZE:
        return None
    return max(_waiting(plan, told, now), default=None)


def next_due(plan: ReminderPlan, told: Told, now: datetime) -> datetime | None:
    """When the next reminder comes if nothing is logged until then; None for none within eight days."""
    later = (at for at in _turns(plan, told, now) if at > now)
    return next((at for at in (now, *sorted(later)) if reminder_now(plan, told, at) is not None), None)


def still_wanted(plan: ReminderPlan, told: Told, at: datetime, now: datetime) -> bool:
    """Whether a reminder that was shown still says something: its day has no check-in yet, or a form is open."""
    return _form_open(plan, now) or (plan.day_of(at) == plan.day_of(now) and not _logged(plan, told, at, now))


def reminder_time(text: str) -> ReminderTime | None:
    """Read "135 20:30" (Monday, Wednesday, Friday) or "20:30" (every day); None for anything else."""
    found = _TEXT.fullmatch(text)
    if found is None:
        return None
    days = found["days"]
    weekdays = EVERY_DAY if days is None else frozenset(int(digit) - 1 for digit in days if digit != "0")
    return ReminderTime(int(found["hour"]) * 60 + int(found["minute"]), weekdays)


def reminder_text(wanted: ReminderTime) -> str:
    """Write it as `reminder_time` reads it; "0" stands for no day."""
    days = "".join(str(day + 1) for day in sorted(wanted.weekdays))
    return f"{days or '0'} {minute_text(wanted.minute)}"


def minute_text(minute: int) -> str:
    """A minute of the day as "HH:MM"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def checked_times(texts: Iterable[str]) -> tuple[ReminderTime, ...]:
    """The times that can be read, each once and in order of the clock; twelve at most."""
    found = {each for each in map(reminder_time, texts) if each is not None}
    return tuple(sorted(found, key=lambda each: (each.minute, sorted(each.weekdays)))[:MOST_TIMES])


def quiet_hours(from_text: str, to_text: str) -> QuietHours | None:
    """Read two times of day, or None where either is missing, cannot be read, or both are the same."""
    ends = [reminder_time(text) for text in (from_text, to_text)]
    if any(end is None or len(text) != len("HH:MM") for end, text in zip(ends, (from_text, to_text), strict=True)):
        return None
    first, last = (end.minute for end in ends if end is not None)
    return QuietHours(first, last) if first != last else None


def _waiting(plan: ReminderPlan, told: Told, now: datetime) -> Iterator[datetime]:
    """The moments that passed lately and are neither settled nor answered."""
    for at in _moments(plan, now - timedelta(days=1), now):
        same_day = plan.day_of(at) == plan.day_of(now)
        if _lately(at, now) and same_day and not _settled(told, at) and not _logged(plan, told, at, now):
            yield at
    for at in plan.due:
        if _lately(at, now) and not _settled(told, at):
            yield at
    again = told.snoozed
    if again is not None and _lately(again, now) and still_wanted(plan, told, again, now):
        yield again


def _turns(plan: ReminderPlan, told: Told, now: datetime) -> Iterator[datetime]:
    """Every moment ahead at which something can become due."""
    until = now + timedelta(days=_AHEAD_DAYS)
    yield from _moments(plan, now, until)
    yield from (at for at in plan.due if at <= until)
    if told.snoozed is not None:
        yield told.snoozed
    if plan.quiet is not None:
        for day in _days(now, until):
            yield _at(day, plan.quiet.to_minute)


def _moments(plan: ReminderPlan, first: datetime, last: datetime) -> Iterator[datetime]:
    for day in _days(first, last):
        for each in plan.times:
            at = each.on(day)
            if at is not None:
                yield at


def _lately(at: datetime, now: datetime) -> bool:
    return now - STILL_OF_USE < at <= now


def _settled(told: Told, at: datetime) -> bool:
    """Whether it was shown or put away. A mark a day or more ahead was made by a clock that has been set back since."""
    return told.settled is not None and at <= told.settled < at + timedelta(days=1)


def _logged(plan: ReminderPlan, told: Told, at: datetime, now: datetime) -> bool:
    """Whether its day has a check-in. A date that is still to come was written by a clock that ran ahead."""
    return told.last_check_in is not None and plan.day_of(at) <= told.last_check_in <= plan.day_of(now)


def _form_open(plan: ReminderPlan, now: datetime) -> bool:
    return any(at <= now < at + LONGEST_FORM for at in plan.due)


def _days(first: datetime, last: datetime) -> Iterator[date]:
    day = first.date()
    while day <= last.date():
        yield day
        day += timedelta(days=1)


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60 % 24, minute % 60))
