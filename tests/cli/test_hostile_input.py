"""Whatever is typed, or lies where a command looks, gives a sentence and an exit code, and harms nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from journal.cli.files import write_file
from journal.model.errors import FileUnwritable
from tests.cli.conftest import Leeward

SPAN = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "nightmares=2", "--note", "broken \udcff"),
        ("items", "add", "fog", "--label", "\udcff"),
        ("log", "nightmares=2", "--at", "0001-01-01T00:00"),
        ("log", "nightmares=2", "--at", "0001-01-01T00:00+14:00"),
        ("summary", "--from", "0001-01-01", "--to", "9999-12-31"),
        ("chart", "anxiety", "--from", "0001-01-01", "--to", "2026-01-01", "--out", "x.png"),
    ],
)
def test_text_that_is_none_and_days_of_another_age_are_wrong_usage(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made(*arguments)
    assert (result.code, result.out) == (2, "")


def test_a_century_can_be_asked_for(made: Leeward) -> None:
    assert made("summary", "--from", "1900-01-01", "--to", "2199-12-31").code == 0


@pytest.mark.parametrize(("at", "code"), [("9998-12-31T23:59", 1), ("9999-12-31T23:59-14:00", 2)])
def test_a_far_time_to_come_is_told(made: Leeward, at: str, code: int) -> None:
    assert made("log", "nightmares=2", "--at", at).code == code


@pytest.mark.parametrize("name", ["journal-1.db", "journal.keys", "new.json", "backups/new.json"])
def test_nothing_is_written_into_the_journals_own_folder(made: Leeward, tmp_path: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    result = made("export", "--format", "json", "--out", str(tmp_path / "journal" / name), "--force")
    assert result.code == 1
    assert "own folder" in result.err
    assert {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()} == before


def test_a_way_round_into_the_journals_folder_is_seen(made: Leeward, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "journal")
    assert made("export", "--format", "json", "--out", str(tmp_path / "link" / "x.json")).code == 1


def test_a_device_is_not_replaced_by_a_file(made: Leeward, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert made("export", "--format", "json", "--out", str(pipe), "--force").code == 1
    assert pipe.is_fifo()


def test_a_link_that_leads_nowhere_is_something_that_is_there(made: Leeward, tmp_path: Path) -> None:
    (tmp_path / "x.json").symlink_to(tmp_path / "nowhere")
    assert made("export", "--format", "json", "--out", str(tmp_path / "x.json")).code == 1
    assert (tmp_path / "x.json").is_symlink()


def test_a_chart_takes_no_folder_for_its_file(made: Leeward, tmp_path: Path) -> None:
    (tmp_path / "x.png").mkdir()
    made("log", "anxiety=2")
    assert made("chart", "anxiety", *SPAN, "--out", str(tmp_path / "x.png"), "--force").code == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xef\xbb\xbfquiet harbour lights\r\n", 0),
        (b"quiet harbour lights", 0),
        (b"", 3),
        (b"\n", 3),
        (b"quiet harbour lights\n\n", 3),
        (b"\xff\xfe\x00", 1),
    ],
)
def test_a_passphrase_file_loses_its_final_newline_and_nothing_else(
    made: Leeward, tmp_path: Path, content: bytes, code: int
) -> None:
    file = tmp_path / "other.txt"
    file.write_bytes(content)
    assert made("show", passphrase=file).code == code


@pytest.mark.parametrize(("name", "code"), [("a" * 300, 1), ("\udcff", 2), ("passphrase.txt", 1)])
def test_what_cannot_be_a_journals_folder_is_told(leeward: Leeward, tmp_path: Path, name: str, code: int) -> None:
    for command in ("init", "show"):
        result = leeward(command, journal=tmp_path / name)
        assert (result.code, result.out) == (code, "")
        assert "unexpected" not in result.err


def test_a_full_output_is_a_plain_sentence(made: Leeward, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("journal.cli.items.put_table", full)
    result = made("items")
    assert result.code == 1
    assert result.err.strip() == "The output could not be written (the disk is full)."


def test_without_any_input_the_secret_is_asked_for_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from journal.cli.invocation import ask_secret

    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(click.UsageError):
        ask_secret("Passphrase", "--passphrase-file")


def test_a_result_is_written_by_way_of_no_link_that_someone_laid(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("mine")
    (tmp_path / ".x.pdf.partial").symlink_to(theirs)
    write_file(tmp_path / "x.pdf", b"pages", tmp_path / "journal", force=False)
    assert theirs.read_text() == "mine"
    assert (tmp_path / "x.pdf").stat().st_mode & 0o077 == 0


def test_nothing_is_left_of_a_result_that_could_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_file(tmp_path / ("x" * 300), b"pages", tmp_path / "journal", force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_command_leaves_no_core_dump_and_makes_private_files() -> None:
    program = (
        "import os, resource, sys\n"
        "from journal.__main__ import main\n"
        "sys.argv = ['leeward', '--version']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "(0, 0) 0o77"


def test_a_note_gives_the_terminal_no_orders(made: Leeward) -> None:
    made("log", "anxiety=1", "--note", "red \x1b[31m bell \x07 \x9b2J\nשלום 😶‍🌫️")
    shown = made("show").out
    assert not set("\x1b\x07\x9b") & set(shown)
    assert "שלום 😶‍🌫️" in shown
    assert made("show", "--json").json["entries"][0]["note"] == "red \x1b[31m bell \x07 \x9b2J\nשלום 😶‍🌫️"
