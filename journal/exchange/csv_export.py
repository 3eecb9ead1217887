"""Writes values as tidy CSV: one row a value, with a data dictionary beside it, all in one zip.

RFC 4180, UTF-8, ISO 8601 times with offset, empty cells for what there is none of.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import IO, Any

from journal.exchange.archives import ZipWriter
from journal.exchange.csv_columns import ITEM_COLUMNS, NOTE_COLUMNS, VALUE_COLUMNS, dictionary
from journal.exchange.csv_guard import guarded
from journal.exchange.csv_treatment import TreatmentContent, TreatmentRows
from journal.exchange.csv_treatment_columns import BETWEEN_TAGS, columns_of
from journal.exchange.iso_times import iso_time
from journal.exchange.protected_zip import ProtectedZip
from journal.model.entries import Entry, Rating, TimeKnown
from journal.model.items import Item, ItemVersion
from journal.texts.items import ItemWords

Row = dict[str, Any]
Archive = ZipWriter | ProtectedZip


@dataclass(frozen=True)
class CsvContent:
    """What goes into the zip. `versions` are by id; `entries` is asked for anew for each file in it.

    `treatment` is None where no part of treatment was chosen.
    """

    items: Mapping[str, Item]
    versions: Mapping[str, ItemVersion]
    entries: Callable[[], Iterable[Entry]]
    with_notes: bool
    treatment: TreatmentContent | None = None


def write_csv_zip(file: IO[bytes], content: CsvContent, words: ItemWords, *, password: str = "") -> None:
    """Write the zip: values.csv, notes.csv where notes go in, items.csv, what was chosen of treatment, columns.csv.

    With a password the files in it are locked.
    """
    rows = _ValueRows(content, words)
    with ProtectedZip(file, password) if password else ZipWriter(file) as archive:
        _write(archive, "values.csv", VALUE_COLUMNS, (row for entry in content.entries() for row in rows.of(entry)))
        if content.with_notes:
            noted = (entry for entry in content.entries() if entry.note or entry.tags)
            _write(archive, "notes.csv", NOTE_COLUMNS, map(_note, noted))
        _write(archive, "items.csv", ITEM_COLUMNS, (_item(item, words) for item in content.items.values()))
        files = _write_treatment(archive, content, words)
        described = dictionary(with_notes=content.with_notes, treatment=files)
        _write(archive, "columns.csv", tuple(described[0]), described)


def _write_treatment(archive: Archive, content: CsvContent, words: ItemWords) -> tuple[str, ...]:
    """Write the files of treatment; their names."""
    if content.treatment is None:
        return ()
    rows = TreatmentRows(content.treatment, words)
    for name in content.treatment.files:
        _write(archive, name, columns_of(name, with_notes=content.with_notes), rows.of(name))
    return content.treatment.files


def _write(archive: Archive, name: str, columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
    with archive.text(name) as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        names = tuple(columns)
        writer.writerows([_cell(row[name]) for name in names] for row in rows)


def _cell(value: object) -> str:
    """A number as short as it reads back, a text guarded, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value) if isinstance(value, int) else guarded(str(value))


class _ValueRows:
    """Makes the rows of entries; what belongs to an item's version is looked up once."""

    def __init__(self, content: CsvContent, words: ItemWords) -> None:
        self._content = content
        self._words = words
        self._of_version: dict[str, tuple[Item, Row]] = {}

    def of(self, entry: Entry) -> list[Row]:
        """A row for each answer of the entry."""
        head = _entry(entry)
        return [head | self._rating(rating) for rating in entry.ratings if rating.item_id in self._content.items]

    def _rating(self, rating: Rating) -> Row:
        if rating.version_id not in self._of_version:
            self._of_version[rating.version_id] = self._described(rating)
        item, about = self._of_version[rating.version_id]
        word = "" if rating.value is None else self._words.word_for(item, rating.value)
        return about | {"state": str(rating.state), "value": rating.value, "raw": rating.raw, "word": word}

    def _described(self, rating: Rating) -> tuple[Item, Row]:
        item = self._content.items[rating.item_id]
        version = self._content.versions.get(rating.version_id, item.version)
        item = replace(item, version=version)
        return item, _item(item, self._words)


def _entry(entry: Entry) -> Row:
    made = None if entry.made_ms is None else iso_time(entry.made_ms, entry.made_offset_min)
    return {
        "entry": entry.id,
        "time": _time(entry),
        "day": entry.day.isoformat(),
        "time_known": str(entry.time_known),
        "kind": str(entry.kind),
        "recall": str(entry.recall),
        "covers_min": entry.covers_min,
        "made_at": made,
        "changed_at": None if entry.changed_ms is None else iso_time(entry.changed_ms, None),
        "late": entry.late,
    }


def _time(entry: Entry) -> str:
    """The time with its offset; only the date where the time of day is not known."""
    if entry.time_known is TimeKnown.DAY:
        return entry.day.isoformat()
    return iso_time(entry.at_ms, entry.offset_min)


def _note(entry: Entry) -> Row:
    shared = {"shared": entry.note_shared, "note": entry.note, "tags": BETWEEN_TAGS.join(entry.tags)}
    return {"entry": entry.id, "time": _time(entry), "day": entry.day.isoformat()} | shared


def _item(item: Item, words: ItemWords) -> Row:
    version = item.version
    return {
        "item": item.key,
        "label": words.item_label(item),
        "clinical_name": words.clinical_name(item),
        "snomed": item.snomed,
        "group": words.group_name(item),
        "item_kind": str(version.kind),
        "asked": str(version.asked),
        "scale_min": version.minimum,
        "scale_max": version.maximum,
        "unit": words.unit(item),
        "better": str(version.better),
        "combine": str(version.combine),
        "words": " | ".join(words.step_words(item) or words.end_words(item)).strip(" |"),
    }
