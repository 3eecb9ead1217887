"""What the proofs of the Debian package and of the archive have in common: how a check is done, and the checks of both.

All of it runs on this machine, in a mount namespace with a /tmp of its own; only the program, and what `Chroot.run`
is given, runs in the fresh system. Nothing of it is copied there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chroot import Chroot
from identity import PACKAGE, ROOT, version
from journey import installed_desktop, tried, walk_first_night, written

from tests.support.journals import PASSPHRASE

TABLE = "results.tsv"
NOT_THE_PROGRAMS = "qt.accessibility.atspi:"
"""How a line begins that says that the screen reader outside asks in another version than Qt's."""


class Proof(ABC):
    """One run on one release. `place` is a folder below /tmp; `kind` names the folder of the pictures."""

    kind: str

    def __init__(self, system: Path, suite: str, place: Path) -> None:
        self.pictures = ROOT / ".test-results" / f"{self.kind}-{suite}"
        self.pictures.mkdir(parents=True, exist_ok=True)
        for earlier in (*self.pictures.glob("*.png"), *self.pictures.glob(TABLE)):
            earlier.unlink()
        self.place, self.home, self.chroot = place, place / "home", Chroot(system)
        self.home.mkdir()
        self.secret = place / "passphrase"
        self.secret.write_text(PASSPHRASE)
        self.results: list[tuple[str, str]] = []

    @abstractmethod
    def run(self) -> None:
        """Every check, in the order in which a person would meet them."""

    @abstractmethod
    def put_aside(self, number: int) -> None:
        """Let the next try of the first night begin from nothing; `number` is that of the try that failed."""

    def check(self, what: str, how: Callable[[], str]) -> None:
        """Do one check and note what it gave."""
        told = how()
        self.results.append((what, told))
        print(f"{what:<62} {told}", flush=True)

    def leeward(self, *arguments: str) -> str:
        """What the installed command line prints."""
        folders: dict[str, Any] = {
            f"XDG_{kind}_HOME": str(self.home / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")
        }
        return self.chroot.run(PACKAGE, *arguments, HOME=str(self.home), **folders).stdout

    def opened(self, *arguments: str) -> str:
        """The same, with the passphrase."""
        return self.leeward("--passphrase-file", str(self.secret), *arguments)

    def no_python(self) -> str:
        return true(not self.chroot.has("python3"), "no python3 in it")

    def answers(self) -> str:
        """A package left over from an earlier version proves nothing of this one."""
        told = self.leeward("--version").strip()
        return true(told.endswith(f" {version()}"), told, f"but version {version()}")

    def same_report(self) -> str:
        here, there = self.place / "source.pdf", self.place / "installed.pdf"
        source = [sys.executable, "-m", "journal", "--lang", "en", "demo", "--report", str(here)]
        subprocess.run(source, check=True, cwd=ROOT, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        self.leeward("--lang", "en", "demo", "--report", str(there))
        one, other = sha256(here), sha256(there)
        return true(one == other, f"byte for byte, {there.stat().st_size} bytes, sha256 {one[:12]}…")

    def first_night(self) -> str:
        def clear(number: int) -> None:
            self.keep_failure()
            self.put_aside(number)

        return tried(self.one_night, clear)

    def one_night(self) -> str:
        with installed_desktop(self.chroot, self.home) as screen:
            keys = walk_first_night(screen, self.pictures)
            told = screen.told().strip()
        heard = [line for line in told.splitlines() if not line.startswith(NOT_THE_PROGRAMS)]
        return true(not heard, f"{keys} keys, {len(list(self.pictures.glob('*.png')))} pictures", heard)

    def keep_failure(self) -> None:
        """The picture of the screen as it was when a check failed."""
        taken = self.home / "failed.png"
        if taken.exists():
            shutil.copyfile(taken, self.pictures / taken.name)

    def shown(self) -> str:
        return written(self.opened("show", "--json"))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of the person, by its content. Raises AssertionError where no journal is among them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert any(path.suffix == ".db" for path in files), files
    return {str(path): sha256(path) for path in files}


def true(holds: bool, told: str, otherwise: object = "") -> str:
    """What is told where it holds. Raises AssertionError."""
    if not holds:
        raise AssertionError(f"not so: {told} {otherwise}")
    return told


def said_by(failed: AssertionError | subprocess.CalledProcessError) -> str:
    """What a command printed that failed on this machine; an AssertionError says all in its own words."""
    if isinstance(failed, AssertionError):
        return ""
    parts = (
        part.decode(errors="replace") if isinstance(part, bytes) else part for part in (failed.stdout, failed.stderr)
    )
    return "".join(part for part in parts if part)


def prove(of: type[Proof], system: Path, suite: str) -> None:
    """Prove what lies in a fresh system; ends with 1 at the first check that fails."""
    with tempfile.TemporaryDirectory(prefix=f"leeward-{of.kind}-", dir="/tmp") as place:
        proof = of(system, suite, Path(place))
        proof.chroot.enter()
        try:
            proof.run()
        except (AssertionError, subprocess.CalledProcessError) as failed:
            proof.keep_failure()
            sys.exit(f"FAILED after {len(proof.results)} checks: {failed} {said_by(failed)}")
    lines = (f"{what}\t{gave}\n" for what, gave in proof.results)
    (proof.pictures / TABLE).write_text("".join(lines), encoding="utf-8")
    print(f"{len(proof.results)} checks passed. Pictures: {proof.pictures}")
