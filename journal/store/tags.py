"""Which tags there are, and what has them: entries and sessions."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

from journal.model.folding import fold
from journal.model.tags import TagCount, same_tag
from journal.store.ledger import Ledger

TABLES = ("entry", "session")


class Tags:
    """Reads the tags of a journal; they are written with what has them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def counts(self) -> list[TagCount]:
        """Every tag, those used most first; spellings that only differ in case or accents are one."""
        spellings: dict[str, Counter[str]] = {}
        for table in TABLES:
            sql = f"SELECT tags, count(*) FROM {table} WHERE deleted = 0 AND tags <> '[]' GROUP BY tags"  # noqa: S608
            for text, count in self._ledger.rows(sql):
                for tag in json.loads(text):
                    spellings.setdefault(fold(tag), Counter())[tag] += count
        found = [TagCount(each.most_common(1)[0][0], each.total()) for each in spellings.values()]
        return sorted(found, key=lambda each: (-each.count, fold(each.tag)))

    def holders(self, tag: str) -> dict[str, list[str]]:
        """The ids of what has a tag, by table."""
        return {table: [row_id for row_id, _day in self._having(table, tag)] for table in TABLES}

    def days(self, tag: str) -> set[date]:
        """The days with a check-in or a session that has a tag."""
        return {date.fromisoformat(day) for table in TABLES for _id, day in self._having(table, tag)}

    def _having(self, table: str, tag: str) -> list[tuple[str, str]]:
        sql = f"SELECT id, day, tags FROM {table} WHERE deleted = 0 AND tags <> '[]'"  # noqa: S608 fixed names
        return [
            (row_id, day)
            for row_id, day, text in self._ledger.rows(sql)
            if any(same_tag(each, tag) for each in json.loads(text))
        ]
