"""The calendar as it is shown: weeks of cells, each with its number, its signs and its bar. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.app.day_calendar import CalendarDays, DaySummary
from journal.texts import numbers

LOAD_MAX = 4.0
"""The end of the scale that the average symptom rating stands on."""


class Sign(StrEnum):
    """What stands on a day beside its check-ins, each drawn in a shape of its own."""

    SESSION = "session"
    MEDICINE = "medicine"
    DOSES = "doses"
    QUESTIONNAIRE = "questionnaire"
    PRACTICE = "practice"
    CALM_MOMENT = "calm_moment"
    APPOINTMENT = "appointment"
    MARKER = "marker"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cell:
    """A day. `load` is the height of its bar from 0 to 1, None without an average, with `load_text` in figures.

    A day on which nothing was written down has neither blocks nor signs nor a bar: it is plain.
    """

    day: date
    check_ins: int = 0
    load: float | None = None
    load_text: str = ""
    signs: tuple[Sign, ...] = ()
    today: bool = False
    summary: DaySummary | None = None


Week = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class CalendarState:
    """`weekdays` are those of the columns (0 is Monday); `at` is the day with the keyboard."""

    days: CalendarDays | None = None
    weekdays: tuple[int, ...] = ()
    weeks: tuple[Week, ...] = ()
    at: date | None = None


def build_state(days: CalendarDays, at: date) -> CalendarState:
    """The calendar with the keyboard on a day."""
    weeks = tuple(tuple(None if day is None else _cell(day, days) for day in week) for week in days.grid.weeks)
    return CalendarState(days, days.grid.weekdays, weeks, at)


def signs_of(summary: DaySummary) -> tuple[Sign, ...]:
    """The signs of a day, always in the same order."""
    return tuple(sign for sign, count in COUNTS.items() if count(summary))


def _cell(day: date, days: CalendarDays) -> Cell:
    summary, today = days.summaries.get(day), day == days.today
    if summary is None:
        return Cell(day, today=today)
    load = None if summary.load is None else summary.load / LOAD_MAX
    text = "" if summary.load is None else numbers.one_decimal(summary.load)
    return Cell(day, summary.check_ins, load, text, signs_of(summary), today, summary)


COUNTS: dict[Sign, Callable[[DaySummary], int]] = {
    Sign.SESSION: lambda summary: summary.sessions,
    Sign.MEDICINE: lambda summary: summary.medicine_changes,
    Sign.DOSES: lambda summary: summary.doses,
    Sign.QUESTIONNAIRE: lambda summary: summary.questionnaires,
    Sign.PRACTICE: lambda summary: summary.practices,
    Sign.CALM_MOMENT: lambda summary: summary.calm_moments,
    Sign.APPOINTMENT: lambda summary: summary.appointments,
    Sign.MARKER: lambda summary: summary.markers,
    Sign.NOTE: lambda summary: summary.notes,
}
"""How many of each there are."""
