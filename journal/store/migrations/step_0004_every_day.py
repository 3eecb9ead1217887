"""What makes the journal a person's own: groups, profiles, goals, appointments, the plan, contacts, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_RECORD = """
    gone_with TEXT,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
"""

_GROUPS = f"""
CREATE TABLE item_group (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_PROFILES = f"""
CREATE TABLE profile (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    items TEXT NOT NULL DEFAULT '[]',
    weekdays TEXT NOT NULL DEFAULT '[]',
    session_day INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_GOALS = f"""
CREATE TABLE goal (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL,
    start TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    ended_on TEXT,
    end_reason TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_CLINICIANS = f"""
CREATE TABLE clinician (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    include TEXT NOT NULL DEFAULT '[]',
    paper TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_APPOINTMENTS = f"""
CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    time TEXT NOT NULL DEFAULT '',
    clinician_id TEXT,
    note TEXT NOT NULL DEFAULT '',
    {_RECORD}
) STRICT
"""

_QUESTIONS = f"""
CREATE TABLE question (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL,
    asked_on TEXT,
    appointment_id TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_PLAN_LINES = f"""
CREATE TABLE plan_line (
    id TEXT PRIMARY KEY,
    heading TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_CONTACTS = f"""
CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    call TEXT NOT NULL DEFAULT '',
    sms TEXT NOT NULL DEFAULT '',
    say TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    shipped TEXT NOT NULL DEFAULT '',
    hidden INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 0,
    checked_on TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    {_RECORD}
) STRICT
"""

_CALM_MOMENTS = f"""
CREATE TABLE calm_moment (
    id TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    day TEXT NOT NULL,
    day_start_min INTEGER NOT NULL,
    zone TEXT,
    choice TEXT NOT NULL DEFAULT '',
    before INTEGER,
    after INTEGER,
    {_RECORD}
) STRICT
"""

_COLUMNS = (
    ("item", "label", "''"),
    ("item", "group_id", "''"),
    ("entry", "tags", "'[]'"),
    ("session", "tags", "'[]'"),
)

_INDEXES = (
    "CREATE INDEX goal_item ON goal (item_id)",
    "CREATE INDEX appointment_day ON appointment (day)",
    "CREATE INDEX question_day ON question (day)",
    "CREATE INDEX calm_moment_day ON calm_moment (day, at_ms)",
)


def apply(database: Database) -> None:
    """Make the tables, and give items a name and a group, and entries and sessions their tags."""
    tables = (_GROUPS, _PROFILES, _GOALS, _CLINICIANS, _APPOINTMENTS, _QUESTIONS, _PLAN_LINES, _CONTACTS, _CALM_MOMENTS)
    for statement in (*tables, *_INDEXES):
        database.execute(statement)
    for table, column, default in _COLUMNS:
        database.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT {default}")
        # A new column stands in no row until that is written: salvage reads rows as they are in the file.
        database.execute(f"UPDATE {table} SET {column} = {default}")  # noqa: S608 fixed names
