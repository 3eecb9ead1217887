"""What a reader of another program's diary says: entries, the names in them, and doses.

A reader is a generator that is run twice. It knows the file and nothing of the journal: what
becomes of a name is settled in `naming`, times without a zone and equal times in `reading`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from journal.exchange.drafts import Progress
from journal.exchange.unread import Report
from journal.model.entries import TimeKnown
from journal.model.items import Better, Combine, Kind
from journal.model.medicines import Taken


class Said(NamedTuple):
    """What a file says of one name. `number` None means that it is only named: an activity, a mood's word.

    For a word of a scale (`Destination.words` is not None) a number is where the file itself puts the word.
    """

    kind: str
    name: str
    number: float | None = None


class SourceDose(NamedTuple):
    """One dose in a file. `amount` None: not said. `at` as on `SourceEntry`; `due_min` the planned minute of the day.

    `at` None: at the time of the entry.
    """

    medicine: str
    amount: float | None = None
    unit: str = ""
    taken: Taken = Taken.TAKEN
    at: datetime | None = None
    due_min: int | None = None
    note: str = ""
    key: str = ""
    """Tells apart doses of one medicine at one time; usually empty."""

    planned: bool = False
    """Whether the entry's time is the planned time of the dose: its day, and its minute as `due_min`.

    One that was not taken may be one that was not answered: it is left out unless the person says so.
    """


class SourceEntry(NamedTuple):
    """One entry of a file as it stands there.

    `at` is the wall time (naive: local to the zone that the person chose) or aware with its own
    offset; for `known` DAY its time is noon. `key` names the entry by the file's content and never
    by its line, without the format's name: entries of equal keys are told apart by the frame.
    """

    line: int
    at: datetime
    key: str
    said: tuple[Said, ...] = ()
    note: str = ""
    known: TimeKnown = TimeKnown.MINUTE
    part: str | None = None
    doses: tuple[SourceDose, ...] = ()
    in_utc: bool = False
    """Whether the file gives instants and not the clock on the wall: they are shown in the zone chosen."""


class Blank(NamedTuple):
    """What is asked where a file can't say whether something was not asked or was none of it; message ids.

    `missing` and `none` are the two answers, each with what it leads to.
    """

    text: str
    missing: str
    missing_means: str
    none: str
    none_means: str


@dataclass(frozen=True, slots=True)
class Destination:
    """What the names of one kind become, unless the person says otherwise.

    `minimum` to `maximum` is the file's own scale, which is also that of a new item; None takes the
    smallest usual scale that holds the numbers seen. `label` names the one item that all names of
    this kind are words of (`words`: the usual ones, in small letters, with their numbers), or with
    words None the one item that a kind of a single name becomes; empty: an item a name.
    `blank`: an entry without the name may be read as 0, if the person says so, in the words of `asks`
    where the usual ones do not fit; for a medicine, a planned dose that was not taken. `same` holds keys of
    catalogue items that mean the same, proposed for a name (in small letters).
    """

    kind: Kind = Kind.SCALE
    minimum: float | None = None
    maximum: float | None = None
    step: float = 1.0
    better: Better = Better.NONE
    combine: Combine | None = None
    unit: str = ""
    label: str = ""
    key: str = ""
    words: Mapping[str, float] | None = None
    steps: tuple[str, ...] = ()
    blank: bool = False
    asks: Blank | None = None
    medicine: bool = False
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceShape:
    """How a file was found to be written. Empty where the format leaves no choice (`delimiter`, `decimal`)."""

    encoding: str = "utf-8"
    delimiter: str = ""
    decimal: str = ""


class DiaryFormat(Protocol):
    """One format of one program. Its objects hold nothing between two passes."""

    @property
    def format(self) -> str:
        """Its name, as the command line has it. Two formats of one program share it and their keys."""

    @property
    def newest_first(self) -> bool:
        """Whether such a file usually begins with the newest entry, which settles equal times."""

    @property
    def speaks_of_notes(self) -> bool:
        """Whether an entry without a note has none."""

    def recognises(self, path: Path, start: bytes) -> bool:
        """Whether the file is of this format, by what it holds. `start` is its first 64 KiB. Raises nothing."""

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """How the file is written; what `wanted` names (is not empty) is taken as it is."""

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """Every entry in the order of the file; `report` gets each cell that can't be read.

        Raises InvalidFile, FileTooLarge, FileUnreadable.
        """

    def destination(self, kind: str) -> Destination:
        """What names of a kind become."""
