"""A file is there whole or not at all, for its owner alone, and nothing is replaced that was not meant."""

import errno
import os

import pytest

from journal.host import whole_files
from journal.host.whole_files import whole_file, write_whole


def test_a_file_is_for_its_owner_alone(tmp_path):
    write_whole(tmp_path / "a", b"words")
    assert (tmp_path / "a").read_bytes() == b"words"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_stands_there_stays_until_the_whole_of_it_is_written(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with whole_file(tmp_path / "a") as file:
        file.write(b"new")
        file.flush()
        assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("replaces", [True, False])
def test_a_fault_halfway_leaves_nothing_behind(tmp_path, replaces):
    writing = whole_file(tmp_path / "a", replaces=replaces)
    writing.__enter__().write(b"half")
    assert not writing.__exit__(RuntimeError, RuntimeError(), None)
    assert list(tmp_path.iterdir()) == []


def test_what_came_there_meanwhile_is_not_replaced(tmp_path):
    writing = whole_file(tmp_path / "a", replaces=False)
    writing.__enter__().write(b"mine")
    (tmp_path / "a").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        writing.__exit__(None, None, None)
    assert (tmp_path / "a").read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_link_to_nowhere_counts_as_something_that_is_there(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(FileExistsError), whole_file(tmp_path / "a", replaces=False) as file:
        file.write(b"mine")
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("replaces", [True, False])
def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch, replaces):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(whole_files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"), whole_file(tmp_path / "a", replaces=replaces) as file:
        file.write(b"much")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_cannot_be_taken_is_let_go_again(tmp_path, monkeypatch):
    def refuse(*_given):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(whole_files.Path, "replace", refuse)
    with pytest.raises(OSError, match="error"), whole_file(tmp_path / "a", replaces=False) as file:
        file.write(b"much")
    assert list(tmp_path.iterdir()) == []


def test_a_long_name_is_written_too(tmp_path):
    name = "я" * 120
    write_whole(tmp_path / name, b"words")
    assert [path.name for path in tmp_path.iterdir()] == [name]
