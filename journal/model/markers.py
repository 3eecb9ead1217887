"""Markers that a person sets on a day: an anniversary, a move, anything that may matter beside the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Marker:
    """A label on a day, drawn on the charts. The note is not drawn."""

    id: str
    day: date
    label: str
    note: str = ""
