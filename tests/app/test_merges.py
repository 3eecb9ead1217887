"""Joining another computer's copy by the app: what is told before, the backup, and its undo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.app import keys
from journal.app.check_ins import log
from journal.app.journal import Journal
from journal.app.merges import merge, preview, undo_merge
from journal.app.rotations import rotate_data_key
from journal.app.vaults import open_journal
from journal.model.errors import DiskFull, FileMissing, OtherSecretNeeded
from journal.store.journal_store import JournalStore
from tests.support.journals import PASSPHRASE, ZoneClock, make_journal


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Journal]:
    journal, clock = make_journal(tmp_path / "here")
    log(journal, {"anxiety": 2})
    clock.forward(30)
    yield journal
    journal.close()


@pytest.fixture
def there(here: Journal, tmp_path: Path) -> Path:
    """A copy in which one entry more was logged."""
    folder = tmp_path / "there"
    shutil.copytree(here.folder, folder)
    clock = here.clock
    assert isinstance(clock, ZoneClock)
    other = open_journal(folder, ZoneClock(clock.ms + 60_000), passphrase=PASSPHRASE)
    log(other, {"anxiety": 4}, note="on the train")
    other.close()
    return folder


def notes(journal: Journal) -> list[str]:
    from datetime import date

    return [entry.note for entry in journal.store.entries.between(date.min, date.max)]


def test_a_preview_counts_both_sides_and_writes_nothing(here: Journal, there: Path) -> None:
    before = here.store.path.read_bytes()
    found = preview(here, there)
    assert (found.here.entries, found.there.entries) == (1, 2)
    assert (found.entries.only_here, found.entries.only_there) == (0, 1)
    assert found.anything_coming
    assert not found.anything_going
    assert here.store.path.read_bytes() == before
    assert not (here.folder / "backups").exists()


def test_joining_brings_it_and_makes_a_verified_backup_before(here: Journal, there: Path) -> None:
    heard: list[frozenset[str]] = []
    here.listen(heard.append)
    result = merge(here, there)
    assert notes(here) == ["", "on the train"]
    assert result.backup is not None
    report = keys.verify(result.backup, PASSPHRASE, here.clock)
    assert (report.problems, report.entries) == ((), 1)
    assert "entries" in heard[0]


def test_joining_again_changes_nothing_and_makes_no_backup(here: Journal, there: Path) -> None:
    merge(here, there)
    again = merge(here, there)
    assert (again.rows, again.backup) == (0, None)
    assert not again.preview.anything_coming


def test_undoing_gives_the_journal_before_and_keeps_the_present_one_as_a_backup(here: Journal, there: Path) -> None:
    result = merge(here, there)
    log(here, {"anxiety": 1}, note="afterwards")
    present = undo_merge(here, result)
    assert notes(here) == [""]
    assert keys.verify(present, PASSPHRASE, here.clock).entries == 3
    assert here.store.full_check() == []
    log(here, {"anxiety": 3})
    assert merge(here, there).rows > 0


def test_after_an_undo_the_journal_opens_with_the_same_secrets(here: Journal, there: Path, tmp_path: Path) -> None:
    undo_merge(here, merge(here, there))
    here.store.close()
    again = open_journal(here.folder, here.clock, passphrase=PASSPHRASE)
    assert notes(again) == [""]
    assert len(list(here.folder.glob("journal-*.db"))) == 1
    here.go_on_with(again.store)


def test_an_undo_without_its_backup_changes_nothing(here: Journal, there: Path) -> None:
    result = merge(here, there)
    assert result.backup is not None
    result.backup.unlink()
    with pytest.raises(FileMissing):
        undo_merge(here, result)
    assert notes(here) == ["", "on the train"]


def test_nothing_is_joined_when_the_backup_cannot_be_made(
    here: Journal, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_store: JournalStore, *, rotate: bool = True) -> Path:
        raise DiskFull(path="backups")

    monkeypatch.setattr(JournalStore, "back_up", full)
    with pytest.raises(DiskFull):
        merge(here, there)
    assert notes(here) == [""]


def test_after_the_key_was_renewed_the_other_copy_is_asked_for_its_secret(here: Journal, there: Path) -> None:
    rotate_data_key(here, PASSPHRASE)
    with pytest.raises(OtherSecretNeeded):
        preview(here, there)
    assert merge(here, there, passphrase=PASSPHRASE).preview.entries.only_there == 1


def test_after_the_key_was_renewed_the_open_journal_goes_on(here: Journal) -> None:
    rotation = rotate_data_key(here, PASSPHRASE)
    log(here, {"anxiety": 1}, note="later")
    assert notes(here) == ["", "later"]
    here.store.close()
    again = open_journal(here.folder, here.clock, recovery_code=rotation.recovery_code)
    assert notes(again) == ["", "later"]
    here.go_on_with(again.store)
