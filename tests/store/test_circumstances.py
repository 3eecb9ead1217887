"""A folder that goes while the journal is open, and a clock that is set back."""

import os
import shutil
from pathlib import Path

import pytest

from journal.model.errors import JournalError, JournalMissing, StorageFailed
from journal.store.vault import open_vault
from tests.support.stores import PASSPHRASE, entry, evening_clock, make_store, open_store

YEAR_MS = 365 * 86_400_000


def test_a_folder_that_goes_while_it_is_open_is_told_and_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    store, _ = make_store(folder, evening_clock())
    shutil.rmtree(folder)
    with pytest.raises(JournalError):
        save(store, entry("new"))
    assert not folder.exists()
    store.close()
    with pytest.raises(JournalMissing):
        open_vault(folder, passphrase=PASSPHRASE)


def test_a_folder_that_is_moved_away_and_back_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    store, _ = make_store(folder, evening_clock())
    save(store, entry("kept"))
    folder.rename(tmp_path / "away")
    with pytest.raises(JournalError):
        save(store, entry("while away"))
    (tmp_path / "away").rename(folder)
    save(store, entry("back"))
    store.close()
    again = open_store(folder, evening_clock())
    assert {again.entries.get(name) is not None for name in ("kept", "back")} == {True}
    assert again.full_check() == []
    again.close()


def test_a_clock_set_back_a_year_still_writes_newer_stamps(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = evening_clock()
    store, _ = make_store(folder, clock)
    save(store, entry("kept", 3))
    before = stamp_of(store)
    store.close()
    clock.ms -= YEAR_MS
    again = open_store(folder, clock)
    save(again, entry("kept", 1))
    assert stamp_of(again) > before
    again.changes.undo()
    undone = again.entries.get("kept")
    assert undone is not None
    assert undone.ratings[0].value == 3
    again.close()


def save(store, what) -> None:
    with store.action("log"):
        store.entries.save(what)


def stamp_of(store) -> str:
    return store._ledger.one("SELECT hlc FROM entry WHERE id = 'kept'")[0]


def test_a_copy_put_in_its_place_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    store, _ = make_store(folder, evening_clock())
    save(store, entry("kept"))
    older = tmp_path / "older.db"
    shutil.copy(store.path, older)
    os.utime(older, (1, 1))  # the clock of a file system may stand still for some milliseconds
    save(store, entry("newer"))
    older.replace(store.path)
    with pytest.raises(StorageFailed):
        save(store, entry("would be lost"))
    store.close()
