"""A journal of each released schema, as its bytes are, opens here and comes up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.store.backups import restore_backup
from journal.store.journal_store import JournalStore
from journal.store.migrations import STEPS
from tests.support.stores import DAY, NIGHT, TENSE, entry, open_store

GOLDEN = Path(__file__).parents[1] / "golden"
SCHEMAS = sorted(GOLDEN.glob("schema-*.zip"))


@pytest.fixture(params=SCHEMAS, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[JournalStore]:
    restore_backup(request.param, tmp_path / "golden")
    opened = open_store(tmp_path / "golden", clock)
    yield opened
    opened.close()


def schema(store: JournalStore) -> dict[str, object]:
    tables = [row[0] for row in store._ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    listing = "SELECT * FROM pragma_table_info(?) ORDER BY name"
    columns = {table: store._ledger.rows(listing, (table,)) for table in tables}
    rest = store._ledger.rows("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'table' ORDER BY name")
    listed = store._ledger.rows("SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name")
    return {"columns": columns, "rest": rest, "listed": listed}


def test_there_is_a_golden_journal_of_every_schema() -> None:
    assert [path.name for path in SCHEMAS] == [f"schema-{number}.zip" for number in range(1, len(STEPS) + 1)]


def test_brought_up_to_date_it_has_the_schema_of_a_new_journal(golden: JournalStore, store: JournalStore) -> None:
    fresh, upgraded = schema(store), schema(golden)
    for table, columns in fresh["columns"].items():  # type: ignore[attr-defined]
        without_order = [[row[1:] for row in rows] for rows in (columns, upgraded["columns"][table])]  # type: ignore[index]
        assert without_order[0] == without_order[1]
    assert (upgraded["rest"], upgraded["listed"]) == (fresh["rest"], fresh["listed"])


def test_everything_in_it_is_read_back(golden: JournalStore) -> None:
    assert golden.entries.get("kept") == entry("kept", 1, note="Rain, then the sea. 🌊")
    assert golden.entries.get("asked") == entry("asked", None, days_ago=1)
    assert golden.entries.get("gone") is None
    assert [item.versions for item in golden.items.all()] == [(NIGHT,), (TENSE,)]
    assert golden.settings.all() == {"just_three": ["night", "tense"]}
    assert golden.drafts.get("today") == {"note": "half a sen"}
    assert golden.imports.get("golden import") is not None
    assert golden.full_check() == []


def test_its_undo_history_still_works(golden: JournalStore) -> None:
    assert golden.changes.undo().what == "delete"
    assert golden.entries.get("gone") == entry("gone", 3, days_ago=2)
    golden.changes.undo_import("golden import")
    assert golden.entries.find("imported") == []
    assert golden.entries.between(DAY, DAY) == [entry("kept", 1, note="Rain, then the sea. 🌊")]
