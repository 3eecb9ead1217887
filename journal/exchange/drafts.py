"""What a reader makes of a file: entries as they would be kept, still without ids of the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from journal.exchange.limits import FIRST_SHOWN, MOST_LISTED
from journal.exchange.unread import Unread
from journal.model.entries import TimeKnown
from journal.model.items import Asked, Better, Combine, Kind
from journal.model.medicines import Taken

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
    part: str | None = None
    doses: tuple[DoseDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class DoseDraft:
    """One dose of a file as it would be kept, of the medicine of this name. Times as on `EntryDraft`."""

    source_key: str
    line: int
    medicine: str
    unit: str
    taken: Taken
    at_ms: int
    offset_min: int
    zone: str | None
    day: date
    time_known: TimeKnown = TimeKnown.MINUTE
    amount: float | None = None
    due_min: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DoseColumn:
    """What a column says of one medicine.

    `levels` has the day of each change with the dose from then on, `last` the last day with a dose,
    `cells` how many cells held one.
    """

    column: str
    medicine: str
    unit: str
    cells: int
    levels: tuple[tuple[date, float], ...]
    last: date


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
    words: tuple[str, ...] = ()
    unit: str = ""


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

    `unread` holds the first 1,000 cells, `unread_count` counts all. `doses` are the medicines of the
    file. `moved` counts times that no clock showed, because the clock went forward over them; they
    were moved on by the gap.
    """

    rows: int = 0
    entries: int = 0
    values: int = 0
    moved: int = 0
    unread_count: int = 0
    unread: list[Unread] = field(default_factory=list)
    doses: tuple[DoseColumn, ...] = ()
    first: list[EntryDraft] = field(default_factory=list)
    unmapped: tuple[UnmappedName, ...] = ()

    def add_unread(self, cell: Unread) -> None:
        """Count a cell that was not read; keep it if there is room."""
        self.unread_count += 1
        if len(self.unread) < MOST_LISTED:
            self.unread.append(cell)

    def add_entry(self, draft: EntryDraft) -> None:
        """Count an entry; keep it if it is one of the first."""
        self.entries += 1
        self.values += len(draft.ratings)
        if len(self.first) < FIRST_SHOWN:
            self.first.append(draft)


class SpeaksOf(Protocol):
    """What a file speaks of: the rest of an entry that is here already stays as it is."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the items that the file speaks about."""

    @property
    def speaks_of_notes(self) -> bool:
        """Whether the file has notes, so that an empty one means that there is none."""


class Reader(SpeaksOf, Protocol):
    """A file being read: surveyed first, then read again for writing."""

    def survey(self, report: Callable[[Unread], None] | None = None, progress: Progress | None = None) -> Survey:
        """Read everything once; `report` gets each unread cell."""

    def drafts(self, progress: Progress | None = None) -> Iterator[EntryDraft]:
        """Read again, entry by entry; the survey must have been made."""
