"""Renewing the data key: what it gives, and what a crash or a full disk at each moment of it leaves."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import (
    DiskFull,
    JournalInUse,
    JournalReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.store.connection import connect
from journal.store.journal_store import JournalStore
from journal.store.rotation import RotatedVault, rotate_key
from journal.store.vault import open_vault, remove_recovery_code
from tests.support.copies import content
from tests.support.stores import PASSPHRASE, entry, open_store, problems_in_backup
from tests.support.treatments import save_all

BELONGS = re.compile(r"journal\.keys|journal\.keys\.copy|journal-\d+\.db(-journal)?|backups")
DATABASE = re.compile(r"journal-\d+\.db")


@pytest.fixture
def filled(store: JournalStore, folder: Path) -> JournalStore:
    """A journal with something of everything, so that nothing can be left out unseen."""
    with store.action("log"):
        store.entries.save(entry("one", 3, note="tide"))
        save_all(store)
    with store.tx():
        store.settings.put("just_three", ["night"])
        store.drafts.put("today", {"note": "half a sen"})
    return store


def rotated(folder: Path, store: JournalStore, clock: FixedClock) -> tuple[JournalStore, RotatedVault]:
    made = rotate_key(folder, store, PASSPHRASE)
    return JournalStore.open(folder, made.vault, clock), made


def everything(store: JournalStore) -> list[Any]:
    """All that is merged, and all that is not."""
    local = store._ledger.rows("SELECT * FROM change") + store._ledger.rows("SELECT * FROM draft")
    return [content(store), local]


def test_all_of_it_stands_under_another_key(filled: JournalStore, folder: Path, clock: FixedClock) -> None:
    old, before = bytes(filled.key.raw), everything(filled)
    again, made = rotated(folder, filled, clock)
    assert everything(again) == before
    assert bytes(again.key.raw) != old
    assert again.full_check() == []
    assert made.vault.database == folder / "journal-2.db"
    again.close()


def test_the_old_database_and_the_old_secrets_are_gone(filled: JournalStore, folder: Path, clock: FixedClock) -> None:
    again, made = rotated(folder, filled, clock)
    again.close()
    assert sorted(path.name for path in folder.iterdir()) == ["journal-2.db", "journal.keys", "journal.keys.copy"]
    assert (folder / "journal.keys").read_bytes() == (folder / "journal.keys.copy").read_bytes()
    assert (folder / "journal-2.db").stat().st_mode & 0o777 == 0o600
    assert open_vault(folder, recovery_code=made.recovery_code).database.name == "journal-2.db"


def test_the_old_recovery_code_opens_nothing_any_more(folder: Path, clock: FixedClock) -> None:
    from tests.support.stores import make_store

    store, vault = make_store(folder, clock)
    again, _ = rotated(folder, store, clock)
    again.close()
    with pytest.raises(WrongRecoveryCode):
        open_vault(folder, recovery_code=vault.recovery_code)


def test_a_journal_without_a_recovery_code_gets_none(filled: JournalStore, folder: Path, clock: FixedClock) -> None:
    remove_recovery_code(folder, filled.key)
    again, made = rotated(folder, filled, clock)
    again.close()
    assert made.recovery_code is None


def test_a_wrong_passphrase_changes_nothing(filled: JournalStore, folder: Path) -> None:
    keys = (folder / "journal.keys").read_bytes()
    with pytest.raises(WrongPassphrase):
        rotate_key(folder, filled, "not this one")
    assert (folder / "journal.keys").read_bytes() == keys
    with filled.action("log"):
        filled.entries.save(entry("two"))


def test_a_journal_open_for_reading_is_refused(filled: JournalStore, folder: Path, clock: FixedClock) -> None:
    filled.close()
    reading = open_store(folder, clock, read_only=True)
    with pytest.raises(JournalReadOnly):
        rotate_key(folder, reading, PASSPHRASE)
    reading.close()
    filled.key = reading.key


def test_backups_made_before_and_after_are_whole(filled: JournalStore, folder: Path, clock: FixedClock) -> None:
    old = filled.key.copy()
    before = filled.back_up()
    clock.ms += 86_400_000
    again, made = rotated(folder, filled, clock)
    assert problems_in_backup(before, old) == []
    assert problems_in_backup(again.back_up(), made.vault.key) == []
    again.close()


def test_a_window_that_waited_for_the_old_database_is_told_that_the_journal_is_in_use(
    filled: JournalStore, folder: Path, clock: FixedClock
) -> None:
    late = open_vault(folder, passphrase=PASSPHRASE)
    shutil.copy2(late.database, folder.parent / "old.db")
    again, _ = rotated(folder, filled, clock)
    again.close()
    shutil.copy2(folder.parent / "old.db", late.database)
    with pytest.raises(JournalInUse):
        JournalStore.open(folder, late, clock)


Step = Callable[[], None]


def watched(monkeypatch: pytest.MonkeyPatch, step: Step) -> None:
    """Call `step` before everything that changes a name or waits for the disk."""

    def before(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            step()
            return function(*given, **named)

        return call

    monkeypatch.setattr(Path, "replace", before(Path.replace))
    monkeypatch.setattr(Path, "unlink", before(Path.unlink))
    monkeypatch.setattr(os, "fsync", before(os.fsync))


def moments(folder: Path, store: JournalStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder as it was at each moment of a rotation, as a power cut would leave it."""
    kept: list[Path] = []

    def keep() -> None:
        kept.append(folder.parent / f"moment-{len(kept)}")
        shutil.copytree(folder, kept[-1])

    with monkeypatch.context() as patch:
        watched(patch, keep)
        rotate_key(folder, store, PASSPHRASE).vault.key.wipe()
    keep()
    yield from kept


def test_at_each_moment_one_journal_opens_and_is_the_same(
    filled: JournalStore, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(filled)
    seen = set()
    for moment in moments(folder, filled, monkeypatch):
        (moment / "journal-1.db-journal").unlink(missing_ok=True)  # of no transaction
        store = open_store(moment, clock)
        assert everything(store) == before
        name = store.path.name
        seen.add(name)
        store.close()
        left = {path.name for path in moment.iterdir()}
        assert all(BELONGS.fullmatch(each) for each in left), left
        assert [each for each in left if DATABASE.fullmatch(each)] == [name]
        assert (moment / "journal.keys").read_bytes() == (moment / "journal.keys.copy").read_bytes()
    assert seen == {"journal-1.db", "journal-2.db"}


def test_when_the_disk_is_full_at_a_moment_the_journal_goes_on(
    filled: JournalStore, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, store = everything(filled), filled
    for fails in range(40):
        calls = 0

        def full(fails: int = fails) -> None:
            nonlocal calls
            calls += 1
            if calls - 1 == fails:
                raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            watched(patch, full)
            try:
                vault = rotate_key(folder, store, PASSPHRASE).vault
            except DiskFull:
                assert everything(store) == before
                assert open_vault(folder, passphrase=PASSPHRASE).database == store.path
                continue
        store = JournalStore.open(folder, vault, clock)
        assert everything(store) == before
        if calls <= fails:
            break
    else:
        pytest.fail("it never came through")
    assert [path for path in folder.iterdir() if DATABASE.fullmatch(path.name)] == [store.path]
    assert {path.name for path in folder.iterdir() if not BELONGS.fullmatch(path.name)} == set()
    store.close()


def test_a_database_that_no_note_speaks_of_is_never_swept(
    filled: JournalStore, folder: Path, clock: FixedClock
) -> None:
    filled.close()
    (folder / "journal-2.db").write_bytes(b"perhaps the only copy")
    open_store(folder, clock).close()
    assert (folder / "journal-2.db").read_bytes() == b"perhaps the only copy"


@pytest.mark.parametrize("named", ["journal-1.db", "journal-2.db"])
def test_a_database_that_changed_since_the_note_is_never_swept(
    filled: JournalStore, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """One of the two databases of a rotation that was cut off, and it got other content since."""
    tried = 0
    for moment in moments(folder, filled, monkeypatch):
        vault = open_vault(moment, passphrase=PASSPHRASE, mend=False)
        other = moment / named
        if not other.exists() or vault.database == other:
            continue
        tried += 1
        (moment / "journal-1.db-journal").unlink(missing_ok=True)
        with other.open("ab") as file:
            file.write(b"more")
        open_store(moment, clock).close()
        assert other.read_bytes().endswith(b"more")
    assert tried > 0


def page_of(folder: Path, table: str) -> int:
    """The number of a table's first page."""
    vault = open_vault(folder, passphrase=PASSPHRASE)
    database = connect(vault.database, vault.key, read_only=True)
    ((page,),) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    database.conn.close()
    return int(page)


def test_while_the_opened_database_is_not_whole_the_other_one_stays(
    filled: JournalStore, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = next(
        moment
        for moment in moments(folder, filled, monkeypatch)
        if (moment / ".succession").exists()
        and open_vault(moment, passphrase=PASSPHRASE).database.name == "journal-2.db"
    )
    damaged = moment / "journal-2.db"
    data = bytearray(damaged.read_bytes())
    data[page_of(moment, "rating") * 4096 - 2000] ^= 1  # opening reads no answer
    damaged.write_bytes(data)
    open_store(moment, clock).close()
    assert (moment / "journal-1.db").exists()
