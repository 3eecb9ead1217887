"""The records beside the entries of a journal's own JSON against those of the journal that it goes into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from journal.app.draft_writing import Fate
from journal.app.own_records import Own, part_of
from journal.exchange.iso_times import read_iso_time
from journal.exchange.leeward_document import RECORD_LISTS, Document
from journal.exchange.results import EntryCounts
from journal.model.goals import Goal
from journal.model.sessions import Session

if TYPE_CHECKING:
    from journal.store.journal_store import JournalStore
    from journal.store.records import Records

RECORD_PARTS = (
    "courses",
    "sessions",
    "medicines",
    "practices",
    "markers",
    "questionnaires",
    "forms",
    *dict.fromkeys(part_of(kind) for kind in Own),
)
"""The parts of a journal that reading records changes, as listeners hear them."""


class RecordReading:
    """Which records of a document are new here, known, or changed by it.

    A record that was written here after the file was made stays as it is, and so does one that the
    person deleted here. `item_id` says what an item of the file is called in this journal.
    """

    def __init__(self, store: JournalStore, document: Document, item_id: Callable[[str], str]) -> None:
        self._store = store
        self._document = document
        self._item_id = item_id

    def adds_anything(self) -> bool:
        """Whether there is anything to write."""
        known = all(fate is Fate.KNOWN for found in self._fates.values() for fate, _ in found)
        return not known or any(self._graves.values())

    def write(self) -> None:
        """Write what is new or changed, inside the open action."""
        for name, found in self._fates.items():
            records = self._records(name)
            for fate, record in found:
                if fate is not Fate.KNOWN:
                    records.save(record)
            records.bury(self._graves[name])

    def counts(self) -> Mapping[str, EntryCounts]:
        """How many of each list are new, known and changed; lists without records are left out."""
        counted = {name: Counter(fate for fate, _ in found) for name, found in self._fates.items() if found}
        return {
            name: EntryCounts(each[Fate.NEW], each[Fate.KNOWN], each[Fate.CHANGED]) for name, each in counted.items()
        }

    @cached_property
    def _fates(self) -> dict[str, list[tuple[Fate, Any]]]:
        return {name: self._fates_of(name) for name in RECORD_LISTS}

    @cached_property
    def _graves(self) -> dict[str, list[str]]:
        """Records deleted where the file comes from, and never seen here."""
        found = {}
        for name in RECORD_LISTS:
            deleted = self._document.records.deleted.get(name, ())
            here = self._records(name).in_any_form(deleted)
            found[name] = [each for each in deleted if each not in here]
        return found

    @cached_property
    def made_ms(self) -> int:
        """When the file was made; one that does not say so takes nothing from what is here."""
        try:
            return read_iso_time(self._document.head.made_at)[0]
        except ValueError:
            return 0

    def _fates_of(self, name: str) -> list[tuple[Fate, Any]]:
        records = self._records(name)
        of_file = [self._translated(record) for record in self._document.records.of(name)]
        given = [records.tidy(record) for record in records.with_own_parts(of_file)]
        ids = [record.id for record in given]
        here, written = records.among(ids), records.written_ms(ids)
        deleted = set(records.deleted()) if ids else set()
        return [
            (self._fate(record, here.get(record.id), written.get(record.id, 0), deleted), record) for record in given
        ]

    def _fate(self, record: Any, here: Any, written_ms: int, deleted: set[str]) -> Fate:
        if here is None:
            return Fate.KNOWN if record.id in deleted else Fate.NEW
        if not self._document.head.complete:
            return Fate.KNOWN  # what was left out of the file must not be taken out of the journal
        return Fate.KNOWN if here == record or written_ms >= self.made_ms else Fate.CHANGED

    def _translated(self, record: Any) -> Any:
        """A session with its side effects, and a goal, on this journal's items."""
        if isinstance(record, Goal):
            return replace(record, item_id=self._item_id(record.item_id))
        if not isinstance(record, Session):
            return record
        effects = []
        for effect in record.effects:
            item_id = self._item_id(effect.item_id)
            points = tuple(replace(point, item_id=item_id) for point in effect.points)
            effects.append(replace(effect, item_id=item_id, points=points))
        return replace(record, effects=tuple(effects))

    def _records(self, name: str) -> Records[Any]:
        found: Records[Any] = getattr(self._store, name)
        return found
