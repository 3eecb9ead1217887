"""The calendar in words: what a day holds, what the signs mean, what stands over the days. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable

from journal.app.day_calendar import CalendarDays, DaySummary
from journal.model.calendars import CalendarView
from journal.model.periods import Period
from journal.texts.dates import full_day, heading, month_and_year, period_text
from journal.texts.numbers import count, one_decimal
from journal.texts.translation import _, ngettext
from journal.ui.history.calendar_state import Cell, Sign


def title(days: CalendarDays) -> str:
    """What is shown: "November 2026", or the days of the weeks."""
    if days.grid.view is CalendarView.MONTH:
        return heading(month_and_year(days.grid.days.first))
    return heading(period_text(Period(days.grid.days.first, days.grid.days.last)))


def step_words(view: CalendarView) -> tuple[str, str, str]:
    """The names of the buttons: back, on, and to where today is."""
    return {
        CalendarView.MONTH: (_("Previous month"), _("Next month"), _("This month")),
        CalendarView.WEEK: (_("Previous week"), _("Next week"), _("This week")),
        CalendarView.TWO_WEEKS: (_("Previous two weeks"), _("Next two weeks"), _("These two weeks")),
    }[view]


def cell_words(cell: Cell) -> str:
    """Everything of a day: "Sunday, 22 November 2026. Today. 2 check-ins. 1 session." A plain day has its date only."""
    parts = [heading(full_day(cell.day)), *([_("Today")] if cell.today else []), *day_parts(cell.summary)]
    return said_one_by_one(parts)


def said_one_by_one(parts: Iterable[str]) -> str:
    """Parts with a stop between them. A date that ends with one, as in Ukrainian, gets no second."""
    told = ""
    for part in parts:
        told += part if not told else f" {part}" if told.endswith(".") else f". {part}"
    return told


def day_parts(summary: DaySummary | None) -> tuple[str, ...]:
    """What a day holds, a part for each thing that there is."""
    if summary is None:
        return ()
    counted = tuple(words for words in _counted(summary) if words)
    return (*counted[:1], *_load(summary.load), *counted[1:]) if summary.check_ins else (*_load(summary.load), *counted)


def _load(load: float | None) -> tuple[str, ...]:
    if load is None:
        return ()
    return (_("Average symptom rating {value} of 4").format(value=one_decimal(load)),)


def _counted(summary: DaySummary) -> tuple[str, ...]:
    kinds = (
        (summary.check_ins, ngettext("{n} check-in", "{n} check-ins", summary.check_ins)),
        (summary.sessions, ngettext("{n} session", "{n} sessions", summary.sessions)),
        (
            summary.medicine_changes,
            ngettext("{n} change of a medicine", "{n} changes of a medicine", summary.medicine_changes),
        ),
        (summary.doses, ngettext("{n} dose", "{n} doses", summary.doses)),
        (summary.questionnaires, ngettext("{n} questionnaire", "{n} questionnaires", summary.questionnaires)),
        (summary.practices, ngettext("{n} practice", "{n} practices", summary.practices)),
        (summary.calm_moments, ngettext("{n} calm moment", "{n} calm moments", summary.calm_moments)),
        (summary.appointments, ngettext("{n} appointment", "{n} appointments", summary.appointments)),
        (summary.markers, ngettext("{n} marker", "{n} markers", summary.markers)),
        (summary.notes, ngettext("{n} note", "{n} notes", summary.notes)),
    )
    return tuple(words.format(n=count(n)) if n else "" for n, words in kinds)


def sign_words() -> dict[Sign, str]:
    """What each sign means."""
    return {
        Sign.SESSION: _("Session"),
        Sign.MEDICINE: _("Medicine begun, changed or stopped"),
        Sign.DOSES: _("Doses"),
        Sign.QUESTIONNAIRE: _("Questionnaire"),
        Sign.PRACTICE: _("Practice"),
        Sign.CALM_MOMENT: _("Calm moment"),
        Sign.APPOINTMENT: _("Appointment"),
        Sign.MARKER: _("Marker"),
        Sign.NOTE: _("Note"),
    }


def blocks_words() -> str:
    """What the blocks mean."""
    return _("Check-ins: a block for each, or one with their number")


def bar_words() -> str:
    """What the bar and its number mean."""
    return _("Average symptom rating, 0 to 4")


def plain_words() -> str:
    """What a plain day means."""
    return _("A day without signs: nothing was written down.")
