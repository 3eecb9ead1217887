"""Proves the Debian package in a fresh system without Python. Run by packaging/test-deb.

Each check is one line of a table; the first that fails ends the run with what was said. Pictures and the table
are left in `.test-results/deb-SUITE`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from chroot import PACKAGE_INSIDE, Chroot
from identity import APP_ID, PACKAGE, ROOT
from journey import NOTE, installed_desktop, tried, walk_first_night, written

from tests.support.journals import PASSPHRASE

MOST_SECONDS = 15
"""How long `dpkg -i` may take."""


class Proof:
    """One run on one release."""

    def __init__(self, system: Path, suite: str, place: Path) -> None:
        self.pictures = ROOT / ".test-results" / f"deb-{suite}"
        self.home = place / "home"
        self.results: list[tuple[str, str]] = []
        self.chroot = Chroot(system)
        self.secret = place / "passphrase"
        self.secret.write_text(PASSPHRASE)

    def check(self, what: str, how: Callable[[], str]) -> None:
        """Do one check and note what it gave."""
        told = how()
        self.results.append((what, told))
        print(f"{what:<58} {told}", flush=True)

    def leeward(self, *arguments: str, **environment: str) -> str:
        """What the installed command line prints."""
        folders = {f"XDG_{kind}_HOME": str(self.home / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
        done = self.chroot.run(PACKAGE, *arguments, HOME=str(self.home), **(folders | environment))
        return done.stdout

    def opened(self, *arguments: str) -> str:
        """The same, with the passphrase."""
        return self.leeward("--passphrase-file", str(self.secret), *arguments)

    def run(self) -> None:
        """Every check, in the order in which a person would meet them."""
        chroot = self.chroot
        self.check("A fresh system without Python", lambda: _true(not chroot.has("python3"), "no python3 in it"))
        chroot.run("apt-get", "-q", "update")
        self.check("apt installs it with its Depends alone", self.install_by_apt)
        self.check("Still no Python", lambda: _true(not chroot.has("python3"), "no python3 in it"))
        self.check("The command answers", lambda: self.leeward("--version").strip())
        self.check("Files are what the package says", self.verified)
        self.check("The sample report is that of the source", self.same_report)
        self.check("The first night, by keys alone", self.first_night)
        self.check("What was written is there", self.shown)
        self.check("Export gives it too", self.exported)
        self.check("Desktop entry and metainfo are valid", self.valid)
        self.check("Removing leaves the journal alone and says where it is", lambda: self.leaves("remove"))
        self.check(f"dpkg -i takes less than {MOST_SECONDS} s", self.timed_install)
        self.check("The journal opens again", self.shown)
        self.check("A backup is known by its MIME type", self.mime)
        self.check("Purging leaves the journal alone too", lambda: self.leaves("purge"))
        self.check("Nothing of it is left in the system", self.nothing_left)

    def verified(self) -> str:
        changed = self.chroot.run("dpkg", "--verify", PACKAGE).stdout
        return _true(not changed, "all of them", changed)

    def keep_failure(self) -> None:
        """The picture of the screen as it was when a check failed."""
        taken = self.home / "failed.png"
        if taken.exists():
            shutil.copyfile(taken, self.pictures / taken.name)

    def install_by_apt(self) -> str:
        begun = time.monotonic()
        self.chroot.apt("install", PACKAGE_INSIDE)
        took = time.monotonic() - begun
        size = self.chroot.run("dpkg-query", "-W", "-f", "${Version}, ${Installed-Size} KiB", PACKAGE).stdout
        return f"{size}; {took:.0f} s with what it needs, download included"

    def same_report(self) -> str:
        here, there = self.home.parent / "source.pdf", self.home.parent / "installed.pdf"
        source = [sys.executable, "-m", "journal", "--lang", "en", "demo", "--report", str(here)]
        subprocess.run(source, check=True, cwd=ROOT, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        self.leeward("--lang", "en", "demo", "--report", str(there))
        one, other = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (here, there))
        return _true(one == other, f"byte for byte, {there.stat().st_size} bytes, sha256 {one[:12]}…")

    def first_night(self) -> str:
        def clear(number: int) -> None:
            self.keep_failure()
            self.home = self.home.with_name(f"home-{number + 1}")

        return tried(self.one_night, clear)

    def one_night(self) -> str:
        self.pictures.mkdir(parents=True, exist_ok=True)
        with installed_desktop(self.chroot, self.home) as screen:
            keys = walk_first_night(screen, self.pictures)
            told = screen.told().strip()
        heard = [line for line in told.splitlines() if not line.startswith("qt.accessibility.atspi")]
        return _true(not heard, f"{keys} keys, {len(list(self.pictures.glob('*.png')))} pictures", heard)

    def shown(self) -> str:
        return written(self.opened("show", "--json"))

    def exported(self) -> str:
        out = self.home.parent / "journal.json"
        self.opened("export", "--format", "json", "--notes", "all", "--out", str(out), "--force")
        return _true(NOTE in out.read_text(encoding="utf-8"), f"JSON of {out.stat().st_size} bytes")

    def valid(self) -> str:
        share = self.chroot.root / "usr" / "share"
        commands = (
            ["appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{APP_ID}.metainfo.xml")],
            ["desktop-file-validate", str(share / "applications" / f"{APP_ID}.desktop")],
        )
        for command in commands:
            subprocess.run(command, check=True, capture_output=True)
        return "appstreamcli, desktop-file-validate"

    def fingerprint(self) -> dict[str, str]:
        """Every file of the person, by its content."""
        files = sorted(path for path in (self.home / "data").rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def leaves(self, how: str) -> str:
        before = self.fingerprint()
        assert any(path.endswith(".db") for path in before), before
        told = self.chroot.apt(how, PACKAGE).stdout
        assert not (self.chroot.root / "usr/lib" / PACKAGE).exists()
        assert before == self.fingerprint(), "the journal changed"
        return _true("~/.local/share/leeward" in told, f"{len(before)} files as they were; it says where", told)

    def timed_install(self) -> str:
        begun = time.monotonic()
        self.chroot.run("dpkg", "-i", PACKAGE_INSIDE)
        took = time.monotonic() - begun
        return _true(took < MOST_SECONDS, f"{took:.1f} s", took)

    def mime(self) -> str:
        """Only now the desktop's own parts come in: their triggers must find what lies there already."""
        self.chroot.apt("install", "shared-mime-info", "desktop-file-utils", "libglib2.0-bin", "gtk-update-icon-cache")
        folder = self.home / "data" / PACKAGE / "journal" / "backups"
        (backup, *_others) = sorted(folder.glob("backup-*.zip"))
        plain = self.home.parent / "backup-2026-10-29-210000.zip"
        with zipfile.ZipFile(plain, "w") as archive:
            archive.writestr("other.txt", "")
        kinds = [self._kind(path) for path in (backup, plain)]
        assert kinds == ["application/x-leeward-backup", "application/zip"], kinds
        handlers = self.chroot.run("gio", "mime", kinds[0]).stdout
        assert f"{APP_ID}.desktop" in handlers, handlers
        return f"{kinds[0]}, opened by {APP_ID}; another zip file is {kinds[1]}"

    def _kind(self, path: Path) -> str:
        told = self.chroot.run("gio", "info", "-a", "standard::content-type", str(path)).stdout
        return told.rpartition("standard::content-type:")[2].strip()

    def nothing_left(self) -> str:
        found = self.chroot.run("find", "/usr", "/etc", "/var/lib/dpkg/info", "-iname", f"*{PACKAGE}*").stdout
        cached = self.chroot.run("grep", "-rl", APP_ID, "/usr/share/applications", check=False).stdout
        return _true(not found + cached, "no file, no line in a cache", found + cached)


def _true(holds: bool, told: str, otherwise: object = "") -> str:
    if not holds:
        raise AssertionError(f"not so: {told} {otherwise}")
    return told


def main(system: Path, suite: str) -> None:
    """Prove the package that lies in a fresh system; ends with 1 at the first check that fails."""
    with tempfile.TemporaryDirectory(prefix="leeward-deb-", dir="/tmp") as place:
        proof = Proof(system, suite, Path(place))
        proof.chroot.enter()
        try:
            proof.run()
        except AssertionError as failed:
            proof.keep_failure()
            sys.exit(f"FAILED after {len(proof.results)} checks: {failed}")
    lines = (f"{what}\t{gave}\n" for what, gave in proof.results)
    (proof.pictures / "results.tsv").write_text("".join(lines), encoding="utf-8")
    print(f"{len(proof.results)} checks passed. Pictures: {proof.pictures}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
