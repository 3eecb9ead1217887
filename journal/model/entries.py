"""What was logged: entries, their ratings, and the four states of a value.

Rated (0 included), unanswered (asked and left) and not applicable each have a row; what was not
asked has none. Nothing missing is ever counted as 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

EPOCH_DAY = date(1970, 1, 1).toordinal()
DAY_MIN = 24 * 60


class State(StrEnum):
    """What became of a question that was asked."""

    RATED = "rated"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not_applicable"


class Recall(StrEnum):
    """Whether a rating is about the time since the last one, or about this moment."""

    SINCE = "since"
    NOW = "now"


class TimeKnown(StrEnum):
    """How exactly the time of an entry is known."""

    MINUTE = "minute"
    PART = "part"
    DAY = "day"


class EntryKind(StrEnum):
    """What kind of entry it is.

    `SHORT` is the "Just three" form, or one by a profile that leaves symptoms out; `AFTER_SESSION` is
    "Just three" at an hour after a session, asked about "right now"; `MONTHLY` is the monthly look.
    """

    CHECK_IN = "check_in"
    SHORT = "short"
    AFTER_SESSION = "after_session"
    MONTHLY = "monthly"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer. `value` is on the scale of the version; `raw` the file's own number if rescaled."""

    item_id: str
    version_id: str
    state: State
    value: float | None = None
    raw: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One check-in with its ratings.

    `at_ms` is UTC milliseconds since 1970, `offset_min` the local offset then, `zone` the IANA name
    if known. `day` is the local day the entry belongs to by `day_start_min` (minutes after
    midnight, kept as it was then). `covers_min` is the length of the window that ends at `at_ms`
    (None for "now"). `made_ms` is when it was written down (None: unknown, from a file). `tags` are
    the person's own words for finding it again, as private as the note.
    """

    id: str
    kind: EntryKind
    at_ms: int
    offset_min: int
    day: date
    day_start_min: int = 240
    zone: str | None = None
    time_known: TimeKnown = TimeKnown.MINUTE
    part: str | None = None
    recall: Recall = Recall.SINCE
    covers_min: int | None = None
    made_ms: int | None = None
    made_offset_min: int | None = None
    changed_ms: int | None = None
    note: str = ""
    note_shared: bool = False
    import_id: str | None = None
    source_key: str | None = None
    tags: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()

    @property
    def at(self) -> datetime:
        """The local time of the entry, with its offset."""
        return local_time(self.at_ms, self.offset_min)

    @property
    def late(self) -> bool:
        """True when it was made on a later day than the one it describes."""
        made_day = self.made_day
        return made_day is not None and made_day > self.day

    @property
    def made_day(self) -> date | None:
        """The day on which it was written down, or None if unknown."""
        if self.made_ms is None:
            return None
        offset = self.offset_min if self.made_offset_min is None else self.made_offset_min
        return day_at(self.made_ms, offset, self.day_start_min)

    @property
    def changed_later(self) -> bool:
        """True when it was changed on a later day than the one it describes."""
        if self.changed_ms is None:
            return False
        offset = self.offset_min if self.made_offset_min is None else self.made_offset_min
        return day_at(self.changed_ms, offset, self.day_start_min) > self.day

    def rating(self, item_id: str) -> Rating | None:
        """The answer to one item, or None if it was not asked."""
        return next((rating for rating in self.ratings if rating.item_id == item_id), None)


class Reading(NamedTuple):
    """One answer with what statistics need of its entry, as a flat row (fast to read by thousands).

    `day` is the day the answer counts for: the entry's day, for night items the calendar day on
    which the night ended. `local_min` is minutes after local midnight of the entry, None if the
    time of day is not known. `covers_min` is None for "now" ratings. `short` says that it is from a
    form that did not ask the full list.
    """

    item_id: str
    version_id: str
    entry_id: str
    day: date
    at_ms: int
    local_min: int | None
    covers_min: int | None
    now: bool
    state: str
    value: float | None
    short: bool = False


class EntryStamp(NamedTuple):
    """What counting entries needs: `late` and `changed_later` as on `Entry`."""

    id: str
    day: date
    kind: str
    late: bool
    changed_later: bool


def local_time(at_ms: int, offset_min: int) -> datetime:
    """The wall clock at an instant: UTC milliseconds and offset in minutes to an aware datetime."""
    zone = timezone(timedelta(minutes=offset_min))
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)).astimezone(zone)


def day_at(at_ms: int, offset_min: int, day_start_min: int) -> date:
    """The day that an instant belongs to: `day_of` of its local time, for those who ask by the thousands."""
    return date.fromordinal(EPOCH_DAY + (at_ms // 60_000 + offset_min - day_start_min) // DAY_MIN)


def day_of(at: datetime, day_start_min: int) -> date:
    """The day a local time belongs to: wall clock minus the start-of-day hour.

    The offset plays no part, so 02:30 on the night the clock goes back is one day, both times.
    """
    return (at.replace(tzinfo=None) - timedelta(minutes=day_start_min)).date()
