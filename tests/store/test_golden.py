"""A journal of each released schema, as its bytes are, opens here and comes up to date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.app.own_records import Own
from journal.host.clock import FixedClock
from journal.model.entries import Entry
from journal.model.sessions import Vital
from journal.store.backup_files import list_backups
from journal.store.backups import restore_backup
from journal.store.connection import connect
from journal.store.journal_store import JournalStore
from journal.store.migrations import STEPS, applied_steps
from journal.store.vault import open_vault
from tests.support.own_records import OWN_RECORDS, holders, save_own
from tests.support.stores import DAY, NIGHT, PASSPHRASE, TENSE, entry, open_store
from tests.support.treatments import COURSE, FORM, INTAKE, MARKER, MEDICINE, PRACTICE, QUESTIONNAIRE, SESSION, save_all

GOLDEN = Path(__file__).parents[1] / "golden"
SCHEMAS = sorted(GOLDEN.glob("schema-*.zip"))


@pytest.fixture(params=SCHEMAS, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[JournalStore]:
    restore_backup(request.param, tmp_path / "golden")
    opened = open_store(tmp_path / "golden", clock)
    yield opened
    opened.close()


@pytest.fixture
def newest(tmp_path: Path, clock: FixedClock) -> Iterator[JournalStore]:
    """The golden journal of the present schema."""
    restore_backup(SCHEMAS[-1], tmp_path / "golden")
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


def without_tags(found: Entry | None) -> Entry:
    """An entry of a golden journal; those of the earliest schemas have no tags."""
    assert found is not None
    return replace(found, tags=())


def test_there_is_a_golden_journal_of_every_schema() -> None:
    assert [path.name for path in SCHEMAS] == [f"schema-{number}.zip" for number in range(1, len(STEPS) + 1)]


def test_brought_up_to_date_it_has_the_schema_of_a_new_journal(golden: JournalStore, store: JournalStore) -> None:
    fresh, upgraded = schema(store), schema(golden)
    for table, columns in fresh["columns"].items():  # type: ignore[attr-defined]
        without_order = [[row[1:] for row in rows] for rows in (columns, upgraded["columns"][table])]  # type: ignore[index]
        assert without_order[0] == without_order[1]
    assert (upgraded["rest"], upgraded["listed"]) == (fresh["rest"], fresh["listed"])


def test_everything_in_it_is_read_back(golden: JournalStore) -> None:
    assert without_tags(golden.entries.get("kept")) == entry("kept", 1, note="Rain, then the sea. 🌊")
    assert golden.entries.get("asked") == entry("asked", None, days_ago=1)
    assert golden.entries.get("gone") is None
    assert [item.versions for item in golden.items.all()] == [(NIGHT,), (TENSE,)]
    assert golden.settings.all() == {"just_three": ["night", "tense"]}
    assert golden.drafts.get("today") == {"note": "half a sen"}
    assert golden.imports.get("golden import") is not None
    assert golden.full_check() == []


def test_its_undo_history_still_works(golden: JournalStore) -> None:
    while golden.changes.history()[0].what != "delete":
        golden.changes.undo()
    assert golden.changes.undo().what == "delete"
    assert golden.entries.get("gone") == entry("gone", 3, days_ago=2)
    golden.changes.undo_import("golden import")
    assert golden.entries.find("imported") == []
    (kept,) = golden.entries.between(DAY, DAY)
    assert without_tags(kept) == entry("kept", 1, note="Rain, then the sea. 🌊")


def test_an_older_one_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path, clock: FixedClock) -> None:
    restore_backup(SCHEMAS[0], tmp_path / "golden")
    open_store(tmp_path / "golden", clock).close()
    (backup,) = list_backups(tmp_path / "golden")
    restore_backup(backup.path, tmp_path / "before")
    vault = open_vault(tmp_path / "before", passphrase=PASSPHRASE)
    before = connect(vault.database, vault.key)
    assert applied_steps(before) == [STEPS[0][0]]
    assert before.conn.execute("SELECT count(*) FROM entry WHERE id = 'kept'").fetchone() == (1,)
    before.conn.close()


def test_an_older_one_takes_treatment_and_questionnaires_once_it_is_up_to_date(golden: JournalStore) -> None:
    with golden.action("treatment"):
        save_all(golden)
    assert golden.sessions.get(SESSION.id) is not None
    assert golden.medicines.all() == [MEDICINE]
    assert golden.questionnaires.all() == [QUESTIONNAIRE]
    with golden.action("own"):
        save_own(golden)
    assert [holder.all() for holder in holders(golden)] == [[record] for record in OWN_RECORDS.values()]


def test_what_makes_a_journal_ones_own_is_read_back(newest: JournalStore) -> None:
    assert [holder.all() for holder in holders(newest)] == [[record] for record in OWN_RECORDS.values()]
    kept = newest.entries.get("kept")
    assert kept is not None
    assert kept.tags == ("sea", "море")
    assert [(item.label, item.group_id) for item in newest.items.all()][-1] == ("Tension", OWN_RECORDS[Own.GROUP].id)


def test_treatment_and_questionnaires_in_it_are_read_back(newest: JournalStore) -> None:
    assert newest.courses.all() == [COURSE]
    assert newest.sessions.all() == [replace(SESSION, vitals=(*SESSION.vitals, Vital(90, 118, 76)))]
    assert newest.medicines.all() == [MEDICINE]
    assert newest.intakes.all() == [INTAKE]
    assert newest.practices.all() == [PRACTICE]
    assert newest.markers.all() == [MARKER]
    assert newest.forms.all() == [FORM]
    assert newest.questionnaires.all() == [QUESTIONNAIRE]
    newest.changes.undo()
    assert newest.sessions.all() == [SESSION]
