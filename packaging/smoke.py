"""Tries a built program on the system it was built for: commands, the sample report, and a window that stays open.

    python packaging/smoke.py COMMANDS [WINDOW]

COMMANDS is the program for the command line, WINDOW the one that opens a window (on Windows another file); without
it the first does both. Needs Python alone. Ends with 1 and says what was wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "journal" / "__init__.py"
TIMEOUT_S = 180
OPEN_S = 10
"""So long the window must stay open; it waits for a passphrase."""


class Wrong(Exception):
    """What was not as it should be."""


class Trial:
    """A place of its own: a home, a journal and a passphrase that nobody else has."""

    def __init__(self, program: str, window: str, place: Path) -> None:
        self.program, self.window, self.place = program, window, place
        self.secret = place / "passphrase.txt"
        self.secret.write_text("quiet harbour lights\n", encoding="utf-8")
        folders = {f"LEEWARD_{name}_DIR": str(place / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "RUNTIME")}
        self.environment = {**os.environ, **folders, "LEEWARD_PASSPHRASE_FILE": str(self.secret)}
        for name in ("PYTHONPATH", "PYTHONHOME", "LEEWARD_JOURNAL"):
            self.environment.pop(name, None)

    def run(self, *arguments: str) -> str:
        """What a command says; raises Wrong for an exit code above 0."""
        done = subprocess.run(
            [self.program, *arguments],
            check=False,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIMEOUT_S,
        )
        if done.returncode:
            raise Wrong(f"{arguments} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout


def version(trial: Trial) -> None:
    """It is the version of the source that it was built from, not one that was left there before."""
    said, source = trial.run("--version").strip(), SOURCE.read_text(encoding="utf-8")
    if not said or f'"{said.split()[-1]}"' not in source:
        raise Wrong(f"another version than the source's: {said}")


def day(trial: Trial) -> None:
    """A journal is made, an entry is logged and read back, and nothing readable lies on the disk."""
    if len(trial.run("init").split()) == 0:
        raise Wrong("no recovery code")
    note = "harbour and rain"
    trial.run("log", "nightmares=2", "hours_slept=5.5", "--at", "2026-02-03T21:00", "--note", note)
    entries = json.loads(trial.run("show", "--json"))["entries"]
    if [entry["note"] for entry in entries] != [note]:
        raise Wrong(f"read back: {entries}")
    trial.run("verify")
    for path in (trial.place / "data").rglob("*"):
        if path.is_file() and note.encode() in path.read_bytes():
            raise Wrong(f"a note can be read in {path.name}")


def report(trial: Trial) -> None:
    """The sample report is a PDF."""
    out = trial.place / "sample.pdf"
    trial.run("demo", "--report", str(out))
    if not out.read_bytes().startswith(b"%PDF-"):
        raise Wrong("no PDF")


def chart(trial: Trial) -> None:
    """A chart is drawn."""
    out = trial.place / "chart.svg"
    trial.run("chart", "nightmares", "--from", "2026-01-01", "--to", "2026-03-31", "--out", str(out))
    if "<svg" not in out.read_text(encoding="utf-8"):
        raise Wrong("no chart")


def stays_open(trial: Trial) -> None:
    """The window opens and stays."""
    shown = subprocess.Popen([trial.window], env=trial.environment, stdin=subprocess.DEVNULL)
    try:
        until = time.monotonic() + OPEN_S
        while time.monotonic() < until:
            if shown.poll() is not None:
                raise Wrong(f"the window ended with {shown.returncode}")
            time.sleep(0.2)
    finally:
        shown.terminate()
        shown.wait(30)


TRIALS: tuple[Callable[[Trial], None], ...] = (version, day, chart, report, stays_open)


def main(arguments: list[str]) -> int:
    """Do each; say how long it took."""
    program = str(Path(arguments[0]).resolve())
    window = str(Path(arguments[-1]).resolve())
    wrong = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        trial = Trial(program, window, Path(place))
        for each in TRIALS:
            began = time.monotonic()
            try:
                each(trial)
                said = "well"
            except (Wrong, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
                wrong, said = 1, f"WRONG: {error}"
            print(f"{each.__name__}: {said} ({time.monotonic() - began:.1f} s)", flush=True)
    return wrong


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
