from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from journal.app import check_ins
from journal.app.backup_places import (
    back_up_to_places,
    destroy_backups,
    listing,
    make_new_and_destroy_old,
    places,
    set_place,
    verify_now,
)
from journal.app.backups import back_up
from journal.app.history import delete
from journal.app.journal import Journal
from journal.app.keys import change_passphrase
from journal.app.rotations import rotate_data_key
from journal.app.upkeep import back_up_when_due, check_when_due
from journal.model.errors import BackupDamaged, FileUnwritable, WrongPassphrase
from journal.store import second_place
from journal.store.vault import FAST_KDF
from tests.support.journals import PASSPHRASE, ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_a_backup_goes_to_both_places_under_a_neutral_name(opened: Opened, stick: Path) -> None:
    journal, _ = opened
    check_ins.log(journal, {"anxiety": 2})
    set_place(journal, stick)
    made = back_up_to_places(journal)
    assert made.fault is None
    assert made.second is not None
    assert made.second.read_bytes() == made.path.read_bytes()
    assert [path.name[:6] for path in stick.iterdir()] == ["notes-"]
    assert [(line.place, line.entries) for line in listing(journal)] == [("journal", 1), ("second", 1)]


def test_a_place_that_is_gone_is_told_in_the_result_only(opened: Opened, stick: Path) -> None:
    journal, _ = opened
    set_place(journal, stick)
    stick.rmdir()
    made = back_up_to_places(journal)
    assert made.path.is_file()
    assert made.fault is not None
    assert not places(journal).reachable
    assert places(journal).stale


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_place_that_takes_no_file_is_told_of_that_place_and_not_of_the_journal(
    opened: Opened, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(number, os.strerror(number))

    set_place(opened[0], stick)
    monkeypatch.setattr(second_place, "_copied", refuse)
    made = back_up_to_places(opened[0])
    assert (made.path.is_file(), made.second) == (True, None)
    assert isinstance(made.fault, FileUnwritable)
    assert made.fault.fields == {"path": str(stick), "detail": os.strerror(number)}


def test_the_second_place_is_fresh_for_fourteen_days(opened: Opened, stick: Path) -> None:
    journal, clock = opened
    set_place(journal, stick)
    assert places(journal).stale
    back_up_to_places(journal)
    assert not places(journal).stale
    clock.forward(15 * 24 * 60)
    assert places(journal).stale


def test_the_last_backup_of_an_unreachable_place_is_remembered(opened: Opened, stick: Path) -> None:
    journal, _ = opened
    set_place(journal, stick)
    back_up_to_places(journal)
    newest = places(journal).newest
    assert newest is not None
    stick.rename(stick.with_name("away"))
    assert places(reopen(journal)).newest == newest


def test_the_journals_own_folder_is_no_second_place(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(FileUnwritable):
        set_place(journal, journal.folder / "backups")


def test_closing_takes_the_backup_along_to_the_second_place(opened: Opened, stick: Path) -> None:
    journal, _ = opened
    check_ins.log(journal, {"anxiety": 2})
    set_place(journal, stick)
    assert back_up_when_due(journal, wait_s=30) is not None
    assert len(list(stick.glob("notes-*.zip"))) == 1


def test_reading_the_journal_through_is_no_change_worth_a_backup(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 2})
    back_up_to_places(journal)
    clock.ms += 400 * 86_400_000  # well past the time of the file that was just written
    check_when_due(journal)
    assert back_up_when_due(journal) is None
    change_passphrase(journal, "new words", kdf=FAST_KDF)
    assert back_up_when_due(journal) is not None


def test_a_backup_whose_time_is_to_come_holds_none_up(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 2})
    back_up_to_places(journal)
    check_ins.log(journal, {"anxiety": 3})
    clock.ms -= 400 * 86_400_000
    assert back_up_when_due(journal) in [line.path for line in listing(journal)]


def test_verifying_is_remembered_over_a_new_start(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 2})
    path = back_up_to_places(journal).path
    clock.forward(60 * 24 * 20)
    line = verify_now(journal, path)
    assert line.entries == 1
    assert listing(reopen(journal))[0].last_verified == line.last_verified
    assert not list(journal.folder.glob(".trial-*"))


def test_a_damaged_backup_does_not_verify(opened: Opened) -> None:
    journal, _ = opened
    path = back_up_to_places(journal).path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        verify_now(journal, path)


def test_a_backup_under_an_older_key_asks_for_its_passphrase(opened: Opened) -> None:
    journal, _ = opened
    path = back_up_to_places(journal).path
    rotate_data_key(journal, PASSPHRASE, kdf=FAST_KDF)
    with pytest.raises(WrongPassphrase) as told:
        verify_now(journal, path)
    assert told.value.fields["backup"] == str(path)
    assert verify_now(journal, path, PASSPHRASE).entries == 0


def test_new_backups_take_the_place_of_all_old_ones(opened: Opened, stick: Path, tmp_path: Path) -> None:
    journal, clock = opened
    entry = check_ins.log(journal, {"anxiety": 2})
    set_place(journal, stick)
    old = back_up_to_places(journal)
    back_up(journal, tmp_path / "mine.zip")
    clock.forward(1)
    delete(journal, entry.id)
    report = make_new_and_destroy_old(journal)
    assert set(report.destroyed) == {old.path, old.second, tmp_path / "mine.zip"}
    assert report.unreachable == ()
    assert [(line.place, line.entries) for line in listing(journal)] == [("journal", 0), ("second", 0)]


def test_what_cannot_be_reached_is_reported(opened: Opened, stick: Path, tmp_path: Path) -> None:
    journal, _ = opened
    set_place(journal, stick)
    back_up_to_places(journal)
    back_up(journal, tmp_path / "mine.zip")
    (tmp_path / "mine.zip").rename(tmp_path / "moved.zip")
    stick.rename(tmp_path / "away")
    report = destroy_backups(journal)
    assert set(report.unreachable) == {stick, tmp_path / "mine.zip"}
    assert len(report.destroyed) == 1


def test_backups_of_another_journal_in_the_same_place_are_left_alone(
    opened: Opened, stick: Path, tmp_path: Path
) -> None:
    from tests.support.journals import make_journal

    journal, _ = opened
    other, _clock = make_journal(tmp_path / "other")
    for each in (journal, other):
        set_place(each, stick)
        back_up_to_places(each)
    destroy_backups(journal)
    assert [line.place for line in listing(other)] == ["journal", "second"]
    other.close()
