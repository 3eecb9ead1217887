"""The index of the search, which begins empty and fills before the first search, and the way to what has tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.store import search_schema

if TYPE_CHECKING:
    from sqlite_utils import Database


def apply(database: Database) -> None:
    """Make the index and what keeps it true."""
    search_schema.make(database)
    database.execute("CREATE INDEX entry_tagged ON entry (day) WHERE tags <> '[]'")
