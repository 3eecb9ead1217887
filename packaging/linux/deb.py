"""Makes the Debian package out of the frozen program. Run by packaging/deb, with build/venv's Python.

The same dist/leeward and the same commit give the same file, byte for byte: owners, modes, order and times
are settled here, and dpkg-deb packs with one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import tree
from debian_texts import ARCHITECTURES, control, debian_version, installed_kib, md5sums
from depends import elf_files, relations
from identity import HERE, PACKAGE, ROOT, epoch, version

MOST_PACKED_MB = 85
MOST_INSTALLED_MB = 270


PACKING = ("-Zxz", "-z9")
QUICK_PACKING = ("-Znone",)
"""For trying: nothing is made smaller."""


def build(frozen: Path, architecture: str, to: Path, packing: tuple[str, ...] = PACKING) -> Path:
    """Make the package in folder `to`; returns its path. Ends the program when something does not fit."""
    check_machine(frozen, architecture)
    check_version(frozen)
    root = ROOT / "build" / "deb"
    tree.lay_out(frozen, root)
    debian = root / "DEBIAN"
    debian.mkdir(mode=0o755)
    (debian / "md5sums").write_text(md5sums(root), encoding="utf-8")
    told = control(architecture, relations(root), installed_kib(root))
    (debian / "control").write_text(told, encoding="utf-8")
    _script(debian / "postrm")
    settle_times(root)
    to.mkdir(parents=True, exist_ok=True)
    package = to / f"{PACKAGE}_{debian_version()}_{architecture}.deb"
    pack(root, package, packing)
    return package


def pack(root: Path, package: Path, packing: tuple[str, ...]) -> None:
    """Pack a laid-out root."""
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=1", *packing, "--build", str(root), str(package)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def check_machine(frozen: Path, architecture: str) -> None:
    """A program frozen on one machine must not be packed for another."""
    for path in elf_files(frozen):
        with path.open("rb") as file:
            machine = int.from_bytes(file.read(20)[18:20], "little")
        if machine != ARCHITECTURES[architecture]:
            sys.exit(f"{path} is not for {architecture}. Build on such a machine: ./packaging/build")


def check_version(frozen: Path) -> None:
    """A program frozen from an earlier version must not be packed as this one."""
    told = frozen / "_internal" / "resources" / "build.json"
    if not told.is_file() or json.loads(told.read_text(encoding="utf-8")).get("version") != version():
        sys.exit(f"{frozen} is another version than the source ({version()}). Freeze it anew: ./packaging/build")


def settle_times(root: Path) -> None:
    """Every file as old as the commit."""
    for path in [*root.rglob("*"), root]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def _script(path: Path) -> None:
    path.write_text((HERE / "debian" / path.name).read_text(encoding="utf-8"), encoding="utf-8")
    path.chmod(0o755)


def main() -> None:
    """Build and tell the sizes; ends with 1 where one is over its limit."""
    reader = argparse.ArgumentParser(prog="packaging/deb", description="Makes the Debian package.")
    reader.add_argument("--arch", choices=sorted(ARCHITECTURES), default=_this_machine())
    reader.add_argument("--from", dest="frozen", type=Path, default=ROOT / "dist" / PACKAGE)
    reader.add_argument("--to", type=Path, default=ROOT / "dist")
    reader.add_argument("--quick", action="store_true", help="pack without making anything smaller, for trying")
    told = reader.parse_args()
    package = build(told.frozen, told.arch, told.to, QUICK_PACKING if told.quick else PACKING)
    packed, installed = package.stat().st_size / 1e6, installed_kib(ROOT / "build" / "deb") * 1024 / 1e6
    print(f"{package}: {packed:.1f} MB of at most {MOST_PACKED_MB}, installed {installed:.1f} of {MOST_INSTALLED_MB}")
    if (packed > MOST_PACKED_MB and not told.quick) or installed > MOST_INSTALLED_MB:
        sys.exit(1)


def _this_machine() -> str:
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


if __name__ == "__main__":
    main()
