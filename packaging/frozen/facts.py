"""What the frozen program knows about itself: the day of the commit it is made of (journal/host/builds.py reads it)."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path


def written(work: Path) -> list[tuple[str, str, str]]:
    """Write build.json; returns it as an entry for PyInstaller."""
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    path = work / "build.json"
    path.write_text(json.dumps({"date": day.isoformat()}) + "\n", encoding="utf-8")
    return [("resources/build.json", str(path), "DATA")]
