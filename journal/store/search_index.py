"""The index of the search, kept true: what was written since is read in, what is gone is let go."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from zlib import crc32

from journal.model.folding import FOLDING, fold
from journal.model.searches import Mark, Search
from journal.store import search_pages, search_schema
from journal.store.connection import roll_back
from journal.store.last_answers import LastAnswer, last_answers
from journal.store.ledger import Ledger, Row
from journal.store.search_pages import Hit
from journal.store.search_removal import remove
from journal.store.search_sources import SOURCES, TEXTS_FROM, Source, Words

AT_ONCE = 2000
"""How many texts are read in with one transaction: others on the storage thread wait no longer than that."""

_APART = "\x1f"
"""Between the texts of one row: nothing that is typed is found across it."""

_COLUMNS = ("number", "place", "id", "part", "day", "at_ms", "stamp", "text")
Known = tuple[int, str]
"""What the index holds of a row: its number and its text there."""

News = tuple[Source, list[Row]]


class SearchIndex:
    """Asked on the storage thread.

    In a journal that can't be written, an index in memory takes the place of its own where that is not true.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._words: Words = {}
        self._language = ""
        self._true_at: tuple[int, str] | None = None
        self._read_to = ""
        self._beside = False

    def speak(self, language: str, words: Callable[[], Words]) -> None:
        """Search in the words of a language from here on; they are asked for where they may be others than before."""
        if self._language == language and self._true_at is not None and self._true_at[0] == self._changes:
            return
        self._language, self._words = language, words()

    def begin_anew(self) -> None:
        """Look at every row once more: rows came from elsewhere, with stamps older than what was read last."""
        self._read_to, self._true_at = "", None

    def bring_up_to_date(self, most: int | None = AT_ONCE) -> bool:
        """Read in what was written since, the newest first, at most so many texts; whether that was all."""
        if self._true_at == self._now:
            return True
        if self._true_at is None or self._true_at[1] != self._spoken():
            self._read_to = ""
        if self._ledger.one("SELECT 1 FROM search_doc LIMIT 1") is None:
            self._read_to = ""  # it was emptied, where much was deleted at once
        newest = self._newest()
        gone, new = self._gone(), self._new(most)
        if (gone or new) and self._ledger.read_only and not self._beside:
            search_schema.make_beside(self._ledger.database)
            self._beside = True
            gone, new = [], self._new(most)
        if gone or new:
            new = self._written(gone, new, most)
        done = most is None or sum(len(rows) for _source, rows in new) < most
        if done:
            self._true_at, self._read_to = self._now, newest
        return done

    def _written(self, gone: list[Known], new: list[News], most: int | None) -> list[News]:
        """Write what is gone and new; what was read in, which is all there is where the index was emptied."""
        with self._writing():
            if remove(self._ledger, [*gone, *self._other_than(new)]):
                self._read_to = ""
                new = self._new(most)
            for source, rows in new:
                self._take_in(source, rows)
        return new

    def page(self, search: Search, after: Mark | None, count: int) -> list[Hit]:
        """Up to so many results older than `after`, newest first."""
        return search_pages.page(self._ledger, self._words, search, after, count)

    def count(self, search: Search) -> int:
        """How many results there are in all."""
        return search_pages.count(self._ledger, search)

    def last_answers(self, item_ids: Collection[str]) -> dict[str, LastAnswer]:
        """The last answer of each of these items that has one."""
        return last_answers(self._ledger, item_ids)

    @property
    def _now(self) -> tuple[int, str]:
        return self._changes, self._spoken()

    @property
    def _changes(self) -> int:
        changes: int = self._ledger.database.conn.total_changes
        return changes

    def _spoken(self, table: str = "") -> str:
        """What tells the words of a table from those of another language, and this way of folding from others."""
        words = {name: found for name, found in self._words.items() if name.startswith(table)}
        text = json.dumps(words, sort_keys=True, default=dict)
        return f"{FOLDING}-{crc32(text.encode()):08x}"

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        if not self._ledger.read_only:
            with self._ledger.transaction():
                yield
            return
        connection = self._ledger.database.conn
        connection.execute("BEGIN")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            roll_back(connection)
            raise

    def _newest(self) -> str:
        """The newest stamp of anything that is searched."""
        tables = (f"SELECT max(hlc) AS hlc FROM {source.table}" for source in SOURCES)  # noqa: S608 fixed names
        return str(self._ledger.rows(f"SELECT max(hlc) FROM ({' UNION ALL '.join(tables)})")[0][0] or "")  # noqa: S608

    def _gone(self) -> list[Known]:
        """What is in the index and no longer in the journal: its number and its text there."""
        found: list[Known] = []
        for source in SOURCES:
            sql = (
                f"SELECT d.number, d.text FROM {source.table} t CROSS JOIN search_doc d ON d.place = ? AND d.id = t.id "  # noqa: S608
                f"WHERE t.hlc > ? AND (t.deleted = 1 OR NOT {source.speaks})"
            )
            found += self._ledger.rows(sql, (source.table, self._read_to))
            if not self._read_to:
                sql = (
                    "SELECT number, text FROM search_doc d WHERE place = ? "  # noqa: S608 fixed names
                    f"AND NOT EXISTS (SELECT 1 FROM {source.table} t WHERE t.id = d.id)"
                )
                found += self._ledger.rows(sql, (source.table,))
        return found

    def _new(self, most: int | None) -> list[News]:
        """What the journal says and the index does not hold, or holds as it was before."""
        left = most
        found = []
        for source in SOURCES:
            if left is not None and left <= 0:
                break
            sql = (
                f"SELECT {source.selected} FROM {source.table} t "  # noqa: S608 fixed names
                f"WHERE t.hlc > ? AND t.deleted = 0 AND {source.speaks} "
                "AND NOT EXISTS (SELECT 1 FROM search_doc d WHERE d.place = ? AND d.id = t.id "
                f"AND d.stamp = t.hlc || ?) ORDER BY +t.{source.day} DESC LIMIT ?"
            )
            spoken = self._spoken(f"{source.table}.")
            rows = self._ledger.rows(sql, (self._read_to, source.table, spoken, -1 if left is None else left))
            left = None if left is None else left - len(rows)
            if rows:
                found.append((source, rows))
        return found

    def _other_than(self, new: Iterable[News]) -> list[Known]:
        """What the index holds of these rows, where they say something else by now."""
        found = []
        for source, rows in new:
            known = self._known(source, rows)
            found += [known[row[0]] for row in rows if row[0] in known and known[row[0]][1] != self._text(source, row)]
        return found

    def _known(self, source: Source, rows: Iterable[Row]) -> dict[str, Known]:
        """What the index holds of rows, by their id: number and text."""
        ids = json.dumps([row[0] for row in rows])
        sql = (
            "SELECT d.id, d.number, d.text FROM json_each(?) c CROSS JOIN search_doc d "
            "ON d.place = ? AND d.id = c.value WHERE d.stamp <> ''"
        )
        return {row_id: (number, text) for row_id, number, text in self._ledger.rows(sql, (ids, source.table))}

    def _text(self, source: Source, row: Row) -> str:
        return _APART.join(map(fold, source.texts(row[TEXTS_FROM:], self._words).values()))

    def _take_in(self, source: Source, rows: Sequence[Row]) -> None:
        """Put rows into the index; of one that says what it said, only its stamp and day are written."""
        first = (self._ledger.rows("SELECT max(number) FROM search_doc")[0][0] or 0) + 1
        spoken, known = self._spoken(f"{source.table}."), self._known(source, rows)
        fresh = [row for row in rows if row[0] not in known]
        documents = [
            (
                number,
                source.table,
                row[0],
                source.part.value,
                row[1],
                row[2],
                f"{row[3]}{spoken}",
                self._text(source, row),
            )
            for number, row in enumerate(fresh, first)
        ]
        self._ledger.insert("search_doc", _COLUMNS, documents)
        self._ledger.write(
            "INSERT INTO search_text (rowid, text) SELECT number, text FROM search_doc WHERE number >= ?", (first,)
        )
        for row_id, day, at_ms, stamp, *_others in rows:
            if row_id in known:
                sql = "UPDATE search_doc SET day = ?, at_ms = ?, stamp = ? WHERE number = ?"
                self._ledger.write(sql, (day, at_ms, f"{stamp}{spoken}", known[row_id][0]))
