"""The jobs of bringing in, on the storage thread: looking at a file, reading it in, listing the rest. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from journal.app.imports import ImportPreview, ImportResult, preview, run_import
from journal.app.journal import Journal
from journal.app.unread_lists import write_unread
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer, NameQuestion
from journal.exchange.drafts import Progress
from journal.exchange.encodings import TableShape
from journal.exchange.formats import Format, recognise
from journal.exchange.results import EntryCounts
from journal.exchange.table import shape_of
from journal.exchange.table_mapping import TableMapping
from journal.exchange.table_mapping_text import write_mapping
from journal.model.errors import InvalidFile, InvalidMapping
from journal.model.items import Item
from journal.ui.bringing_in.names_state import usable
from journal.ui.bringing_in.table_look import TableLook, first_mapping, look_at_table
from journal.ui.bringing_in.table_state import made_of, name_questions, with_proposals

Key = tuple[str, str]
"""The kind and the text of a name in a file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file and what was said of it. `answers` or `table` None: nothing yet, so what held for the last file holds.

    `given` are the answers for names as they are shown, `names` those that can be followed.
    """

    path: Path
    answers: ImportAnswers | None = None
    given: Mapping[Key, NameAnswer] = field(default_factory=dict)
    names: tuple[NameAnswer, ...] = ()
    table: TableMapping | None = None
    remembered: bool = False

    @property
    def told(self) -> ImportAnswers | None:
        """The answers, with those for names."""
        if self.answers is None:
            return None
        return replace(self.answers, names=self.names)


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table: the mapping as the person has it, the same with every name settled, and what stands in its columns."""

    mapping: TableMapping
    full: TableMapping
    look: TableLook


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found: what would come in, and the items that it can go to.

    `problem` is what keeps a table's mapping from being used; then the preview is empty.
    """

    preview: ImportPreview
    items: tuple[Item, ...]
    table: TableFound | None = None
    problem: InvalidMapping | InvalidFile | None = None


def look(journal: Journal, wanted: Wanted, progress: Progress) -> Looked:
    """Look at the file; nothing is written. Raises as `preview`, and ImportStopped."""
    if recognise(wanted.path) is Format.TABLE:
        return _look_at_table(journal, wanted, progress)
    found = preview(journal, wanted.path, answers=wanted.told, progress=progress)
    return Looked(found, tuple(journal.items()))


def bring_in(journal: Journal, wanted: Wanted, looked: Looked, progress: Progress) -> ImportResult:
    """Read the file in, each name as it was settled or proposed. Raises as `run_import`, and ImportStopped."""
    if looked.table is not None:
        text = write_mapping(looked.table.full)
        return run_import(journal, wanted.path, mapping=text, skip_unmapped=True, progress=progress)
    found = looked.preview
    answers = replace(wanted.answers or found.answers, names=settled(found.names, wanted.given, looked.items))
    return run_import(journal, wanted.path, answers=answers, skip_unmapped=True, progress=progress)


def list_unread(journal: Journal, wanted: Wanted, looked: Looked, out: Path) -> Path:
    """Write the whole list of what can't be read to a file. Raises FileUnwritable, and as `preview`."""
    mapping = write_mapping(looked.table.full) if looked.table is not None else None
    write_unread(
        journal,
        out,
        lambda report: preview(journal, wanted.path, mapping=mapping, answers=wanted.told, report=report),
    )
    return out


def settled(
    names: Sequence[NameQuestion], given: Mapping[Key, NameAnswer], items: Iterable[Item]
) -> tuple[NameAnswer, ...]:
    """The answer to each name: the person's, else the proposal that they saw."""
    whole = {(each.kind, each.name): given.get((each.kind, each.name), each.proposal) for each in names}
    return usable(names, whole, items)


def _look_at_table(journal: Journal, wanted: Wanted, progress: Progress) -> Looked:
    mapping, remembered = wanted.table, wanted.remembered
    if mapping is None:
        mapping, remembered = first_mapping(journal, wanted.path)
    items = tuple(journal.items())
    found = look_at_table(wanted.path, mapping, progress, remembered=remembered)
    names = name_questions(mapping, found, items)
    table = TableFound(mapping, with_proposals(mapping, names), found)
    shape = shape_of(wanted.path, mapping)
    try:
        seen = preview(journal, wanted.path, mapping=write_mapping(table.full), progress=progress)
    except (InvalidMapping, InvalidFile) as error:
        return Looked(_empty(shape, mapping.zone), items, table, error)
    known = {item.key for item in items}
    made = tuple(made_of(item) for item in table.full.items if item.key not in known)
    return Looked(replace(seen, format=Format.TABLE, names=names, made=made), items, table)


def _empty(shape: TableShape, zone: str) -> ImportPreview:
    nothing = ImportResult(Format.TABLE, EntryCounts())
    return ImportPreview(nothing, (), shape.encoding, shape.delimiter, shape.decimal, zone, format=Format.TABLE)
