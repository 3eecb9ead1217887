"""What the test suite holds already, run here too so that one table says it all."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from trials.outcomes import Outcome

ROOT = Path(__file__).resolve().parents[2]
HELD = {
    "in use, read-only, empty, newer, gone, replaced": (
        "tests/store/test_faults.py",
        "tests/store/test_circumstances.py",
    ),
    "secrets, their normal form, every key file bit": (
        "tests/store/test_vault.py",
        "tests/store/test_recovery_code.py",
    ),
    "modes, umask, core dumps": ("tests/host/test_privacy.py", "tests/store/test_connection.py"),
    "no import that reaches a network": ("tests/security",),
    "no word left in files, sockets or memory": ("tests/end_to_end/test_nothing_leaks.py",),
}


def outcomes() -> list[Outcome]:
    """One for each line of the table above."""
    return [_run(what, paths) for what, paths in HELD.items()]


def _run(what: str, paths: tuple[str, ...]) -> Outcome:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths]
    answer = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped|error)", answer.stdout)}
    outcome = Outcome(what, sum(counts.values()), dict(counts))
    if answer.returncode:
        outcome.faults += [line for line in answer.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))] or ["?"]
    elif counts.get("skipped") and not counts.get("passed"):
        outcome.not_run = "what it needs is not installed"
    return outcome
