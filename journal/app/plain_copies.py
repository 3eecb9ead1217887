"""The whole journal as plain files, before leaving: JSON that reads back, and tables for any program. Not encrypted."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO

from journal.app.exports import ExportFormat, export_to
from journal.app.journal import Journal
from journal.app.record_exports import Notes
from journal.model.errors import FileUnwritable
from journal.report.request import Part

ENDINGS = {ExportFormat.JSON: ".json", ExportFormat.CSV: ".zip"}


def write_plain_copies(journal: Journal, place: Path) -> tuple[Path, ...]:
    """Write everything into a folder, readable by its owner alone; the paths. Replaces nothing.

    Every item, note, session, medicine and marker goes in. Raises FileUnwritable, also for the
    journal's own folder.
    """
    inside = place.resolve().is_relative_to(journal.folder.resolve())
    if inside or not place.is_dir():
        raise FileUnwritable(path=str(place), detail="not another folder")
    stem = f"Notes {journal.today().isoformat()}"
    return tuple(_written(journal, place, stem, kind) for kind in ENDINGS)


def _written(journal: Journal, place: Path, stem: str, kind: ExportFormat) -> Path:
    path = _free(place, stem, ENDINGS[kind])
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".leeward-", dir=place)
        part = Path(name)
        with os.fdopen(handle, "w+b") as file:
            _export(journal, file, kind)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise FileUnwritable(path=str(path), detail=error.strerror or "") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
    return path


def _export(journal: Journal, file: IO[bytes], kind: ExportFormat) -> None:
    parts = [*map(str, Part), *(item.key for item in journal.items())]
    export_to(journal, file, kind, include=parts, notes=Notes.ALL)


def _free(place: Path, stem: str, ending: str) -> Path:
    """A name that nothing has yet."""
    number, path = 1, place / f"{stem}{ending}"
    while os.path.lexists(path):
        number += 1
        path = place / f"{stem} {number}{ending}"
    return path
