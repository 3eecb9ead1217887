"""Goals from the command line."""

from __future__ import annotations

from tests.cli.conftest import Leeward


def test_a_goal_is_made_listed_logged_and_ended(made: Leeward) -> None:
    result = made("goal", "add", "--label", "Walk to the harbour", "--max", "10", "--words", "not yet,there")
    assert (result.code, result.err) == (0, "")
    (goal,) = made("goal", "list", "--json").json["goals"]
    assert (goal["id"], goal["label"], goal["scale"]["max"]) == (result.out.strip(), "Walk to the harbour", 10)
    assert made("log", f"{goal['key']}=7").code == 0
    assert made("goal", "end", goal["id"][:6], "--on", "2026-12-31", "--reason", "reached").code == 0
    assert "ended on 2026-12-31" in made("goal", "list").out


def test_without_a_goal_the_list_says_so(made: Leeward) -> None:
    result = made("goal", "list")
    assert (result.code, result.out) == (0, "")
    assert "goal add" in result.err


def test_a_scale_that_is_none_is_refused_in_a_sentence(made: Leeward) -> None:
    result = made("goal", "add", "--label", "x", "--min", "4", "--max", "1")
    assert (result.code, result.out) == (1, "")
    assert "Traceback" not in result.err


def test_a_goal_that_there_is_not_is_said(made: Leeward) -> None:
    result = made("goal", "end", "abcd", "--on", "2026-12-31")
    assert result.code == 1
    assert "goal" in result.err
