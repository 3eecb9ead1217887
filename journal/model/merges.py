"""What joining two copies of a journal finds and does, as numbers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of one kind differ between the two sides.

    `only_*` are on that side alone; `newer_*` are on both, and that side was written last and
    stays; `deleted_*` were deleted on that side after the other had written them, and go.
    """

    only_here: int = 0
    only_there: int = 0
    newer_here: int = 0
    newer_there: int = 0
    deleted_here: int = 0
    deleted_there: int = 0

    @property
    def coming(self) -> int:
        """How many would change here."""
        return self.only_there + self.newer_there + self.deleted_there

    @property
    def going(self) -> int:
        """How many would change there, if it joined this side."""
        return self.only_here + self.newer_here + self.deleted_here


@dataclass(frozen=True, slots=True)
class Holding:
    """What one side holds; days are None where there is nothing."""

    entries: int
    sessions: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Both sides and what is different: of entries, of sessions, and of everything else together."""

    other: Path
    here: Holding
    there: Holding
    entries: Counts
    sessions: Counts
    rest: Counts

    @property
    def anything_coming(self) -> bool:
        """Whether joining would change anything here."""
        return bool(self.entries.coming or self.sessions.coming or self.rest.coming)

    @property
    def anything_going(self) -> bool:
        """Whether this side has something that the other has not."""
        return bool(self.entries.going or self.sessions.going or self.rest.going)

    def as_json(self) -> dict[str, Any]:
        """For programs; days as ISO text."""
        return {
            "other": str(self.other),
            **{side: _holding_json(getattr(self, side)) for side in ("here", "there")},
            **{kind: asdict(getattr(self, kind)) for kind in ("entries", "sessions", "rest")},
        }


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What was found before, how many rows changed here, and the backup made before; None if nothing changed."""

    preview: MergePreview
    rows: int
    backup: Path | None

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            **self.preview.as_json(),
            "rows_changed": self.rows,
            "backup": None if self.backup is None else str(self.backup),
        }


def _holding_json(side: Holding) -> dict[str, Any]:
    return {
        "entries": side.entries,
        "sessions": side.sessions,
        "first_day": None if side.first_day is None else side.first_day.isoformat(),
        "last_day": None if side.last_day is None else side.last_day.isoformat(),
    }
