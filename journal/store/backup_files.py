"""The backups beside a journal and in its second place: their names, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FOLDER = "backups"
KEPT_DAYS = 7
KEPT_WEEKS = 5
KEPT_MONTHS = 12

NEUTRAL = "notes"
"""How backups in the second place begin: anyone who looks there sees the name."""

_BEFORE_UPGRADE = "-upgrade"
_NAME = re.compile(rf"backup-(\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}})({_BEFORE_UPGRADE})?\.zip")
_NEUTRAL = re.compile(rf"{NEUTRAL}-([0-9a-f]{{8}})-(\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}})\.zip")
_TIME = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True, order=True)
class BackupFile:
    """A backup and the local wall clock when it was made. Each was verified when it was made."""

    made: datetime
    path: Path

    @property
    def before_upgrade(self) -> bool:
        """Whether it was made for a newer version of Leeward to bring the journal up to date."""
        match = _NAME.fullmatch(self.path.name)
        return match is not None and match[2] is not None


def backup_name(made: datetime, *, before_upgrade: bool = False) -> str:
    """The file name of a backup made at a local time."""
    return f"backup-{made.strftime(_TIME)}{_BEFORE_UPGRADE if before_upgrade else ''}.zip"


def neutral_name(made: datetime, tag: str) -> str:
    """The file name in the second place; `tag` marks the files of one copy of a journal."""
    return f"{NEUTRAL}-{tag}-{made.strftime(_TIME)}.zip"


def list_place(place: Path, tag: str | None = None) -> list[BackupFile]:
    """The backups in a second place, oldest first: those with this tag, or any. Raises OSError."""
    found = []
    for path in place.iterdir():
        match = _NEUTRAL.fullmatch(path.name)
        made = made_by_name(path.name)
        if match is not None and made is not None and tag in (None, match[1]):
            found.append(BackupFile(made, path))
    return sorted(found)


def made_by_name(name: str) -> datetime | None:
    """The local time in the name of a backup of either place, or None for a name of another kind."""
    neutral = _NEUTRAL.fullmatch(name)
    return _made(f"backup-{neutral[2]}.zip" if neutral else name)


def list_backups(journal_folder: Path) -> list[BackupFile]:
    """The backups of a journal, oldest first."""
    found = []
    for path in (journal_folder / FOLDER).glob("backup-*.zip"):
        made = _made(path.name)
        if made is not None:
            found.append(BackupFile(made, path))
    return sorted(found)


def newest_backup(journal_folder: Path) -> BackupFile | None:
    """The newest backup, or None."""
    return next(reversed(list_backups(journal_folder)), None)


def kept(backups: Iterable[BackupFile]) -> set[BackupFile]:
    """The backups worth keeping.

    The newest of each of the last 7 days, 5 weeks and 12 months that have one: a pause in using the
    journal costs none of them. And the one made before the last upgrade: no later one of its day, nor of
    its month, opens in the version that was there before.
    """
    newest_first = sorted(backups, reverse=True)
    return {
        *_newest_of(newest_first, lambda backup: backup.made.date(), KEPT_DAYS),
        *_newest_of(newest_first, lambda backup: backup.made.isocalendar()[:2], KEPT_WEEKS),
        *_newest_of(newest_first, lambda backup: (backup.made.year, backup.made.month), KEPT_MONTHS),
        *[backup for backup in newest_first if backup.before_upgrade][:1],
    }


def _newest_of(
    newest_first: list[BackupFile], stretch: Callable[[BackupFile], Hashable], count: int
) -> list[BackupFile]:
    newest: dict[Hashable, BackupFile] = {}
    for backup in newest_first:
        newest.setdefault(stretch(backup), backup)
    return list(newest.values())[:count]


def _made(name: str) -> datetime | None:
    match = _NAME.fullmatch(name)
    try:
        return None if match is None else datetime.strptime(match[1], _TIME)  # noqa: DTZ007 wall clock
    except ValueError:
        return None
