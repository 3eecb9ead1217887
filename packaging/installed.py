"""Says where the libraries installed beside this Python are others than a lock file's; ends with 1 then.

    .venv/bin/python packaging/installed.py LOCK

The mark that prepare_environment leaves says which lock was installed, not what was changed by hand since.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.utils import canonicalize_name

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]*))?", re.MULTILINE)
OF_EVERY_ENVIRONMENT = {"pip", "setuptools", "wheel"}


def pinned(lock: str) -> dict[str, str]:
    """The versions that a lock file asks for on this system, by name."""
    found = (match.groups() for match in _PINNED.finditer(lock))
    return {canonicalize_name(name): version for name, version, marker in found if _holds(marker)}


def _holds(marker: str | None) -> bool:
    return not marker or Marker(marker.strip()).evaluate()


def differences(wanted: dict[str, str], there: dict[str, str]) -> Iterator[str]:
    """A line for each library that is not as wanted."""
    for name in sorted(wanted.keys() | there.keys() - OF_EVERY_ENVIRONMENT):
        if wanted.get(name) != there.get(name):
            yield f"{name}: {there.get(name, 'not installed')}, in the lock {wanted.get(name, 'not named')}"


def main() -> int:
    """Compare with the lock file named."""
    wanted = pinned(Path(sys.argv[1]).read_text(encoding="utf-8"))
    there = {str(canonicalize_name(each.name)): each.version for each in metadata.distributions()}
    found = list(differences(wanted, there))
    print("\n".join(found) or f"{len(wanted)} libraries, each as the lock says")
    return 1 if found or not wanted else 0


if __name__ == "__main__":
    raise SystemExit(main())
