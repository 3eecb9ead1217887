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


def test_totals_of_a_questionnaire_are_drawn_by_the_key_that_scores_names(logged: Leeward, tmp_path: Path) -> None:
    answers = ",".join("2" * 20)
    for day in ("2026-10-06", "2026-10-20"):
        saved = logged(
            "questionnaire", "record", "pcl5", "--answers", answers, "--span", "week", "--at", day + "T12:00"
        )
        assert saved.code == 0, saved.err
    assert drawn(logged, tmp_path / "a.svg", "pcl5:week").startswith(b"<?xml")
    both = drawn(logged, tmp_path / "b.svg", "pcl5:week", "anxiety")
    assert both.startswith(b"<?xml")
    assert both != drawn(logged, tmp_path / "c.svg", "anxiety")


def test_totals_that_are_not_there_are_no_item_either(logged: Leeward, tmp_path: Path) -> None:
    for key in ("pcl5:month", "score:phq9", "pc_ptsd_5"):
        result = logged("chart", key, *SPAN, "--out", str(tmp_path / "a.svg"))
        assert result.code == 1
        assert key in result.err
