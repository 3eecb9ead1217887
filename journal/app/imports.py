"""Bringing a history in: looked at first, written in one step, undone in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.history import changed_parts
from journal.app.journal import Journal
from journal.exchange.diaries.answers_file import is_for_table
from journal.exchange.formats import Format, diary_format, recognise
from journal.exchange.results import ImportPreview, ImportResult
from journal.exchange.table_mapping_file import mapping_text
from journal.model.errors import MappingNeeded, UnknownFormat

if TYPE_CHECKING:
    from journal.app.diary_imports import DiaryImport
    from journal.app.table_imports import TableImport
    from journal.exchange.diaries.naming import ImportAnswers
    from journal.exchange.drafts import Progress
    from journal.exchange.unread import Report
    from journal.store.changes import UndoStep

__all__ = [
    "ImportPreview",
    "ImportResult",
    "mapping_template",
    "preview",
    "remembered_mapping",
    "run_import",
    "undo_import",
]

Mapping = Path | str | None
"""A mapping file, or its text, or none."""


def preview(
    journal: Journal,
    path: Path,
    *,
    format: str = Format.AUTO,  # noqa: A002 the word of the contract
    mapping: Mapping = None,
    answers: ImportAnswers | None = None,
    make_items: bool = False,
    report: Report | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """What an import would do; nothing is written. `report` gets each unread cell, also beyond the first 1,000.

    `answers` say what becomes of the names of a diary; without them those for the last file of its
    format hold. `progress` may raise ImportStopped.

    Raises MappingNeeded, InvalidMapping, InvalidFile, UnknownFormat, FileMissing, FileUnreadable,
    FileTooLarge.
    """
    found = _settled(path, format, mapping)
    if found is Format.LEEWARD:
        from journal.app.journal_reading import preview_journal

        return preview_journal(journal, path)
    if found is not Format.TABLE:
        return _diary(journal, path, found, answers, mapping, make_items=make_items).preview(report, progress)
    from journal.app.table_imports import TableImport

    return TableImport(journal, path, _given(path, mapping), make_items=make_items).preview(report, progress)


def run_import(
    journal: Journal,
    path: Path,
    *,
    format: str = Format.AUTO,  # noqa: A002 the word of the contract
    mapping: Mapping = None,
    answers: ImportAnswers | None = None,
    make_items: bool = False,
    skip_unmapped: bool = False,
    dry_run: bool = False,
    report: Report | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Read a file into the journal, in one transaction and one undo step. The same file again changes nothing.

    While names map to nothing and neither `make_items` nor `skip_unmapped` is given, nothing is
    written: the result names them. Raises as `preview`.
    """
    found = _settled(path, format, mapping)
    if found is Format.LEEWARD:
        from journal.app.journal_reading import preview_journal, read_journal

        return preview_journal(journal, path).result if dry_run else read_journal(journal, path)
    reading: DiaryImport | TableImport
    if found is Format.TABLE:
        from journal.app.table_imports import TableImport

        reading = TableImport(journal, path, _given(path, mapping), make_items=make_items)
    else:
        reading = _diary(journal, path, found, answers, mapping, make_items=make_items)
    if dry_run:
        return reading.preview(report, progress).result
    return reading.run(skip_unmapped=skip_unmapped, report=report, progress=progress)


def undo_import(journal: Journal, import_id: str) -> UndoStep:
    """Take a whole import out of the journal again. Raises UnknownImport."""
    step = journal.store.changes.undo_import(import_id)
    journal.changed(*changed_parts(step))
    return step


def remembered_mapping(journal: Journal, path: Path) -> str | None:
    """The mapping that was used last for a table with the columns of this one, or None."""
    from journal.exchange.table import fits

    texts = (kept.mapping for kept in reversed(journal.store.imports.list()) if kept.format == Format.TABLE)
    return next((text for text in texts if fits(path, text)), None)


def mapping_template(path: Path, zone: str = "") -> str:
    """A mapping file drafted from a table's columns and the numbers in them, to be looked over and changed."""
    from journal.exchange.table_template import mapping_template as drafted

    return drafted(path, zone)


def _settled(path: Path, wanted: str, mapping: Mapping) -> Format:
    """The format of a file. With a mapping of columns any text is a table."""
    if wanted == Format.AUTO and mapping is not None and is_for_table(_text(mapping)):
        return Format.TABLE
    if wanted == Format.AUTO:
        return recognise(path)
    try:
        return Format(wanted)
    except ValueError:
        raise UnknownFormat(path=str(path)) from None


def _diary(
    journal: Journal,
    path: Path,
    found: Format,
    answers: ImportAnswers | None,
    mapping: Mapping,
    *,
    make_items: bool,
) -> DiaryImport:
    from journal.app.diary_imports import DiaryImport

    form = diary_format(path, found)
    return DiaryImport(journal, path, form, answers=answers, mapping=mapping, make_items=make_items)


def _given(path: Path, mapping: Mapping) -> Path | str:
    if mapping is None:
        raise MappingNeeded(path=str(path))
    return mapping


def _text(mapping: Path | str) -> str:
    return mapping_text(mapping) if isinstance(mapping, Path) else mapping
