"""What the Linux packages call the program, its version, and the date that a build counts as made on."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "linux"
PACKAGE = "leeward"
APP_ID = "alt.leeward.Leeward"
"""No domain is made up: `.alt` stands outside the domain name system for good (RFC 9476)."""

MAINTAINER = os.environ.get("LEEWARD_MAINTAINER", "Leeward contributors <nobody@leeward.invalid>")
"""Debian wants an address, and the project has none: `.invalid` says so (RFC 2606). Who publishes names their own."""

LANGUAGES = ("de", "es", "fr", "uk")
"""Beside English."""


def version() -> str:
    """The program's version, read without importing it."""
    source = (ROOT / "journal" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', source)
    assert found is not None
    return found[1]


def release_date() -> date:
    """The day of this version, from its heading in CHANGELOG.md; an AssertionError where it has none."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(version())} \((\d{{4}}-\d\d-\d\d)\)$", changes, re.MULTILINE)
    assert found is not None, f'CHANGELOG.md has no heading "## {version()} (DAY)"'
    return date.fromisoformat(found[1])


def epoch() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's time."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)


def build_date() -> datetime:
    """The day that the build counts as made on, in UTC."""
    return datetime.fromtimestamp(epoch(), UTC)


def metainfo() -> str:
    """The AppStream metainfo of this version."""
    text = (HERE / f"{APP_ID}.metainfo.xml.in").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", release_date().isoformat())
