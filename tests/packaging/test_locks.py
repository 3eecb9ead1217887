"""The lock file resolves on every system that the program is made for: a wheel with its hash for each library.

`packaging/wheels.txt` says which file each hash of the lock belongs to; `packaging/lock` writes both.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
TABLE = (ROOT / "packaging" / "wheels.txt").read_text(encoding="utf-8")
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))


@dataclass(frozen=True)
class Pinned:
    name: str
    version: str
    marker: str
    hashes: frozenset[str]


def pinned() -> list[Pinned]:
    found = []
    for block in re.split(r"\n(?=\S)", LOCK):
        first = re.match(r"([\w.-]+)==([^\s;\\]+)(?: ; (.*?))? *\\?$", block.splitlines()[0])
        hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))
        found.append(Pinned(canonicalize_name(first[1]), first[2], first[3] or "", hashes))
    return found


def wheels() -> dict[tuple[str, str], list[tuple[str, frozenset[Tag]]]]:
    found = {}
    for line in TABLE.splitlines():
        digest, file = line.split("  ")
        name, version, _build, tags = parse_wheel_filename(file)
        found.setdefault((name, str(version)), []).append((digest, tags))
    return found


PINNED, WHEELS = pinned(), wheels()


def linux(machine: str, glibc: int) -> tuple[dict[str, str], list[str]]:
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(glibc, 16, -1)]
    system = {"sys_platform": "linux", "platform_machine": machine, "platform_system": "Linux", "os_name": "posix"}
    return system, [*tags, f"manylinux2014_{machine}", f"linux_{machine}"]


def macos(machine: str, version: int) -> tuple[dict[str, str], list[str]]:
    system = {"sys_platform": "darwin", "platform_machine": machine, "platform_system": "Darwin", "os_name": "posix"}
    return system, list(mac_platforms((version, 0), machine))


def windows(machine: str, tag: str) -> tuple[dict[str, str], list[str]]:
    system = {"sys_platform": "win32", "platform_machine": machine, "platform_system": "Windows", "os_name": "nt"}
    return system, [tag]


# The oldest system of each kind on which everything installs: Qt asks for these C libraries, pikepdf for these macOS.
SYSTEMS = {
    "Windows": windows("AMD64", "win_amd64"),
    "macOS 14, Apple": macos("arm64", 14),
    "macOS 15, Intel": macos("x86_64", 15),
    "Linux, glibc 2.34": linux("x86_64", 34),
    "Linux on ARM, glibc 2.39": linux("aarch64", 39),
}


def lacking(system: dict[str, str], platforms: list[str], python: tuple[int, int]) -> list[str]:
    """The libraries of the lock for which that system has no wheel whose hash is in the lock."""
    version = f"{python[0]}.{python[1]}"
    here = {
        **system,
        "python_version": version,
        "python_full_version": f"{version}.2",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    abi = f"cp{python[0]}{python[1]}"
    fits = {*cpython_tags(python, [abi], platforms), *compatible_tags(python, abi, platforms)}
    wanted = [each for each in PINNED if not each.marker or Marker(each.marker).evaluate(here)]
    assert len({each.name for each in wanted}) == len(wanted), "a library is pinned twice for one system"
    return [
        each.name
        for each in wanted
        if not any(
            digest in each.hashes and not fits.isdisjoint(tags)
            for digest, tags in WHEELS.get((each.name, each.version), ())
        )
    ]


@pytest.mark.parametrize("python", PYTHONS, ids=str)
@pytest.mark.parametrize("system", SYSTEMS)
def test_every_library_has_a_wheel(system, python):
    assert lacking(*SYSTEMS[system], python) == []


def test_windows_on_arm_lacks_typst_alone():
    # So it gets the package for other Windows, which it runs as well.
    assert lacking(*windows("ARM64", "win_arm64"), (3, 13)) == ["typst"]


def test_a_system_older_than_the_oldest_lacks_something():
    assert "pyside6-essentials" in lacking(*linux("x86_64", 31), (3, 11))
    assert "pikepdf" in lacking(*macos("x86_64", 14), (3, 11))


def test_the_table_and_the_lock_speak_of_the_same_files():
    locked = {(each.name, each.version): each.hashes for each in PINNED}
    assert set(WHEELS) == set(locked)
    for part, files in WHEELS.items():
        assert {digest for digest, _tags in files} <= locked[part]


def test_no_address_of_a_registry_stands_in_the_lock_or_the_table():
    assert "://" not in LOCK + TABLE
