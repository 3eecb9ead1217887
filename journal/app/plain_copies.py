"""The whole journal as plain files, before leaving: JSON that reads back, and tables for any program. Not encrypted."""

from __future__ import annotations

from pathlib import Path

from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat
from journal.app.journal import Journal
from journal.app.record_exports import Notes
from journal.app.taking_out import ending, take_out
from journal.app.written_files import check_outside, free_path
from journal.model.errors import FileUnwritable
from journal.report.request import Part

KINDS = (ExportFormat.JSON, ExportFormat.CSV)


def write_plain_copies(journal: Journal, place: Path) -> tuple[Path, ...]:
    """Write everything into a folder, readable by its owner alone; the paths. Replaces nothing.

    Every item, note, session, medicine and marker goes in. Raises FileUnwritable, also for the
    journal's own folder.
    """
    check_outside(place, journal.folder)
    if not place.is_dir():
        raise FileUnwritable(path=str(place), detail="not a folder")
    stem = f"Notes {journal.today().isoformat()}"
    return tuple(_written(journal, free_path(place, stem, ending(kind, locked=False)), kind) for kind in KINDS)


def _written(journal: Journal, path: Path, kind: ExportFormat) -> Path:
    parts = frozenset([*map(str, Part), *(item.key for item in journal.items())])
    return take_out(journal, path, kind, Wanted(include=parts, notes=Notes.ALL)).path
