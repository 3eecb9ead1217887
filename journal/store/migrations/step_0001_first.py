"""The first schema. Every table that a person's change reaches has an id, an `hlc` stamp and `deleted`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# IN with three or more values builds a table for each row checked, ten times as slow here as OR.

_ITEMS = """
CREATE TABLE item (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    origin TEXT NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    position INTEGER NOT NULL,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT
"""

_VERSIONS = """
CREATE TABLE item_version (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES item (id),
    since_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '[]',
    min REAL NOT NULL,
    max REAL,
    step REAL NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    better TEXT NOT NULL,
    combine TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT
"""

_ENTRIES = """
CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT,
    time_known TEXT NOT NULL CHECK (time_known = 'minute' OR time_known = 'part' OR time_known = 'day'),
    part TEXT,
    day TEXT NOT NULL,
    day_start_min INTEGER NOT NULL,
    recall TEXT NOT NULL CHECK (recall IN ('since', 'now')),
    covers_min INTEGER,
    made_ms INTEGER,
    made_offset_min INTEGER,
    changed_ms INTEGER,
    note TEXT NOT NULL DEFAULT '',
    note_shared INTEGER NOT NULL DEFAULT 0 CHECK (note_shared IN (0, 1)),
    import_id TEXT,
    source_key TEXT,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT
"""

_RATINGS = """
CREATE TABLE rating (
    entry_id TEXT NOT NULL REFERENCES entry (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    version_id TEXT NOT NULL REFERENCES item_version (id),
    value REAL,
    raw REAL,
    state TEXT NOT NULL CHECK (state = 'rated' OR state = 'unanswered' OR state = 'not_applicable'),
    PRIMARY KEY (entry_id, item_id),
    CHECK ((state = 'rated') = (value IS NOT NULL))
) STRICT, WITHOUT ROWID
"""

_IMPORTS = """
CREATE TABLE import (
    id TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    format TEXT NOT NULL,
    mapping TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT
"""

_SETTINGS = """
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT
"""

# Local to one copy of the journal, never merged.

_CHANGES = """
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT
"""

_DRAFTS = """
CREATE TABLE draft (
    form TEXT PRIMARY KEY,
    payload TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT
"""

_INDEXES = (
    "CREATE INDEX entry_day ON entry (day, at_ms)",
    "CREATE INDEX entry_at ON entry (at_ms)",
    "CREATE INDEX entry_hlc ON entry (hlc)",
    "CREATE INDEX entry_import ON entry (import_id) WHERE import_id IS NOT NULL",
    "CREATE INDEX entry_source ON entry (source_key) WHERE source_key IS NOT NULL",
    "CREATE INDEX item_version_item ON item_version (item_id, since_day)",
)


def apply(database: Database) -> None:
    """Make all tables of the first version."""
    tables = (_ITEMS, _VERSIONS, _ENTRIES, _RATINGS, _IMPORTS, _SETTINGS, _CHANGES, _DRAFTS)
    for statement in (*tables, *_INDEXES):
        database.execute(statement)
