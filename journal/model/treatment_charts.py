"""What the charts of a session's days and of before and after draw, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass

from journal.model.phases import BeforeAfter
from journal.model.series import Scale, TrendsData, WeekData
from journal.model.since_session import SinceSession


@dataclass(frozen=True, slots=True)
class SinceChart:
    """Ratings of one item (`label`) since the sessions of a course or kind (`sessions`)."""

    label: str
    sessions: str
    scale: Scale
    found: SinceSession


@dataclass(frozen=True, slots=True)
class AroundChart:
    """Day values of one item before and after a day.

    `event` names the day, empty for a day without a name. `days` are ordinals and belong to `values`.
    """

    label: str
    event: str
    scale: Scale
    found: BeforeAfter
    days: tuple[int, ...]
    values: tuple[float, ...]


Chart = TrendsData | WeekData | SinceChart | AroundChart
"""Anything that the page of charts draws."""
