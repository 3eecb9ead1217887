"""Which format a file is in, found by what it holds and never by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from journal.exchange.leeward_reader import recognises as is_journal
from journal.exchange.limits import check_size
from journal.model.errors import FileUnreadable, OtherFormat, UnknownFormat

if TYPE_CHECKING:
    from journal.exchange.diaries.source import DiaryFormat

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
    start = _start(path)
    if is_journal(start):
        return Format.LEEWARD
    diary = next((each for each in diary_formats() if each.recognises(path, start)), None)
    if diary is not None:
        return Format(diary.format)
    if _is_text(start):
        return Format.TABLE
    raise UnknownFormat(path=str(path))


def diary_formats() -> tuple[DiaryFormat, ...]:
    """The readers of other programs' diaries, in the order in which they are asked."""
    from journal.exchange.diaries.bearable import Bearable
    from journal.exchange.diaries.daylio_backup import DaylioBackup
    from journal.exchange.diaries.daylio_csv import DaylioCsv
    from journal.exchange.diaries.emoods import EMoods
    from journal.exchange.diaries.loop import LoopHabit, LoopTable
    from journal.exchange.diaries.loop_zip import LoopZip
    from journal.exchange.diaries.medtimer import MedTimer
    from journal.exchange.diaries.t2 import T2
    from journal.exchange.diaries.track_graph import TrackGraph

    loop = (LoopZip(), LoopTable(), LoopHabit())
    return DaylioCsv(), DaylioBackup(), Bearable(), EMoods(), TrackGraph(), *loop, T2(), MedTimer()


def diary_format(path: Path, wanted: str) -> DiaryFormat:
    """The reader of a file of a named format. Raises OtherFormat, FileMissing and the like."""
    start = _start(path)
    named = [each for each in diary_formats() if each.format == wanted]
    if not named:
        raise UnknownFormat(path=str(path))
    found = next((each for each in named if each.recognises(path, start)), None)
    if found is None:
        raise OtherFormat(path=str(path), format=wanted)
    return found


def _start(path: Path) -> bytes:
    check_size(path)
    try:
        with path.open("rb") as file:
            return file.read(_START_BYTES)
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error


def _is_text(start: bytes) -> bool:
    """Text has few control bytes, except that UTF-16 is half zeros; JSON and markup are no tables."""
    plain = start.replace(b"\0", b"")
    if not plain.strip():
        return False
    if plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"{", b"[", b"<"):
        return False
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0c" for byte in plain)
    return controls * 100 <= len(plain)
