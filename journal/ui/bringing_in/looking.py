"""The jobs of bringing in, on the storage thread: looking at a file, reading it in, listing the rest. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journal.app.imports import ImportPreview, ImportResult, preview, run_import
from journal.app.journal import Journal
from journal.app.unread_lists import write_unread
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer, NameQuestion
from journal.exchange.drafts import Progress
from journal.model.items import Item

Key = tuple[str, str]
"""The kind and the text of a name in a file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file and what was said of it. `answers` None: nothing yet, so what was said of the last one holds."""

    path: Path
    answers: ImportAnswers | None = None
    given: Mapping[Key, NameAnswer] = field(default_factory=dict)

    @property
    def told(self) -> ImportAnswers | None:
        """The answers, with those for names."""
        if self.answers is None:
            return None
        return replace(self.answers, names=tuple(self.given.values()))


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found: what would come in, and the items that it can go to."""

    preview: ImportPreview
    items: tuple[Item, ...]


def look(journal: Journal, wanted: Wanted, progress: Progress) -> Looked:
    """Look at the file; nothing is written. Raises as `preview`, and ImportStopped."""
    found = preview(journal, wanted.path, answers=wanted.told, progress=progress)
    return Looked(found, tuple(journal.items()))


def bring_in(journal: Journal, wanted: Wanted, looked: Looked, progress: Progress) -> ImportResult:
    """Read the file in, each name as it was settled or proposed. Raises as `run_import`, and ImportStopped."""
    found = looked.preview
    names = tuple(settled(found.names, wanted.given))
    answers = replace(wanted.answers or found.answers, names=names)
    return run_import(journal, wanted.path, answers=answers, skip_unmapped=True, progress=progress)


def list_unread(journal: Journal, wanted: Wanted, out: Path) -> Path:
    """Write the whole list of what can't be read to a file. Raises FileUnwritable, and as `preview`."""
    write_unread(journal, out, lambda report: preview(journal, wanted.path, answers=wanted.told, report=report))
    return out


def settled(names: Iterable[NameQuestion], given: Mapping[Key, NameAnswer]) -> Iterable[NameAnswer]:
    """The answer to each name: the person's, else the proposal that they saw."""
    return (given.get((each.kind, each.name), each.proposal) for each in names)
