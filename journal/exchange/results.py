"""What an import did, or would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journal.exchange.diaries.naming import ImportAnswers, NameQuestion, Question
from journal.exchange.drafts import EntryDraft, NewItem, UnmappedName
from journal.exchange.unread import Unread


@dataclass(frozen=True, slots=True)
class EntryCounts:
    """Entries of the file: new here, here already and equal, here already and changed by the file."""

    new: int = 0
    known: int = 0
    changed: int = 0

    def as_json(self) -> dict[str, int]:
        """As the command line gives it."""
        return {"new": self.new, "known": self.known, "changed": self.changed}


@dataclass(frozen=True, slots=True)
class DoseCounts:
    """What a column of doses came to: `levels` usual doses in the file, `new` of them not here yet.

    `cells` counts the cells that held a dose.
    """

    column: str
    medicine: str
    unit: str
    cells: int
    levels: int
    new: int

    def as_json(self) -> dict[str, object]:
        """As the command line gives it."""
        return {
            "medicine": self.medicine,
            "unit": self.unit,
            "column": self.column,
            "cells": self.cells,
            "levels": self.levels,
            "new": self.new,
            "known": self.levels - self.new,
        }


@dataclass(frozen=True, slots=True)
class MedicineCounts:
    """The single doses of one medicine of the file: new here, here already, changed by the file.

    `made`: the medicine itself comes with them.
    """

    medicine: str
    unit: str
    new: int = 0
    known: int = 0
    changed: int = 0
    made: bool = False

    def as_json(self) -> dict[str, object]:
        """As the command line gives it."""
        return {
            "medicine": self.medicine,
            "unit": self.unit,
            "new": self.new,
            "known": self.known,
            "changed": self.changed,
            "made": self.made,
        }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """An import that was made, or that would be.

    `values` counts the ratings in the file. `not_read` lists the first 1,000 unread cells,
    `not_read_count` counts all. `import_id` undoes the import; None when nothing was written.
    `unmapped` are names that map to nothing yet: while there are any, nothing is written unless
    the person said what becomes of them. `doses` counts the usual doses by medicine. `moved` counts
    times that the clocks skipped in spring. `records` counts courses, sessions and the like, by the
    name of their list in a journal's own JSON; `medicines` the single doses of a diary.
    `zone` is what times of a diary without one were taken as local to.
    """

    format: str
    entries: EntryCounts
    values: int = 0
    not_read: tuple[Unread, ...] = ()
    not_read_count: int = 0
    items_made: tuple[str, ...] = ()
    import_id: str | None = None
    unmapped: tuple[UnmappedName, ...] = ()
    doses: tuple[DoseCounts, ...] = ()
    moved: int = 0
    records: Mapping[str, EntryCounts] = field(default_factory=dict)
    medicines: tuple[MedicineCounts, ...] = ()
    zone: str = ""

    def as_json(self) -> dict[str, Any]:
        """What the command line's contract names, with all unread cells counted and the doses by medicine."""
        answer: dict[str, Any] = {
            "format": str(self.format),
            "entries": self.entries.as_json(),
            "values": self.values,
            "not_read": [cell.as_json() for cell in self.not_read],
            "not_read_count": self.not_read_count,
            "doses": [column.as_json() for column in self.doses],
            "items_made": list(self.items_made),
            "undo": self.import_id,
            "unmapped": [name.as_json() for name in self.unmapped],
        }
        if self.records:
            answer["records"] = {name: counts.as_json() for name, counts in self.records.items()}
        if self.medicines:
            answer["medicines"] = [counts.as_json() for counts in self.medicines]
        return answer


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, how the file was found to be written, and its first entries as they will look.

    The first entries and `made`, the items that would be made, follow the answers, and for names
    without one the proposals. `answers` are those in force (given now, or for an earlier file of
    this format); `questions` what the format can't say.
    """

    result: ImportResult
    first: tuple[EntryDraft, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    zone: str = ""
    format: str = ""
    names: tuple[NameQuestion, ...] = ()
    questions: tuple[Question, ...] = ()
    made: tuple[NewItem, ...] = ()
    answers: ImportAnswers = field(default_factory=ImportAnswers)

    def as_json(self) -> dict[str, Any]:
        """As the result's."""
        return self.result.as_json()
