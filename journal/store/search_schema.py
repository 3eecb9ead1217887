"""The tables of the search, as the schema's fifth step makes them, and anew where they are lost or broken.

They are local to one copy: never merged, never exported. The index keeps trigrams only, and the text
that they came from stands beside it as it is compared (`model.folding`): FTS5 asks for that text when a
row is taken out, and a copy of its own with positions would make the journal four times as large.
With `secure-delete` nothing of a text that was taken out stays in the index.

A row whose text changes or goes marks itself as gone, by triggers, whoever changes it: a person, undo,
a merge. The same transaction takes its trigrams out at its end. New text is read in before a search,
so that saving and importing cost nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEP = "0005_search"
DOCUMENTS, INDEX = "search_doc", "search_text"

_DOCUMENTS = """
CREATE TABLE search_doc (
    number INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    id TEXT NOT NULL,
    part TEXT NOT NULL,
    day TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (place, id)
) STRICT
"""

_INDEXES = (
    "CREATE INDEX search_doc_day ON search_doc (day, at_ms)",
    "CREATE INDEX search_doc_gone ON search_doc (number) WHERE stamp = ''",
)

_TEXT = "CREATE VIRTUAL TABLE {schema}search_text USING fts5(text, content='', detail=none, tokenize='{tokenizer}')"
TOKENIZER = "trigram case_sensitive 1"
"""Case, accents and the like are folded before: by the same rule in every version of SQLite."""

_SHADOWS = ("data", "idx", "docsize", "config", "content")

_SECURE = "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)"

WATCHED: dict[str, tuple[str, ...]] = {
    "entry": ("note", "tags"),
    "session": (
        "kind",
        "name",
        "place",
        "shortened_why",
        "other_medicines",
        "held_back",
        "intention",
        "note",
        "tags",
    ),
    "course": ("kind", "name", "end_reason", "clinic", "purpose", "tried_earlier", "baseline"),
    "medicine": ("name", "stop_reason", "purpose"),
    "intake": ("note",),
    "practice": ("kind", "name", "note"),
    "marker": ("label", "note"),
    "questionnaire": ("instrument", "form_id", "name", "total_by"),
    "question": ("text",),
    "appointment": ("note",),
    "goal": ("why", "end_reason"),
}
"""The tables that are searched, and their columns with text. Released triggers name them: a change needs a new step."""


def make(database: Database) -> None:
    """Make the tables and triggers in an empty place."""
    for statement in (_DOCUMENTS, *_INDEXES, _TEXT.format(schema="", tokenizer=TOKENIZER), _SECURE, *_triggers()):
        database.execute(statement)


def make_beside(database: Database) -> None:
    """Make empty ones in memory that stand before those of a journal which can't be written."""
    database.execute(_DOCUMENTS.replace("TABLE ", "TEMP TABLE ", 1))
    database.execute("CREATE INDEX temp.search_doc_day ON search_doc (day, at_ms)")
    database.execute(_TEXT.format(schema="temp.", tokenizer=TOKENIZER))


def is_whole(database: Database) -> bool:
    """Whether all of it is there, and the index can be asked."""
    from sqlcipher3 import dbapi2 as sqlcipher

    wanted = {DOCUMENTS, INDEX, "search_doc_day", "search_doc_gone", *(name for name, _ in _named_triggers())}
    rows = database.conn.execute("SELECT name FROM main.sqlite_master WHERE name LIKE 'search_%'")
    if not wanted <= {row[0] for row in rows}:
        return False
    try:
        database.conn.execute("SELECT rowid FROM search_text WHERE search_text MATCH '\"abc\"' LIMIT 1").fetchall()
    except sqlcipher.DatabaseError:
        return False
    return True


def make_anew(database: Database) -> None:
    """Throw away what is left of it and make it empty: the next search fills it. Inside a transaction."""
    run = database.conn.execute
    names = [row[0] for row in run("SELECT name FROM main.sqlite_master WHERE type = 'trigger'")]
    for name in names:
        if name.startswith("search_"):
            run(f"DROP TRIGGER main.{name}")
    _forget_index(database)
    for name in (*(f"{INDEX}_{part}" for part in _SHADOWS), DOCUMENTS):
        run(f"DROP TABLE IF EXISTS main.{name}")
    make(database)


def _forget_index(database: Database) -> None:
    """Drop the index; one that is too broken for that is struck from the schema, its own tables go after it."""
    from sqlcipher3 import dbapi2 as sqlcipher

    run = database.conn.execute
    try:
        run(f"DROP TABLE IF EXISTS main.{INDEX}")
    except sqlcipher.DatabaseError:
        run("PRAGMA writable_schema = ON")
        run("DELETE FROM main.sqlite_master WHERE name = ?", (INDEX,))
        run("PRAGMA writable_schema = RESET")


def _triggers() -> Iterable[str]:
    return (statement for _name, statement in _named_triggers())


def _named_triggers() -> Iterator[tuple[str, str]]:
    for table, columns in WATCHED.items():
        gone = f"UPDATE search_doc SET stamp = '' WHERE place = '{table}' AND id = old.id;"  # noqa: S608 fixed names
        differ = " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns)
        changed, deleted = f"search_{table}_changed", f"search_{table}_deleted"
        yield (
            changed,
            f"CREATE TRIGGER {changed} AFTER UPDATE OF {', '.join(columns)} ON {table} WHEN {differ} BEGIN {gone} END",
        )
        yield deleted, f"CREATE TRIGGER {deleted} AFTER DELETE ON {table} BEGIN {gone} END"
