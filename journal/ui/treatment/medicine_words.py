"""Medicines and their doses in words. Pure."""

from __future__ import annotations

from datetime import date, time

from journal.model.intake_counts import MonthCount
from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.texts.dates import clock_time, day_and_time, heading, month_name, short_date
from journal.texts.numbers import count
from journal.texts.numbers import dose as number
from journal.texts.translation import _
from journal.texts.treatments import taken_text

DOT = " \u00b7 "
DAY_MIN = 24 * 60


def quantity(amount: float | None, unit: str) -> str:
    """An amount with its unit: "50 mg"."""
    return "" if amount is None else f"{number(amount)} {unit}".strip()


def minute_text(minute: int) -> str:
    """A time of day given in minutes after midnight: "08:00"."""
    return clock_time(time(minute % DAY_MIN // 60, minute % 60))


def times_text(level: DoseLevel) -> str:
    """When the usual dose is taken: "08:00, 20:00"."""
    return ", ".join(minute_text(minute) for minute in level.times)


def usual_line(medicine: Medicine, day: date) -> str:
    """The usual dose, its times, and since when it is taken: "50 mg · 08:00 · since 3 Sep 2026"."""
    level = medicine.level_on(day) or (medicine.levels[-1] if medicine.levels else None)
    dose = quantity(level.amount, medicine.unit) if level else ""
    when = _("as needed") if medicine.as_needed else times_text(level) if level else ""
    begun = _("since {day}").format(day=short_date(medicine.start))
    return DOT.join(part for part in (dose, when, begun) if part)


def stopped_line(medicine: Medicine) -> str:
    """When it was stopped, and why where that was said."""
    if medicine.stopped_on is None:
        return ""
    stopped = _("Last day: {day}").format(day=short_date(medicine.stopped_on))
    return f"{stopped}{DOT}{medicine.stop_reason}" if medicine.stop_reason else stopped


def level_line(level: DoseLevel, medicine: Medicine, *, first: bool) -> str:
    """A dose of the past: "From 3 Nov 2026: 100 mg, 08:00"."""
    dose = ", ".join(part for part in (quantity(level.amount, medicine.unit), times_text(level)) if part)
    words = _("Began with {dose} on {day}") if first else _("From {day}: {dose}")
    return words.format(day=short_date(level.since_day), dose=dose)


def intake_line(intake: Intake, medicine: Medicine, planned: float | None = None) -> str:
    """What became of a dose: "Taken at 08:03"; the amount is named where it is not the planned one."""
    if intake.taken is Taken.NOT_TAKEN:
        return taken_text(intake.taken)
    dose = quantity(intake.amount, medicine.unit) if intake.amount != planned else ""
    at = clock_time(intake.at)
    if dose:
        return _("{taken}: {dose} at {time}").format(taken=taken_text(intake.taken), dose=dose, time=at)
    return _("{taken} at {time}").format(taken=taken_text(intake.taken), time=at)


def logged_line(intake: Intake, medicine: Medicine) -> str:
    """A dose in the list of those logged: "Thu 29 Oct, 08:03 · Taken: 50 mg"."""
    return DOT.join((heading(day_and_time(intake.at)), dose_words(intake, medicine.unit)))


def dose_words(intake: Intake, unit: str) -> str:
    """What became of a dose, without its time: "More than planned: 2 mg"."""
    dose = quantity(intake.amount, unit)
    taken = taken_text(intake.taken)
    return _("{taken}: {dose}").format(taken=taken, dose=dose) if dose else taken


def months_line(months: tuple[MonthCount, ...]) -> str:
    """How many a month, newest first: "November so far 2 · October 5".

    Months before the first dose that was logged are left out: nothing logged is not nothing taken.
    """
    n_logged = max((place + 1 for place, month in enumerate(months) if month.doses), default=0)
    return DOT.join(_month(month, current=place == 0) for place, month in enumerate(months[:n_logged]))


def _month(month: MonthCount, *, current: bool) -> str:
    words = _("{month} so far {n}") if current else _("{month} {n}")
    return words.format(month=heading(month_name(month.month.month)), n=count(month.doses))
