"""What of a journal goes out: its days, its parts, its items and its notes."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from journal.app.journal import Journal
from journal.app.questionnaire_exports import chosen_questionnaires, questionnaire_rows
from journal.app.record_exports import Cut, Notes, chosen_records, every_record, shown_records
from journal.app.sessions import numbered
from journal.exchange.csv_treatment import TreatmentContent
from journal.exchange.leeward_document import DocumentRecords
from journal.model.entries import Entry
from journal.model.errors import Interrupted, UnknownItem
from journal.model.items import Item, ItemVersion, Origin
from journal.model.periods import Period
from journal.report.request import OPENED_BY, Part

_DAYS_AT_ONCE = 100
"""Entries are read in stretches of days, so that a long journal is never in memory as a whole."""

Progress = Callable[[int, int | None], None]
"""Hears how much of how much is done. What it raises ends the work."""


def no_progress(done: int, total: int | None) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose. No bound of the days: from the beginning, to the end.

    `include` are parts of the report, or keys of items that stay out of it until chosen; `items`
    are such keys alone (the part "alcohol" takes drugs along, the item does not). With
    `only_included` the others stay out even of all days with all notes. `note_ids` are single
    notes that go out beside those of `notes`, named as in a request for a report. `as_shown` leaves
    out texts that no page of a report shows.
    """

    first: date | None = None
    last: date | None = None
    include: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    notes: Notes = Notes.NONE
    only_included: bool = False
    note_ids: frozenset[str] = frozenset()
    as_shown: bool = False

    @property
    def with_notes(self) -> bool:
        """Whether any note can go out."""
        return self.notes is not Notes.NONE or bool(self.note_ids)

    @property
    def everything(self) -> bool:
        """Whether nothing stays out: all days, every note, and no part taken away."""
        return self.notes is Notes.ALL and self.first is None and self.last is None and not self.only_included


class Selection:
    """What of a journal goes out. `whole` is true when nothing is left out: all days and all notes."""

    def __init__(self, journal: Journal, wanted: Wanted, *, whole: bool, progress: Progress = no_progress) -> None:
        self._store = journal.store
        self._journal = journal
        self.whole = whole and wanted.everything
        self.first, self.last = wanted.first, wanted.last
        self.notes, self.with_notes = wanted.notes, wanted.with_notes
        if wanted.first is not None and wanted.last is not None:
            Period(wanted.first, wanted.last)
        everything = {item.id: item for item in journal.items()}
        opened = _opened_keys(wanted.include, everything.values()) | wanted.items
        goals = {goal.item_id for goal in journal.store.goals.all()} if Part.GOALS in opened else set()
        self._let_out = {
            key: item
            for key, item in everything.items()
            if item.key in opened or (item.id in goals if item.origin is Origin.GOAL else item.in_report)
        }
        self._parts, self._note_ids = wanted.include, wanted.note_ids
        self._alcohol, self._as_shown = Part.ALCOHOL in opened, wanted.as_shown
        self._progress, self._readings, self._begun = progress, 1, 0
        self._entries_read = 0

    def expect(self, readings: int) -> None:
        """How often the entries will be read through, for the progress."""
        self._readings = readings

    @cached_property
    def records(self) -> DocumentRecords:
        """The records beside the entries: all of them as they are, or those of the chosen parts."""
        if self.whole:
            return every_record(self._store)
        cut = Cut(self.first, self.last, self._let_out.keys(), self.notes, self._note_ids, alcohol=self._alcohol)
        filled, forms = chosen_questionnaires(self._journal, self._parts, cut.start, cut.end)
        chosen = replace(chosen_records(self._store, self._parts, cut), questionnaires=filled, forms=forms)
        return shown_records(chosen) if self._as_shown else chosen

    @property
    def let_out(self) -> Mapping[str, Item]:
        """The items that may go out, by id."""
        return self._let_out

    def treatment(self, items: Mapping[str, Item]) -> TreatmentContent:
        """What goes into a CSV export beside the entries."""
        rows = questionnaire_rows(self._journal, self.records)
        numbers = numbered(self._journal)
        return TreatmentContent(self.records, self._parts, items, self._journal.treatments, numbers, rows)

    def items(self) -> list[Item]:
        """The items that are let out: answered in the period, felt as a side effect, or what a goal is rated by."""
        answered = {rating.item_id for entry in self.entries() for rating in entry.ratings}
        felt = {effect.item_id for session in self.records.sessions for effect in session.effects}
        aimed = {goal.item_id for goal in self.records.goals}
        return [item for item in self._let_out.values() if item.id in answered | felt | aimed]

    def records_with(self, items: Iterable[Item]) -> DocumentRecords:
        """The records, with the own groups that these items stand in."""
        named = {item.group_id for item in items}
        groups = tuple(group for group in self._store.groups.all() if group.id in named)
        return replace(self.records, groups=groups)

    def versions(self) -> dict[str, ItemVersion]:
        """Every version of every item, by id."""
        return {version.id: version for row in self._store.items.all() for version in row.versions}

    @property
    def entries_read(self) -> int:
        """How many entries the last reading through gave."""
        return self._entries_read

    def entries(self) -> Iterator[Entry]:
        """The entries of the period, without what stays out and where they were imported from."""
        return (self._cut(entry) for entry in self._read(self.first, self.last))

    def all_entries(self) -> Iterator[Entry]:
        """Every entry as it is."""
        return self._read(None, None)

    def _cut(self, entry: Entry) -> Entry:
        shared = self.notes is Notes.SHARED and entry.note_shared
        shown = self.notes is Notes.ALL or shared or entry.id in self._note_ids
        ratings = tuple(rating for rating in entry.ratings if rating.item_id in self._let_out)
        note = entry.note if shown else ""
        tags = entry.tags if self.notes is Notes.ALL else ()
        return replace(entry, note=note, tags=tags, ratings=ratings, import_id=None, source_key=None)

    def _read(self, first: date | None, last: date | None) -> Iterator[Entry]:
        self._entries_read = 0
        start, end = self._store.entries.first_day(), self._store.entries.last_day()
        if start is None or end is None:
            return
        start, end = max(start, first or start), min(end, last or end)
        days, self._begun = (end - start).days + 1, self._begun + 1
        before = (self._begun - 1) * days
        while start <= end:
            stop = min(end, start + timedelta(days=_DAYS_AT_ONCE - 1))
            found = self._store.entries.between(start, stop)
            yield from found
            self._entries_read += len(found)
            del found  # or two pieces would stand in memory while the next is read
            self._on_read(before + days - (end - stop).days, max(self._readings, self._begun) * days)
            start = stop + timedelta(days=1)

    def _on_read(self, done: int, total: int) -> None:
        """Tell how far it is. Raises Interrupted while the journal is being closed."""
        if self._store.closing.is_set():
            raise Interrupted
        self._progress(done, total)


def _opened_keys(include: Collection[str], items: Iterable[Item]) -> frozenset[str]:
    """The keys of items that the parts let out. A part is one of the report's, or an item's key."""
    keys = {item.key for item in items}
    parts = {str(part) for part in Part}
    for name in include:
        if name not in parts and name not in keys:
            similar = difflib.get_close_matches(name, sorted(parts | keys), n=3)
            raise UnknownItem(key=name, similar=tuple(similar))
    opened = {key for part, named in OPENED_BY.items() if part in include for key in named}
    return frozenset(opened | set(include))
