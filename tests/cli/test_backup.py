from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from journal.store import backups

PARTS = ("2026-01-05T20:00", "2026-01-06T20:00")


def two_days(leeward):
    for at in PARTS:
        assert leeward("log", "anxiety=2", "--at", at).code == 0


def entries(leeward):
    return json.loads(leeward("show", "--from", "2026-01-01", "--to", "2026-12-31", "--json").out)["entries"]


def test_a_backup_is_listed_with_what_it_holds(made):
    two_days(made)
    path = made("backup").out.strip()
    (line,) = made("backups", "--json").json["backups"]
    assert (line["path"], line["place"], line["entries"]) == (path, "journal", 2)
    assert "2 entries" in made("backups").out


def test_a_second_place_gets_a_copy_of_each(made, tmp_path):
    (tmp_path / "stick").mkdir()
    assert made("backups", "--place", str(tmp_path / "stick"), "--json").json["second_place"]["stale"] is True
    first, second = made("backup").out.split()
    assert Path(second).read_bytes() == Path(first).read_bytes()
    assert made("backups", "--no-place", "--json").json["second_place"] is None


def test_nothing_existing_is_replaced_unless_asked(made, tmp_path):
    (tmp_path / "mine.zip").write_text("mine")
    assert made("backup", "--out", str(tmp_path / "mine.zip")).code == 1
    assert (tmp_path / "mine.zip").read_text() == "mine"
    assert made("backup", "--out", str(tmp_path / "mine.zip"), "--force").code == 0


def test_a_backup_becomes_a_journal_of_its_own(made, tmp_path):
    two_days(made)
    made("backup", "--out", str(tmp_path / "copy.zip"))
    assert made("restore", str(tmp_path / "copy.zip"), "--to", str(tmp_path / "new")).code == 0
    assert made("show", "--json", "--from", "2026-01-01", journal=tmp_path / "new").code == 0
    assert made("restore", str(tmp_path / "copy.zip"), "--to", str(tmp_path / "new")).code == 1


def test_single_days_come_back_and_undo_takes_them_out(made, tmp_path):
    two_days(made)
    made("backup", "--out", str(tmp_path / "copy.zip"))
    before = entries(made)
    for entry in before:
        made("delete", entry["id"])
    pulled = made("restore", str(tmp_path / "copy.zip"), "--days", "2026-01-05..2026-01-05", "--into-current")
    assert pulled.out == "1 record came back.\n"
    assert entries(made) == before[:1]
    made("undo")
    assert entries(made) == []


def test_a_backup_under_another_passphrase_needs_that_one(made, tmp_path, secret):
    two_days(made)
    made("backup", "--out", str(tmp_path / "copy.zip"))
    (tmp_path / "new.txt").write_text("new words")
    made("passphrase", "--new-passphrase-file", str(tmp_path / "new.txt"))
    made("rotate-key", passphrase=tmp_path / "new.txt")
    day = ("restore", str(tmp_path / "copy.zip"), "--days", "2026-01-05", "--into-current")
    assert made(*day, passphrase=tmp_path / "new.txt").code == 3
    assert made(*day, "--backup-passphrase-file", str(secret), passphrase=tmp_path / "new.txt").code == 0


def test_restore_asks_for_one_way_or_the_other(made, tmp_path):
    assert made("restore", "x.zip").code == 2
    assert made("restore", "x.zip", "--days", "2026-01-05..2026-01-06").code == 2
    assert made("restore", "x.zip", "--days", "tomorrow", "--into-current").code == 2
    assert made("restore", "x.zip", "--days", "2026-01-06..2026-01-05", "--into-current").code == 1


def test_a_place_that_is_not_there_is_said_in_words(made, tmp_path):
    away = tmp_path / "away" / "mine.zip"
    told = made("backup", "--out", str(away))
    said = "is not there. See that its disk is connected and its folder exists, then try again."
    assert (told.code, told.err.strip()) == (1, f"{away} {said}")


REFUSED = {
    errno.EACCES: "this is not allowed here",
    errno.EPERM: "this is not allowed here",
    errno.EROFS: "the disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "its name is too long",
}


@pytest.mark.parametrize("number", REFUSED)
def test_a_place_that_takes_no_file_is_said_of_that_place_and_not_of_the_journal(made, tmp_path, monkeypatch, number):
    def refuse(**_asked: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(backups.tempfile, "mkstemp", refuse)
    told = made("backup", "--out", str(tmp_path / "copy.zip"))
    said = f"{tmp_path / 'copy.zip'} cannot be written ({REFUSED[number]}). Choose another folder."
    assert (told.code, told.out, told.err.strip()) == (1, "", said)


def test_a_file_where_a_folder_is_needed_is_said(made, tmp_path, secret):
    told = made("backup", "--out", str(secret / "copy.zip"))
    said = f"{secret / 'copy.zip'} cannot be used: a file stands where a folder is needed. Choose another place."
    assert (told.code, told.out, told.err.strip()) == (1, "", said)


def test_a_name_as_long_as_the_disk_takes_is_good(made, tmp_path):
    path = tmp_path / ("a" * 251 + ".zip")
    assert made("backup", "--out", str(path)).code == 0
    assert path.is_file()
