"""Pages of a journal are spoilt at random: what comes out of salvage was in it, and nothing else went."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.app.salvage import salvage
from journal.model.errors import JournalDamaged, JournalExists, JournalInUse, WrongPassphrase
from journal.store.connection import connect
from journal.store.integrity import problems_of
from journal.store.salvage import TABLES
from journal.store.salvage_pages import PAGE
from journal.store.vault import open_vault
from tests.support.stores import PASSPHRASE, entry, evening_clock, make_store, open_store
from tests.support.treatments import save_all, session

ENTRIES = 200
Rows = dict[str, set[tuple[Any, ...]]]


def rows_in(folder: Path) -> Rows:
    vault = open_vault(folder, passphrase=PASSPHRASE)
    database = connect(vault.database, vault.key)
    try:
        assert problems_of(database) == []
        every = "SELECT * FROM "
        return {table: set(database.conn.execute(every + table).fetchall()) for table in TABLES}
    finally:
        database.conn.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    """A journal of 200 entries, some with long notes, some deleted, and treatment; with a backup."""
    folder = tmp_path_factory.mktemp("sound") / "journal"
    chance = random.Random(4)
    store, _ = make_store(folder, evening_clock())
    with store.tx():
        save_all(store)
        for number in range(12):
            store.sessions.save(session(f"session {number}"))
    for number in range(ENTRIES):
        note = "the tide " * chance.choice((0, 3, 40, 900 if number % 40 == 0 else 10))
        with store.action("log"):
            name = f"{chance.getrandbits(128):032x}"
            store.entries.save(entry(name, float(number % 5), note=note, days_ago=number // 2))
        if number % 20 == 19:
            with store.action("delete"):
                store.entries.delete(name)
    store.back_up()
    store.close()
    return folder, rows_in(folder)


@pytest.fixture
def spoilt(sound: tuple[Path, Rows], tmp_path: Path) -> Callable[[Callable[[bytearray], None]], Path]:
    """A copy of the journal after something was done to its bytes."""

    def make(spoil: Callable[[bytearray], None]) -> Path:
        folder = tmp_path / "journal"
        shutil.copytree(sound[0], folder)
        content = bytearray((folder / "journal-1.db").read_bytes())
        spoil(content)
        (folder / "journal-1.db").write_bytes(content)
        return folder

    return make


def test_a_sound_journal_comes_out_as_it_is(sound: tuple[Path, Rows], tmp_path: Path) -> None:
    report = salvage(sound[0], tmp_path / "new", passphrase=PASSPHRASE)
    assert report.whole
    assert rows_in(tmp_path / "new") == sound[1]


def test_the_new_journal_opens_and_reads(sound: tuple[Path, Rows], tmp_path: Path) -> None:
    salvage(sound[0], tmp_path / "new", passphrase=PASSPHRASE)
    store = open_store(tmp_path / "new", evening_clock())
    assert store.read_all() == ENTRIES - ENTRIES // 20
    store.close()


@pytest.mark.parametrize("seed", range(40))
def test_one_spoilt_page_costs_only_what_stood_on_it(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)

    def spoil(content: bytearray) -> None:
        at = chance.randrange(len(content))
        content[at] ^= chance.randrange(1, 256)

    report = salvage(spoilt(spoil), tmp_path / "new", passphrase=PASSPHRASE)
    assert report.unreadable_pages == 1
    found, original = rows_in(tmp_path / "new"), sound[1]
    lost = {table: original[table] - found[table] for table in TABLES}
    for table in TABLES:
        assert found[table] <= original[table], table
    gone = sum(len(rows) for rows in lost.values())
    known = [each for each in report.tables if each.lost is None or each.lost or each.loose]
    assert {table for table, rows in lost.items() if rows} <= {each.table for each in known}
    assert gone <= 60
    days = {row[7] for row in lost["entry"] if not row[-1]}
    assert days <= {day.isoformat() for day in report.lost_days}
    answers = {row[0] for row in lost["rating"]}
    thin = {row[7] for row in found["entry"] if row[0] in answers and not row[-1]}
    assert thin <= {day.isoformat() for day in report.thin_days}


@pytest.mark.parametrize("seed", range(12))
def test_many_spoilt_pages_never_crash_nor_invent(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)

    def spoil(content: bytearray) -> None:
        for _ in range(chance.randrange(2, 60)):
            at, size = chance.randrange(16, len(content) - 40), chance.randrange(1, 40)
            content[at : at + size] = chance.randbytes(size)
        if seed % 3 == 0:
            del content[chance.randrange(PAGE, len(content)) :]

    report = salvage(spoilt(spoil), tmp_path / "new", passphrase=PASSPHRASE)
    assert report.unreadable_pages or seed % 3 == 0
    found = rows_in(tmp_path / "new")
    assert all(found[table] <= sound[1][table] for table in TABLES)


def test_a_lost_first_page_is_made_good_by_the_salt_of_a_backup(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path
) -> None:
    def spoil(content: bytearray) -> None:
        content[:PAGE] = bytes(PAGE)

    folder = spoilt(spoil)
    salvage(folder, tmp_path / "new", passphrase=PASSPHRASE)
    found = rows_in(tmp_path / "new")
    assert found["entry"] == sound[1]["entry"]
    assert found["rating"] == sound[1]["rating"]


def test_without_a_backup_a_lost_salt_leaves_nothing_and_says_so(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    def spoil(content: bytearray) -> None:
        content[:PAGE] = bytes(PAGE)

    folder = spoilt(spoil)
    shutil.rmtree(folder / "backups")
    with pytest.raises(JournalDamaged):
        salvage(folder, tmp_path / "new", passphrase=PASSPHRASE)
    assert not list((tmp_path / "new").glob("*"))


def test_a_lost_root_page_leaves_the_leaves(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path
) -> None:
    vault = open_vault(sound[0], passphrase=PASSPHRASE)
    database = connect(vault.database, vault.key, read_only=True)
    (root,) = database.conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
    database.conn.close()

    def spoil(content: bytearray) -> None:
        content[(root - 1) * PAGE : root * PAGE] = random.Random(1).randbytes(PAGE)

    report = salvage(spoilt(spoil), tmp_path / "new", passphrase=PASSPHRASE)
    assert rows_in(tmp_path / "new") == sound[1]
    assert report.unreadable_pages == 1


def test_damaged_key_files_are_replaced_by_that_of_a_backup(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path
) -> None:
    folder = spoilt(lambda content: None)
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / name).write_bytes(b"{}")
    salvage(folder, tmp_path / "new", passphrase=PASSPHRASE)
    assert rows_in(tmp_path / "new") == sound[1]


def test_a_wrong_passphrase_and_a_folder_in_use_change_nothing(
    sound: tuple[Path, Rows], spoilt: Callable[..., Path], tmp_path: Path
) -> None:
    folder = spoilt(lambda content: None)
    with pytest.raises(WrongPassphrase):
        salvage(folder, tmp_path / "new", passphrase="wrong")
    with pytest.raises(JournalExists):
        salvage(folder, folder, passphrase=PASSPHRASE)
    store = open_store(folder, evening_clock())
    with pytest.raises(JournalInUse):
        salvage(folder, tmp_path / "new", passphrase=PASSPHRASE)
    store.close()
    assert not (tmp_path / "new" / "journal.keys").exists()


def test_the_damaged_journal_stays_as_it_is(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    folder = spoilt(lambda content: content.__setitem__(PAGE * 9, content[PAGE * 9] ^ 1))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    salvage(folder, tmp_path / "new", passphrase=PASSPHRASE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
