"""Prints the wheels of a pylock.toml as lines of `sha256  file`, sorted, without the addresses they come from.

python3 packaging/wheels.py PYLOCK > packaging/wheels.txt
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def lines(lock: dict[str, Any]) -> Iterator[str]:
    """A line for each wheel."""
    for package in lock["packages"]:
        for wheel in package.get("wheels", ()):
            name = wheel["url"].rpartition("/")[2]
            yield f"{wheel['hashes']['sha256']}  {name}"


def main() -> None:
    """Print them, by name."""
    lock = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("\n".join(sorted(lines(lock), key=lambda line: line.split()[1].lower())))


if __name__ == "__main__":
    main()
