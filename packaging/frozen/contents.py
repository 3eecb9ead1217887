"""What is inside a frozen program: read out of it, and compared with the lists of what may be.

    python packaging/frozen/contents.py check FOLDER   says what is too much or missing (exit code 1 if anything is)
    python packaging/frozen/contents.py write FOLDER   writes the lists anew; look at the change before you commit it

The lists are for Linux on amd64 with the Python they name; another brings other modules of its own.
"""

from __future__ import annotations

import marshal
import platform
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES, LIBRARIES = HERE / "modules.txt", HERE / "libraries.txt"
OURS = "journal"
ELF = b"\x7fELF"

_COOKIE = b"MEI\014\013\012\013\016"
_COOKIE_FORMAT, _COOKIE_LENGTH = "!8sIIII64s", 88
_ENTRY_FORMAT = "!IIIIBc"


def codes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every Python module and script in a frozen program, with its code as marshal wrote it."""
    content = (folder / "leeward").read_bytes()
    yield from _codes_of_program(content)
    with zipfile.ZipFile(folder / "_internal" / "base_library.zip") as library:
        for name in library.namelist():
            yield name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__"), library.read(name)


def _codes_of_program(content: bytes) -> Iterator[tuple[str, bytes]]:
    """PyInstaller's archive, behind the program itself: its table of entries, and in one of them all modules."""
    at = content.rindex(_COOKIE)
    _magic, length, table, table_length, _python, _library = struct.unpack_from(_COOKIE_FORMAT, content, at)
    start = at + _COOKIE_LENGTH - length
    place, end = start + table, start + table + table_length
    while place < end:
        size, offset, packed, _whole, is_packed, kind = struct.unpack_from(_ENTRY_FORMAT, content, place)
        name = content[place + struct.calcsize(_ENTRY_FORMAT) : place + size].rstrip(b"\0").decode()
        place += size
        data = content[start + offset : start + offset + packed]
        if kind == b"z":
            yield from _codes_of_archive(data)
        elif kind in b"msM":
            yield name, zlib.decompress(data) if is_packed else data


def _codes_of_archive(archive: bytes) -> Iterator[tuple[str, bytes]]:
    (table,) = struct.unpack_from("!i", archive, 8)
    for name, (_kind, offset, length) in marshal.loads(archive[table:]):  # noqa: S302 our own build
        yield name, zlib.decompress(archive[offset : offset + length]) if length else b""


def modules(folder: Path) -> list[str]:
    """The names of all modules that are not the program's own."""
    return sorted({name for name, _code in codes(folder) if name.partition(".")[0] != OURS})


def own_modules(folder: Path) -> list[str]:
    """The names of the program's own modules."""
    return sorted({name for name, _code in codes(folder) if name.partition(".")[0] == OURS})


def libraries(folder: Path) -> list[str]:
    """Every native library below _internal, Qt's plugins among them."""
    inside = folder / "_internal"
    return sorted(path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file() and _is_elf(path))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ELF)) == ELF


def made_for() -> str:
    """The system that a list is for."""
    return f"# Python {platform.python_version()}, {sys.platform}, {platform.machine()}"


def listed(path: Path) -> list[str]:
    """One of the lists."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def is_for_here() -> bool:
    """Whether the lists are for this system and Python."""
    return MODULES.is_file() and MODULES.read_text(encoding="utf-8").startswith(made_for())


def write(folder: Path) -> None:
    """Write both lists."""
    for path, found in ((MODULES, modules(folder)), (LIBRARIES, libraries(folder))):
        path.write_text("\n".join([made_for(), *found]) + "\n", encoding="utf-8")


def differences(folder: Path) -> list[str]:
    """What is inside and not listed, or listed and not inside."""
    told = []
    for path, found in ((MODULES, modules(folder)), (LIBRARIES, libraries(folder))):
        allowed = set(listed(path))
        told += [f"not in {path.name}: {name}" for name in found if name not in allowed]
        told += [f"in {path.name} alone: {name}" for name in sorted(allowed - set(found))]
    return told


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    else:
        found_ = differences(Path(sys.argv[2]))
        print("\n".join(found_))
        sys.exit(1 if found_ else 0)
