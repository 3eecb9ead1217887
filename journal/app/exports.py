"""Taking the journal out: CSV for any program, JSON that can be read back. Neither is encrypted."""

from __future__ import annotations

import difflib
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import IO

from journal import __version__
from journal.app.journal import Journal
from journal.app.record_exports import Cut, Notes, chosen_records, every_record
from journal.app.sessions import numbered
from journal.exchange.csv_export import CsvContent, write_csv_zip
from journal.exchange.csv_treatment import TreatmentContent
from journal.exchange.iso_times import iso_time
from journal.exchange.leeward_document import DocumentHead, DocumentImport, DocumentItem, TreatmentRecords
from journal.exchange.leeward_writer import write_document
from journal.model.entries import Entry
from journal.model.errors import UnknownItem
from journal.model.items import Item, ItemVersion, Origin
from journal.model.periods import Period
from journal.report.request import OPENED_BY, Part
from journal.texts.items import ItemWords

_DAYS_AT_ONCE = 100
"""Entries are read in stretches of days, so that a long journal is never in memory as a whole."""


class ExportFormat(StrEnum):
    """The formats that can be written."""

    CSV = "csv"
    JSON = "json"


def export(
    journal: Journal,
    file_format: str,
    *,
    first: date | None = None,
    last: date | None = None,
    include: Collection[str] = (),
    notes: str = Notes.NONE,
) -> bytes:
    """The content of an export. Raises InvalidPeriod, UnknownItem for an unknown part."""
    file = io.BytesIO()
    export_to(journal, file, file_format, first=first, last=last, include=include, notes=notes)
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
) -> None:
    """Write an export into an open file, entry by entry.

    Items that stay out of the report until chosen (alcohol, drugs, thoughts of suicide …) stay
    out here too, unless their part or key is in `include`; so do sessions, medicines and markers
    without their part (sessions, medicines, markers). JSON of all days with all notes is the
    whole journal and holds everything. Raises InvalidPeriod, UnknownItem.
    """
    kind = ExportFormat(file_format)
    selection = _Selection(journal, first, last, include, Notes(notes), whole=kind is ExportFormat.JSON)
    if kind is ExportFormat.CSV:
        items = {item.id: item for item in selection.items()}
        with_notes = selection.notes is not Notes.NONE
        treatment = selection.treatment(items)
        content = CsvContent(items, selection.versions(), selection.entries, with_notes, treatment)
        write_csv_zip(file, content, ItemWords(journal.catalogue))
        return
    whole = selection.whole
    entries = selection.all_entries() if whole else selection.entries()
    for piece in write_document(_head(journal, selection, whole=whole), entries, selection.records):
        file.write(piece.encode("utf-8"))


class _Selection:
    """What of a journal goes out. `whole` is true when nothing is left out: all days and all notes."""

    def __init__(
        self,
        journal: Journal,
        first: date | None,
        last: date | None,
        include: Collection[str],
        notes: Notes,
        *,
        whole: bool,
    ) -> None:
        self._store = journal.store
        self._journal = journal
        self.whole = whole and notes is Notes.ALL and first is None and last is None
        self.first, self.last = first, last
        self.notes = notes
        if first is not None and last is not None:
            Period(first, last)
        everything = {item.id: item for item in journal.items()}
        opened = _opened_keys(include, everything.values())
        self._let_out = {key: item for key, item in everything.items() if item.in_report or item.key in opened}
        self._parts = frozenset(include)

    @cached_property
    def records(self) -> TreatmentRecords:
        """The records of treatment: all of them as they are, or those of the chosen parts."""
        if self.whole:
            return every_record(self._store)
        cut = Cut(self.first, self.last, self._let_out.keys(), self.notes)
        return chosen_records(self._store, self._parts, cut)

    def treatment(self, items: Mapping[str, Item]) -> TreatmentContent:
        """What of treatment goes into a CSV export."""
        return TreatmentContent(self.records, self._parts, items, self._journal.treatments, numbered(self._journal))

    def items(self) -> list[Item]:
        """The items that are let out and were answered in the period, or felt as a side effect."""
        answered = {rating.item_id for entry in self.entries() for rating in entry.ratings}
        felt = {effect.item_id for session in self.records.sessions for effect in session.effects}
        return [item for item in self._let_out.values() if item.id in answered | felt]

    def versions(self) -> dict[str, ItemVersion]:
        """Every version of every item, by id."""
        return {version.id: version for row in self._store.items.all() for version in row.versions}

    def entries(self) -> Iterator[Entry]:
        """The entries of the period, without what stays out and where they were imported from."""
        return (self._cut(entry) for entry in self._read(self.first, self.last))

    def all_entries(self) -> Iterator[Entry]:
        """Every entry as it is."""
        return self._read(None, None)

    def _cut(self, entry: Entry) -> Entry:
        shown = self.notes is Notes.ALL or (self.notes is Notes.SHARED and entry.note_shared)
        ratings = tuple(rating for rating in entry.ratings if rating.item_id in self._let_out)
        note = entry.note if shown else ""
        return replace(entry, note=note, ratings=ratings, import_id=None, source_key=None)

    def _read(self, first: date | None, last: date | None) -> Iterator[Entry]:
        start, end = self._store.entries.first_day(), self._store.entries.last_day()
        if start is None or end is None:
            return
        start, end = max(start, first or start), min(end, last or end)
        while start <= end:
            stop = min(end, start + timedelta(days=_DAYS_AT_ONCE - 1))
            yield from self._store.entries.between(start, stop)
            start = stop + timedelta(days=1)


def _head(journal: Journal, selection: _Selection, *, whole: bool) -> DocumentHead:
    now_ms = journal.clock.now_ms()
    store = journal.store
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
        items=tuple(_items(journal, None if whole else {item.id for item in selection.items()})),
        imports=tuple(made) if whole else (),
        deleted=tuple(store.tombstones.all()) if whole else (),
    )


def _items(journal: Journal, only: Collection[str] | None) -> Iterator[DocumentItem]:
    words = ItemWords(journal.catalogue)
    labels = {item.id: words.item_label(item) for item in journal.items()}
    for row in journal.store.items.all():
        if only is None or row.id in only:
            label = labels.get(row.id, row.key)
            yield DocumentItem(row.id, row.key, Origin(row.origin), row.hidden, row.position, row.versions, label)


def _opened_keys(include: Collection[str], items: Iterable[Item]) -> frozenset[str]:
    """The keys of items that the parts let out. A part is one of the report's, or an item's key."""
    keys = {item.key for item in items}
    parts = {str(part) for part in Part}
    for name in include:
        if name not in parts and name not in keys:
            similar = difflib.get_close_matches(name, sorted(parts | keys), n=3)
            raise UnknownItem(key=name, similar=tuple(similar))
    opened = {key for part, named in OPENED_BY.items() if part in include for key in named}
    return frozenset(opened | set(include))
