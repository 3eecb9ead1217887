"""What a trial found, as a row of the table."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

SHOWN_FAULTS = 5


@dataclass
class Outcome:
    """One trial: how often it was tried, what was counted, and each thing that went wrong."""

    what: str
    rounds: int = 0
    figures: dict[str, int | float | str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    not_run: str = ""

    def count(self, name: str, by: int = 1) -> None:
        """Count one more of something."""
        value = self.figures.get(name, 0)
        self.figures[name] = (value if isinstance(value, int) else 0) + by

    def fault(self, text: str) -> None:
        """Note something that went wrong."""
        self.faults.append(text)


def scaled(rounds: int) -> int:
    """How many rounds to make: all, or the share that TORTURE_SCALE asks for, at least two."""
    return max(2, round(rounds * float(os.environ.get("TORTURE_SCALE", "1"))))


def print_outcomes(outcomes: list[Outcome]) -> None:
    """Every outcome on a line, its first faults below it."""
    for outcome in outcomes:
        state = f"not run: {outcome.not_run}" if outcome.not_run else "FAULTS" if outcome.faults else "held"
        print(f"{outcome.what:46} {outcome.rounds:>6}  {state:8} {_figures(outcome.figures)}".rstrip())
        for fault in outcome.faults[:SHOWN_FAULTS]:
            print(f"    {fault}")
        if len(outcome.faults) > SHOWN_FAULTS:
            print(f"    and {len(outcome.faults) - SHOWN_FAULTS} more")


def _figures(figures: Mapping[str, int | float | str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in figures.items())
