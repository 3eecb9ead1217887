"""Taking times in turn with a floor, so that a machine whose speed drifts drifts for both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 7


class NotHere(Exception):
    """What is to be measured, or measured against, is not on this machine; says what."""


@dataclass(frozen=True)
class Row:
    """One line of the table; `budget` is the ratio or the milliseconds allowed, None if none is set."""

    what: str
    measured_ms: float
    floor: str = ""
    floor_ms: float | None = None
    budget: float | None = None
    budget_is_ms: bool = False
    memory_mib: float | None = None

    @property
    def ratio(self) -> float | None:
        """Measured over floor."""
        return self.measured_ms / self.floor_ms if self.floor_ms else None

    @property
    def kept(self) -> str:
        """Whether the budget is kept, in a word; it is not where its floor is missing."""
        if self.budget is None:
            return ""
        value = self.measured_ms if self.budget_is_ms else self.ratio
        return "kept" if value is not None and value <= self.budget else "over"


def elapsed_ms(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def in_turn(*works: Callable[[], object], rounds: int = ROUNDS, warm_up: int = 1) -> list[float]:
    """The median time of each, called A B A B …, in milliseconds."""
    for _ in range(warm_up):
        for work in works:
            work()
    times = [[elapsed_ms(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values stay under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def print_table(rows: list[Row]) -> None:
    """Every row in columns."""
    head = ("what", "median", "floor", "floor", "ratio", "budget", "", "memory")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    budget = "" if row.budget is None else f"{row.budget:g} ms" if row.budget_is_ms else f"{row.budget:g}×"
    return (
        row.what,
        f"{row.measured_ms:.1f} ms",
        row.floor,
        "" if row.floor_ms is None else f"{row.floor_ms:.1f} ms",
        "" if row.ratio is None else f"{row.ratio:.2f}×",
        budget,
        row.kept,
        "" if row.memory_mib is None else f"{row.memory_mib:.0f} MiB",
    )
