"""What this copy of the journal remembers of its backups: the second place, what was made and verified when.

Kept beside half-typed input, encrypted with the journal: local to one copy, never merged and never
exported, since another computer has other places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from journal.app.journal import Journal

_FORM = "backups"
_MOST_FILES = 120
_MOST_OWN = 40


@dataclass(frozen=True, slots=True)
class FileNote:
    """What is known of a backup: how many entries it holds, and when it was last read through (UTC ms)."""

    entries: int | None = None
    verified_ms: int | None = None


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """All that is remembered.

    `place` is the second place, `tag` marks its files as this copy's, `newest` is the local time
    of the newest backup known to be there. `mark` is what the journal looked like at the newest backup.
    `own` are paths of backups that the person saved elsewhere. `told_ms` is when an old second place was last told.
    """

    place: Path | None = None
    tag: str = ""
    newest: datetime | None = None
    mark: str = ""
    files: Mapping[str, FileNote] = field(default_factory=dict)
    own: tuple[Path, ...] = ()
    told_ms: int | None = None

    def with_file(self, name: str, note: FileNote) -> BackupRecord:
        """The record with a note about a file; the oldest notes are let go."""
        files = {**{each: kept for each, kept in self.files.items() if each != name}, name: note}
        return replace(self, files=dict(list(files.items())[-_MOST_FILES:]))

    def with_own(self, path: Path) -> BackupRecord:
        """The record with a backup saved by the person."""
        return replace(self, own=(*(each for each in self.own if each != path), path)[-_MOST_OWN:])


def read_record(journal: Journal) -> BackupRecord:
    """What is remembered; nothing in a journal that has no backup yet."""
    kept = journal.store.drafts.get(_FORM) or {}
    files = {
        name: FileNote(note.get("entries"), note.get("verified_ms")) for name, note in kept.get("files", {}).items()
    }
    place, newest = kept.get("place"), kept.get("newest")
    return BackupRecord(
        place=Path(place) if place else None,
        tag=kept.get("tag", ""),
        newest=datetime.fromisoformat(newest) if newest else None,
        mark=kept.get("mark", ""),
        files=files,
        own=tuple(Path(path) for path in kept.get("own", ())),
        told_ms=kept.get("told_ms"),
    )


def keep_record(journal: Journal, record: BackupRecord) -> None:
    """Remember this, unless the journal is only read."""
    if journal.store.read_only or record == read_record(journal):
        return
    with journal.store.tx():
        journal.store.drafts.put(_FORM, _plain(record))


def _plain(record: BackupRecord) -> dict[str, Any]:
    return {
        "place": None if record.place is None else str(record.place),
        "tag": record.tag,
        "newest": None if record.newest is None else record.newest.isoformat(),
        "mark": record.mark,
        "files": {
            name: {"entries": note.entries, "verified_ms": note.verified_ms} for name, note in record.files.items()
        },
        "own": [str(path) for path in record.own],
        "told_ms": record.told_ms,
    }
