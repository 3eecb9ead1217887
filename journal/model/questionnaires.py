"""Questionnaires that were filled in, totals that someone typed in, and forms that were opened from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.entries import TimeKnown, day_at, local_time


class Span(StrEnum):
    """The time that the answers are about, where an instrument has a weekly and a monthly form."""

    NONE = "none"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Coded:
    """A chosen answer of a form by its code."""

    system: str
    code: str
    display: str = ""


AnswerValue = bool | int | float | str | Coded
"""A day or a time is kept as ISO text."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer. `item` is the number on paper, or a form's link id, `linkId[1]` inside a group that repeats.

    None is a question that was skipped, or did not apply. An item that repeats has several rows.
    """

    item: str
    value: AnswerValue | None = None
    not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One questionnaire that was filled in, or one total.

    `instrument` is the key of a shipped one, or empty; `form_id` names the form whose questions were
    answered, None for none; `name` is what a total of another instrument is called. `maximum` is
    the highest answer where an instrument leaves the choice. `total` is a total that was typed in,
    and then there are no answers; `total_by` says who gave it. Times are as on an entry.
    """

    id: str
    instrument: str
    at_ms: int
    offset_min: int
    day: date
    form_id: str | None = None
    name: str = ""
    span: Span = Span.NONE
    maximum: float | None = None
    answers: tuple[GivenAnswer, ...] = ()
    total: float | None = None
    total_by: str = ""
    day_start_min: int = 240
    zone: str | None = None
    time_known: TimeKnown = TimeKnown.MINUTE
    made_ms: int | None = None
    made_offset_min: int | None = None
    changed_ms: int | None = None
    import_id: str | None = None
    source_key: str | None = None

    @property
    def at(self) -> datetime:
        """The local time, with its offset."""
        return local_time(self.at_ms, self.offset_min)

    @property
    def late(self) -> bool:
        """True when it was written down on a later day than the one it stands on."""
        if self.made_ms is None:
            return False
        offset = self.offset_min if self.made_offset_min is None else self.made_offset_min
        return day_at(self.made_ms, offset, self.day_start_min) > self.day


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A questionnaire that was opened from a file: `source` is the file's own text, `made_ms` when it was kept."""

    id: str
    url: str
    version: str
    title: str
    source: str
    made_ms: int | None = None
