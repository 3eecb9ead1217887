"""The person's own plan for hard times, line by line, under seven headings (clinical.md, section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Heading(StrEnum):
    """The headings of a plan, in their order."""

    SIGNS = "signs"
    MYSELF = "myself"
    PLACES = "places"
    PEOPLE = "people"
    CLINIC = "clinic"
    SAFE = "safe"
    MATTERS = "matters"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line. `open` is true where the person chose that it can be read without the passphrase."""

    id: str
    heading: Heading
    text: str
    position: int = 0
    open: bool = False
