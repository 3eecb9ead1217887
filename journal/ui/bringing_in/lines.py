"""What a list of this page shows in each of its lines: names, columns, places that were not read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`title` and at its end `aside`; `below` in the next row."""

    title: str
    aside: str = ""
    below: str = ""

    @property
    def spoken(self) -> str:
        """Everything on the line, for a screen reader."""
        return ". ".join(part for part in (self.title, self.aside, self.below) if part)
