"""What the frozen program knows about itself, read by journal/host/builds.py: its version and the day of its commit."""

from __future__ import annotations

import json
import os
import re
import sys
import sysconfig
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def written(work: Path) -> list[tuple[str, str, str]]:
    """Write build.json; returns it and the program's own licence as entries for PyInstaller."""
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    path = work / "build.json"
    path.write_text(json.dumps({"date": day.isoformat(), "version": version()}) + "\n", encoding="utf-8")
    licence = ROOT / "LICENSE"
    return [("resources/build.json", str(path), "DATA"), ("resources/licences/Leeward.txt", str(licence), "DATA")]


def version() -> str:
    """The program's version, read without importing it."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "journal" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def python_facts(work: Path) -> str:
    """A folder with Python's record of how it was built, without the folders of this machine, to be taken first."""
    folder = work / "python-facts"
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # which has no such record
        return str(folder)
    name = sysconfig._get_sysconfigdata_name()  # type: ignore[attr-defined]
    source = Path(sysconfig.get_path("stdlib"), f"{name}.py")
    if source.is_file():
        prefix = sysconfig.get_config_var("prefix")
        (folder / source.name).write_text(source.read_text(encoding="utf-8").replace(prefix, "/usr"), encoding="utf-8")
    return str(folder)
