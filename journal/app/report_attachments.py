"""The data that is attached to a report: an export of the same period, parts, items and notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date

from journal.app.export_selection import Selection, Wanted
from journal.app.exports import ExportFormat, write_export
from journal.app.fhir_exports import fhir_pieces
from journal.app.journal import Journal
from journal.app.report_items import SUICIDAL_THOUGHTS
from journal.exchange.csv_columns import file_meaning
from journal.report.attachments import Attachment
from journal.report.request import AttachedFormat, Part, ReportRequest
from journal.texts.translation import _

FHIR_NAME = "journal-fhir-r4.json"
FHIR_TYPE, CSV_TYPE = "application/fhir+json", "text/csv"


def report_attachments(journal: Journal, request: ReportRequest) -> tuple[Attachment, ...]:
    """The files, none where none was wanted. Nothing is in them that was not chosen for the report."""
    wanted = _wanted(request)
    found: list[Attachment] = []
    if AttachedFormat.CSV in request.attach:
        found += _tables(journal, wanted)
    if AttachedFormat.FHIR in request.attach:
        data = b"".join(piece.encode() for piece in _bundle(journal, wanted, request))
        found.append(Attachment(FHIR_NAME, data, FHIR_TYPE, _("The same days for a clinic's record system (FHIR R4).")))
    return tuple(found)


def _wanted(request: ReportRequest) -> Wanted:
    """The choices of the report. Thoughts of suicide are never one of its rows: only their part opens them."""
    return Wanted(
        first=request.period.first,
        last=request.period.last,
        include=frozenset(part.value for part in request.includes),
        items=frozenset(request.item_keys) - {SUICIDAL_THOUGHTS},
        note_ids=frozenset(request.note_ids),
        as_shown=True,
    )


def _tables(journal: Journal, wanted: Wanted) -> Iterator[Attachment]:
    """The files of the CSV export, each by itself: typst takes text only, and a clinic need not unpack anything."""
    packed = io.BytesIO()
    write_export(journal, packed, ExportFormat.CSV, wanted)
    with zipfile.ZipFile(packed) as archive:
        for name in archive.namelist():
            yield Attachment(name, archive.read(name), CSV_TYPE, file_meaning(name) or _("What each column means."))


def _bundle(journal: Journal, wanted: Wanted, request: ReportRequest) -> Iterator[str]:
    name = request.name if request.has(Part.NAME) else ""
    born = _day(request.born) if request.has(Part.BORN) else None
    return fhir_pieces(journal, Selection(journal, wanted, whole=False), name=name, born=born)


def _day(text: str) -> date | None:
    """A birth date that was typed as 1990-05-17; any other form stays on the page alone."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
