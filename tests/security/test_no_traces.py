"""Bringing in and taking out reach no network, and leave no name and no word but where they were asked to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.journals import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
MARK = "Zephyrweed"
"""Stands in names of files, of folders, of items, in notes, in a form, in the password; and nowhere else."""

DIARY = f"""full_date,date,weekday,time,mood,activities,note
2026-03-01,,,10:00,{MARK} good,{MARK} work,{MARK} note
2026-03-99,,,10:00,{MARK} bad,,
"""
SESSION = """
import json, os, sys
from pathlib import Path
told = []
STARTS = "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork"
REACHES = "socket.", "urllib.", "ftplib.", "smtplib.", "http.", "webbrowser."
def hook(event, args):
    if event.startswith((*STARTS, *REACHES)):
        told.append([event, str(args[0])])
    elif event == "open" and isinstance(args[0], str) and isinstance(args[2], int):
        if args[2] & (os.O_WRONLY | os.O_RDWR):
            told.append(["open", os.path.realpath(args[0])])
    elif event in ("os.rename", "shutil.copyfile", "os.symlink", "os.link"):
        told.append(["open", os.path.realpath(str(args[1]))])
from journal.store import vault
vault.DEFAULT_KDF = vault.FAST_KDF
from journal.cli.main import run
sys.addaudithook(hook)
codes = [run(lambda folder: 0, line) for line in json.loads(Path(sys.argv[1]).read_text())]
Path(sys.argv[2]).write_text(json.dumps({"codes": codes, "told": told}))
"""


@dataclass(frozen=True)
class Ran:
    """What a session of the command line did: exit codes, what was opened for writing, other events, what was said."""

    codes: list[int]
    written: list[Path]
    events: list[list[str]]
    said: str
    home: Path
    temporary: Path
    inputs: Path
    out: Path
    journal: Path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    base = tmp_path_factory.mktemp("session")
    home, temporary, inputs, out = (base / name for name in ("home", "temporary", MARK, f"{MARK} out"))
    for folder in (home, temporary, inputs, out):
        folder.mkdir(mode=0o700)
    (inputs / "p").write_text(PASSPHRASE)
    (inputs / "password").write_text(f"{MARK} password")
    (inputs / "diary.csv").write_text(DIARY)
    (inputs / "answers.toml").write_text(f'[names]\n"{MARK} work" = "sport"\n')
    form = (ROOT / "tests" / "data" / "fhir" / "garden-week.json").read_text()
    (inputs / "form.json").write_text(json.dumps({**json.loads(form), "title": f"{MARK} form"}))
    (base / "lines").write_text(json.dumps(lines(base / "journal", inputs, out)))
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    environment = os.environ | dict.fromkeys(names, str(home)) | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    command = [sys.executable, "-B", "-c", SESSION, str(base / "lines"), str(base / "told")]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    told = json.loads((base / "told").read_text())
    written = [Path(place) for event, place in told["told"] if event == "open"]
    others = [each for each in told["told"] if each[0] != "open"]
    return Ran(told["codes"], written, others, said.stderr, home, temporary, inputs, out, base / "journal")


def lines(journal: Path, inputs: Path, out: Path) -> list[list[str]]:
    """Everything in and out, each also with what goes wrong."""
    span = ("--from", "2026-01-01", "--to", "2026-12-31")
    exports = [
        [kind, *password, "--out", str(out / f"{MARK}-{kind}{len(password)}")]
        for kind in ("csv", "json", "fhir")
        for password in ((), ("--password-file", str(inputs / "password")))
    ]
    commands = [
        ["init"],
        ["import", str(inputs / "diary.csv"), "--dry-run"],
        ["import", str(inputs / "diary.csv")],
        ["import", str(inputs / "diary.csv"), "--mapping", str(inputs / "answers.toml"), "--make-items"],
        ["import", str(inputs / "diary.csv"), "--draft-mapping", str(out / f"{MARK}.toml")],
        ["import", str(inputs / "password")],
        ["questionnaire", "open", str(inputs / "form.json")],
        ["questionnaire", "open", str(inputs / "password")],
        *(["export", "--notes", "all", "--format", *each] for each in exports),
        ["export", "--format", "json", "--out", str(out / "none" / MARK)],
        ["report", *span, "--attach", "csv,fhir", "--out", str(out / f"{MARK}.pdf"), "--preview", str(out / "pages")],
    ]
    secret = ["--journal", str(journal), "--passphrase-file", str(inputs / "p")]
    return [[*secret, *command] for command in commands]


def test_the_session_did_all_of_it(ran: Ran):
    assert ran.codes == [0, 0, 1, 0, 0, 1, 0, 1, *[0] * 6, 1, 0]
    assert len([path for path in ran.out.rglob("*") if path.is_file()]) >= 9


def test_nothing_reaches_for_a_network_or_starts_another_program(ran: Ran):
    """The pages are set in a process of the program's own."""
    own = {("subprocess.Popen", sys.executable)}
    assert {(event, detail) for event, detail in ran.events} <= own


def test_files_are_written_only_where_they_were_asked_for(ran: Ran):
    """SQLite's own writes go to the journal's folder; those of the renderer of PDFs are none."""
    allowed = (ran.journal, ran.out, ran.home, ran.temporary, Path(os.devnull))
    assert [path for path in ran.written if not any(path == place or place in path.parents for place in allowed)] == []
    assert any(ran.out in path.parents for path in ran.written)


def test_no_name_and_no_word_stands_outside_what_was_asked_for(ran: Ran):
    kept = [path for place in (ran.home, ran.temporary, ran.journal) for path in place.rglob("*")]
    assert any(path.name == "journal.keys" for path in kept)
    assert [path for path in kept if MARK in path.name] == []
    assert [path for path in kept if path.is_file() and MARK.encode() in path.read_bytes()] == []
    assert list(ran.temporary.iterdir()) == []


def test_what_was_locked_shows_no_word_but_its_own_name(ran: Ran):
    locked = [path for path in ran.out.iterdir() if path.name.endswith("2")]
    assert len(locked) == 3
    assert [path for path in locked if MARK.encode() in path.read_bytes()] == []


def test_the_journal_remembers_no_path(ran: Ran):
    from journal.app.vaults import open_journal
    from journal.host.clock import SystemClock

    journal = open_journal(ran.journal, SystemClock(), passphrase=PASSPHRASE)
    try:
        kept = repr((journal.store.settings.all(), journal.store.imports.list()))
    finally:
        journal.close()
    assert f"{MARK} work" in kept, "the answers to names are kept"
    assert str(ran.inputs) not in kept
    assert "diary.csv" not in kept
    assert "password" not in kept
