"""Wall times of a diary made into instants, by the thousands: a day without a clock change is reckoned once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from journal.exchange.table_stamps import DAY_MS, FileTime, impossible
from journal.exchange.unread import IN_FUTURE
from journal.exchange.wall_clock import Instant, instant, is_ambiguous, offsets

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 a wall time, taken from wall times
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_CHANGES = -9_999
_MOST_DAYS = 50_000


class Instants:
    """Reckons with the zone of one file."""

    def __init__(self, times: FileTime) -> None:
        self._times = times
        self._days: dict[date, tuple[int, str]] = {}
        self._latest_ms = times.now_ms + DAY_MS
        self._sure = _EPOCH + timedelta(milliseconds=times.now_ms) - _DAY
        """Before it no zone is in the future."""

    def fault(self, wall: datetime) -> str:
        """Why no entry can be of this time (a reason of `unread`), or an empty text."""
        offset, reason = self._day(wall.date())
        if offset != _CHANGES and wall.tzinfo is None and wall < self._sure:
            return ""
        return reason or (IN_FUTURE if self.of(wall).at_ms > self._latest_ms else "")

    def of(self, wall: datetime, *, second: bool = False) -> Instant:
        """The instant of a wall time, as `wall_clock.instant` has it."""
        offset = self._day(wall.date())[0]
        if wall.tzinfo is not None or offset == _CHANGES:
            return instant(wall, self._times.zone, second=second)
        since = wall - _EPOCH
        ms = since.days * DAY_MS + since.seconds * 1000 + since.microseconds // 1000
        return Instant(ms - offset * 60_000, offset)

    def changes(self, day: date) -> bool:
        """Whether the clocks changed on a day; on any other no time is double, and none was left out."""
        return self._day(day)[0] == _CHANGES

    def is_double(self, wall: datetime) -> bool:
        """Whether the clock showed this time twice."""
        return self._day(wall.date())[0] == _CHANGES and is_ambiguous(wall, self._times.zone)

    def _day(self, day: date) -> tuple[int, str]:
        """The offset that holds all day long, or the sign that there are two; and why the day can't be."""
        found = self._days.get(day)
        if found is None:
            if len(self._days) > _MOST_DAYS:
                self._days.clear()
            found = self._days[day] = self._reckoned(day)
        return found

    def _reckoned(self, day: date) -> tuple[int, str]:
        reason = impossible(day)
        if reason:
            return _CHANGES, reason
        begins = datetime.combine(day, time.min)
        four = {*offsets(begins, self._times.zone), *offsets(begins + _DAY, self._times.zone)}
        return (round(four.pop() / _MINUTE) if len(four) == 1 else _CHANGES), ""
