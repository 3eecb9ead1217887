"""Whatever a file holds, a reader gives entries or a typed error, and says without any whether it is its own."""

from __future__ import annotations

import contextlib
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.exchange.diaries.emoods import EMoods
from journal.exchange.diaries.loop import LoopHabit, LoopTable
from journal.exchange.diaries.loop_zip import LoopZip
from journal.exchange.diaries.medtimer import MedTimer
from journal.exchange.diaries.source import DiaryFormat
from journal.exchange.diaries.t2 import T2
from journal.exchange.diaries.track_graph import TrackGraph
from journal.model.errors import JournalError
from tests.support.source_diaries import DIARIES, bring, recognised, saved, zipped

SAMPLES = {
    "emoods": (EMoods(), "sample.emoods"),
    "trackgraph": (TrackGraph(), "track-and-graph.csv"),
    "trackgraph older": (TrackGraph(), "track-and-graph-older.csv"),
    "loop": (LoopTable(), "Checkmarks.csv"),
    "loop zip": (LoopZip(), "loop.zip"),
    "t2": (T2(), "t2.csv"),
    "medtimer": (MedTimer(), "medtimer.csv"),
}
PIECES = [b"", b"\0", b"\xff\xfe", b"\n", b"\r", b'"', b";", b",", b"NaN", b"0001-01-01", b"9999-12-31", b"2026-02-31",
          b"25:61", b"\xd9\xa3", b"-1", b"1e400", b"PK\x03\x04", b"\x80\x81", b"x" * 5000]  # fmt: skip

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def damage(draw: st.DrawFn) -> list[tuple[float, int, bytes]]:
    """Where bytes are replaced (a share of the file), how many, and by what."""
    piece = st.sampled_from(PIECES) | st.binary(max_size=20)
    return draw(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), piece), min_size=1, max_size=5))


def damaged(content: bytes, places: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in places:
        at = int(share * len(content))
        content = content[:at] + piece + content[at + length :]
    return content


def check(form: DiaryFormat, path: Path) -> None:
    """Either entries that can be, or a typed error."""
    recognised(form, path)
    with contextlib.suppress(JournalError):
        for entry in bring(form, path).entries:
            assert isinstance(entry.at, datetime)
            assert all("\0" not in said.name for said in entry.said)


@pytest.mark.parametrize(("form", "name"), SAMPLES.values(), ids=SAMPLES)
@quick
@given(places=damage())
def test_a_damaged_file_ends_in_entries_or_a_typed_error(tmp_path, form, name, places):
    check(form, saved(tmp_path, damaged((DIARIES / name).read_bytes(), places)))


@pytest.mark.parametrize("name", ["sample.emoods", "loop.zip"])
@quick
@given(places=damage())
def test_a_sound_zip_with_damaged_tables_ends_so_too(tmp_path, name, places):
    with zipfile.ZipFile(DIARIES / name) as archive:
        parts = {part: damaged(archive.read(part), places) for part in archive.namelist()}
    form = EMoods() if name == "sample.emoods" else LoopZip()
    check(form, zipped(tmp_path, parts))


@pytest.mark.parametrize("form", [EMoods(), TrackGraph(), LoopTable(), LoopHabit(), LoopZip(), T2(), MedTimer()])
@quick
@given(content=st.binary(max_size=400))
def test_any_bytes_end_so_too(tmp_path, form, content):
    check(form, saved(tmp_path, content))
