"""What leaves the journal is its owner's alone, whole, and never among a journal's own files."""

from __future__ import annotations

import ast
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from journal.app.check_ins import log
from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat
from journal.app.imports import preview
from journal.app.journal import Journal
from journal.app.plain_copies import write_plain_copies
from journal.app.reports import write_report
from journal.app.taking_out import take_out
from journal.app.unread_lists import write_unread
from journal.app.written_files import written_file
from journal.cli.main import run
from journal.model.errors import FileUnwritable
from tests.support.journals import PASSPHRASE, make_journal

ROOT = Path(__file__).resolve().parents[2]
SPAN = ("--from", "2026-01-01", "--to", "2026-12-31")
DIARY = "full_date,date,weekday,time,mood,activities,note\n2026-03-99,,,,x,,\n2026-03-01,,,10:00,good,work,\n"
WRITERS = {
    "host/whole_files.py",
    "host/chart_cache.py",  # the names of fonts
    "store/backups.py",
    "store/second_place.py",
    "store/private_files.py",
    "store/erasure.py",
    "host/single_instance.py",
    "cli/main.py",  # the null device
}
"""The modules that open files for writing. Whoever writes for a person uses `written_files`."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")


@pytest.fixture(autouse=True)
def usual_umask():
    """The one of most systems, which leaves new files readable for everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def journal(tmp_path: Path):
    made, _clock = make_journal(tmp_path / "journal")
    log(made, {"anxiety": 2.0}, note="a note")
    yield made
    made.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def readable_by_others(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and stat.S_IMODE(path.stat().st_mode) != 0o600]


@pytest.mark.parametrize("password", ["", "a long password"])
@pytest.mark.parametrize("kind", ExportFormat)
def test_exports_are_private_with_and_without_a_password(journal: Journal, out: Path, kind, password):
    for path in (out / "new", out / "there"):
        (out / "there").write_text("readable for everybody")
        take_out(journal, path, kind, Wanted(), password=password, replaces=True)
    assert len(list(out.iterdir())) == 2
    assert readable_by_others(out) == []


def test_plain_copies_reports_and_lists_of_what_was_not_read_are_private(journal: Journal, out: Path, tmp_path: Path):
    diary = tmp_path / "diary"
    diary.write_text(DIARY)
    write_plain_copies(journal, out)
    write_report(out / "report.pdf", b"%PDF")
    write_unread(journal, out / "unread.csv", lambda report: preview(journal, diary, report=report))
    assert len((out / "unread.csv").read_text(encoding="utf-8-sig").splitlines()) == 2
    assert len(list(out.iterdir())) == 4
    assert readable_by_others(out) == []


def test_everything_that_the_command_line_writes_is_private(journal: Journal, out: Path, tmp_path: Path):
    form = ROOT / "tests" / "data" / "fhir" / "garden-week.json"
    (tmp_path / "p").write_text(PASSPHRASE)
    (tmp_path / "diary").write_text(DIARY)
    folder = journal.folder
    journal.close()

    def leeward(*arguments: str) -> int:
        return run(lambda _folder: 0, ["--journal", str(folder), "--passphrase-file", str(tmp_path / "p"), *arguments])

    assert leeward("import", str(tmp_path / "diary"), "--draft-mapping", str(out / "draft.toml")) == 0
    assert leeward("report", *SPAN, "--attach", "csv,fhir", "--out", str(out / "r.pdf"), "--preview", str(out)) == 0
    assert leeward("chart", "anxiety", *SPAN, "--out", str(out / "c.png")) == 0
    assert leeward("backup", "--out", str(out / "b.zip")) == 0
    assert leeward("questionnaire", "open", str(form)) == 0
    assert (
        leeward("export", "--format", "csv", "--password-file", str(tmp_path / "p"), "--out", str(out / "x.zip")) == 0
    )
    assert len(list(out.iterdir())) >= 6
    assert readable_by_others(out) == []


@pytest.mark.parametrize("name", ["journal.keys", "journal-1.db", "new", "backups/new"])
def test_nothing_is_written_among_the_files_of_any_journal(journal: Journal, tmp_path: Path, name: str):
    (journal.folder / "backups").mkdir(exist_ok=True)
    (tmp_path / "link").symlink_to(journal.folder)
    before = {path: path.read_bytes() for path in journal.folder.rglob("*") if path.is_file()}
    for path in (journal.folder / name, tmp_path / "link" / name):
        with pytest.raises(FileUnwritable), written_file(path) as file:
            file.write(b"x")
    assert {path: path.read_bytes() for path in journal.folder.rglob("*") if path.is_file()} == before


def test_what_a_link_leads_to_is_not_written_over(journal: Journal, out: Path, tmp_path: Path):
    (tmp_path / "theirs").write_text("theirs")
    (out / "x.json").symlink_to(tmp_path / "theirs")
    take_out(journal, out / "x.json", ExportFormat.JSON, Wanted(), replaces=True)
    assert (tmp_path / "theirs").read_text() == "theirs"
    assert json.loads((out / "x.json").read_text())["format"] == "leeward-journal"
    assert not (out / "x.json").is_symlink()


def opens_for_writing(source: str) -> bool:
    """Whether a module opens a file for writing by itself."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        modes = [
            each.value
            for each in (*node.args, *(word.value for word in node.keywords))
            if isinstance(each, ast.Constant)
        ]
        writes = any(isinstance(mode, str) and mode.strip("bt+") in ("w", "a", "x") for mode in modes)
        if name.endswith((".write_text", ".write_bytes")) or name in (
            "os.open",
            "tempfile.mkstemp",
            "QFile",
            "QSaveFile",
        ):
            return True
        if name.split(".")[-1] in ("open", "fdopen") and name != "archive.open" and "_zip" not in name and writes:
            return True
    return False


def test_only_few_modules_open_files_for_writing():
    program = ROOT / "journal"
    found = {str(path.relative_to(program)) for path in program.rglob("*.py") if opens_for_writing(path.read_text())}
    assert found == WRITERS


@pytest.mark.parametrize(
    "planted", ["p.write_bytes(x)", "open(p, 'w')", "p.open('xb')", "open(p, mode='a')", "os.open(p, 1)"]
)
def test_a_planted_write_is_found(planted: str):
    assert opens_for_writing(planted)
