"""The backups beside a journal: their names, and which of them are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FOLDER = "backups"
_NAME = re.compile(r"backup-(\d{4}-\d{2}-\d{2}-\d{6})\.zip")
_TIME = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True, order=True)
class BackupFile:
    """A backup and the local wall clock when it was made. Every one was verified when made."""

    made: datetime
    path: Path


def backup_name(made: datetime) -> str:
    """The file name of a backup made at a local time."""
    return f"backup-{made.strftime(_TIME)}.zip"


def list_backups(journal_folder: Path) -> list[BackupFile]:
    """The backups of a journal, oldest first."""
    found = []
    for path in (journal_folder / FOLDER).glob("backup-*.zip"):
        match = _NAME.fullmatch(path.name)
        if match is not None:
            found.append(BackupFile(datetime.strptime(match[1], _TIME), path))  # noqa: DTZ007 wall clock
    return sorted(found)


def newest_backup(journal_folder: Path) -> BackupFile | None:
    """The newest backup, or None."""
    return next(reversed(list_backups(journal_folder)), None)
