"""Which format a file is in, found by what it holds and never by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from journal.exchange.leeward_reader import recognises as is_journal
from journal.exchange.limits import check_size
from journal.model.errors import FileUnreadable, UnknownFormat

_START_BYTES = 64 * 1024


class Format(StrEnum):
    """The formats that can be read. `AUTO` is a question, not an answer."""

    AUTO = "auto"
    DAYLIO = "daylio"
    BEARABLE = "bearable"
    EMOODS = "emoods"
    TRACK_GRAPH = "trackgraph"
    LOOP = "loop"
    T2 = "t2"
    MEDTIMER = "medtimer"
    TABLE = "table"
    LEEWARD = "leeward"


def recognise(path: Path) -> Format:
    """The format of a file. Raises UnknownFormat, FileMissing, FileUnreadable, FileTooLarge."""
    check_size(path)
    try:
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    if is_journal(start):
        return Format.LEEWARD
    if _is_text(start):
        return Format.TABLE
    raise UnknownFormat(path=str(path))


def _is_text(start: bytes) -> bool:
    """Text has few control bytes, except that UTF-16 is half zeros; JSON and markup are no tables."""
    plain = start.replace(b"\0", b"")
    if not plain.strip():
        return False
    if plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"{", b"[", b"<"):
        return False
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0c" for byte in plain)
    return controls * 100 <= len(plain)
