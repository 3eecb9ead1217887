"""Proves the Debian package in a fresh system without Python. Run by packaging/test-deb.

Each check is one line of a table; the first that fails ends the run with what was said. Pictures and the table
are left in `.test-results/deb-SUITE`.
"""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path

from chroot import PACKAGE_INSIDE
from identity import APP_ID, PACKAGE
from journey import NOTE
from proving import Proof, fingerprint, prove, true

MOST_SECONDS = 15
"""How long `dpkg -i` may take."""


class DebianProof(Proof):
    """The package, installed as root."""

    kind = "deb"

    def run(self) -> None:
        """Every check, in the order in which a person would meet them."""
        self.check("A fresh system without Python", self.no_python)
        self.chroot.run("apt-get", "-q", "update")
        self.check("apt installs it with its Depends alone", self.install_by_apt)
        self.check("Still no Python", self.no_python)
        self.check("The command answers", self.answers)
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

    def put_aside(self, number: int) -> None:
        self.home = self.place / f"home-{number + 1}"

    def verified(self) -> str:
        changed = self.chroot.run("dpkg", "--verify", PACKAGE).stdout
        return true(not changed, "all of them", changed)

    def install_by_apt(self) -> str:
        begun = time.monotonic()
        self.chroot.apt("install", PACKAGE_INSIDE)
        took = time.monotonic() - begun
        size = self.chroot.run("dpkg-query", "-W", "-f", "${Version}, ${Installed-Size} KiB", PACKAGE).stdout
        return f"{size}; {took:.0f} s with what it needs, download included"

    def exported(self) -> str:
        out = self.place / "journal.json"
        self.opened("export", "--format", "json", "--notes", "all", "--out", str(out), "--force")
        return true(NOTE in out.read_text(encoding="utf-8"), f"JSON of {out.stat().st_size} bytes")

    def valid(self) -> str:
        share = self.chroot.root / "usr" / "share"
        commands = (
            ["appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{APP_ID}.metainfo.xml")],
            ["desktop-file-validate", str(share / "applications" / f"{APP_ID}.desktop")],
        )
        for command in commands:
            subprocess.run(command, check=True, capture_output=True)
        return "appstreamcli, desktop-file-validate"

    def leaves(self, how: str) -> str:
        before = fingerprint(self.home / "data")
        told = self.chroot.apt(how, PACKAGE).stdout
        assert not (self.chroot.root / "usr/lib" / PACKAGE).exists()
        assert before == fingerprint(self.home / "data"), "the journal changed"
        return true("~/.local/share/leeward" in told, f"{len(before)} files as they were; it says where", told)

    def timed_install(self) -> str:
        begun = time.monotonic()
        self.chroot.run("dpkg", "-i", PACKAGE_INSIDE)
        took = time.monotonic() - begun
        return true(took < MOST_SECONDS, f"{took:.1f} s", took)

    def mime(self) -> str:
        """Only now the desktop's own parts come in: their triggers must find what lies there already."""
        self.chroot.apt("install", "shared-mime-info", "desktop-file-utils", "libglib2.0-bin", "gtk-update-icon-cache")
        folder = self.home / "data" / PACKAGE / "journal" / "backups"
        (backup, *_others) = sorted(folder.glob("backup-*.zip"))
        plain = self.place / "backup-2026-10-29-210000.zip"
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
        return true(not found + cached, "no file, no line in a cache", found + cached)


if __name__ == "__main__":
    prove(DebianProof, Path(sys.argv[1]), sys.argv[2])
