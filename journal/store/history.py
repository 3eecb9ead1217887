"""The rows of the undo history: written, joined, forgotten after 30 days or 1,000 steps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from journal.store.ledger import Ledger, Row
from journal.store.snapshots import Images, entomb_with_import

KEPT_STEPS = 1000
KEPT_DAYS = 30
_DAY_MS = 86_400_000
_COME_ALONG = {"item", "item_version"}
_COLUMNS = "seq, at_ms, what, before, after"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A record that is deleted for good: its table and id, and the tables whose column `owner` names it."""

    table: str
    id: str
    owner: str = ""
    owned: tuple[str, ...] = ()

    def rows_in(self, images: Images) -> set[tuple[str, str]]:
        """Its own row, and those of these images that belong to it, by table and key."""
        found = {(self.table, self.id)} if self.id in images.get(self.table, {}) else set()
        for table in self.owned:
            for key, snapshot in images.get(table, {}).items():
                if snapshot is not None and snapshot[self.owner] == self.id:
                    found.add((table, key))
        return found


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history: images of the rows it touched, and an import that it made or removed.

    `entries` are the ids of entries that came with the import but carry another import's id.
    """

    seq: int
    at_ms: int
    what: str
    before: Images
    after: Images
    made: str | None = None
    removed: str | None = None
    entries: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, row: Row) -> Step:
        """Read a row of the table."""
        seq, at_ms, what, before, after = row
        new = json.loads(after)
        made, removed, entries = new["made"], new["removed"], new["entries"]
        return cls(seq, at_ms, what, json.loads(before)["rows"], new["rows"], made, removed, entries)

    def texts(self) -> tuple[str, str]:
        """The two columns that hold it."""
        after = {"rows": self.after, "made": self.made, "removed": self.removed, "entries": self.entries}
        return _text({"rows": self.before}), _text(after)

    @property
    def empty(self) -> bool:
        """Whether there is nothing left to undo."""
        return not any(self.before.values()) and self.made is None and self.removed is None

    def without(self, record: Forgotten) -> Step:
        """The step as if it had never touched a record and the rows that belong to it.

        What came only with the record, as the row of an item answered for the first time, is not
        worth a step of its own.
        """
        gone = record.rows_in(self.before) | record.rows_in(self.after)
        before, after = _without(self.before, gone), _without(self.after, gone)
        entries = [kept for kept in self.entries if kept != record.id]
        bare = replace(self, before=before, after=after, entries=entries)
        only_came_along = bool(gone) and {table for table, rows in before.items() if rows} <= _COME_ALONG
        if only_came_along and self.made is None and self.removed is None:
            return replace(bare, before={}, after={})
        return bare


class History:
    """The table `change`. All but reading belongs inside a transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def newest(self) -> Step | None:
        """The step that undo takes next."""
        return next(iter(self._steps("undone = 0 ORDER BY seq DESC LIMIT 1")), None)

    def newest_undone(self) -> Step | None:
        """The step that redo takes next."""
        return next(iter(self._steps("undone = 1 ORDER BY seq LIMIT 1")), None)

    def any_undone(self) -> bool:
        """Whether a step can be done again: what is undone is always the newest."""
        return self._ledger.one("SELECT undone FROM change ORDER BY seq DESC LIMIT 1") == (1,)

    def standing(self) -> list[Step]:
        """The steps that can be undone, newest first."""
        return self._steps("undone = 0 ORDER BY seq DESC")

    def naming(self, text: str) -> list[Step]:
        """The steps in which an id occurs."""
        return self._steps("instr(before, ?) OR instr(after, ?)", text, text)

    def new_step(self, what: str, before: Images, after: Images) -> Step:
        """A step that is not in the history yet."""
        return Step(0, self._ledger.clock.now_ms(), what, before, after)

    def about_import(self, import_id: str) -> list[Step]:
        """The steps that made or removed an import."""
        return [step for step in self.naming(import_id) if import_id in (step.made, step.removed)]

    def append(self, step: Step) -> Step:
        """Add a step, which gets its number; what was undone can't be done again from here on."""
        if self.any_undone():
            self._forget("undone = 1")
        sql = "INSERT INTO change (at_ms, what, before, after) VALUES (?, ?, ?, ?)"
        self._ledger.write(sql, (step.at_ms, step.what, *step.texts()))
        seq = self._last_seq()
        self._prune_oldest(seq)
        return replace(step, seq=seq)

    def rewrite(self, step: Step) -> None:
        """Keep a step that was changed, or drop it if nothing is left of it."""
        if step.empty:
            self._ledger.write("DELETE FROM change WHERE seq = ?", (step.seq,))
        else:
            self._ledger.write("UPDATE change SET before = ?, after = ? WHERE seq = ?", (*step.texts(), step.seq))

    def mark(self, step: Step, *, undone: bool) -> None:
        """Note that a step was undone or done again."""
        self._ledger.write("UPDATE change SET undone = ? WHERE seq = ?", (int(undone), step.seq))

    def forget(self, record: Forgotten) -> None:
        """Remove a record from every step, for "delete for good"."""
        for step in self.naming(record.id):
            self.rewrite(step.without(record))

    def forget_rows(self, rows: set[tuple[str, str]]) -> None:
        """Remove rows (table and key) from every step: undoing one must not put old content over what came since."""
        for step in self._steps("1"):
            touched = {(table, key) for table, images in step.before.items() for key in images}
            if touched & rows:
                self.rewrite(replace(step, before=_without(step.before, rows), after=_without(step.after, rows)))

    def prune(self) -> None:
        """Forget steps beyond 1,000 or older than 30 days."""
        self._forget("at_ms < ? OR seq <= ?", self._oldest_ms(), self._last_seq() - KEPT_STEPS)

    def _prune_oldest(self, newest: int) -> None:
        """The same, without a look at every step while the first one may stay."""
        first = self._ledger.one("SELECT at_ms, seq FROM change ORDER BY seq LIMIT 1")
        if first is not None and (first[0] < self._oldest_ms() or first[1] <= newest - KEPT_STEPS):
            self.prune()

    def _oldest_ms(self) -> int:
        return self._ledger.clock.now_ms() - KEPT_DAYS * _DAY_MS

    def _forget(self, where: str, *parameters: int) -> None:
        """Drop steps, and the content of imports that can't come back any more."""
        forgotten = self._steps(where, *parameters)
        if not forgotten:
            return
        self._ledger.write(f"DELETE FROM change WHERE {where}", parameters)  # noqa: S608 fixed conditions
        for step in forgotten:
            import_id = step.made or step.removed
            if import_id is not None and not self.about_import(import_id):
                self._empty(import_id, step.entries)

    def _empty(self, import_id: str, entry_ids: list[str]) -> None:
        gone = entries_of(self._ledger, import_id, entry_ids, deleted=True)
        entomb_with_import(self._ledger, gone, import_id)

    def _last_seq(self) -> int:
        row = self._ledger.one("SELECT max(seq) FROM change")
        return 0 if row is None or row[0] is None else int(row[0])

    def _steps(self, where: str, *parameters: int | str) -> list[Step]:
        return [Step.of(row) for row in self._ledger.rows(f"SELECT {_COLUMNS} FROM change WHERE {where}", parameters)]  # noqa: S608


def entries_of(ledger: Ledger, import_id: str, entry_ids: list[str], *, deleted: bool) -> list[str]:
    """The entries of an import, or with one of these ids, that are deleted, or that are not."""
    sql = "SELECT id FROM entry WHERE deleted = ? AND (import_id = ? OR id IN (SELECT value FROM json_each(?)))"
    return [row[0] for row in ledger.rows(sql, (int(deleted), import_id, json.dumps(entry_ids)))]


def _without(images: Images, gone: set[tuple[str, str]]) -> Images:
    return {
        table: {key: snapshot for key, snapshot in rows.items() if (table, key) not in gone}
        for table, rows in images.items()
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
