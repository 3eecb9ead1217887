"""Proves the archive in a fresh system without Python. Run by packaging/test-tar.

Each check is one line of a table; the first that fails ends the run with what was said. Pictures are left in
`.test-results/tar-SUITE`. The first night is the Debian package's (packaging/linux/proof/journey.py).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from chroot import Chroot
from identity import APP_ID, ROOT
from journey import installed_desktop, tried, walk_first_night, written

from tests.support.journals import PASSPHRASE

UNPACKED = "/opt/unpacked"
INSTALLED = ".local/lib/leeward"


class Proof:
    """One run on one release."""

    def __init__(self, system: Path, suite: str, place: Path) -> None:
        self.pictures = ROOT / ".test-results" / f"tar-{suite}"
        self.place, self.home, self.chroot = place, place / "home", Chroot(system)
        self.home.mkdir()
        self.done = 0

    def check(self, what: str, how: Callable[[], str]) -> None:
        """Do one check and say what it gave."""
        print(f"{what:<62} {how()}", flush=True)
        self.done += 1

    def run(self) -> None:
        """Every check, in the order in which a person would meet them."""
        self.check("A fresh system without Python", self.no_python)
        self.check("The installer says which libraries are missing", self.libraries_are_told)
        self.check("The libraries of the list are installed, no others", self.install_libraries)
        self.check("It is set up in a home, without root's places", self.install)
        self.check("The command answers", lambda: self.leeward("--version").strip())
        self.check("The sample report is that of the source", self.same_report)
        self.check("The first night, by keys alone", self.first_night)
        self.check("What was written is there", self.shown)
        self.check("A second version takes the place of the first", self.install)
        self.check("Taking it off leaves the journal and says where it is", self.uninstall)
        self.check("Still no Python", self.no_python)

    def no_python(self) -> str:
        return true(not self.chroot.has("python3"), "no python3 in it")

    def inside(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self.chroot.run(*words, check=check, HOME=str(self.home))

    def libraries_are_told(self) -> str:
        done = self.inside(f"{UNPACKED}/install.sh", check=False)
        assert done.returncode == 1, done.stdout
        assert not (self.home / ".local").exists(), "something was set up"
        return true("libxcb-cursor0" in done.stderr, f"{len(done.stderr.splitlines()) - 1} of them", done.stderr)

    def install_libraries(self) -> str:
        self.chroot.run("apt-get", "-q", "update")
        lines = (self.chroot.root / UNPACKED.lstrip("/") / "libraries.txt").read_text(encoding="utf-8").splitlines()
        names = sorted({line.split()[1] for line in lines if line and not line.startswith("#")})
        there = [name if self._is_known(name) else f"{name}t64" for name in names]
        self.chroot.apt("install", *there)
        return f"{len(there)} packages"

    def _is_known(self, name: str) -> bool:
        return "Version:" in self.chroot.run("apt-cache", "show", name, check=False).stdout

    def install(self) -> str:
        told = self.inside(f"{UNPACKED}/install.sh").stdout
        entry = (self.home / ".local/share/applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8")
        assert f'Exec="{self.home}/{INSTALLED}/program/leeward" %f' in entry, entry
        subprocess.run(
            ["desktop-file-validate", str(self.home / ".local/share/applications" / f"{APP_ID}.desktop")], check=True
        )
        # The first night's own script calls the program by name.
        named = self.chroot.root / "usr/bin/leeward"
        named.unlink(missing_ok=True)
        named.symlink_to(self.home / ".local/bin/leeward")
        return told.splitlines()[0]

    def leeward(self, *arguments: str) -> str:
        folders = {f"XDG_{kind}_HOME": str(self.home / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
        return self.chroot.run("leeward", *arguments, HOME=str(self.home), **folders).stdout

    def same_report(self) -> str:
        here, there = self.place / "source.pdf", self.place / "archive.pdf"
        source = [sys.executable, "-m", "journal", "--lang", "en", "demo", "--report", str(here)]
        subprocess.run(source, check=True, cwd=ROOT, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        self.leeward("--lang", "en", "demo", "--report", str(there))
        one, other = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (here, there))
        return true(one == other, f"byte for byte, {there.stat().st_size} bytes, sha256 {one[:12]}…")

    def first_night(self) -> str:
        def clear(number: int) -> None:
            """Put aside what the try made; the program is in the same home and stays."""
            self.keep_failure()
            aside = self.home / f"try-{number}"
            aside.mkdir()
            for name in ("data", "config", "cache", "state", "run", "program.log"):
                if (self.home / name).exists():
                    (self.home / name).rename(aside / name)

        return tried(self.one_night, clear)

    def one_night(self) -> str:
        self.pictures.mkdir(parents=True, exist_ok=True)
        with installed_desktop(self.chroot, self.home) as screen:
            keys = walk_first_night(screen, self.pictures)
            # What the screen reader outside asks in another version than Qt's is not the program's fault.
            said = screen.told().splitlines()
            told = "\n".join(line for line in said if not line.startswith("qt.accessibility.atspi:")).strip()
        return true(not told, f"{keys} keys, {len(list(self.pictures.glob('*.png')))} pictures", told)

    def keep_failure(self) -> None:
        """The picture of the screen as it was when a check failed."""
        taken = self.home / "failed.png"
        if taken.exists():
            shutil.copyfile(taken, self.pictures / taken.name)

    def shown(self) -> str:
        secret = self.place / "passphrase"
        secret.write_text(PASSPHRASE)
        return written(self.leeward("--passphrase-file", str(secret), "show", "--json"))

    def uninstall(self) -> str:
        journal = self.home / "data" / "leeward"
        before = fingerprint(journal)
        assert any(name.endswith(".db") for name in before), before
        told = self.inside(str(self.home / INSTALLED / "install.sh"), "--uninstall").stdout
        assert fingerprint(journal) == before, "the journal changed"
        left = [str(path) for path in (self.home / ".local").rglob("*") if "leeward" in path.name.casefold()]
        assert left == [], left
        return true("/leeward" in told, f"{len(before)} files as they were; it says where", told)


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of the person, by its content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def true(holds: bool, told: str, otherwise: object = "") -> str:
    """What is told where it holds. Raises AssertionError."""
    if not holds:
        raise AssertionError(f"not so: {told} {otherwise}")
    return told


def main(system: Path, suite: str) -> None:
    """Prove the archive that lies unpacked in a fresh system; ends with 1 at the first check that fails."""
    with tempfile.TemporaryDirectory(prefix="leeward-tar-", dir="/tmp") as place:
        proof = Proof(system, suite, Path(place))
        proof.chroot.enter()
        try:
            proof.run()
        except AssertionError as failed:
            proof.keep_failure()
            sys.exit(f"FAILED after {proof.done} checks: {failed}")
    print(f"{proof.done} checks passed. Pictures: {proof.pictures}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
