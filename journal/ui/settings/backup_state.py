"""What the card about backups shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from journal.texts.backups import entries_words, place_words, second_place_words, size_words, verified_words
from journal.texts.dates import clock_time, short_date
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from journal.app.backup_places import BackupLine, Places
    from journal.app.restores import RestorePreview

FEW = 4
"""So many backups are listed before "Show all"."""


class Look(Enum):
    """What stands below the list."""

    NOTHING = auto()
    WORKING = auto()
    LOCKED = auto()
    FOUND = auto()


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in the list: its time in words, and what is known of it."""

    path: Path
    when: str
    about: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in the backup that is looked into. The days are those it reaches over, None for an empty one."""

    when: str
    lines: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class BackupsState:
    """One picture of the card. `problem` is a calm sentence under the field that asks for a passphrase."""

    place: str = ""
    has_place: bool = False
    rows: tuple[BackupRow, ...] = ()
    more: int = 0
    look: Look = Look.NOTHING
    doing: str = ""
    problem: str = ""
    inside: Inside | None = None
    read_only: bool = False


def place_line(places: Places) -> str:
    """Where copies go besides the journal's folder, and how fresh the newest there is."""
    if places.second is None:
        return _("Backups lie in the journal’s folder only. A second place keeps them when this computer is lost.")
    return second_place_words(str(places.second), places.newest, reachable=places.reachable, stale=places.stale)


def build_rows(lines: list[BackupLine], *, every: bool) -> tuple[tuple[BackupRow, ...], int]:
    """The newest few backups, or all; and how many more there are."""
    shown = lines if every else lines[:FEW]
    return tuple(map(_row, shown)), len(lines) - len(shown)


def _row(line: BackupLine) -> BackupRow:
    known = (entries_words(line.entries), size_words(line.size), place_words(line.place))
    about = " · ".join([each for each in known if each] + [verified_words(line.last_verified)])
    return BackupRow(line.path, moment(line.made), about)


def moment(made: datetime) -> str:
    """When a backup was made: "22 Nov 2026, 21:04"."""
    return _("{day}, {time}").format(day=short_date(made.date()), time=clock_time(made))


def inside(preview: RestorePreview) -> Inside:
    """What would come back, in sentences."""
    lines = [_content(preview)]
    if preview.newer:
        lines.append(
            ngettext(
                "{n} entry of the present journal is newer than this backup, or was changed since.",
                "{n} entries of the present journal are newer than this backup, or were changed since.",
                preview.newer,
            ).format(n=preview.newer)
        )
    if preview.gone:
        lines.append(
            ngettext(
                "{n} entry of this backup is no longer in the present journal.",
                "{n} entries of this backup are no longer in the present journal.",
                preview.gone,
            ).format(n=preview.gone)
        )
    if not (preview.newer or preview.gone):
        lines.append(_("It has the same entries as the present journal."))
    return Inside(moment(preview.made), tuple(lines), preview.first_day, preview.last_day)


def _content(preview: RestorePreview) -> str:
    entries = entries_words(preview.entries)
    sessions = ngettext("{n} session", "{n} sessions", preview.sessions).format(n=preview.sessions)
    if preview.first_day is None or preview.last_day is None:
        return _("{entries}, {sessions}.").format(entries=entries, sessions=sessions)
    return _("{entries} from {first} to {last}, {sessions}.").format(
        entries=entries,
        first=short_date(preview.first_day),
        last=short_date(preview.last_day),
        sessions=sessions,
    )


def pulled_words(came: int) -> str:
    """How many records came back with some days."""
    if came == 0:
        return _("Nothing came in: these days are all here.")
    return ngettext("{n} record is back.", "{n} records are back.", came).format(n=came)


def made_words(second: Path | None, *, has_place: bool) -> str:
    """What is said after a backup was made."""
    if second is not None:
        return _("The backup is made and verified, in both places.")
    if has_place:
        return _("The backup is made and verified. The second place was not there.")
    return _("The backup is made and verified.")
