from __future__ import annotations

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.app.second_place import patiently
from journal.model.errors import DiskFull, StorageFailed
from journal.store import second_place
from journal.store.backup_files import list_place
from journal.store.second_place import copy_to_place

MADE = datetime(2026, 10, 29, 21)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    path = tmp_path / "backup.zip"
    path.write_bytes(b"PK" * 5000)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_is_the_same_and_closed_to_others(backup: Path, place: Path) -> None:
    copy = copy_to_place(backup, MADE, place, "0a1b2c3d")
    assert copy.read_bytes() == backup.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in place.iterdir()] == ["notes-0a1b2c3d-2026-10-29-210000.zip"]


def test_the_place_keeps_seven_days_and_nothing_of_another_copy_goes(backup: Path, place: Path) -> None:
    other = copy_to_place(backup, MADE - timedelta(days=5), place, "ffffffff")
    (place / "holiday.zip").write_bytes(b"mine")
    for day in range(20):
        copy_to_place(backup, MADE + timedelta(days=day), place, "0a1b2c3d")
    assert 7 <= len(list_place(place, "0a1b2c3d")) <= 7 + 3
    assert other.exists()
    assert (place / "holiday.zip").exists()


def test_what_was_cut_off_is_swept_by_the_next_copy(backup: Path, place: Path) -> None:
    (place / ".notes-0a1b2c3d-2026-10-28-210000.zip-x1").write_bytes(b"half")
    copy_to_place(backup, MADE, place, "0a1b2c3d")
    assert len(list(place.iterdir())) == 1


def test_a_copy_that_reads_back_otherwise_gets_no_name(
    backup: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "_digest", str)
    with pytest.raises(StorageFailed):
        copy_to_place(backup, MADE, place, "0a1b2c3d")
    assert list(place.iterdir()) == []


def test_a_full_place_is_told_and_nothing_is_left(backup: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(second_place.shutil, "copyfileobj", full)
    with pytest.raises(DiskFull):
        copy_to_place(backup, MADE, place, "0a1b2c3d")
    assert list(place.iterdir()) == []


def test_a_place_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    answered = threading.Event()
    with pytest.raises(StorageFailed) as told:
        patiently(answered.wait, 0.05, tmp_path, threading.Event())
    answered.set()
    assert told.value.fields["detail"] == "ETIMEDOUT"


def test_a_fault_of_the_system_comes_back_as_one_of_ours(tmp_path: Path) -> None:
    def gone() -> None:
        raise FileNotFoundError(2, "gone")

    with pytest.raises(StorageFailed) as told:
        patiently(gone, 5, tmp_path, threading.Event())
    assert told.value.fields["detail"] == "ENOENT"


def test_a_journal_that_closes_waits_for_no_place(tmp_path: Path) -> None:
    answered, closing = threading.Event(), threading.Event()
    closing.set()
    with pytest.raises(StorageFailed):
        patiently(answered.wait, 600, tmp_path, closing)
    answered.set()
