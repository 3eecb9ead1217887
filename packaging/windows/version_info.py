"""What Windows shows of the program's file: name, version, whose it is. Nothing of it says what the program is for.

python packaging/windows/version_info.py FILE     writes it as PyInstaller reads it
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, UNICODE = 0x0409, 1200

TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable({table!r}, [
      StringStruct('CompanyName', 'Leeward'),
      StringStruct('FileDescription', 'Leeward'),
      StringStruct('FileVersion', {version!r}),
      StringStruct('InternalName', 'leeward'),
      StringStruct('LegalCopyright', 'GPL-3.0-or-later'),
      StringStruct('OriginalFilename', 'leeward.exe'),
      StringStruct('ProductName', 'Leeward'),
      StringStruct('ProductVersion', {version!r})])]),
    VarFileInfo([VarStruct('Translation', [{language}, {charset}])])
  ])
"""


def version() -> str:
    """The program's version, read without importing it."""
    source = (ROOT / "journal" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', source)
    assert found is not None
    return found[1]


def version_info(said: str) -> str:
    """The text for PyInstaller; Windows wants four numbers."""
    numbers = [int(each) for each in re.findall(r"\d+", said)[:4]]
    four = tuple(numbers + [0] * (4 - len(numbers)))
    table = f"{ENGLISH:04X}{UNICODE:04X}"
    return TEMPLATE.format(numbers=four, table=table, version=said, language=ENGLISH, charset=UNICODE)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(version_info(version()), encoding="utf-8")
