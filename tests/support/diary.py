"""The real diary of 238 days, read by itself: plain csv and numpy, nothing of the program.

The file is not in the repository; tests that use it skip where it does not lie beside the checkout.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
DIARY = ROOT / ".." / "shared" / "data" / "diaries" / "diary-239-days.csv"
OWN_SCALES = ROOT / "tests" / "data" / "diary-239-days.toml"
RESCALED = ROOT / "tests" / "data" / "diary-239-days-rescaled.toml"
ENTRIES = 1476

needs_diary = pytest.mark.skipif(not DIARY.is_file(), reason="the diary of 238 days does not lie beside the checkout")

NIGHT_STARTS_H = 4


@dataclass(frozen=True)
class Expected:
    """What a summary should say of one item in one period."""

    n_days: int
    n_ratings: int
    mean: float | None
    median: float | None
    minimum: float | None
    maximum: float | None
    days_high: int
    days_low: int
    is_scale: bool


@dataclass
class Column:
    """A column as a mapping file tells it, with its values by day."""

    key: str
    table: dict
    by_day: dict[date, list[float]]


def diary_rows() -> list[dict[str, str]]:
    with DIARY.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def dose_levels() -> list[tuple[date, float]]:
    """The day of each change of the dose with the dose from then on, row by row."""
    found: list[tuple[date, float]] = []
    for row in diary_rows():
        amount = float(row["concentrat"])
        if not found or found[-1][1] != amount:
            found.append((_day(row), amount))
    return found


def mapping(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def columns(path: Path, scales: dict[str, tuple[float, float, str]]) -> dict[str, Column]:
    """Each mapped column's numbers by day; `scales` are those of the items that are rescaled onto."""
    rows = diary_rows()
    found = {}
    for table in mapping(path)["item"]:
        by_day: dict[date, list[float]] = {}
        for row in rows:
            value = _number(row[table["column"]], table)
            if value is None:
                continue
            if table.get("rescale"):
                value = _onto(value, table, scales[table["key"]])
            day = _day(row)
            if table.get("once") == "day" and day in by_day:
                continue
            by_day.setdefault(day, []).append(value)
        found[table["key"]] = Column(table["key"], table, by_day)
    return found


def expected(column: Column, first: date, last: date, combine: str, scale: tuple[float, float | None]) -> Expected:
    """Count and average the day values from `first` to `last`."""
    combined = {"mean": np.mean, "last": lambda values: values[-1], "max": np.max, "sum": np.sum}[combine]
    inside = {day: values for day, values in column.by_day.items() if first <= day <= last}
    days = np.array([float(combined(values)) for day, values in sorted(inside.items())])
    low, high = scale
    span = None if high is None else high - low
    return Expected(
        n_days=len(days),
        n_ratings=sum(len(values) for values in inside.values()),
        mean=float(np.mean(days)) if len(days) else None,
        median=float(np.median(days)) if len(days) else None,
        minimum=float(np.min(days)) if len(days) else None,
        maximum=float(np.max(days)) if len(days) else None,
        days_high=int(np.sum(days >= low + 0.75 * span)) if span is not None else 0,
        days_low=int(np.sum(days <= low + 0.25 * span)) if span is not None else 0,
        is_scale=column.table.get("kind", "rating") == "rating",
    )


def _number(text: str, table: dict) -> float | None:
    if text in ("", "NA"):
        return None
    words = {"yes": 1.0, "no": 0.0} if table.get("kind") == "yesno" else table.get("words", {})
    return float(words[text]) if text in words else float(text)


def _onto(value: float, table: dict, scale: tuple[float, float, str]) -> float:
    low, high, better = scale
    share = (value - table["min"]) / (table["max"] - table["min"])
    if table["better"] != better:
        share = 1 - share
    return low + share * (high - low)


def _day(row: dict[str, str]) -> date:
    """A day runs from four in the morning."""
    early = float(row["resptime_s"]) < NIGHT_STARTS_H * 3600
    return date.fromisoformat(row["date"]) - timedelta(days=int(early))
