"""When the person of the sample checked in: the gaps, the several times a day, the days added later."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from journal.model.entries import EntryKind
from journal.model.sample_course import INFUSIONS_AT, LAST_DAY, CourseDay

ZONE = "Europe/Berlin"
_WINTER_BEGINS = datetime(2026, 10, 25, 3, 0)  # noqa: DTZ001 the wall clock goes back from here
_SUMMER_MIN, _WINTER_MIN = 120, 60

LONG_GAP = frozenset(date(2026, 8, 17) + timedelta(days=number) for number in range(5))
"""Five days in a row without an entry."""

AWAKE_DAY = date(2026, 10, 24)
"""A check-in at half past two in the night in which the clock goes back, the second time round."""

_PATTERNS = ((0.28, "e"), (0.42, "me"), (0.83, "mae"), (0.90, "m"), (0.93, "t"))
"""Morning, afternoon, evening, tired: each up to this share of days; beyond the last, a missed day."""

_BEGIN_MIN = {"m": 7 * 60 + 15, "a": 12 * 60 + 45, "e": 18 * 60 + 5, "t": 21 * 60}
_WITHIN_MIN = {"m": 75, "a": 60, "e": 40, "t": 90}
_LATE_EVENING_MIN = 180
_LATE_WITHIN_MIN = 200
_ADDED_LATER = 0.05
_AWAKE_MIN = 26 * 60 + 30

AFTER_HOURS = (4, 24, 72)
"""So long after an infusion the person is asked about "right now"."""

_LEFT_AFTER = frozenset(
    {(date(2026, 7, 3), 4), (date(2026, 7, 10), 24), (date(2026, 8, 26), 4), (date(2026, 9, 16), 72)}
)
"""Of these askings, those that were left: the day of the infusion, and how many hours after."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A check-in to be: when, of which kind, and when it was written down.

    `at_ms` and `made_ms` are UTC milliseconds, the offsets the local ones then, in minutes.
    `whole_day` marks a day added later, whose time is not known; `now` a check-in about the moment.
    """

    day: date
    at_ms: int
    offset_min: int
    made_ms: int
    made_offset_min: int
    kind: EntryKind = EntryKind.CHECK_IN
    whole_day: bool = False
    now: bool = False

    @property
    def wall_min(self) -> int:
        """Minutes after local midnight."""
        return (self.at_ms // 60_000 + self.offset_min) % 1440


def moments(days: list[CourseDay], chance: random.Random) -> list[Moment]:
    """Every check-in of the 26 weeks in order of time; the first and the last day have one."""
    kept = {days[0].day, AWAKE_DAY, days[-1].day}
    found = [moment for each in days for moment in _of_day(each, chance, always=each.day in kept)]
    found += [moment for day, minute in INFUSIONS_AT.items() for moment in _after_infusion(day, minute)]
    return sorted(found, key=lambda moment: moment.at_ms)


def _of_day(course_day: CourseDay, chance: random.Random, *, always: bool) -> list[Moment]:
    day, draw = course_day.day, chance.random()
    added_later = chance.random() < _ADDED_LATER
    pattern = "me" if always else next((pattern for share, pattern in _PATTERNS if draw < share), "")
    minutes = [_minute(part, pattern, chance) for part in pattern]
    if day in LONG_GAP or not pattern:
        return []
    if added_later and not always:
        return [_added_later(day)]
    kind = EntryKind.SHORT if pattern == "t" else EntryKind.CHECK_IN
    return [*(_moment(day, minute, kind) for minute in minutes), *_beside(course_day)]


def _beside(course_day: CourseDay) -> list[Moment]:
    """The check-in of a night awake."""
    return [_moment(course_day.day, _AWAKE_MIN)] if course_day.day == AWAKE_DAY else []


def _after_infusion(day: date, minute: int) -> list[Moment]:
    """The short form after an infusion, asking "right now", until the next infusion begins."""
    until = min((other for other in INFUSIONS_AT if other > day), default=LAST_DAY + timedelta(days=1))
    found = []
    for hours in AFTER_HOURS:
        then = day + timedelta(days=hours // 24)
        if then < until and (day, hours) not in _LEFT_AFTER:
            found.append(replace(_moment(then, minute + hours % 24 * 60, EntryKind.AFTER_SESSION), now=True))
    return found


def _minute(part: str, pattern: str, chance: random.Random) -> int:
    """When in the day; an evening that stands alone is later, now and then after midnight."""
    begin, within = _BEGIN_MIN[part], _WITHIN_MIN[part]
    if part == "e" and "a" not in pattern:
        begin, within = begin + _LATE_EVENING_MIN, _LATE_WITHIN_MIN
    return begin + int(within * chance.random())


def _moment(day: date, minute: int, kind: EntryKind = EntryKind.CHECK_IN) -> Moment:
    at_ms, offset_min = instant(day, minute)
    return Moment(day, at_ms, offset_min, at_ms, offset_min, kind)


def _added_later(day: date) -> Moment:
    """An earlier day filled in on the evening after: nine in the evening, its time not known."""
    at_ms, offset_min = instant(day, 21 * 60)
    made_ms, made_offset_min = instant(day + timedelta(days=1), 19 * 60 + 20)
    return Moment(day, at_ms, offset_min, made_ms, made_offset_min, whole_day=True)


def instant(day: date, minute: int) -> tuple[int, int]:
    """UTC milliseconds and offset of a wall clock time; an hour that comes twice is its second."""
    wall = datetime.combine(day, time.min) + timedelta(minutes=minute)
    offset_min = _SUMMER_MIN if wall < _WINTER_BEGINS - timedelta(hours=1) else _WINTER_MIN
    utc = (wall - timedelta(minutes=offset_min)).replace(tzinfo=UTC)
    return (utc - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1), offset_min
