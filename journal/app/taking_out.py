"""Taking the journal out as a person does it: what can be chosen, the file, and what went into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.app.export_selection import Progress, Wanted, no_progress
from journal.app.exports import ExportFormat, write_export
from journal.app.journal import Journal
from journal.app.report_treatments import parts_of_treatment
from journal.app.written_files import check_outside, written_file
from journal.report.request import Part
from journal.texts.items import ItemWords

ZIP = ".zip"
_ENDINGS: Mapping[ExportFormat, str] = {
    ExportFormat.CSV: ZIP,
    ExportFormat.JSON: ".json",
    ExportFormat.FHIR: ".json",
}


@dataclass(frozen=True, slots=True)
class SensitiveItem:
    """An item that stays out until it is chosen, by its key and its name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to take out: the days with entries, parts that hold anything, items that stay out until chosen."""

    today: date
    first: date
    last: date
    parts: frozenset[Part] = frozenset()
    items: tuple[SensitiveItem, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A file that was written. `whole` is true when it reads back to an equal journal."""

    path: Path
    kind: ExportFormat
    wanted: Wanted
    entries: int
    locked: bool
    whole: bool


def offer(journal: Journal) -> Offer:
    """What can be chosen for a file of this journal."""
    today, entries = journal.today(), journal.store.entries
    words, told = ItemWords(journal.catalogue), set(_told(journal))
    items = (item for item in journal.items() if not item.in_report and item.key in told)
    return Offer(
        today=today,
        first=entries.first_day() or today,
        last=entries.last_day() or today,
        parts=parts_of_treatment(journal),
        items=tuple(SensitiveItem(item.key, words.item_label(item)) for item in items),
    )


def _told(journal: Journal) -> Iterator[str]:
    """The keys of items of which the journal may hold an answer, one in a session or a questionnaire too."""
    yield from (row.key for row in journal.store.items.all())
    if any(session.alcohol is not None for session in journal.store.sessions.all()):
        yield Part.ALCOHOL
    asking = (each.key for each in journal.instruments.all if each.support_item)
    if any(each.answers for key in asking for each in journal.store.questionnaires.of_instrument(key)):
        yield Part.SUICIDAL_THOUGHTS


def ending(kind: ExportFormat, *, locked: bool) -> str:
    """How the name of such a file ends."""
    return ZIP if locked else _ENDINGS[kind]


def take_out(
    journal: Journal,
    path: Path,
    kind: ExportFormat,
    wanted: Wanted,
    *,
    password: str = "",
    replaces: bool = False,
    progress: Progress = no_progress,
) -> TakenOut:
    """Write the file, whole or not at all, readable by its owner alone.

    What stands at `path` is replaced only where that was agreed to. Raises FileExists,
    FileUnwritable (also for the journal's own folder), InvalidPeriod, UnknownItem, Interrupted.
    """
    check_outside(path, journal.folder)
    with written_file(path, replaces=replaces) as file:
        entries = write_export(journal, file, kind, wanted, password=password, progress=progress)
    whole = kind is ExportFormat.JSON and wanted.everything
    return TakenOut(path, kind, wanted, entries, locked=bool(password), whole=whole)
