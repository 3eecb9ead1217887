"""Undo and redo: one step per action, last in first out. Local to this copy, never merged."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.model.errors import NothingToRedo, NothingToUndo, UnknownImport
from journal.store.history import History, Step, entries_of
from journal.store.import_rows import rows_of_import
from journal.store.ledger import Ledger
from journal.store.recording import Recording
from journal.store.snapshots import Images, entomb, put_back, take


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One step: when (UTC milliseconds), what (the action's code), which entries and tables it touched.

    `import_id` is set for an import, whose entries are too many to list.
    """

    seq: int
    at_ms: int
    what: str
    entry_ids: tuple[str, ...]
    import_id: str | None = None
    tables: tuple[str, ...] = ()


class Changes:
    """Undo and redo over the actions of this copy of the journal."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._history = History(ledger)
        self._visit: tuple[int, str] | None = None

    @contextlib.contextmanager
    def recorded(self, what: str, merge_key: str | None = None, *, many: bool = False) -> Iterator[None]:
        """One transaction that is one undo step.

        With the `merge_key` of the step before, within this opening of the journal, it joins that
        step: a note is one step a visit, however often it is saved. `many` is for thousands of rows.
        """
        recording = Recording()
        with self._ledger.bulk_transaction() if many else self._ledger.transaction():
            self._ledger.recording = recording
            try:
                yield
                visit = self._keep(recording, what, merge_key)
            finally:
                self._ledger.recording = None
        self._visit = visit

    def end_visit(self) -> None:
        """Let the next action begin a new step, whatever its merge key."""
        self._visit = None

    def undo(self) -> UndoStep:
        """Take back the newest step. Raises NothingToUndo."""
        with self._ledger.transaction():
            step = self._history.newest()
            if step is None:
                raise NothingToUndo
            self._turn(step, step.before, taken_out=step.made, put_in=step.removed)
            self._history.mark(step, undone=True)
        self.end_visit()
        return _shown(step)

    def redo(self) -> UndoStep:
        """Do again what was undone last. Raises NothingToRedo."""
        with self._ledger.transaction():
            step = self._history.newest_undone()
            if step is None:
                raise NothingToRedo
            self._turn(step, step.after, taken_out=step.removed, put_in=step.made)
            self._history.mark(step, undone=False)
        self.end_visit()
        return _shown(step)

    def undo_import(self, import_id: str) -> UndoStep:
        """Take an import out of the journal, whenever it was made; this can itself be undone.

        Rows that the import changed get their old content back, unless they were changed since or
        are in use. Raises UnknownImport.
        """
        newest = self._history.newest()
        if newest is not None and newest.made == import_id:
            return self.undo()
        if take(self._ledger, "import", import_id) is None:
            raise UnknownImport(id=import_id)
        return self._remove_import(import_id)

    def newest_ms(self) -> int | None:
        """When the step was made that undo takes next (UTC milliseconds), or None for no step."""
        step = self._history.newest()
        return None if step is None else step.at_ms

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.newest() is not None

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._history.any_undone()

    def history(self) -> list[UndoStep]:
        """The steps that can be undone, newest first."""
        return [_shown(step) for step in self._history.standing()]

    def _keep(self, recording: Recording, what: str, merge_key: str | None) -> tuple[int, str] | None:
        before, after = recording.images(self._ledger)
        if not before:
            return self._visit
        step = self._to_join(merge_key)
        if step is None:
            new = self._history.new_step(what, before, after)
            step = self._history.append(replace(new, made=recording.import_id, entries=recording.created))
        else:
            _join(step, before, after)
            self._history.rewrite(step)
        return None if merge_key is None or step.empty else (step.seq, merge_key)

    def _to_join(self, merge_key: str | None) -> Step | None:
        if merge_key is None or self._visit is None or self._visit[1] != merge_key:
            return None
        newest = self._history.newest()
        if newest is None or newest.seq != self._visit[0]:
            return None
        return None if self.can_redo() else newest

    def _turn(self, step: Step, images: Images, *, taken_out: str | None, put_in: str | None) -> None:
        if put_in is not None:
            self._mark(entries_of(self._ledger, put_in, step.entries, deleted=True), deleted=False)
        put_back(self._ledger, images, gone_with=taken_out)
        if taken_out is not None:
            self._mark(entries_of(self._ledger, taken_out, step.entries, deleted=False), deleted=True)

    def _mark(self, entry_ids: list[str], *, deleted: bool) -> None:
        """Hide the entries of an import, or show them again. Their content stays, for redo."""
        sql = "UPDATE entry SET deleted = ?, hlc = ? WHERE id IN (SELECT value FROM json_each(?))"
        self._ledger.write(sql, (int(deleted), self._ledger.stamp(), json.dumps(entry_ids)))

    def _remove_import(self, import_id: str) -> UndoStep:
        with self._ledger.transaction():
            recording = Recording()
            recording.touch(self._ledger, "import", import_id)
            made = next((step for step in self._history.about_import(import_id) if step.made), None)
            standing = entries_of(self._ledger, import_id, made.entries if made else [], deleted=False)
            self._mark(standing, deleted=True)
            if made is not None:
                put_back(self._ledger, self._unchanged_since(import_id, made, recording), gone_with=import_id)
            for table, key in rows_of_import(self._ledger, import_id):
                if self._stays(import_id, table, key):
                    continue
                recording.touch(self._ledger, table, key)
                entomb(self._ledger, table, key, gone_with=import_id)
            entomb(self._ledger, "import", import_id)
            step = self._history.new_step("undo_import", *recording.images(self._ledger))
            removal = self._history.append(replace(step, removed=import_id, entries=standing))
        self.end_visit()
        return _shown(removal)

    def _unchanged_since(self, import_id: str, step: Step, recording: Recording) -> Images:
        unchanged: Images = {}
        for table, rows in step.after.items():
            for key, new in rows.items():
                if take(self._ledger, table, key) == new and not self._stays(import_id, table, key):
                    recording.touch(self._ledger, table, key)
                    unchanged.setdefault(table, {})[key] = step.before[table][key]
        return unchanged

    def _stays(self, import_id: str, table: str, key: str) -> bool:
        """Whether a row is needed though the import that made it goes: for an answer, or for doses taken since."""
        if table == "medicine":
            return self._taken_since(import_id, key)
        if table == "medicine_dose":
            dose = take(self._ledger, table, key) or {}
            return self._taken_since(import_id, str(dose.get("medicine_id")))
        return self._in_use(table, key)

    def _taken_since(self, import_id: str, medicine_id: str) -> bool:
        """Whether doses were written down of a medicine that the import made."""
        sql = (
            "SELECT 1 FROM medicine m JOIN intake i ON i.medicine_id = m.id WHERE m.id = ? AND m.import_id = ? "
            "AND i.deleted = 0 AND i.import_id IS NOT ? LIMIT 1"
        )
        return self._ledger.one(sql, (medicine_id, import_id, import_id)) is not None

    def _in_use(self, table: str, key: str) -> bool:
        """Whether an answer or a side effect needs an item or its version."""
        if table == "item_version":
            rated = "r.version_id = ?1"
            of_item = "(SELECT item_id FROM item_version WHERE id = ?1)"
        elif table == "item":
            rated, of_item = "r.item_id = ?1", "?1"
        else:
            return False
        answered = f"SELECT 1 FROM rating r JOIN entry e ON e.id = r.entry_id WHERE e.deleted = 0 AND {rated}"  # noqa: S608
        felt = f"SELECT 1 FROM effect WHERE deleted = 0 AND item_id = {of_item}"  # noqa: S608 fixed names
        return self._ledger.one(f"{answered} UNION ALL {felt} LIMIT 1", (key,)) is not None


def _join(step: Step, before: Images, after: Images) -> None:
    """Let a step reach from its own before to the new after."""
    for table, rows in after.items():
        first, last = step.before.setdefault(table, {}), step.after.setdefault(table, {})
        for key, new in rows.items():
            first.setdefault(key, before[table][key])
            last[key] = new
            if first[key] == new:
                del first[key], last[key]


def _shown(step: Step) -> UndoStep:
    entry_ids = tuple(step.before.get("entry", {}))
    tables = tuple(table for table, rows in step.before.items() if rows)
    return UndoStep(step.seq, step.at_ms, step.what, entry_ids, step.made or step.removed, tables)
