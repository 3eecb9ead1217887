"""Debian's own words about the package: control, changelog, the checksums of its files."""

from __future__ import annotations

import hashlib
from email.utils import format_datetime
from pathlib import Path

from identity import HERE, MAINTAINER, PACKAGE, build_date, version

REVISION = "1"
ARCHITECTURES = {"amd64": 62, "arm64": 183}
"""Debian's name of each machine, and the number by which its ELF files name it."""


def debian_version() -> str:
    """The version with the revision of the packaging; a pre-release sorts before its release."""
    return f"{version().replace('rc', '~rc')}-{REVISION}"


def control(architecture: str, relations: dict[str, str], installed_kib: int) -> str:
    """The control file."""
    fields = {
        "Package": PACKAGE,
        "Version": debian_version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(installed_kib),
        **relations,
        "Section": "utils",
        "Priority": "optional",
        "Description": (HERE / "debian" / "description").read_text(encoding="utf-8").rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def changelog() -> str:
    """One entry: what changed in the program stands in its own changelog beside it."""
    signed = f" -- {MAINTAINER}  {format_datetime(build_date())}"
    head = f"{PACKAGE} ({debian_version()}) stable; urgency=medium"
    return f"{head}\n\n  * Version {version()}; see changelog.gz.\n\n{signed}\n"


def md5sums(root: Path) -> str:
    """The checksums that `dpkg --verify` asks for, by name."""
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    lines = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}" for path in files)  # noqa: S324
    return "\n".join(lines) + "\n"


def installed_kib(root: Path) -> int:
    """The size on disk as Debian counts it (policy 5.6.20): each file rounded up, 1 KiB for anything else."""
    paths = list((root / "usr").rglob("*"))
    return sum(-(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1 for path in paths)
