"""Days, times and periods."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class InvalidTime(JournalError):
    """Fields: `text`. Also used for dates."""

    code = "invalid_time"


class TimeInFuture(JournalError):
    """Fields: `text`."""

    code = "time_in_future"


class InvalidPeriod(JournalError):
    """The period ends before it begins. Fields: `first`, `last`."""

    code = "invalid_period"


class InvalidDay(JournalError):
    """A day does not fit the others. Fields: `reason` (end_before_start | change_before_start | after_end), `day`."""

    code = "invalid_day"


class NothingLogged(JournalError):
    """The period holds no entry. Fields: `first`, `last`."""

    code = "nothing_logged"
