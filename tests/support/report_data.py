"""Hand-made report data: ninety days of a plausible course with gaps, from a seeded generator."""

from __future__ import annotations

import random
from datetime import date, timedelta

from journal.model.items import Better, Cluster, Kind
from journal.model.periods import Period
from journal.model.quantiles import mean, median, quartiles
from journal.model.trailing import trailing_mean, trailing_quartiles
from journal.report.data import (
    Asked,
    ChosenNote,
    Days,
    Load,
    Nightly,
    ReportData,
    ReportItem,
    UsualDay,
    WeekTable,
)

TROUBLE = ("not at all", "a little", "moderately", "quite a bit", "extremely")
LIFE = ("not at all", "a little", "about half", "mostly", "fully")
LAST = date(2026, 10, 29)

SYMPTOMS = (
    ("nightmares", "Nightmares", Cluster.B, 1.9),
    ("flashbacks", "Flashbacks", Cluster.B, 1.4),
    ("intrusive_memories", "Unwanted memories", Cluster.B, 2.3),
    ("avoid_reminders", "Avoiding reminders", Cluster.C, 2.6),
    ("guilt", "Guilt or shame", Cluster.D, 2.5),
    ("low_mood", "Low mood", Cluster.D, 2.0),
    ("numb", "Emotional numbness", Cluster.D, 1.7),
    ("irritability", "Irritability or anger", Cluster.E, 1.8),
    ("hypervigilance", "Being on guard", Cluster.E, 2.7),
    ("sleep_trouble", "Trouble sleeping", Cluster.E, 2.8),
    ("anxiety", "Anxiety", Cluster.EXTRA, 2.2),
    ("unreal", "Feeling unreal or far away", Cluster.EXTRA, 1.1),
)
CLINICAL = {
    Cluster.B: "Re-experiencing",
    Cluster.C: "Avoidance",
    Cluster.D: "Negative mood and thinking",
    Cluster.E: "Arousal",
}


def period_of(days: int = 90) -> Period:
    """So many days that end on the fixed last day."""
    return Period(LAST - timedelta(days=days - 1), LAST)


def by_day(days: int, level: float, seed: str, *, span: float = 4.0, low: float = 0.0) -> dict[date, float]:
    """Values from six days before the period on, with a slow fall and some days missing."""
    chance = random.Random(seed)
    period = period_of(days)
    gap = {LAST - timedelta(days=n) for n in range(days // 2, days // 2 + min(4, days // 10))}
    values = {}
    for n in range(-6, days):
        day = period.first + timedelta(days=n)
        drift = level - 0.8 * max(0, n) / max(1, days) + chance.gauss(0, 0.6)
        if day not in gap and chance.random() > 0.1:
            values[day] = low + min(span, max(0.0, float(round(drift * span / 4))))
    return values


def item(
    key: str,
    label: str,
    days: int = 90,
    level: float = 2.0,
    *,
    cluster: Cluster = Cluster.OWN,
    better: Better = Better.LOWER,
    kind: Kind = Kind.SCALE,
    low: float = 0.0,
    high: float | None = 4.0,
    words: tuple[str, ...] = TROUBLE,
    symptom: bool = False,
    compare: bool = True,
    unit: str = "",
) -> ReportItem:
    """One item with its figures reckoned from made-up days."""
    period = period_of(days)
    span = (high - low) if high is not None else 8.0
    known = by_day(days, level, key, span=span, low=low)
    values = [known.get(day) for day in period.days()]
    rated = [value for value in values if value is not None]
    scale = kind is Kind.SCALE and high is not None
    far_high, far_low = low + 0.75 * span, low + 0.25 * span
    return ReportItem(
        key=key,
        label=label,
        clinical=CLINICAL.get(cluster, ""),
        cluster=cluster,
        kind=kind,
        better=better,
        minimum=low,
        maximum=high,
        words=words,
        values=tuple(values),
        trend=tuple(trailing_mean(known, list(period.days()))),
        unit=unit,
        symptom=symptom,
        n_days=len(rated),
        mean=mean(rated) if rated else None,
        median=median(rated) if rated else None,
        days_high=sum(v >= far_high for v in rated) if scale and better is Better.LOWER else None,
        days_low=sum(v <= far_low for v in rated) if scale and better is Better.HIGHER else None,
        high_from=far_high if scale else None,
        low_to=far_low if scale else None,
        previous_mean=mean(rated) + 0.4 if rated and compare else None,
        previous_days=70 if compare else 0,
        change=-0.4 if rated and compare else None,
    )


def symptoms(days: int = 90, count: int = 12, *, compare: bool = True) -> tuple[ReportItem, ...]:
    """So many of the journal's symptom items."""
    return tuple(
        item(key, label, days, level, cluster=cluster, symptom=True, compare=compare)
        for key, label, cluster, level in SYMPTOMS[:count]
    )


def life(days: int = 90, *, compare: bool = True) -> tuple[ReportItem, ...]:
    """The three life items."""
    labels = {
        "functioning": "Getting things done",
        "connection": "Connection with people",
        "wellbeing": "Quality of life",
    }
    return tuple(
        item(
            key,
            label,
            days,
            2.4,
            cluster=Cluster.LIFE,
            better=Better.HIGHER,
            words=LIFE if key != "wellbeing" else ("very poor", "poor", "middling", "good", "very good"),
            compare=compare,
        )
        for key, label in labels.items()
    )


def others(days: int = 90, *, compare: bool = True) -> tuple[ReportItem, ...]:
    """Sleep, counts and body items."""
    return (
        item(
            "hours_slept",
            "Hours slept",
            days,
            3.2,
            cluster=Cluster.SLEEP,
            kind=Kind.HOURS,
            high=None,
            words=(),
            unit="h",
            better=Better.NONE,
            compare=compare,
        ),
        item("dizziness", "Dizziness", days, 1.0, cluster=Cluster.BODY, compare=compare),
        item("nausea", "Nausea", days, 0.8, cluster=Cluster.BODY, compare=compare),
    )


def load_of(items: tuple[ReportItem, ...], days: int = 90, *, compare: bool = True) -> Load:
    """The average symptom rating of made-up days."""
    period = period_of(days)
    chance = random.Random("load")
    known = {day: 1.0 + value / 2 + chance.uniform(-0.3, 0.3) for day, value in by_day(days, 2.2, "load").items()}
    within = [known[day] for day in period.days() if day in known]
    lines = trailing_quartiles(known, list(period.days()))
    return Load(
        values=tuple(known.get(day) for day in period.days()),
        median_line=tuple(None if line is None else line[1] for line in lines),
        band=tuple(None if line is None else (line[0], line[2]) for line in lines),
        n_days=len(within),
        items=len(items),
        mean=mean(within),
        median=quartiles(within)[1],
        previous_mean=2.3 if compare else None,
        previous_days=66 if compare else 0,
        change=-0.4 if compare else None,
    )


def full_data(days: int = 90, *, compare: bool = True, notes: tuple[ChosenNote, ...] = ()) -> ReportData:
    """Everything there can be, over so many days."""
    items = (*symptoms(days, compare=compare), *life(days, compare=compare), *others(days, compare=compare))
    logged = sum(value is not None for value in items[0].values)
    return ReportData(
        made_on=LAST,
        days=Days(
            possible=days,
            logged=logged,
            longest_gap=min(4, days // 10),
            entries=logged + days // 3,
            entered_later=6,
            previous_logged=70 if compare else None,
            previous_possible=90 if compare else None,
        ),
        items=items,
        load=load_of(items[:12], days, compare=compare),
        usual_day=UsualDay(4, 12, logged),
        usual_day_before=UsualDay(6, 12, 66) if compare else None,
        steps=(120, 260, 310, 150, 60),
        steps_before=(90, 220, 330, 190, 80) if compare else (),
        step_words=TROUBLE,
        nightmares=Nightly(2.4, 77, 14, 3.6 if compare else None, 70),
        sleep=Nightly(6.2, 77, 0, 5.8 if compare else None, 70),
        week=WeekTable(
            ("night", "morning", "afternoon", "evening"),
            tuple(tuple(None if (p + w) % 9 == 0 else (p + w) % 5 * 0.9 for w in range(7)) for p in range(4)),
        ),
        notes=notes,
        suicidal_thoughts=Asked(41, 3, date(2026, 10, 2)),
    )
