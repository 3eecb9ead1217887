"""A fresh Debian in a folder, which packaging/test-deb made and deletes: here it is only entered.

What is mounted is mounted in a namespace of this process alone, with a /tmp of its own, so that it is gone when
the process ends. Nothing here deletes a file of the machine: what is mounted below a folder would go with it.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

PACKAGE_INSIDE = "/root/leeward.deb"


@dataclass(frozen=True, slots=True)
class Chroot:
    """A fresh system that may be changed."""

    root: Path

    def enter(self) -> None:
        """Mount /proc, /dev and this process's /tmp in it."""
        for options in (["-t", "proc", "proc"], ["--rbind", "/dev"], ["--bind", "/tmp"]):  # noqa: S108 the own one
            subprocess.run(["mount", *options, str(self.root / options[-1].lstrip("/"))], check=True)

    def command(self, *words: str) -> list[str]:
        """What runs these words inside; the process number stays that of the caller."""
        return ["chroot", str(self.root), *words]

    def run(self, *words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside as root, with what it printed. Raises AssertionError with that where it fails."""
        inside = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"}
        inside |= {"DEBIAN_FRONTEND": "noninteractive", **environment}
        done = subprocess.run(self.command(*words), env=inside, capture_output=True, text=True, check=False)
        if check and done.returncode:
            said = f"{done.stdout[-2000:]}{done.stderr[-2000:]}"
            raise AssertionError(f"{' '.join(words)}: ended with {done.returncode}\n{said}")
        return done

    def apt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run apt-get inside, with the exact dependencies and no more."""
        return self.run("apt-get", "-y", "-q", "--no-install-recommends", *words)

    def has(self, command: str) -> bool:
        """Whether a command is there."""
        return self.run("sh", "-c", f"command -v {command}", check=False).returncode == 0
