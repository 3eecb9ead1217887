"""Files that are no files, names that give orders to a terminal, and files that change while they are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journal.cli.files import LONGEST_SECRET
from journal.exchange.table import TableReader
from tests.cli.conftest import Leeward, Result

SPAN = ("--from", "2026-01-01", "--to", "2026-12-31")
ORDERS = "a\x1b[31mb\nNo damage found.\r\u202ec"
DIARY = "full_date,date,weekday,time,mood,activities,note\n"
ROW = "2026-03-01,,,10:00,good,work,\n"


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary"
    path.write_text(DIARY + ROW)
    return path


def harmless(result: Result) -> bool:
    return not any(char in result.err + result.out for char in "\x1b\r\u202e") and "\nNo damage" not in result.err


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours are not taken out on their way, as they are where the output is no terminal."""
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_given: False)


def test_what_never_ends_is_no_secret(made: Leeward, tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * (LONGEST_SECRET + 1))
    for secret in (Path("/dev/zero"), tmp_path / "long"):
        result = made("export", "--format", "csv", "--out", str(tmp_path / "x.zip"), "--password-file", str(secret))
        assert (result.code, "too long" in result.err, (tmp_path / "x.zip").exists()) == (1, True, False)
        assert made("show", passphrase=secret).code == 1


def test_what_is_no_file_is_not_said_to_be_missing(made: Leeward, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        for command in (("import", str(path)), ("import", str(path), "--draft-mapping", str(tmp_path / "x.toml"))):
            result = made(*command)
            assert (result.code, "not a file" in result.err) == (1, True)


@pytest.mark.usefixtures("terminal")
def test_a_name_gives_no_orders_to_the_terminal(made: Leeward, tmp_path: Path, diary: Path) -> None:
    diary = diary.rename(tmp_path / ORDERS)
    draft, folder = tmp_path / f"t{ORDERS}", tmp_path / f"f{ORDERS}"
    told = [
        made("import", str(diary), "--draft-mapping", str(draft)),
        made("report", *SPAN, "--out", str(tmp_path / "x.pdf"), "--preview", str(folder)),
        made("report", *SPAN, "--out", str(tmp_path / "y.pdf"), "--preview", str(draft)),
        made("backup", "--out", str(tmp_path / f"b{ORDERS}")),
        made("import", str(tmp_path / f"none{ORDERS}")),
        made("export", "--format", "json", "--out", str(tmp_path / f"none{ORDERS}" / "x.json")),
        made("questionnaire", "open", str(diary)),
    ]
    assert [each.code for each in told] == [0, 0, 1, 0, 1, 1, 1]
    assert [each for each in told if not harmless(each)] == []


@pytest.mark.usefixtures("terminal")
def test_names_in_a_file_give_no_orders_either(made: Leeward, diary: Path) -> None:
    cell = '"a\x1b[31mb\r\u202ec"'
    diary.write_text(f"{DIARY}2026-03-01,,,10:00,{cell},{cell},{cell}\n2026-03-99{cell},,,,{cell},,\n", newline="")
    told = [made("import", str(diary)), made("import", str(diary), "--make-items"), made("items"), made("show", *SPAN)]
    assert [each.code for each in told] == [1, 0, 0, 0]
    assert [each for each in told if not harmless(each)] == []


def test_a_backup_is_not_written_under_a_name_that_is_not_text(made: Leeward, tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/\xff.zip")
    result = made("backup", "--out", path)
    assert (result.code, "not text" in result.err, Path(path).exists()) == (1, True, False)


def changed_between(monkeypatch: pytest.MonkeyPatch, change: object) -> None:
    """Do something to the file after it was surveyed and before it is read for writing."""
    from journal.exchange.diaries.reading import DiaryReader

    surveyed = DiaryReader.survey

    def survey(self: DiaryReader, *given: object) -> object:
        found = surveyed(self, *given)  # type: ignore[arg-type]
        change(self.path)  # type: ignore[operator]
        return found

    monkeypatch.setattr(DiaryReader, "survey", survey)


@pytest.mark.parametrize(
    "change",
    [
        Path.unlink,
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: path.write_text(DIARY + '"2026-03-01,,'),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("a,b\n1,2\n"),
        lambda path: path.write_text(DIARY + ROW + ROW.replace("01", "02").replace("work", "jogging")),
    ],
    ids=["gone", "a folder", "cut off", "empty", "another table", "longer"],
)
def test_a_file_that_changes_between_looking_and_reading_is_not_read_half(
    made: Leeward, diary: Path, monkeypatch: pytest.MonkeyPatch, change: object
) -> None:
    changed_between(monkeypatch, change)
    result = made("import", str(diary), "--make-items")
    assert (result.code, "unexpected" in result.err) == (1, False)
    assert made("show", *SPAN).out == ""
    assert "work" not in made("items").out


def test_a_table_that_grows_between_looking_and_reading_is_not_read_half(
    made: Leeward, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.toml"
    table.write_text("date,mood\n2026-01-01,1\n")
    mapping.write_text('[date]\ncolumn = "date"\n[[item]]\ncolumn = "mood"\nkey = "own_mood"\nmin = 0\nmax = 10\n')
    surveyed = TableReader.survey

    def survey(self: TableReader, *given: object) -> object:
        found = surveyed(self, *given)  # type: ignore[arg-type]
        table.write_text("mood,date\n2026-01-01,1\n2026-01-02,2\n")
        return found

    monkeypatch.setattr(TableReader, "survey", survey)
    result = made("import", str(table), "--mapping", str(mapping))
    assert (result.code, "changed while it was read" in result.err) == (1, True)
    assert made("show", *SPAN).out == ""
    assert "own_mood" not in made("items").out


def test_nothing_is_left_of_a_file_that_could_not_be_written_whole(
    made: Leeward, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("journal.app.exports.write_csv_zip", broken)
    folder = tmp_path / "out"
    folder.mkdir()
    assert made("export", "--format", "csv", "--out", str(folder / "x.zip")).code == 1
    assert list(folder.iterdir()) == []


def test_looking_writes_nothing(made: Leeward, diary: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    assert made("import", str(diary), "--dry-run").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == before
