"""Hand-made treatment for reports: any number of sessions, medicines and markers, with gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from journal.model.dose_steps import dose_changes
from journal.model.intake_counts import IntakeCounts, MonthCount, PerMonth
from journal.model.markers import Marker
from journal.model.medicines import DoseLevel, Medicine
from journal.model.periods import Period
from journal.model.sessions import Phase, Place, Session, Vital, Went
from journal.model.since_session import SessionDay, ratings_by_day
from journal.report.data import ReportData
from journal.report.treatment_data import (
    ReportCourse,
    ReportEffect,
    ReportMedicine,
    ReportPractice,
    ReportSession,
    ReportSince,
    Treatment,
)

EFFECTS = (
    ReportEffect("Far away or unreal after the dose", 3, 8, 25, 85, phase=Phase.DURING),
    ReportEffect("Dizziness", 2, 15, 40, 180, phase=Phase.LATER_THAT_DAY),
    ReportEffect("Nausea", 1, 35, 35, None),
    ReportEffect("Headache", 2, 1120, 1300, 1720, phase=Phase.NEXT_DAYS),
)
VITALS = (
    Vital(0, 124, 79, 74, 98),
    Vital(15, 139, 86, 82, 97),
    Vital(40, 148, 92, 85, 97),
    Vital(60, 133, 83, 78, 98),
    Vital(90, 126, 80, None, None),
)


def session_on(day, number=1, **fields):
    """A session at two in the afternoon, with nothing said but its kind."""
    at = datetime(day.year, day.month, day.day, 14, tzinfo=UTC)
    kind = fields.pop("kind", "ketamine_iv")
    return Session(f"s{day}-{number}", kind, int(at.timestamp()) * 1000, 0, day, **fields)


def infusion(day, number=1, *, effects=EFFECTS[:3], **fields):
    """An infusion with vitals and side effects."""
    told = {
        "dose": 40.0,
        "unit": "mg",
        "route": "intravenous",
        "minutes": 40,
        "went": Went.MANAGEABLE,
        "clear_min": 125,
        "worked_with": 2,
        "place": Place.CLINIC,
        "accompanied": True,
        "ride": True,
        "vitals": VITALS,
    } | fields
    session = session_on(day, number, **told)
    return ReportSession(
        session,
        title=f"Ketamine infusion {number} of 12",
        short=f"Infusion {number}",
        kind="Ketamine infusion",
        number=number,
        effects=effects,
    )


def talk(day, number=1, **fields):
    """A therapy session."""
    told = {"kind": "integration", "minutes": 50, "went": Went.HARD, "worked_with": 3, "place": Place.REMOTE} | fields
    return ReportSession(
        session_on(day, number, **told),
        title=f"Integration session {number}",
        short=f"Integration {number}",
        kind="Integration session",
        number=number,
        dosed=False,
    )


def spread(period: Period, count: int, make=infusion, **fields):
    """So many sessions over a period, by time."""
    days = period.length_days
    return tuple(
        make(
            period.first + timedelta(days=n * days // count), n + 1, **(_varied(n) if make is infusion else {}) | fields
        )
        for n in range(count)
    )


def _varied(n: int) -> dict:
    """What differs from session to session, so that no page looks like another."""
    places, went = tuple(Place), tuple(Went)
    return {
        "effects": EFFECTS[n % 3 :] if n % 4 else EFFECTS[:3],
        "vitals": VITALS[: 2 + n % 4],
        "place": places[n % 3],
        "went": went[n * 7 % 4],
        "ride": bool(n % 5),
        "held_back": "Lorazepam" if n % 6 == 0 else "",
        "clear_min": 90 + n,
    }


def medicine(name, period: Period, amounts=(50.0, 100.0), *, as_needed=False, unit="mg"):
    """A medicine whose dose changes at even distances over the period."""
    step = period.length_days // (len(amounts) + 1)
    start = period.first - timedelta(days=60)
    levels = tuple(
        DoseLevel(
            f"{name}{n}",
            start if n == 0 else period.first + timedelta(days=n * step),
            amount,
            () if as_needed else (480,),
        )
        for n, amount in enumerate(amounts)
    )
    whole = Medicine(name, name, unit, start, as_needed=as_needed, levels=levels)
    months = tuple(MonthCount(period.first.replace(day=1, month=month), 4, month < 10) for month in (8, 9, 10))
    return ReportMedicine(
        name,
        unit,
        as_needed,
        start,
        level=levels[-1],
        changes=tuple(change for change in dose_changes(whole) if change.day in period),
        counts=IntakeCounts(taken=76, not_taken=2, later=7),
        per_month=PerMonth(months, 2, 4.0) if as_needed else PerMonth(),
    )


def since_of(data: ReportData, sessions, period: Period) -> ReportSince | None:
    """Ratings since these sessions, of the average symptom rating."""
    if data.load is None or not sessions:
        return None
    rated = [
        (day.toordinal(), value)
        for day, value in zip(period.days(), data.load.values, strict=True)
        if value is not None
    ]
    found = ratings_by_day(
        [SessionDay(one.session.id, one.day.toordinal()) for one in sessions],
        [day for day, _value in rated],
        [value for _day, value in rated],
        last=period.last.toordinal(),
    )
    return ReportSince(found, "Average symptom rating", "Ketamine infusion", words=("not at all", "extremely"))


def treated(data: ReportData, period: Period, sessions, medicines=None) -> ReportData:
    """Report data with treatment."""
    usual = (medicine("Sertraline", period), medicine("Prazosin", period, (1.0,), as_needed=True))
    dosed = [one for one in sessions if one.dosed]
    courses = (ReportCourse("Ketamine infusion", period.first, 11, 12, dosed[-1].day),) if dosed else ()
    told = Treatment(
        sessions=tuple(sessions),
        courses=courses,
        medicines=usual if medicines is None else tuple(medicines),
        practice=ReportPractice(10, 2, (60.0, 9), (75.0, 10), (45.0, 9)),
        since=since_of(data, dosed or sessions, period),
        markers=(Marker("m", period.first + timedelta(days=period.length_days // 2), "Anniversary"),),
    )
    return replace(data, treatment=told)
