from __future__ import annotations

from pathlib import Path

import pytest

from journal.app import check_ins
from journal.app.backups import back_up, open_backup
from journal.app.journal import Journal
from journal.model.errors import InvalidFile, JournalExists, WrongPassphrase
from tests.support.journals import PASSPHRASE, ZoneClock

Opened = tuple[Journal, ZoneClock]


def test_a_backup_opens_as_the_journal_it_was(opened: Opened, tmp_path: Path) -> None:
    journal, clock = opened
    entry = check_ins.log(journal, {"anxiety": 2}, note="Rain.")
    back_up(journal, tmp_path / "copy.zip")
    check_ins.log(journal, {"anxiety": 3})
    restored = open_backup(tmp_path / "copy.zip", tmp_path / "new", clock, passphrase=PASSPHRASE)
    assert restored.store.entries.count() == 1
    assert restored.store.entries.get(entry.id) == entry
    restored.close()


def test_a_wrong_passphrase_leaves_the_folder_as_it_was(opened: Opened, tmp_path: Path) -> None:
    journal, clock = opened
    back_up(journal, tmp_path / "copy.zip")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(WrongPassphrase):
        open_backup(tmp_path / "copy.zip", folder, clock, passphrase="wrong")
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]


def test_a_journal_that_is_there_is_not_replaced(opened: Opened, tmp_path: Path) -> None:
    journal, clock = opened
    back_up(journal, tmp_path / "copy.zip")
    with pytest.raises(JournalExists):
        open_backup(tmp_path / "copy.zip", journal.folder, clock, passphrase=PASSPHRASE)


def test_what_is_no_backup_is_refused(tmp_path: Path, opened: Opened) -> None:
    _, clock = opened
    (tmp_path / "photo.zip").write_bytes(b"not a zip")
    with pytest.raises(InvalidFile):
        open_backup(tmp_path / "photo.zip", tmp_path / "new", clock, passphrase=PASSPHRASE)
    assert not (tmp_path / "new").exists()
