"""Reading a journal's own JSON back: into an empty journal it gives an equal one, into another it adds.

Items, versions, entries with their made-times, states and tombstones, records of treatment, and
settings come as they are. What the person did here later than the file stays.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from journal.app.draft_writing import BATCH, Fate
from journal.app.journal import Journal
from journal.app.record_reading import RECORD_PARTS, RecordReading
from journal.exchange.formats import Format
from journal.exchange.leeward_document import Document, DocumentItem
from journal.exchange.leeward_reader import read_document
from journal.exchange.results import EntryCounts, ImportPreview, ImportResult
from journal.exchange.table_names import free_key
from journal.model.entries import Entry, Rating
from journal.model.items import ItemVersion, Origin
from journal.store.imports import StoredImport
from journal.store.items import StoredItem


def preview_journal(journal: Journal, path: Path) -> ImportPreview:
    """What reading the file would do; nothing is written. Raises InvalidFile, FileTooLarge, FileMissing."""
    reading = _Reading(journal, read_document(path))
    return ImportPreview(reading.result(reading.fates(), None), encoding="utf-8")


def read_journal(journal: Journal, path: Path) -> ImportResult:
    """Read the file in one transaction and one undo step. Raises InvalidFile, FileTooLarge, FileMissing."""
    reading = _Reading(journal, read_document(path))
    fates = reading.fates()
    if not reading.adds_anything(fates):
        return reading.result(fates, None)
    import_id = str(uuid.uuid4())
    with journal.store.action("import", many=True):
        reading.write(fates, import_id)
    journal.changed("entries", "items", "settings", *RECORD_PARTS)
    return reading.result(fates, import_id)


class _Reading:
    """A document against the journal that it goes into."""

    def __init__(self, journal: Journal, document: Document) -> None:
        self._store = journal.store
        self._document = document
        self._plan = _ItemPlan(document.head.items, journal.store.items.all())
        self._records = RecordReading(journal.store, document, self._plan.item_id)

    def fates(self) -> list[tuple[Fate, Entry]]:
        """Each entry of the file, as it would be kept, with what becomes of it."""
        ids = [entry.id for entry in self._document.entries]
        deleted = self._store.tombstones.left_by_hand(ids)
        here, written = self._store.entries.among(ids), self._store.entries.written_ms(ids)
        entries = (self._plan.translated(entry) for entry in self._document.entries)
        return [
            (
                Fate.KNOWN if entry.id in deleted else self._fate(entry, here.get(entry.id), written.get(entry.id, 0)),
                entry,
            )
            for entry in entries
        ]

    def adds_anything(self, fates: list[tuple[Fate, Entry]]) -> bool:
        """Whether there is anything to write."""
        return (
            any(fate is not Fate.KNOWN for fate, _ in fates)
            or bool(self._plan.new_items or self._plan.new_versions)
            or bool(self._new_settings() or self._new_imports() or self._new_tombstones())
            or self._records.adds_anything()
        )

    def write(self, fates: list[tuple[Fate, Entry]], import_id: str) -> None:
        """Write everything inside the open action."""
        for item in self._plan.new_items:
            self._store.items.save(item.id, item.key, item.origin, hidden=item.hidden, position=item.position)
            if item.own_name or item.group:
                self._store.items.save_shape(item.id, label=item.own_name, group_id=item.group, position=item.position)
        for version in self._plan.new_versions:
            self._store.items.save_version(version)
        for made in self._new_imports():
            self._store.imports.keep(made)
        self._store.imports.add(import_id, Format.LEEWARD)
        written = iter([entry for fate, entry in fates if fate is not Fate.KNOWN])
        while batch := list(islice(written, BATCH)):
            self._store.entries.add_new(batch)
        self._store.tombstones.bury(self._new_tombstones())
        self._records.write()
        for key, value in self._new_settings().items():
            self._store.settings.put(key, value)

    def result(self, fates: list[tuple[Fate, Entry]], import_id: str | None) -> ImportResult:
        """What was done, or would be."""
        counts = Counter(fate for fate, _ in fates)
        return ImportResult(
            format=Format.LEEWARD,
            entries=EntryCounts(counts[Fate.NEW], counts[Fate.KNOWN], counts[Fate.CHANGED]),
            values=sum(len(entry.ratings) for _, entry in fates),
            items_made=tuple(item.key for item in self._plan.new_items if item.origin is not Origin.CATALOGUE),
            import_id=import_id,
            records=self._records.counts(),
        )

    def _fate(self, entry: Entry, here: Entry | None, written_ms: int) -> Fate:
        if here is None:
            return Fate.NEW
        if not self._document.head.complete:
            return Fate.KNOWN  # what was left out of the file must not be taken out of the journal
        # What is corrected within three hours does not count as changed, and was yet written after the file was made.
        later = (here.changed_ms or 0) > (entry.changed_ms or 0) or written_ms > self._records.made_ms
        if here == _ordered(entry) or later:
            return Fate.KNOWN
        return Fate.CHANGED

    def _new_settings(self) -> dict[str, object]:
        """The file's settings that this journal has not made yet."""
        here = self._store.settings.all()
        return {key: value for key, value in self._document.head.settings.items() if key not in here}

    def _new_imports(self) -> list[StoredImport]:
        made = self._document.head.imports
        rows = (StoredImport(each.id, each.at_ms, each.format, each.mapping) for each in made)
        return [row for row in rows if self._store.imports.get(row.id) is None]

    def _new_tombstones(self) -> list[str]:
        """Entries deleted where the file comes from, and never seen here."""
        deleted = self._document.head.deleted
        buried = self._store.tombstones.among(deleted)
        here = self._store.entries.among([each for each in deleted if each not in buried])
        return [each for each in deleted if each not in buried and each not in here]


class _ItemPlan:
    """Where the items of the file stand in this journal.

    An item of the same id is the same. An own item of the same key on the same scale is the same
    too, though it was made in another journal; on another scale it comes in under a free key.
    """

    def __init__(self, items: Iterable[DocumentItem], here: Iterable[StoredItem]) -> None:
        self._by_id = {item.id: item for item in here}
        self._by_key = {item.key: item for item in self._by_id.values()}
        self._places: dict[str, tuple[str, str]] = {}
        self._twins: dict[str, str] = {}
        self.new_items: list[DocumentItem] = []
        self.new_versions: list[ItemVersion] = []
        for item in items:
            self._place(item)

    def translated(self, entry: Entry) -> Entry:
        """The entry with its answers on this journal's items."""
        return replace(entry, ratings=tuple(self._rating(rating) for rating in entry.ratings))

    def item_id(self, item_id: str) -> str:
        """What an item of the file is called in this journal."""
        return self._twins.get(item_id, item_id)

    def _rating(self, rating: Rating) -> Rating:
        place = self._places.get(rating.version_id)
        return rating if place is None else replace(rating, item_id=place[0], version_id=place[1])

    def _place(self, item: DocumentItem) -> None:
        here = self._by_id.get(item.id)
        if here is not None:
            known = {version.id for version in here.versions}
            self.new_versions += [version for version in item.versions if version.id not in known]
            return
        twin = self._by_key.get(item.key)
        if twin is not None and _same_scale(item, twin):
            newest = twin.versions[-1]
            self._twins[item.id] = twin.id
            self._places.update({version.id: (twin.id, newest.id) for version in item.versions})
            return
        key = item.key if twin is None else free_key(item.key, self._by_key)
        self.new_items.append(replace(item, key=key))
        self.new_versions += item.versions


def _same_scale(item: DocumentItem, twin: StoredItem) -> bool:
    measures = {_measure(version) for version in (*item.versions, *twin.versions)}
    return len(measures) == 1


def _measure(version: ItemVersion) -> tuple[object, ...]:
    return version.kind, version.minimum, version.maximum, version.better, version.asked


def _ordered(entry: Entry) -> Entry:
    return replace(entry, ratings=tuple(sorted(entry.ratings, key=lambda rating: rating.item_id)))
