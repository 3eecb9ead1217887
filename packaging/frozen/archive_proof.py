"""Proves the archive in a fresh system without Python. Run by packaging/test-tar.

Each check is one line of a table; the first that fails ends the run with what was said. Pictures are left in
`.test-results/tar-SUITE`. The first night is the Debian package's (packaging/linux/proof/journey.py).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from identity import APP_ID
from proving import Proof, fingerprint, prove, true

UNPACKED = "/opt/unpacked"
INSTALLED = ".local/lib/leeward"


class ArchiveProof(Proof):
    """The archive, set up in a home."""

    kind = "tar"

    def run(self) -> None:
        """Every check, in the order in which a person would meet them."""
        self.check("A fresh system without Python", self.no_python)
        self.check("The installer says which libraries are missing", self.libraries_are_told)
        self.check("The libraries of the list are installed, no others", self.install_libraries)
        self.check("It is set up in a home, without root's places", self.install)
        self.check("The command answers", self.answers)
        self.check("The sample report is that of the source", self.same_report)
        self.check("The first night, by keys alone", self.first_night)
        self.check("What was written is there", self.shown)
        self.check("A second version takes the place of the first", self.install)
        self.check("Taking it off leaves the journal and says where it is", self.uninstall)
        self.check("Still no Python", self.no_python)

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

    def put_aside(self, number: int) -> None:
        """Only what the try made: the program is in the same home and stays."""
        aside = self.home / f"try-{number}"
        aside.mkdir()
        for name in ("data", "config", "cache", "state", "run", "program.log"):
            if (self.home / name).exists():
                (self.home / name).rename(aside / name)

    def uninstall(self) -> str:
        journal = self.home / "data" / "leeward"
        before = fingerprint(journal)
        told = self.inside(str(self.home / INSTALLED / "install.sh"), "--uninstall").stdout
        assert fingerprint(journal) == before, "the journal changed"
        left = [str(path) for path in (self.home / ".local").rglob("*") if "leeward" in path.name.casefold()]
        assert left == [], left
        return true("/leeward" in told, f"{len(before)} files as they were; it says where", told)


if __name__ == "__main__":
    prove(ArchiveProof, Path(sys.argv[1]), sys.argv[2])
