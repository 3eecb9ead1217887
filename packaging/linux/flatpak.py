"""Keeps what the Flatpak is made of: each wheel of the lock file, by name and hash, and the files beside it.

    python packaging/linux/flatpak.py pin     writes flatpak/wheels.json anew from the lock file (asks the index)
    python packaging/linux/flatpak.py fetch   brings this machine's wheels into build/flatpak, each checked by hash

The runtime's Python is 3.12. flatpak-builder then needs no network of its own:
flatpak-builder --user --install build/flatpak/app packaging/linux/flatpak/alt.leeward.Leeward.json
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from identity import APP_ID, HERE, ROOT, metainfo
from packaging.markers import Marker

LOCK = ROOT / "packaging" / "requirements.lock"
WHEELS = HERE / "flatpak" / "wheels.json"
FETCHED = ROOT / "build" / "flatpak"
RUNTIME_PYTHON = "3.12"
NEWEST_GLIBC = 39
"""The runtime's C library is 2.40; no wheel of the lock asks for more than 2.39."""

_LINE = re.compile(r"(?P<what>[A-Za-z0-9._-]+==[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]*))?(?P<rest>.*)", re.S)

MACHINES = ("x86_64", "aarch64")


def requirements(machine: str) -> str:
    """The lines of the lock file that hold on the runtime, without their conditions."""
    return "\n".join(_holding(machine)) + "\n"


def _holding(machine: str) -> Iterator[str]:
    there = {
        "python_version": RUNTIME_PYTHON,
        "python_full_version": f"{RUNTIME_PYTHON}.0",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_machine": machine,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for block in re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8")):
        pinned = _LINE.match(block)
        if pinned and (not pinned["marker"] or Marker(pinned["marker"].strip()).evaluate(there)):
            yield f"{pinned['what']} {pinned['rest']}"


def _ask(command: list[str], machine: str) -> None:
    """Run pip for the runtime's Python on a machine."""
    platforms = [f"--platform=manylinux_2_{glibc}_{machine}" for glibc in range(NEWEST_GLIBC, 16, -1)]
    options = [*platforms, f"--platform=manylinux2014_{machine}", f"--python-version={RUNTIME_PYTHON}"]
    options += ["--only-binary=:all:", "--require-hashes", "--no-deps", "--quiet"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write(requirements(machine))
        listed.flush()
        subprocess.run([sys.executable, "-m", "pip", *command, *options, "-r", listed.name], check=True)


def pinned(machine: str) -> list[tuple[str, str]]:
    """Each wheel's file name and SHA-256, as the index has them and the lock file allows."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place, "report.json")
        unused = ["--ignore-installed", "--target", place]
        _ask(["install", "--dry-run", *unused, f"--report={report}"], machine)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    told = (each["download_info"] for each in found)
    return sorted((each["url"].rpartition("/")[2], each["archive_info"]["hashes"]["sha256"]) for each in told)


def sources() -> list[dict[str, Any]]:
    """Flatpak's sources: a wheel that fits every machine once, the others each for its own."""
    of = {machine: dict(pinned(machine)) for machine in MACHINES}
    names = sorted({name for wheels in of.values() for name in wheels})
    return [_source(name, [machine for machine in MACHINES if name in of[machine]], of) for name in names]


def _source(name: str, machines: list[str], of: dict[str, dict[str, str]]) -> dict[str, Any]:
    source: dict[str, Any] = {"type": "file", "path": f"../../../build/flatpak/{name}", "sha256": of[machines[0]][name]}
    return source if len(machines) == len(MACHINES) else source | {"only-arches": machines}


def metainfo_inside() -> str:
    """The metainfo with the icon's name in a Flatpak: the builder renames the icons and the menu entry's, not this."""
    told = json.loads((HERE / "flatpak" / f"{APP_ID}.json").read_text(encoding="utf-8"))["rename-icon"]
    return metainfo().replace(f'<icon type="stock">{told}</icon>', f'<icon type="stock">{APP_ID}</icon>')


def main(command: str) -> None:
    """Pin or fetch."""
    if command == "pin":
        WHEELS.write_text(json.dumps(sources(), indent=2) + "\n", encoding="utf-8")
    elif command == "fetch":
        FETCHED.mkdir(parents=True, exist_ok=True)
        _ask(["download", f"--dest={FETCHED}"], platform.machine())
        (FETCHED / f"{APP_ID}.metainfo.xml").write_text(metainfo_inside(), encoding="utf-8")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:] or [""])
