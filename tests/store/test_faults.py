"""Every row of the error table, each with a real file in that state."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import (
    DiskFull,
    Interrupted,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalReadOnly,
    JournalTooNew,
    StorageFailed,
)
from journal.store.connection import connect
from journal.store.data_key import DataKey
from journal.store.integrity import problems_in
from journal.store.journal_store import JournalStore
from journal.store.vault import open_vault
from tests.support.places import read_only, small_disk
from tests.support.stores import DAY, PASSPHRASE, entry, make_store, open_store

SECRET = "nobody may read this"


def log(store: JournalStore, entry_id: str = "e1", note: str = "") -> None:
    with store.action("log"):
        store.entries.save(entry(entry_id, note=note))


def fill(store: JournalStore, entries: int = 60) -> None:
    with store.action("fill"):
        for number in range(entries):
            store.entries.save(entry(f"e{number}", note=SECRET * 40))


def log_until_full(store: JournalStore) -> list[str]:
    """Log until the disk is full; the ids of what was saved."""
    for number in itertools.count():
        try:
            log(store, f"e{number:03}", note=SECRET * 50)
        except DiskFull:
            return [f"e{saved:03}" for saved in range(number)]
    raise AssertionError


@pytest.fixture
def closed(folder: Path, clock: FixedClock) -> Path:
    """The database of a journal with some pages, closed."""
    store, _ = make_store(folder, clock)
    fill(store)
    path = store.path
    store.close()
    return path


# In use.


def test_a_second_connection_is_told_that_the_journal_is_in_use(store: JournalStore, clock: FixedClock) -> None:
    log(store)
    with pytest.raises(JournalInUse):
        open_store(store.folder, clock)


def test_a_second_process_is_told_that_the_journal_is_in_use(store: JournalStore) -> None:
    script = f"""
from pathlib import Path
from tests.support.stores import evening_clock, open_store
from journal.model.errors import JournalInUse
for read_only in (False, True):
    try:
        open_store(Path({str(store.folder)!r}), evening_clock(), read_only=read_only)
    except JournalInUse:
        print("in use")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.split("\n")[:2] == ["in use", "in use"]


def test_after_closing_it_opens_again(store: JournalStore, clock: FixedClock) -> None:
    log(store)
    store.close()
    again = open_store(store.folder, clock)
    assert again.entries.get("e1") == entry("e1")
    again.close()


# Disk full.


def test_a_full_disk_loses_nothing_that_was_saved(store: JournalStore, clock: FixedClock) -> None:
    log(store, note=SECRET)
    (pages,) = store._ledger.rows("PRAGMA page_count")[0]
    store._ledger.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        log(store, "e2", note=SECRET * 3000)
    assert store.entries.find("") == ["e1"]
    store._ledger.rows("PRAGMA max_page_count = 100000")
    log(store, "e2", note=SECRET * 3000)
    assert store.full_check() == []


def test_a_disk_that_really_fills_up_loses_nothing(tmp_path: Path, clock: FixedClock) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk(disk, 600):
        store, _ = make_store(disk / "journal", clock)
        saved = log_until_full(store)
        assert store.entries.find("") == saved
        with pytest.raises(DiskFull):
            store.backup_to(disk / "backup.zip")
        assert [path.name for path in disk.iterdir()] == ["journal"]
        store.close()
        again = open_store(disk / "journal", clock)
        assert again.entries.find("") == saved
        assert again.full_check() == []
        again.close()


def test_a_journal_made_on_a_full_disk_leaves_nothing(tmp_path: Path, clock: FixedClock) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk(disk, 32):
        with pytest.raises(DiskFull):
            make_store(disk / "journal", clock)
        assert list((disk / "journal").iterdir()) == []


# Damaged.


@pytest.mark.parametrize("place", [4096 + 50, -2000])
def test_a_flipped_bit_is_found_by_the_full_check(closed: Path, place: int) -> None:
    data = bytearray(closed.read_bytes())
    data[place] ^= 4
    closed.write_bytes(data)
    assert problems_in(closed, open_vault(closed.parent, passphrase=PASSPHRASE).key) != []


def test_a_flipped_bit_in_the_first_page_is_found_at_opening(closed: Path, clock: FixedClock) -> None:
    data = bytearray(closed.read_bytes())
    data[100] ^= 4
    closed.write_bytes(data)
    with pytest.raises(JournalDamaged) as caught:
        open_store(closed.parent, clock)
    assert caught.value.fields == {"path": str(closed), "backup": None}


def test_damage_met_while_reading_is_told_as_such(closed: Path, clock: FixedClock) -> None:
    store = open_store(closed.parent, clock)
    store.close()
    data = bytearray(closed.read_bytes())
    for start in range(4096 * 3, len(data), 4096):
        data[start + 9] ^= 1
    closed.write_bytes(data)
    with pytest.raises(JournalDamaged):
        open_store(closed.parent, clock).entries.between(DAY, DAY)


@pytest.mark.parametrize("content", [b"x" * 8192, b"short", b"SQLite format 3\x00" + bytes(4080)])
def test_something_else_in_its_place_is_damage_once_the_slot_opened(
    closed: Path, clock: FixedClock, content: bytes
) -> None:
    closed.write_bytes(content)
    with pytest.raises(JournalDamaged):
        open_store(closed.parent, clock)


def test_an_empty_file_is_damage_though_any_key_would_open_it(closed: Path, clock: FixedClock) -> None:
    closed.write_bytes(b"")
    with pytest.raises(JournalDamaged):
        open_store(closed.parent, clock)
    assert closed.stat().st_size == 0


def test_a_database_without_our_schema_is_damage(store: JournalStore, clock: FixedClock) -> None:
    with store.tx():
        store._ledger.write("DELETE FROM _sqlite_migrations")
    store.close()
    with pytest.raises(JournalDamaged):
        open_store(store.folder, clock)


def test_a_truncated_database_is_damage(closed: Path, clock: FixedClock) -> None:
    closed.write_bytes(closed.read_bytes()[: 4096 * 4])
    with pytest.raises(JournalDamaged):
        open_store(closed.parent, clock).entries.between(DAY, DAY)


def test_damage_offers_the_newest_backup_and_keeps_the_file(store: JournalStore, clock: FixedClock) -> None:
    log(store)
    store.back_up()
    clock.ms += 3_600_000
    newest = store.back_up()
    store.close()
    store.path.write_bytes(b"damaged" * 1000)
    with pytest.raises(JournalDamaged) as caught:
        open_store(store.folder, clock)
    assert caught.value.fields["backup"] == str(newest)
    assert store.path.read_bytes() == b"damaged" * 1000


# Read-only places.


def test_a_read_only_folder_is_told_and_opens_for_reading(closed: Path, clock: FixedClock) -> None:
    folder = closed.parent
    with read_only(folder):
        with pytest.raises(JournalReadOnly) as caught:
            open_store(folder, clock)
        assert caught.value.fields == {"path": str(closed)}
        store = open_store(folder, clock, read_only=True)
        assert store.read_only
        assert store.entries.count() == 60
        with pytest.raises(JournalReadOnly):
            log(store)
        with pytest.raises(JournalReadOnly):
            store.back_up()
        store.close()


def test_a_read_only_folder_takes_no_new_journal(tmp_path: Path, clock: FixedClock) -> None:
    with read_only(tmp_path), pytest.raises(JournalReadOnly):
        make_store(tmp_path / "journal", clock)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_somebody_without_the_right_to_write_is_told_too(closed: Path) -> None:
    for path in closed.parent.iterdir():
        path.chmod(0o644)
    for parent in closed.parents[:-1]:
        parent.chmod(parent.stat().st_mode | 0o055)
    script = f"""
import os
import shutil
from pathlib import Path
from tests.support.stores import evening_clock, open_store
from journal.model.errors import JournalReadOnly
folder = Path({str(closed.parent)!r})
open_store(folder, evening_clock()).close()  # loads what a stranger might not be allowed to load
os.setuid(65534)
try:
    open_store(folder, evening_clock())
except JournalReadOnly:
    print("read-only", open_store(folder, evening_clock(), read_only=True).entries.count())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=Path.cwd())
    assert done.stdout.strip() == "read-only 60", done.stderr


# Storage failed.


def test_a_missing_database_is_told_with_its_path(closed: Path, clock: FixedClock) -> None:
    closed.unlink()
    with pytest.raises(StorageFailed) as caught:
        open_store(closed.parent, clock)
    assert caught.value.fields == {"path": str(closed), "detail": "SQLITE_CANTOPEN"}
    assert not closed.exists()


def test_a_folder_in_its_place_is_told_with_its_path(closed: Path, clock: FixedClock) -> None:
    closed.unlink()
    closed.mkdir()
    with pytest.raises(StorageFailed) as caught:
        open_store(closed.parent, clock)
    assert caught.value.fields["path"] == str(closed)


def test_a_backup_into_a_folder_that_is_gone_is_told(store: JournalStore, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as caught:
        store.backup_to(tmp_path / "stick" / "backup.zip")
    assert caught.value.fields == {"path": str(tmp_path / "stick" / "backup.zip"), "detail": "ENOENT"}


# A newer version.


def test_a_journal_of_a_newer_version_is_told_and_not_touched(store: JournalStore, clock: FixedClock) -> None:
    with store.tx():
        store._ledger.write("INSERT INTO _sqlite_migrations VALUES (99, 'journal', '9999_to_come', '2030')")
    store.close()
    before = {path: path.read_bytes() for path in store.folder.iterdir()}
    for option in (False, True):
        with pytest.raises(JournalTooNew):
            open_store(store.folder, clock, read_only=option)
    assert {path: path.read_bytes() for path in store.folder.iterdir()} == before


# Keys.


def test_the_data_key_of_another_journal_is_damage_and_not_an_empty_journal(closed: Path) -> None:
    with pytest.raises(JournalDamaged):
        connect(closed, DataKey.random())


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_used(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytes(length))


def test_a_wiped_key_is_never_used(closed: Path) -> None:
    key = DataKey.random()
    key.wipe()
    with pytest.raises(ValueError, match="wiped"):
        connect(closed, key)


def test_closing_wipes_the_key(folder: Path, clock: FixedClock, closed: Path) -> None:
    vault = open_vault(folder, passphrase=PASSPHRASE)
    raw = vault.key.raw
    JournalStore.open(folder, vault, clock).close()
    assert bytes(raw) == b""


# What the errors say.


def test_no_error_carries_text_of_the_journal(closed: Path, clock: FixedClock) -> None:
    store = open_store(closed.parent, clock)
    (pages,) = store._ledger.rows("PRAGMA page_count")[0]
    store._ledger.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalError) as caught:
        log(store, "e1", note=SECRET * 5000)
    assert SECRET not in repr(caught.value) + repr(caught.value.fields) + repr(caught.value.__cause__)
    store.close()


def test_long_work_can_be_stopped_and_changes_nothing(store: JournalStore, tmp_path: Path) -> None:
    log(store)
    connection = store._ledger.database.conn
    connection.set_progress_handler(store.interrupt, 1)
    with pytest.raises(Interrupted):
        store.backup_to(tmp_path / "backup.zip")
    connection.set_progress_handler(None, 0)
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]
    assert store.entries.count() == 1


# A crash.


def test_a_crash_in_the_middle_of_a_change_leaves_what_was_before(
    store: JournalStore, tmp_path: Path, clock: FixedClock
) -> None:
    log(store)
    store._ledger.rows("PRAGMA cache_size = 4")  # so that half the change is in the file before its end
    crashed = tmp_path / "crashed"
    with store.tx():
        for number in range(100):
            store.entries.save(entry(f"half {number}", note=SECRET * 50))
        before = store.path.stat().st_size
        shutil.copytree(store.folder, crashed)
    assert before > 100_000
    again = open_store(crashed, clock)
    assert again.entries.find("") == ["e1"]
    assert again.full_check() == []
    again.close()
