"""Questionnaires: what was filled in or typed in, and the forms that were opened from a file.

The answers stand in one column as JSON, in the order of the form: an answer is never asked for on its
own, and a whole questionnaire is merged, undone and deleted as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_RECORD = """
    gone_with TEXT,
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
"""

_FORMS = f"""
CREATE TABLE form (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    made_ms INTEGER,
    {_RECORD}
) STRICT
"""

_QUESTIONNAIRES = f"""
CREATE TABLE questionnaire (
    id TEXT PRIMARY KEY,
    instrument TEXT NOT NULL DEFAULT '',
    form_id TEXT,
    name TEXT NOT NULL DEFAULT '',
    span TEXT NOT NULL DEFAULT 'none',
    maximum REAL,
    at_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    day TEXT NOT NULL,
    day_start_min INTEGER NOT NULL,
    zone TEXT,
    time_known TEXT NOT NULL,
    answers TEXT NOT NULL DEFAULT '[]',
    total REAL,
    total_by TEXT NOT NULL DEFAULT '',
    made_ms INTEGER,
    made_offset_min INTEGER,
    changed_ms INTEGER,
    import_id TEXT,
    source_key TEXT,
    {_RECORD}
) STRICT
"""

_INDEXES = (
    "CREATE INDEX questionnaire_day ON questionnaire (day, at_ms)",
    "CREATE INDEX questionnaire_instrument ON questionnaire (instrument, at_ms)",
    "CREATE INDEX questionnaire_form ON questionnaire (form_id) WHERE form_id IS NOT NULL",
    "CREATE INDEX questionnaire_hlc ON questionnaire (hlc)",
)


def apply(database: Database) -> None:
    """Make the tables of questionnaires."""
    for statement in (_FORMS, _QUESTIONNAIRES, *_INDEXES):
        database.execute(statement)
