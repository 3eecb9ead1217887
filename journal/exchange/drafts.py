"""What a reader makes of a file: entries as they would be kept, still without ids of the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from journal.exchange.limits import FIRST_SHOWN, MOST_LISTED
from journal.exchange.unread import NOT_KEPT, Unread
from journal.model.entries import TimeKnown
from journal.model.items import Asked, Better, Combine, Kind

Progress = Callable[[int, int | None], None]
"""Called with what is done and the total (None while it is not known); it may raise to stop."""


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """One value for the item of `key`, on the journal's scale; `raw` is the file's own number if rescaled."""

    key: str
    value: float
    raw: float | None = None


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One entry of a file. `source_key` names it for good by the file's content, never by line.

    `at_ms` is UTC milliseconds, `offset_min` the local offset then, `zone` the IANA name if known.
    `doses` counts what the file says of medicines, which is not kept yet.
    """

    source_key: str
    line: int
    at_ms: int
    offset_min: int
    zone: str | None
    day: date
    time_known: TimeKnown = TimeKnown.MINUTE
    note: str = ""
    ratings: tuple[RatingDraft, ...] = ()
    doses: int = 0


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item that the import makes. `combine` None takes the usual one of its kind."""

    key: str
    label: str
    kind: Kind
    minimum: float
    maximum: float | None
    step: float
    better: Better
    combine: Combine | None
    asked: Asked = Asked.EVERY


@dataclass(frozen=True, slots=True)
class UnmappedName:
    """A name in the file that maps to nothing yet, and how often it stands there."""

    name: str
    kind: str
    count: int

    def as_json(self) -> dict[str, object]:
        """The form of the command line's contract."""
        return {"name": self.name, "kind": self.kind, "count": self.count}


@dataclass(slots=True)
class Survey:
    """What the first pass over a file found; nothing was written.

    `unread` and `not_kept` hold the first 1,000 cells each, `unread_count` counts all. `moved` counts times that no
    clock showed, because the clock went forward over them; they were moved on by the gap.
    """

    rows: int = 0
    entries: int = 0
    values: int = 0
    doses: int = 0
    moved: int = 0
    unread_count: int = 0
    unread: list[Unread] = field(default_factory=list)
    not_kept: list[Unread] = field(default_factory=list)
    doses_by_column: Counter[str] = field(default_factory=Counter)
    first: list[EntryDraft] = field(default_factory=list)
    unmapped: tuple[UnmappedName, ...] = ()

    def add_unread(self, cell: Unread) -> None:
        """Count a cell that was not read; keep it if there is room."""
        self.unread_count += 1
        if cell.reason == NOT_KEPT:
            self.doses_by_column[cell.column] += 1
        kept = self.not_kept if cell.reason == NOT_KEPT else self.unread
        if len(kept) < MOST_LISTED:
            kept.append(cell)

    @property
    def listed(self) -> tuple[Unread, ...]:
        """The cells to list: those that could not be read first, then those that are not kept yet."""
        return tuple((self.unread + self.not_kept)[:MOST_LISTED])

    def add_entry(self, draft: EntryDraft) -> None:
        """Count an entry; keep it if it is one of the first."""
        self.entries += 1
        self.values += len(draft.ratings)
        self.doses += draft.doses
        if len(self.first) < FIRST_SHOWN:
            self.first.append(draft)


class Reader(Protocol):
    """A file being read: surveyed first, then read again for writing."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the items that the file speaks about."""

    @property
    def speaks_of_notes(self) -> bool:
        """Whether the file has notes, so that an empty one means that there is none."""

    def survey(self, report: Callable[[Unread], None] | None = None, progress: Progress | None = None) -> Survey:
        """Read everything once; `report` gets each unread cell."""

    def drafts(self, progress: Progress | None = None) -> Iterator[EntryDraft]:
        """Read again, entry by entry; the survey must have been made."""
