"""Opening a journal to read it, after it was left in the middle of a save."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from journal.app import check_ins
from journal.app.journal import Journal
from journal.app.vaults import open_journal
from journal.model.errors import JournalReadOnly
from journal.store.journal_store import JournalStore
from journal.store.vault import open_vault
from tests.support.journals import PASSPHRASE, ZoneClock

Opened = tuple[Journal, ZoneClock]


@pytest.fixture
def torn(opened: Opened, tmp_path: Path) -> Path:
    """A copy of a journal with one entry, taken when a second one was half written."""
    journal, _clock = opened
    check_ins.log(journal, {"anxiety": 2})
    copy = tmp_path / "copy"
    database = journal.store._ledger.database
    database.execute("PRAGMA cache_size=1")
    with journal.store.tx():
        for key in range(400):
            journal.store.settings.put(f"filler_{key}", "x" * 900)
        shutil.copytree(journal.folder, copy)
    assert (copy / "journal-1.db-journal").stat().st_size > 0
    return copy


def test_what_was_half_saved_is_rolled_back_when_it_is_only_to_be_read(torn: Path, opened: Opened) -> None:
    vault = open_vault(torn, passphrase=PASSPHRASE)
    with pytest.raises(JournalReadOnly):
        JournalStore.open(torn, vault, opened[1], read_only=True)
    read = open_journal(torn, opened[1], passphrase=PASSPHRASE, read_only=True)
    assert read.store.entries.count() == 1
    assert read.setting("filler_0") is None
    assert read.store.full_check() == []
    read.close()


def test_reading_writes_nothing(opened: Opened, tmp_path: Path) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 2})
    copy = tmp_path / "copy"
    shutil.copytree(journal.folder, copy)
    before = (copy / "journal-1.db").read_bytes()
    read = open_journal(copy, clock, passphrase=PASSPHRASE, read_only=True)
    with pytest.raises(JournalReadOnly):
        check_ins.log(read, {"anxiety": 3})
    read.close()
    assert (copy / "journal-1.db").read_bytes() == before
