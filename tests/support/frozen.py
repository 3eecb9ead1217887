"""The frozen program, where it is built, and the scripts that make it, for tests."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "packaging" / "frozen"
FOLDER = ROOT / "dist" / "leeward"
PROGRAM = FOLDER / "leeward"


def is_older_than_the_source() -> bool:
    """Whether something of the program was changed after it was frozen: then the two can't be compared."""
    sources = (path for folder in ("journal", "resources") for path in (ROOT / folder).rglob("*"))
    newest = max(path.stat().st_mtime for path in sources if path.suffix not in (".pyc", ".mo") and path.is_file())
    return not PROGRAM.is_file() or PROGRAM.stat().st_mtime < newest


needs_build = pytest.mark.skipif(not PROGRAM.is_file(), reason="dist/leeward is not built (./packaging/build)")
needs_same_source = pytest.mark.skipif(
    is_older_than_the_source(), reason="dist/leeward is older than the source (./packaging/build)"
)


def script(name: str) -> ModuleType:
    """A script of packaging/frozen; they import each other by their plain names."""
    if str(SCRIPTS) not in sys.path:
        sys.path.append(str(SCRIPTS))
    return importlib.import_module(name)


def leeward(home: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the frozen program in an environment with nothing but a home."""
    environment = {"HOME": str(home)}
    command = [str(PROGRAM), *arguments]
    return subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=check)
