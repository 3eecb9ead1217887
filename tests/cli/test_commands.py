from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal import __version__
from journal.cli.commands import MODULES
from tests.cli.conftest import Leeward
from tests.support.journals import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("PySide6", "matplotlib", "numpy", "sqlcipher3", "sqlite3", "sqlite_utils", "typst", "pikepdf", "cryptography")


def test_init_prints_the_recovery_code_once_and_alone(leeward: Leeward) -> None:
    result = leeward("init")
    assert result.code == 0
    assert len(result.out.strip().replace("-", "")) == 33
    assert "\n" not in result.out.strip()


def test_init_leaves_a_journal_that_is_there_alone(made: Leeward) -> None:
    result = made("init")
    assert (result.code, result.out) == (1, "")
    assert "already" in result.err


def test_a_command_without_a_journal_says_where_it_looked(leeward: Leeward, tmp_path: Path) -> None:
    result = leeward("show")
    assert result.code == 1
    assert str(tmp_path / "journal") in result.err


def test_a_wrong_passphrase_ends_with_three(made: Leeward, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else")
    assert made("show", passphrase=wrong).code == 3


def test_a_passphrase_file_that_is_not_there_is_a_plain_sentence(made: Leeward, tmp_path: Path) -> None:
    result = made("show", passphrase=tmp_path / "nowhere.txt")
    assert result.code == 1
    assert "nowhere.txt" in result.err


def test_a_journal_in_use_ends_with_four(made: Leeward, tmp_path: Path) -> None:
    from journal.app.vaults import open_journal
    from journal.host.clock import SystemClock

    held = open_journal(tmp_path / "journal", SystemClock(), passphrase=PASSPHRASE)
    try:
        assert made("show").code == 4
    finally:
        held.close()


def test_a_damaged_key_file_ends_with_five(made: Leeward, tmp_path: Path) -> None:
    for file in (tmp_path / "journal").glob("journal.keys*"):
        file.write_bytes(file.read_bytes()[:100])
    assert made("show").code == 5


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("log", "nightmares"),
        ("log",),
        ("log", "nightmares=2", "--at", "yesterday"),
        ("summary", "--from", "2026-10-01"),
        ("summary", "--from", "soon", "--to", "2026-10-01"),
        ("report", "--from", "2026-10-01", "--to", "2026-10-02", "--out", "x.pdf", "--include", "everything"),
        ("chart", "anxiety", "--from", "2026-10-01", "--to", "2026-10-02", "--out", "x.gif"),
        ("export", "--format", "xml", "--out", "x"),
        ("edit", "3f2a"),
        ("--lang", "xx", "show"),
    ],
)
def test_wrong_usage_ends_with_two_and_prints_nothing_on_stdout(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "nightmare=2"),
        ("log", "nightmares=9"),
        ("log", "nightmares=lots"),
        ("log", "nightmares=2", "--at", "2999-01-01T12:00"),
        ("edit", "3f2a", "nightmares=1"),
        ("delete", "zzzz"),
        ("undo",),
        ("redo",),
        ("undo", "--import", "nothing"),
        ("items", "hide", "nonsense"),
        ("items", "add", "nightmares", "--label", "Mine"),
        ("summary", "--from", "2026-10-02", "--to", "2026-10-01"),
        ("import", "/nowhere/diary.csv"),
        ("import", "/"),
        ("chart", "nonsense", "--from", "2026-10-01", "--to", "2026-10-02", "--out", "x.png"),
    ],
)
def test_an_expected_failure_ends_with_one_and_one_or_two_sentences(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made(*arguments)
    assert (result.code, result.out) == (1, "")
    assert "Traceback" not in result.err
    assert 0 < len(result.err.strip().splitlines()) <= 3


def test_without_a_display_it_says_so_and_how_to_go_on(made: Leeward) -> None:
    result = made()
    assert result.code == 1
    assert "no screen" in result.err


def test_every_command_has_help(made: Leeward) -> None:
    for name in MODULES:
        result = made(name, "--help")
        assert result.code == 0
        assert "Usage" in result.out


def run_fresh(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "journal", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_the_quick_answers_import_nothing_heavy(argument: str) -> None:
    result = run_fresh(argument)
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in result.stderr.splitlines()}
    assert not loaded & set(HEAVY)


def test_the_version_is_the_packages(leeward: Leeward) -> None:
    assert __version__ in leeward("--version").out


def test_a_bug_is_told_without_what_the_journal_holds(made: Leeward, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **settings: object) -> None:
        raise RuntimeError("a private sentence")

    monkeypatch.setattr("journal.app.check_ins.log", broken)
    result = made("log", "anxiety=1")
    assert result.code == 1
    assert "RuntimeError" in result.err
    assert "private" not in result.err
