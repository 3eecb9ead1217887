"""A fresh Debian in a folder, made by debootstrap once and copied for each run; never inside the project.

What is mounted is mounted in a namespace of this process alone (packaging/test-deb begins with `unshare --mount`),
so it is gone when the process ends, however it ends, and nothing of the machine is ever seen below the folder
once it is deleted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

MIRROR = os.environ.get("LEEWARD_DEBIAN_MIRROR", "http://deb.debian.org/debian")
MOUNTED = ("proc", "dev", "tmp")


def cache_folder() -> Path:
    """Where the fresh systems are kept between runs."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leeward-packaging"


def base(suite: str) -> Path:
    """The fresh system of a release, made now if it is not there. Raises CalledProcessError."""
    folder = cache_folder() / f"base-{suite}"
    if not (folder / "etc" / "debian_version").exists() or (folder / "debootstrap").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", suite, str(folder), MIRROR]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


@dataclass(frozen=True, slots=True)
class Chroot:
    """A copy of a fresh system that may be changed."""

    root: Path

    @classmethod
    def fresh(cls, suite: str) -> Chroot:
        """A new copy, with /proc, /dev and this machine's /tmp in it."""
        made = cls(cache_folder() / f"run-{suite}")
        made.discard()
        subprocess.run(["cp", "-a", str(base(suite)), str(made.root)], check=True)
        shutil.copyfile("/etc/resolv.conf", made.root / "etc" / "resolv.conf")
        subprocess.run(["mount", "-t", "proc", "proc", str(made.root / "proc")], check=True)
        subprocess.run(["mount", "--rbind", "/dev", str(made.root / "dev")], check=True)
        subprocess.run(["mount", "--bind", "/tmp", str(made.root / "tmp")], check=True)  # noqa: S108 the screen's socket
        return made

    def discard(self) -> None:
        """Take the mounts off and delete the copy."""
        for name in MOUNTED:
            if os.path.ismount(self.root / name):
                subprocess.run(["umount", "--recursive", str(self.root / name)], check=True)
        if self.root.exists():
            shutil.rmtree(self.root)

    def command(self, *words: str) -> list[str]:
        """What runs these words inside; the process number stays that of the caller."""
        return ["chroot", str(self.root), *words]

    def run(self, *words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside as root, with what it printed."""
        inside = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"}
        inside |= {"DEBIAN_FRONTEND": "noninteractive", **environment}
        done = subprocess.run(self.command(*words), env=inside, capture_output=True, text=True, check=False)
        if check and done.returncode:
            raise AssertionError(
                f"{' '.join(words)}: ended with {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
        return done

    def apt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run apt-get inside, with the exact dependencies and no more."""
        return self.run("apt-get", "-y", "-q", "--no-install-recommends", *words)

    def has(self, command: str) -> bool:
        """Whether a command is there."""
        return self.run("sh", "-c", f"command -v {command}", check=False).returncode == 0
