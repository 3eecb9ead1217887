"""Files of other programs for tests: what a reader says of one, by content alone."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journal.exchange.diaries.source import DiaryFormat, Said, SourceEntry, SourceShape
from journal.exchange.unread import Unread

DIARIES = Path(__file__).resolve().parents[1] / "data" / "diaries"
NOISE = random.Random(5).randbytes(3000)
LONG_NAME = "n" * 10_000


@dataclass(frozen=True)
class Brought:
    """What a reader gave in one pass."""

    entries: list[SourceEntry]
    unread: list[Unread]

    @property
    def why(self) -> list[tuple[int, str, str]]:
        return [(cell.line, cell.column, cell.text) for cell in self.unread]

    @property
    def said(self) -> list[Said]:
        return [said for entry in self.entries for said in entry.said]

    def numbers(self, name: str) -> list[float | None]:
        return [said.number for said in self.said if said.name == name]


def bring(form: DiaryFormat, path: Path) -> Brought:
    """Read a file once. Raises what the reader raises."""
    unread: list[Unread] = []
    entries = list(form.read(path, form.shape(path, SourceShape("")), unread.append))
    return Brought(entries, unread)


def start_of(path: Path) -> bytes:
    return path.read_bytes()[: 64 * 1024]


def recognised(form: DiaryFormat, path: Path) -> bool:
    return form.recognises(path, start_of(path))


def saved(folder: Path, content: str | bytes, name: str = "file.bin") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(folder: Path, parts: Mapping[str, str | bytes], name: str = "file.bin") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path
