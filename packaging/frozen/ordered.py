"""The modules that Python starts with, in one order: PyInstaller packs them as it came upon them.

That order is another one when the libraries have not been compiled yet, as in a build environment that is new.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

FIRST_MODULES = "base_library.zip"


def put_in_order(packed: Path) -> None:
    """Pack the files of an archive anew by their names, as they are otherwise."""
    with zipfile.ZipFile(packed) as before:
        files = sorted(((info, before.read(info)) for info in before.infolist()), key=lambda each: each[0].filename)
    with zipfile.ZipFile(packed, "w") as after:
        for info, content in files:
            after.writestr(info, content)
