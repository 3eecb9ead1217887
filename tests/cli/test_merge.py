from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Leeward
from tests.support.journals import PASSPHRASE


@pytest.fixture
def there(made: Leeward, tmp_path: Path) -> Path:
    """A copy of the journal in which something was logged."""
    made("log", "anxiety=2", "--at", "2024-05-03T20:00")
    folder = tmp_path / "there"
    shutil.copytree(tmp_path / "journal", folder)
    made("log", "anxiety=4", "--at", "2024-05-03T21:00", "--note", "on the train", journal=folder)
    return folder


def test_it_says_what_came_in_and_where_the_backup_is(made: Leeward, there: Path) -> None:
    result = made("merge", str(there))
    assert result.code == 0
    assert "Joined: 1 new. 1 of them is an entry." in result.out
    assert "backups" in result.out
    assert len(made("show", "--json").json["entries"]) == 2


def test_again_it_says_that_there_is_nothing(made: Leeward, there: Path) -> None:
    made("merge", str(there))
    result = made("merge", str(there), "--json")
    assert (result.json["rows_changed"], result.json["backup"]) == (0, None)
    assert "Nothing was changed" in made("merge", str(there)).out


def test_a_dry_run_writes_nothing(made: Leeward, there: Path) -> None:
    found = made("merge", str(there), "--dry-run", "--json").json
    assert (found["here"]["entries"], found["there"]["entries"]) == (1, 2)
    assert found["entries"]["only_there"] == 1
    table = made("merge", str(there), "--dry-run").out
    assert "Only there" in table
    assert "3 May 2024" in table
    assert len(made("show", "--json").json["entries"]) == 1


def test_the_other_may_be_a_backup(made: Leeward, there: Path, tmp_path: Path, secret: Path) -> None:
    made("rotate-key", journal=there)
    backup = next((there / "backups").glob("*.zip"), None)
    assert backup is None
    from journal.app.vaults import open_journal
    from journal.host.clock import SystemClock

    journal = open_journal(there, SystemClock(), passphrase=PASSPHRASE)
    journal.store.backup_to(tmp_path / "other.zip")
    journal.close()
    assert made("merge", str(tmp_path / "other.zip"), "--json").json["entries"]["only_there"] == 1


def test_a_renewed_key_prints_a_code_once_and_leaves_the_passphrase(made: Leeward, there: Path, tmp_path: Path) -> None:
    result = made("rotate-key", journal=there)
    code = result.out.strip()
    assert result.code == 0
    assert (there / "journal-2.db").exists()
    (tmp_path / "code.txt").write_text(code + "\n")
    (tmp_path / "new.txt").write_text("a new one")
    recovered = made(
        "recover",
        "--recovery-file",
        str(tmp_path / "code.txt"),
        "--new-passphrase-file",
        str(tmp_path / "new.txt"),
        journal=there,
    )
    assert recovered.code == 0
    refused = made("merge", str(there))
    assert refused.code == 3
    assert "--other-passphrase-file" in refused.err
    by_file = ("--other-passphrase-file", str(tmp_path / "new.txt"))
    assert made("merge", str(there), *by_file, "--dry-run", "--json").json["entries"]["only_there"] == 1
    by_code = ("--other-recovery-file", str(tmp_path / "code.txt"))
    assert made("merge", str(there), *by_code).code == 0
    assert made("merge", str(there), *by_file, *by_code).code == 2


def test_a_wrong_passphrase_leaves_the_key_alone(made: Leeward, there: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text("not this")
    result = made("rotate-key", journal=there, passphrase=tmp_path / "wrong.txt")
    assert (result.code, result.out) == (3, "")
    assert (there / "journal-1.db").exists()


@pytest.mark.parametrize(("name", "code"), [("nowhere", 1), ("empty", 1), ("journal", 1), ("damaged", 5)])
def test_what_cannot_be_joined_is_told_in_a_sentence(
    made: Leeward, there: Path, tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / "empty").mkdir()
    shutil.copytree(there, tmp_path / "damaged")
    os.truncate(tmp_path / "damaged" / "journal-1.db", 5000)
    result = made("merge", str(tmp_path / name))
    assert result.code == code
    assert result.err.strip().endswith(".")
    assert json.loads(made("show", "--json").out)["entries"]
