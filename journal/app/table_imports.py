"""Importing a table by its mapping: the plan against the journal's items, the survey, and the writing."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.app.dose_imports import DoseWriting, SettledDoses
from journal.app.draft_writing import DraftWriting, Fate
from journal.app.items import OwnItem, add_in_action
from journal.app.journal import Journal
from journal.exchange.drafts import NewItem, Progress, Survey
from journal.exchange.formats import Format
from journal.exchange.limits import check_unchanged, stamp_of
from journal.exchange.results import EntryCounts, ImportPreview, ImportResult
from journal.exchange.table import TableReader
from journal.exchange.table_mapping import TableMapping
from journal.exchange.table_mapping_file import mapping_text, parse_mapping
from journal.exchange.table_mapping_text import write_mapping
from journal.exchange.table_names import with_items
from journal.exchange.table_plan import TablePlan, plan_table
from journal.exchange.table_stamps import FileTime
from journal.exchange.unread import Report
from journal.model.items import FIRST_DAY, Asked, Item, ItemVersion, Origin


class TableImport:
    """One table with its mapping and the journal it goes into.

    Making one raises InvalidMapping, InvalidFile, FileMissing, FileUnreadable, FileTooLarge.
    """

    def __init__(self, journal: Journal, path: Path, mapping: Path | str, *, make_items: bool = False) -> None:
        self._stamp = stamp_of(path)
        self._journal = journal
        self._path = path
        self._mapping_path = str(mapping if isinstance(mapping, Path) else path)
        self._mapping_text = mapping_text(mapping) if isinstance(mapping, Path) else mapping
        self._make_items = make_items
        self._items = {item.key: item for item in journal.items()}
        self._import_id = str(uuid.uuid4())
        self._settle(parse_mapping(self._mapping_text, self._mapping_path))

    def preview(self, report: Report | None = None, progress: Progress | None = None) -> ImportPreview:
        """What the import would do, with its first entries; nothing is written."""
        survey = self._survey(report, progress)
        made_up = {**self._items, **{new.key: provisional(new) for new in self._plan.made}}
        counts: Counter[Fate] = Counter()
        writing = DraftWriting(self._journal, self._reader, made_up, self._import_id)
        for batch in writing.batches(self._reader.drafts(progress)):
            counts.update(batch.fates)
        result = self._result(survey, counts, self._doses().settle(survey.doses), written=False)
        result = replace(result, items_made=self._made_keys())
        shape = self._reader.shape
        zone = self._mapping.zone or self._journal.clock.zone() or ""
        return ImportPreview(result, tuple(survey.first), shape.encoding, shape.delimiter, shape.decimal, zone)

    def run(
        self, *, skip_unmapped: bool = False, report: Report | None = None, progress: Progress | None = None
    ) -> ImportResult:
        """Write what is new or changed, in one transaction; nothing while names map to nothing."""
        survey = self._survey(report, progress)
        doses = self._doses().settle(survey.doses)
        if survey.unmapped and not skip_unmapped:
            return self._result(survey, Counter(), doses, written=False)
        try:
            with self._journal.store.action("import", many=True):
                counts = self._write(doses, progress)
        except _NothingToWriteError as nothing:
            return self._result(survey, nothing.counts, doses, written=False)
        medicines = ["medicines"] if any(each.medicine for each in doses) else []
        self._journal.changed("entries", "items", *medicines)
        return self._result(survey, counts, doses, written=True)

    def _settle(self, mapping: TableMapping) -> None:
        self._mapping = mapping
        self._plan: TablePlan = plan_table(mapping, self._items.values(), self._mapping_path)
        self._reader = TableReader(self._path, mapping, self._plan, self._times(mapping), self._mapping_path)

    def _survey(self, report: Report | None, progress: Progress | None) -> Survey:
        """Survey the file; with `make_items` once more, after the names without an item got one."""
        if self._make_items:
            self._reader.survey()
            unmapped = self._reader.names.unmapped
            if unmapped:
                mapping = with_items(self._mapping, unmapped, self._items.values())
                self._mapping_text = write_mapping(mapping)
                self._settle(mapping)
        return self._reader.survey(report, progress)

    def _doses(self) -> DoseWriting:
        return DoseWriting(self._journal, self._mapping.source, self._import_id, self._mapping_path)

    def _write(self, doses: tuple[SettledDoses, ...], progress: Progress | None) -> Counter[Fate]:
        """Write the import, its items, entries and medicines in the open action. Raises _NothingToWrite to end it."""
        self._journal.store.imports.add(self._import_id, Format.TABLE, self._mapping_text)
        items = self._stored_items()
        counts: Counter[Fate] = Counter()
        writing = DraftWriting(self._journal, self._reader, items, self._import_id)
        for batch in writing.batches(self._reader.drafts(progress)):
            counts.update(batch.fates)
            self._journal.store.entries.add_new(batch.entries, batch.here)
        check_unchanged(self._path, self._stamp)
        if not self._doses().write(doses) and not counts[Fate.NEW] and not counts[Fate.CHANGED]:
            raise _NothingToWriteError(counts)
        return counts

    def _stored_items(self) -> dict[str, Item]:
        """The journal's items with those of the plan made, and those of the file stored."""
        store_made(self._journal, self._plan.made)
        items = {item.key: item for item in self._journal.items()}
        for key in self._reader.keys:
            self._journal.ensure_stored(items[key])
        return items

    def _result(
        self, survey: Survey, counts: Mapping[Fate, int], doses: tuple[SettledDoses, ...], *, written: bool
    ) -> ImportResult:
        entries = EntryCounts(counts.get(Fate.NEW, 0), counts.get(Fate.KNOWN, 0), counts.get(Fate.CHANGED, 0))
        return ImportResult(
            format=Format.TABLE,
            entries=entries,
            values=survey.values,
            not_read=tuple(survey.unread),
            not_read_count=survey.unread_count,
            items_made=self._made_keys() if written else (),
            import_id=self._import_id if written else None,
            unmapped=survey.unmapped,
            doses=tuple(each.counts for each in doses),
            moved=survey.moved,
        )

    def _made_keys(self) -> tuple[str, ...]:
        return tuple(new.key for new in self._plan.made)

    def _times(self, mapping: TableMapping) -> FileTime:
        clock = self._journal.clock
        name = mapping.zone or clock.zone()
        now_ms = clock.now_ms()
        zone: tzinfo = ZoneInfo(name) if name else timezone(timedelta(minutes=clock.offset_min(now_ms)))
        return FileTime(zone, name, self._journal.day_start_min, now_ms)


class _NothingToWriteError(Exception):
    """Ends the transaction of an import whose entries are all here already."""

    def __init__(self, counts: Counter[Fate]) -> None:
        super().__init__()
        self.counts = counts


def store_made(journal: Journal, made: Iterable[NewItem]) -> None:
    """Make the items of an import inside its open action.

    What an import makes is not asked from then on: a long history would bury the day's
    questions. It stands under "Ask about more".
    """
    store = journal.store.items
    for new in made:
        item_id = add_in_action(journal, own_item(new))
        kept = next(row for row in store.all() if row.id == item_id)
        store.save(item_id, new.key, Origin.OWN, hidden=True, position=kept.position)


def own_item(new: NewItem) -> OwnItem:
    """What an import says of an item that it makes."""
    return OwnItem(
        key=new.key,
        label=new.label,
        minimum=new.minimum,
        maximum=new.maximum,
        better=new.better,
        kind=new.kind,
        asked=new.asked,
        combine=new.combine,
        step=new.step,
        words=new.words,
        unit=new.unit,
    )


def provisional(new: NewItem) -> Item:
    """An item that is not made yet, for comparing only."""
    version = ItemVersion(f"new:{new.key}", f"new:{new.key}", FIRST_DAY, new.kind, Asked.EVERY)
    return Item(version.item_id, new.key, Origin.OWN, hidden=True, position=0, version=version)
