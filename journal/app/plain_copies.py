"""The whole journal as plain files, before leaving: JSON that reads back, and tables for any program. Not encrypted."""

from __future__ import annotations

from pathlib import Path

from journal.app.exports import ExportFormat, export_to
from journal.app.journal import Journal
from journal.app.record_exports import Notes
from journal.app.written_files import check_outside, free_path, written_file
from journal.model.errors import FileUnwritable
from journal.report.request import Part

ENDINGS = {ExportFormat.JSON: ".json", ExportFormat.CSV: ".zip"}


def write_plain_copies(journal: Journal, place: Path) -> tuple[Path, ...]:
    """Write everything into a folder, readable by its owner alone; the paths. Replaces nothing.

    Every item, note, session, medicine and marker goes in. Raises FileUnwritable, also for the
    journal's own folder.
    """
    check_outside(place, journal.folder)
    if not place.is_dir():
        raise FileUnwritable(path=str(place), detail="not a folder")
    stem = f"Notes {journal.today().isoformat()}"
    return tuple(_written(journal, free_path(place, stem, ending), kind) for kind, ending in ENDINGS.items())


def _written(journal: Journal, path: Path, kind: ExportFormat) -> Path:
    parts = [*map(str, Part), *(item.key for item in journal.items())]
    with written_file(path, replaces=False) as file:
        export_to(journal, file, kind, include=parts, notes=Notes.ALL)
    return path
