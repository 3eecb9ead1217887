"""Made-up courses for the charts: plausible, seeded, with gaps."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from journal.model.items import Better, Kind
from journal.model.panels import item_panel, load_panel
from journal.model.periods import Period
from journal.model.series import (
    EFFECTS_KEY,
    ChartMark,
    DoseLane,
    EffectPeaks,
    MarkKind,
    Panel,
    Scale,
    TrendsData,
    WeekData,
    WeekPanel,
)
from journal.model.week import WeekCell, WeekTable

LAST = date(2026, 10, 29)
SYMPTOM = Scale(
    Kind.SCALE,
    Better.LOWER,
    0,
    4,
    1,
    "not at all",
    "extremely",
    ("not at all", "a little", "moderately", "quite a bit", "extremely"),
)
LIFE = Scale(
    Kind.SCALE,
    Better.HIGHER,
    0,
    4,
    1,
    "not at all",
    "fully",
    ("not at all", "a little", "about half", "mostly", "fully"),
)
HOURS = Scale(Kind.HOURS, Better.HIGHER, 0, 10, 0.25, unit="h")
YES_NO = Scale(Kind.YES_NO, Better.NONE, 0, 1, 1, "no", "yes", ("no", "yes"))
LABELS = (
    "Nightmares",
    "Flashbacks",
    "Unwanted memories",
    "Avoiding reminders",
    "Guilt or shame",
    "Low mood",
    "Emotional numbness",
    "Irritability or anger",
    "Being on guard",
    "Trouble sleeping",
    "Anxiety",
    "Feeling unreal or far away",
)


def course(seed: int, first: date, last: date, scale: Scale = SYMPTOM) -> dict[date, float]:
    """Day values on the steps of a scale, drifting, with single days and some weeks missing."""
    chance = random.Random(seed)
    span, level, values = scale.maximum - scale.minimum, 0.65, {}
    away = 0
    for number in range((last - first).days + 1):
        level = min(0.95, max(0.1, level + chance.gauss(-0.0006, 0.03)))
        away = chance.randint(5, 12) if chance.random() < 0.006 else away - 1
        if away > 0 or chance.random() < 0.12:
            continue
        raw = scale.minimum + span * min(1.0, max(0.0, chance.gauss(level, 0.16)))
        values[first + timedelta(days=number)] = round(raw / scale.step) * scale.step
    return values


def symptom_panels(count: int, first: date, last: date) -> list[Panel]:
    """Panels of the first `count` symptoms."""
    return [
        item_panel(LABELS[n % 12].lower().replace(" ", "_"), LABELS[n % 12], SYMPTOM, course(n, first, last))
        for n in range(count)
    ]


def trends(count: int, days: int, *, compare: bool = False, life: int = 0, load: bool = False) -> TrendsData:
    """`count` symptoms (and `life` items, and the average symptom rating) over the last `days` days."""
    period = Period(LAST - timedelta(days=days - 1), LAST)
    first = period.first - timedelta(days=days)
    panels = symptom_panels(count, first, LAST)
    if load:
        fine = Scale(Kind.SCALE, Better.LOWER, 0, 4, 0.1, "not at all", "extremely")
        panels.insert(0, load_panel("Average symptom rating", fine, course(99, first, LAST, fine)))
    kinds = [("functioning", "Getting things done", LIFE), ("hours_slept", "Hours slept", HOURS)]
    for number, (key, label, scale) in enumerate(kinds[:life]):
        panels.append(item_panel(key, label, scale, course(50 + number, first, LAST, scale)))
    return TrendsData(period, Period(first, LAST), Period(first, LAST), tuple(panels), compare)


def weeks(count: int, *, by_part: bool = True) -> WeekData:
    """`count` typical weeks; every fifth cell has too few ratings."""
    return WeekData(Period(LAST - timedelta(days=89), LAST), tuple(_week(n, 4 if by_part else 1) for n in range(count)))


def _week(seed: int, rows: int) -> WeekPanel:
    chance = random.Random(seed)
    table = tuple(
        tuple(WeekCell(None if chance.random() < 0.2 else chance.uniform(0, 4), 9) for _ in range(7))
        for _ in range(rows)
    )
    label = LABELS[seed % 12]
    return WeekPanel(label.lower().replace(" ", "_"), label, SYMPTOM, WeekTable(by_part=rows == 4, rows=table))


def with_treatment(data: TrendsData, *, sessions: int = 6, lanes: int = 2, effects: bool = True) -> TrendsData:
    """The same charts with sessions, dose changes, a marker, doses, and side effects by session."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    length = last - first
    days = [first + length // 3 + round(n * length / (2.2 * max(1, sessions))) for n in range(sessions)]
    marks = [ChartMark(day, f"Infusion {n + 1}", MarkKind.SESSION, "Infusion", n + 1) for n, day in enumerate(days)]
    change = first + length // 5
    marks.append(ChartMark(change, "Sertraline 50 → 100 mg", MarkKind.DOSE))
    marks.append(ChartMark(last - length // 8, "Moved house", MarkKind.MARKER))
    doses = [
        DoseLane("Sertraline", "mg", (first - 60, change), (change - 1, last), (50.0, 100.0)),
        DoseLane("Prazosin", "mg", (first + length // 2,), (last - length // 6,), (1.0,), as_needed=True),
        DoseLane("Tapered", "mg", (first, first + length // 2), (first + length // 2 - 1, last), (10.0, 0.0)),
    ]
    panels = data.panels
    if effects:
        chance = random.Random(3)
        peaks = tuple(
            EffectPeaks(label, tuple(float(day) for day in kept), tuple(float(chance.randint(0, 4)) for _ in kept))
            for label in ("Dizziness", "Nausea", "Far away or unreal")
            if (kept := [day for day in days if chance.random() < 0.85]) is not None
        )
        asked = sorted({int(day) for effect in peaks for day in effect.days})
        highest = [
            max(lv for e in peaks for d, lv in zip(e.days, e.levels, strict=True) if int(d) == day) for day in asked
        ]
        label = "Side effects by session"
        panels = (*panels, Panel(EFFECTS_KEY, label, SYMPTOM, tuple(asked), tuple(highest), (), (), effects=peaks))
    return replace(data, panels=panels, marks=tuple(sorted(marks, key=lambda m: m.day)), doses=tuple(doses[:lanes]))
