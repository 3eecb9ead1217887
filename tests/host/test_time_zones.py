"""Time zones without those of the system, as on Windows and in minimal images."""

from __future__ import annotations

import subprocess
import sys

NO_SYSTEM_ZONES = """
import zoneinfo
zoneinfo.reset_tzpath(())
print(zoneinfo.ZoneInfo("Europe/Amsterdam"))
"""


def test_the_zones_come_with_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", NO_SYSTEM_ZONES], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Europe/Amsterdam"
