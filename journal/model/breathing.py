"""Paced breathing: which part of a breath it is at a moment, and how full. Pure, without a clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

SHORTEST_S, LONGEST_S = 2, 12
GENTLE_IN_S, GENTLE_OUT_S = 4, 6


class Part(StrEnum):
    """The two parts of a breath. It is never held."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to breathe in and out, in whole seconds."""

    in_s: int = GENTLE_IN_S
    out_s: int = GENTLE_OUT_S

    def changed(self, part: Part, by: int) -> Pace:
        """One part longer or shorter, inside what is comfortable to follow."""
        if part is Part.IN:
            return Pace(_within(self.in_s + by), self.out_s)
        return Pace(self.in_s, _within(self.out_s + by))


@dataclass(frozen=True, slots=True)
class Breath:
    """A moment of a breath: `left_s` whole seconds of this part are left, `fullness` goes from 0 to 1 and back."""

    part: Part
    left_s: int
    fullness: float


def breath_at(pace: Pace, since_s: float) -> Breath:
    """The breath so many seconds after the first breathing in began."""
    inside = max(0.0, since_s) % (pace.in_s + pace.out_s)
    part = Part.IN if inside < pace.in_s else Part.OUT
    length, gone = (pace.in_s, inside) if part is Part.IN else (pace.out_s, inside - pace.in_s)
    eased = (1 - math.cos(math.pi * gone / length)) / 2
    return Breath(part, max(1, math.ceil(length - gone)), eased if part is Part.IN else 1 - eased)


def _within(seconds: int) -> int:
    return max(SHORTEST_S, min(LONGEST_S, seconds))
