from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal.store.connection import probe_writing
from journal.store.journal_store import JournalStore
from tests.support.stores import entry

ROOT = Path(__file__).resolve().parents[2]
DECIDED = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "locking_mode": "exclusive",
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 0,  # compiled as: in memory
    "cipher_page_size": "4096",
    "recursive_triggers": 0,
}


@pytest.mark.parametrize(("pragma", "value"), DECIDED.items())
def test_the_settings_are_the_decided_ones(store: JournalStore, pragma: str, value: object) -> None:
    assert store._ledger.rows(f"PRAGMA {pragma}") == [(value,)]


def test_memory_is_locked_and_wiped(tmp_path: Path) -> None:
    """Tried in a process of its own: what is on there stays on, and the other tests do without."""
    code = """
import sys
from pathlib import Path
from tests.support.stores import evening_clock, make_store
store, _ = make_store(Path(sys.argv[1]), evening_clock())
print(store._ledger.rows("PRAGMA cipher_memory_security"))
store.close()
"""
    run = [sys.executable, "-c", code, str(tmp_path / "journal")]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[('1',)]"


def test_temporary_tables_never_reach_the_disk(store: JournalStore) -> None:
    assert ("TEMP_STORE=2",) in store._ledger.rows("PRAGMA compile_options")


def test_the_file_is_not_readable_without_the_key(store: JournalStore) -> None:
    with store.tx():
        store.entries.save(entry("e1", note="plain words"))
    assert not any(
        word in path.read_bytes()
        for path in store.folder.iterdir()
        for word in (b"SQLite format 3", b"plain words", b"CREATE TABLE")
    )


def test_all_files_stay_closed_to_others_while_it_is_open(store: JournalStore) -> None:
    with store.tx():
        store.entries.save(entry("e1"))
    store.back_up()
    assert {path.stat().st_mode & 0o777 for path in store.folder.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (store.folder, store.folder / "backups")} == {0o700}


def test_a_folder_with_odd_signs_in_its_name_opens(tmp_path: Path) -> None:
    from tests.support.stores import evening_clock, make_store, open_store

    folder = tmp_path / "50% of #1? наш ‘журнал’"
    make_store(folder, evening_clock())[0].close()
    open_store(folder, evening_clock()).close()


def test_transactions_do_not_nest(store: JournalStore) -> None:
    with store.tx(), pytest.raises(RuntimeError), store.tx():
        pass


def test_sqlite_utils_catches_the_exceptions_of_the_encrypted_database(store: JournalStore) -> None:
    """Without the stand-in, a failed INSERT … RETURNING leaves a transaction open and later writes are lost."""
    from sqlcipher3 import dbapi2
    from sqlite_utils import db

    assert db.OperationalError is dbapi2.OperationalError
    database = store._ledger.database
    list(database.query("INSERT INTO draft VALUES ('form', '{}', 1) RETURNING form"))
    assert not database.conn.in_transaction


def test_importing_the_store_loads_nothing_heavy() -> None:
    script = """
import sys
import journal.store, journal.store.vault, journal.store.journal_store, journal.app.keys
print([name for name in ("sqlcipher3", "sqlite_utils", "sqlite3", "cryptography", "click") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"


def test_the_schema_is_read_rightly_however_often_a_transaction_is_rolled_back(store: JournalStore) -> None:
    """Without the tidying the first page is mistaken about once in 6,000 times: 30,000 find it all but surely."""
    ledger = store._ledger
    names = ledger.rows("SELECT name FROM sqlite_master")
    for _ in range(30_000):
        probe_writing(ledger.database, store.path)
        assert len(ledger.rows("SELECT name FROM sqlite_master")) == len(names)
