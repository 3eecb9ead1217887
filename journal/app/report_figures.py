"""The figures of a report: days logged, the average symptom rating, the usual day, the nights, the typical week."""

from __future__ import annotations

from journal.app.report_readings import ReportReadings
from journal.model.loads import day_loads
from journal.model.nightmares import NEEDED_NIGHTS
from journal.model.trailing import trailing_quartiles
from journal.model.week import PARTS, typical_week
from journal.report.data import Days, Load, Nightly, ReportItem, UsualDay, WeekTable

HOURS_SLEPT = "hours_slept"


def days(read: ReportReadings) -> Days:
    """How much was logged, and in the period before where it is wanted."""
    covered, before, first = read.summary.coverage, read.period.before(), read.first_day
    logged = {stamp.day for stamp in read.stamps if stamp.day in before}
    possible = (before.last - max(before.first, first)).days + 1 if first and read.compare else 0
    return Days(
        possible=covered.days_possible,
        logged=covered.days_logged,
        longest_gap=covered.longest_gap_days,
        entries=covered.entries,
        entered_later=covered.entered_later,
        previous_logged=len(logged) if possible > 0 else None,
        previous_possible=possible if possible > 0 else None,
    )


def load(read: ReportReadings) -> Load | None:
    """The average symptom rating, or None where no day has one."""
    figures = read.summary.load
    if figures.now.mean is None or figures.now.median is None:
        return None
    known = day_loads({day: values for day, values in read.load_days.items() if day >= read.line_start})
    lines = trailing_quartiles(known, list(read.period.days()))
    withheld = figures.change.withheld
    return Load(
        values=tuple(known.get(day) for day in read.period.days()),
        median_line=tuple(None if line is None else line[1] for line in lines),
        band=tuple(None if line is None else (line[0], line[2]) for line in lines),
        n_days=figures.now.n_days,
        items=figures.items,
        mean=figures.now.mean,
        median=figures.now.median,
        previous_mean=figures.previous.mean if read.compare else None,
        previous_days=figures.previous.n_days if read.compare else 0,
        change=figures.change.value if read.compare else None,
        change_withheld=str(withheld) if read.compare and withheld else None,
    )


def usual_day(read: ReportReadings) -> UsualDay | None:
    """How many symptoms stand at 3 or 4 on a usual day."""
    usual = read.summary.usual_day
    return None if usual.median is None else UsualDay(usual.median, usual.of, usual.n_days)


def usual_day_before(read: ReportReadings) -> UsualDay | None:
    """The same in the period before, where it is wanted."""
    usual = read.summary.usual_day
    if not read.compare or usual.median is None or usual.previous_median is None:
        return None
    return UsualDay(usual.previous_median, usual.of, usual.previous_n_days)


def step_words(read: ReportReadings) -> tuple[str, ...]:
    """The words of the steps that the shares of ratings are shown by."""
    found = (read.words.step_words(item) for item in read.items if item.symptom)
    return next((words for words in found if len(words) == len(read.summary.steps.now)), ("",) * 5)


def nightmares(read: ReportReadings) -> Nightly | None:
    """Nightmares a week."""
    now, before = read.summary.nightmares, read.summary.nightmares_before
    if not now.nights:
        return None
    previous = before if read.compare else None
    return Nightly(
        now.value,
        now.nights,
        NEEDED_NIGHTS,
        previous.value if previous else None,
        previous.nights if previous else 0,
    )


def sleep(read: ReportReadings) -> Nightly | None:
    """Hours slept."""
    hours = read.summary.item(HOURS_SLEPT)
    if hours is None or hours.now.mean is None:
        return None
    before = hours.previous if read.compare else None
    return Nightly(hours.now.mean, hours.now.n_days, 0, before.mean if before else None, before.n_days if before else 0)


def week(read: ReportReadings, main: ReportItem | None, *, of_load: bool) -> WeekTable | None:
    """The typical week of the average symptom rating, or of the item that stands in for it."""
    if of_load:
        items = [item for item in read.items if item.symptom]
        low, high = 0.0, 4.0
    elif main is not None and main.maximum is not None:
        items = [item for item in read.items if item.key == main.key]
        low, high = main.minimum, main.maximum
    else:
        return None
    first, last = read.period.first, read.period.last  # asked of each of thousands: a call would take longer
    within = [row for row in read.readings if first <= row.day <= last]
    table = typical_week(items, within, read.versions)
    parts = tuple(str(part) for part in PARTS) if table.by_part else ("",)
    cells = tuple(tuple(cell.value for cell in row) for row in table.rows)
    return WeekTable(parts, cells, of_load=of_load, minimum=low, maximum=high)
