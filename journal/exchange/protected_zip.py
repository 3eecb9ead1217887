"""Zip files behind a password: AES with 256 bits, as 7-Zip, WinZip and the file managers of desktops open them.

What is inside is locked; the names of the files inside are not. There is no way in without the
password. The same content makes other bytes each time, because each file has a salt of its own.
"""

from __future__ import annotations

import contextlib
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, TextIO

from journal.exchange.archives import FIXED_DATE, PRIVATE_FILE

if TYPE_CHECKING:
    from types import TracebackType


class ProtectedZip:
    """Writes text files into a locked zip, piece by piece; used as a `ZipWriter` is."""

    def __init__(self, file: IO[bytes], password: str) -> None:
        import pyzipper

        self._zip: Any = pyzipper.AESZipFile(
            file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES, compresslevel=6
        )
        self._zip.setpassword(password_bytes(password))

    def __enter__(self) -> ProtectedZip:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self._zip.close()

    @contextlib.contextmanager
    def text(self, name: str) -> Iterator[TextIO]:
        """A file in the zip, open for writing UTF-8; line ends are written as given."""
        info = self._zip.zipinfo_cls(name, FIXED_DATE)
        info.compress_type, info.external_attr, info.create_system = self._zip.compression, PRIVATE_FILE, 3
        with self._zip.open(info, "w") as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
            yield text


def write_protected(file: IO[bytes], name: str, pieces: Iterable[str], password: str) -> None:
    """Write a zip with one text in it, locked by a password, without holding the text in memory."""
    with ProtectedZip(file, password) as archive, archive.text(name) as text:
        for piece in pieces:
            text.write(piece)


def password_bytes(password: str) -> bytes:
    """The password as other programs make it of what is typed: composed letters (NFC), UTF-8."""
    return unicodedata.normalize("NFC", password).encode("utf-8")
