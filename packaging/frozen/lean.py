"""Smaller copies of libraries: without symbols, folders of the build machine, and the languages of ICU that go unused.

Only on Linux; elsewhere a library goes in as it is. The tools are in build-tools.txt.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

Entry = tuple[str, str, str]

_LOADED = 1
OF_PYTHON = ("libpython", "python3.", "lib-dynload")

ICU_DATA = "libicudata.so"
ICU_LANGUAGES = ("root", "en", "es", "de", "fr", "uk")
ICU_UNUSED = ("brkitr/", "curr/", "lang/", "rbnf/", "region/", "translit/", "unit/")
"""Names of countries, currencies and units, and rules that Qt has its own of or never asks for."""


def lean(entry: Entry, work: Path) -> Entry:
    """The same entry of PyInstaller's, with a smaller copy where there is one to be had."""
    name, source, kind = entry
    if sys.platform != "linux":
        return entry
    works: list[Callable[[Path], None]] = [without_symbols]
    if name.startswith(OF_PYTHON):
        works.append(without_build_folders)
    if Path(name).name.startswith(ICU_DATA):
        works = [with_few_languages]
    copy = work / "lean" / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    copy.chmod(0o755)
    for each in works:
        each(copy)
    return name, str(copy), kind


def without_symbols(library: Path) -> None:
    """Take the symbols out, which only a debugger reads.

    Some libraries that were patched for their wheels come out such that they can't be loaded: those stay as they were.
    """
    before = library.read_bytes()
    subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    if not can_be_loaded(library.read_bytes()):
        library.write_bytes(before)


def can_be_loaded(content: bytes) -> bool:
    """Whether each part of an ELF file lies at its page as the loader demands."""
    (headers,), (size, count) = struct.unpack_from("<Q", content, 32), struct.unpack_from("<HH", content, 54)
    for number in range(count):
        kind, _flags, offset, address, _, _, _, align = struct.unpack_from(
            "<IIQQQQQQ", content, headers + number * size
        )
        if kind == _LOADED and (offset - address) % align:
            return False
    return True


def without_build_folders(library: Path) -> None:
    """Take out where this Python was built: no library is looked for there, and nobody learns the folder's name.

    After the symbols, never before: `strip` breaks what `patchelf` wrote.
    """
    subprocess.run(["patchelf", "--remove-rpath", str(library)], check=True)
    content = library.read_bytes()
    prefix = sysconfig.get_config_var("prefix").encode()
    if not prefix.startswith(b"/usr"):
        # As long as before, and with the same end: linkers let "3.11.7" be the end of "/where/it/was/built/3.11.7".
        folder, slash, name = prefix.rpartition(b"/")
        library.write_bytes(content.replace(prefix, b"/usr".ljust(len(folder), b"/") + slash + name))


def with_few_languages(library: Path) -> None:
    """ICU's data with the program's languages only, linked anew under the same name. In others it takes its root."""
    start, length, symbol = _place_of_data(library)
    endian = "l" if sys.byteorder == "little" else "b"
    with tempfile.TemporaryDirectory() as folder:
        # The package's name is the file's: icudt73l.dat, as ICU itself calls it.
        data = Path(folder, f"{symbol.removesuffix('_dat')}{endian}.dat")
        few, asked = Path(folder, "few", data.name), Path(folder, "unused.txt")
        few.parent.mkdir()
        data.write_bytes(library.read_bytes()[start : start + length])
        listed = subprocess.run(["icupkg", "-l", str(data)], check=True, capture_output=True, text=True).stdout.split()
        asked.write_text("\n".join(each for each in listed if not _is_used(each)) + "\n", encoding="ascii")
        subprocess.run(["icupkg", "-r", str(asked), str(data), str(few)], check=True)
        _link(library, few, symbol)


def _is_used(item: str) -> bool:
    folder, _slash, file = item.rpartition("/")
    stem, _dot, end = file.rpartition(".")
    if item.startswith(ICU_UNUSED) or end == "cnv":
        return False
    if end != "res" or (not folder and not _is_locale(stem)):
        return True
    return stem in ("pool", "res_index", "ucadata") or stem.partition("_")[0] in ICU_LANGUAGES or not _is_locale(stem)


def _is_locale(stem: str) -> bool:
    return len(stem.partition("_")[0]) <= 3


def _place_of_data(library: Path) -> tuple[int, int, str]:
    """Where the one symbol's bytes are in the file: its section begins at the same offset as in memory."""
    command = ["readelf", "--wide", "--dyn-syms", str(library)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    line = next(line for line in told.stdout.splitlines() if line.endswith("_dat"))
    _number, value, size, *_rest, symbol = line.split()
    return int(value, 16), int(size, 0), symbol


def _link(library: Path, data: Path, symbol: str) -> None:
    code, linked = data.with_name("data.s"), data.with_name("data.o")
    code.write_text(
        f'.section .note.GNU-stack,"",%progbits\n.section .rodata\n.balign 16\n.global {symbol}\n'
        f'.type {symbol}, %object\n{symbol}:\n.incbin "{data.name}"\n.size {symbol}, . - {symbol}\n',
        encoding="ascii",
    )
    subprocess.run(["as", "-o", linked.name, code.name], check=True, cwd=data.parent)
    options = ["-shared", "-soname", library.name, "--build-id=none", "-z", "noexecstack", "--strip-all"]
    subprocess.run(["ld", *options, "-o", str(library), linked.name], check=True, cwd=data.parent)
    library.chmod(0o755)
