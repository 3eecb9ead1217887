"""Zip files: written the same byte for byte from the same content, and opened without trusting them."""

from __future__ import annotations

import contextlib
import errno
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, TextIO

from journal.exchange.limits import MOST_BYTES, check_size
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidFile
from journal.texts.translation import mark

NOT_A_ZIP = mark("not a zip file, or a damaged one")
MISSING_PART = mark("a part of the zip file is missing")
ENCRYPTED = mark("a part of the zip file is locked by a password")
OUTSIDE_PATH = mark("a name in the zip file leads out of it")
MOST_PARTS = 1_000
MOST_LISTING = 8 * 1024 * 1024
"""The list of parts at the end of a zip; a diary with ten thousand photographs has a tenth of it."""

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
PRIVATE_FILE = 0o100600 << 16


class ZipWriter:
    """Writes text files into a zip: no clock, no user, no machine in it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> ZipWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @contextlib.contextmanager
    def text(self, name: str) -> Iterator[TextIO]:
        """A file in the zip, open for writing UTF-8; line ends are written as given."""
        info = zipfile.ZipInfo(name, FIXED_DATE)
        info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, PRIVATE_FILE, 3
        with self._zip.open(info, "w") as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
            yield text


@contextlib.contextmanager
def open_part(path: Path, name: str) -> Iterator[IO[bytes]]:
    """One part of a zip file, for reading. What it unpacks to is bounded, whatever the zip says of itself.

    Nothing is ever unpacked to disk. Raises InvalidFile, FileTooLarge, FileMissing, FileUnreadable.
    """
    with _faults(path), opened_zip(path) as archive:
        info = _info(path, archive, name)
        with archive.open(info) as raw:
            yield io.BufferedReader(_Bounded(raw, path))


def part_names(path: Path) -> tuple[str, ...]:
    """The names in a zip file. Raises InvalidFile for one that leads out of it, FileMissing, FileTooLarge."""
    with _faults(path), opened_zip(path) as archive:
        names = tuple(archive.namelist())
    if len(names) > MOST_PARTS:
        raise FileTooLarge(path=str(path), limit=MOST_PARTS, unit="rows")
    if any(_leads_out(name) for name in names):
        raise InvalidFile(path=str(path), line=None, column=None, reason=OUTSIDE_PATH)
    return names


@contextlib.contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip file, for reading, unless its list of parts would fill the memory.

    Raises FileTooLarge, FileMissing, FileUnreadable, and what `zipfile` raises for one that is none.
    """
    check_size(path)
    with _Measured(path) as file, zipfile.ZipFile(file) as archive:
        file.opening = False
        yield archive


class _Measured(io.BufferedReader):
    """A file whose list of parts is read in one piece, and that piece has a largest size."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb", buffering=0))
        self._path = path
        self.opening = True

    def read(self, size: int | None = -1, /) -> bytes:
        if self.opening and size is not None and size > MOST_LISTING:
            raise FileTooLarge(path=str(self._path), limit=MOST_PARTS, unit="rows")
        return super().read(size)


class _Bounded(io.RawIOBase):
    """Reads on until more comes out than any file may hold: a zip bomb ends here."""

    def __init__(self, raw: IO[bytes], path: Path) -> None:
        self._raw = raw
        self._path = path
        self._left = MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        with _faults(self._path):
            piece = self._raw.read(len(buffer))
        self._left -= len(piece)
        if self._left < 0:
            raise FileTooLarge(path=str(self._path), limit=MOST_BYTES, unit="bytes")
        buffer[: len(piece)] = piece
        return len(piece)


def _info(path: Path, archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise InvalidFile(path=str(path), line=None, column=None, reason=MISSING_PART) from None
    if info.flag_bits & 1:
        raise InvalidFile(path=str(path), line=None, column=None, reason=ENCRYPTED)
    if info.file_size > MOST_BYTES:
        raise FileTooLarge(path=str(path), limit=MOST_BYTES, unit="bytes")
    return info


def _leads_out(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or ":" in name.split("/", maxsplit=1)[0]


@contextlib.contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise InvalidFile(path=str(path), line=None, column=None, reason=NOT_A_ZIP) from None
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):  # those two are a place before the file's beginning, and bad data
            raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
        raise InvalidFile(path=str(path), line=None, column=None, reason=NOT_A_ZIP) from None
