"""Charts from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Leeward

SPAN = ("--from", "2026-10-01", "--to", "2026-10-29")


@pytest.fixture
def logged(made: Leeward) -> Leeward:
    assert made("log", "anxiety=2", "--at", "2026-10-20T20:00").code == 0
    return made


def drawn(made: Leeward, out: Path, *keys: str) -> bytes:
    result = made("chart", *(keys or ("anxiety",)), *SPAN, "--out", str(out), "--force")
    assert result.code == 0, result.err
    return out.read_bytes()


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_each_format_is_drawn_with_what_was_done(logged: Leeward, tmp_path: Path, ending: str, begins: bytes) -> None:
    before = drawn(logged, tmp_path / f"a.{ending}")
    assert logged("session", "add", "ketamine-iv", "--at", "2026-10-21T14:00").code == 0
    marked = drawn(logged, tmp_path / f"b.{ending}")
    added = logged(
        "medicine", "add", "Sertraline", "--dose", "50", "--unit", "mg", "--times", "08:00", "--start", "2026-10-10"
    )
    assert added.code == 0, added.err
    dosed = drawn(logged, tmp_path / f"c.{ending}")
    assert all(picture.startswith(begins) for picture in (before, marked, dosed))
    assert len({before, marked, dosed}) == 3


def test_the_picture_grows_by_the_lanes_of_doses(logged: Leeward, tmp_path: Path) -> None:
    def height(content: bytes) -> int:
        return int.from_bytes(content[20:24], "big")

    before = height(drawn(logged, tmp_path / "a.png"))
    logged("medicine", "add", "Sertraline", "--dose", "50", "--unit", "mg", "--times", "08:00", "--start", "2026-10-10")
    assert height(drawn(logged, tmp_path / "b.png")) > before + 100


def test_side_effects_by_session_are_drawn_by_their_key(logged: Leeward, tmp_path: Path) -> None:
    added = logged(
        "session", "add", "ketamine-iv", "--at", "2026-10-21T14:00", "--effect", "dizziness@2026-10-21T14:20=2"
    )
    assert added.code == 0, added.err
    assert drawn(logged, tmp_path / "a.svg", "side_effects").startswith(b"<?xml")
