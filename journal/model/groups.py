"""Groups of items that a person makes, beside those of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """An own group. `position` orders it among the groups, the catalogue's standing at 0, 100, 200 and so on."""

    id: str
    name: str
    position: int = 0
