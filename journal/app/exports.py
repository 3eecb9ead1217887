"""Taking the journal out: CSV for any program, JSON that can be read back, FHIR for a clinic's records.

None of them is encrypted, unless they are put into a zip behind a password.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import IO

from journal import __version__
from journal.app.export_selection import Progress, Selection, Wanted, no_progress
from journal.app.fhir_exports import fhir_pieces
from journal.app.journal import Journal
from journal.app.record_exports import Notes
from journal.exchange.csv_export import CsvContent, write_csv_zip
from journal.exchange.iso_times import iso_time
from journal.exchange.leeward_document import DocumentHead, DocumentImport, DocumentItem
from journal.exchange.leeward_writer import write_document
from journal.exchange.protected_zip import write_protected
from journal.model.items import Origin
from journal.texts.items import ItemWords

INNER_NAME = "notes.json"
"""The name of a text inside a locked zip. Anyone can read it."""


class ExportFormat(StrEnum):
    """The formats that can be written."""

    CSV = "csv"
    JSON = "json"
    FHIR = "fhir"


def export(
    journal: Journal,
    file_format: str,
    *,
    first: date | None = None,
    last: date | None = None,
    include: Collection[str] = (),
    notes: str = Notes.NONE,
    password: str = "",
) -> bytes:
    """The content of an export. Raises InvalidPeriod, UnknownItem for an unknown part."""
    file = io.BytesIO()
    export_to(journal, file, file_format, first=first, last=last, include=include, notes=notes, password=password)
    return file.getvalue()


def export_to(
    journal: Journal,
    file: IO[bytes],
    file_format: str,
    *,
    first: date | None = None,
    last: date | None = None,
    include: Collection[str] = (),
    notes: str = Notes.NONE,
    password: str = "",
    progress: Progress = no_progress,
) -> None:
    """Write an export into an open file, entry by entry; with a password, into a locked zip.

    Items that stay out of the report until chosen (alcohol, drugs, thoughts of suicide …) stay
    out here too, unless their part or key is in `include`; so do sessions, medicines and markers
    without their part (sessions, medicines, markers). JSON of all days with all notes is the
    whole journal and holds everything. Raises as `write_export` does.
    """
    wanted = Wanted(first, last, frozenset(include), notes=Notes(notes))
    write_export(journal, file, ExportFormat(file_format), wanted, password=password, progress=progress)


def write_export(
    journal: Journal,
    file: IO[bytes],
    kind: ExportFormat,
    wanted: Wanted,
    *,
    password: str = "",
    progress: Progress = no_progress,
) -> int:
    """Write what is wanted into an open file; how many entries went in.

    `progress` hears of days read, and ends it by raising. Raises InvalidPeriod, UnknownItem,
    Interrupted.
    """
    selection = Selection(journal, wanted, whole=kind is ExportFormat.JSON, progress=progress)
    if kind is ExportFormat.CSV:
        content = _tables(selection)
        write_csv_zip(file, content, ItemWords(journal.catalogue), password=password)
    elif kind is ExportFormat.FHIR:
        _write_text(file, fhir_pieces(journal, selection), password)
    else:
        _write_text(file, _document(journal, selection), password)
    return selection.entries_read


def _write_text(file: IO[bytes], pieces: Iterable[str], password: str) -> None:
    if password:
        write_protected(file, INNER_NAME, pieces, password)
        return
    for piece in pieces:
        file.write(piece.encode("utf-8"))


def _tables(selection: Selection) -> CsvContent:
    with_notes = selection.with_notes
    selection.expect(3 if with_notes else 2)
    items = {item.id: item for item in selection.items()}
    return CsvContent(items, selection.versions(), selection.entries, with_notes, selection.treatment(items))


def _document(journal: Journal, selection: Selection) -> Iterator[str]:
    selection.expect(1 if selection.whole else 2)
    if selection.whole:
        return write_document(_head(journal, selection, None), selection.all_entries(), selection.records)
    items = selection.items()
    head = _head(journal, selection, {item.id for item in items})
    return write_document(head, selection.entries(), selection.records_with(items))


def _head(journal: Journal, selection: Selection, item_ids: Collection[str] | None) -> DocumentHead:
    now_ms = journal.clock.now_ms()
    store, whole = journal.store, selection.whole
    made = [DocumentImport(each.id, each.at_ms, each.format, each.mapping) for each in store.imports.list()]
    return DocumentHead(
        journal_id=journal.journal_id,
        made_at=iso_time(now_ms // 1000 * 1000, journal.clock.offset_min(now_ms)),
        program=f"leeward {__version__}",
        complete=whole,
        notes=selection.notes,
        first=selection.first,
        last=selection.last,
        settings=store.settings.all() if whole else {},
        items=tuple(_items(journal, item_ids)),
        imports=tuple(made) if whole else (),
        deleted=tuple(store.tombstones.all()) if whole else (),
    )


def _items(journal: Journal, only: Collection[str] | None) -> Iterator[DocumentItem]:
    words = ItemWords(journal.catalogue)
    labels = {item.id: words.item_label(item) for item in journal.items()}
    for row in journal.store.items.all():
        if only is None or row.id in only:
            label = labels.get(row.id, row.key)
            yield DocumentItem(
                row.id,
                row.key,
                Origin(row.origin),
                row.hidden,
                row.position,
                row.versions,
                label,
                own_name=row.label,
                group=row.group_id,
            )
