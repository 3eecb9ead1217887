"""Goals from the command line."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(("lowest", "highest"), [("4", "1"), ("nan", "nan"), ("0", "inf"), ("-inf", "4")])
def test_a_scale_that_is_none_is_refused_in_a_sentence(made: Leeward, lowest: str, highest: str) -> None:
    result = made("goal", "add", "--label", "x", f"--min={lowest}", f"--max={highest}")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("The scale of “x” does not work. Its highest step must be above its lowest")


@pytest.mark.parametrize("label", ["  ", "x" * 81])
def test_a_goal_without_fitting_words_is_told_so_without_its_key(made: Leeward, label: str) -> None:
    result = made("goal", "add", "--label", label)
    assert (result.code, result.err.strip()) == (
        1,
        "A goal needs words of 1 to 80 characters. Type them, then try again.",
    )


@pytest.mark.parametrize("option", ["--min=nan", "--max=inf", "--step=nan"])
def test_an_item_keeps_its_scale_where_the_new_one_is_none(made: Leeward, option: str) -> None:
    result = made("items", "scale", "nightmares", option)
    assert (result.code, result.out) == (1, "")
    assert "Its highest step must be above its lowest" in result.err


def test_a_goal_that_there_is_not_is_said(made: Leeward) -> None:
    result = made("goal", "end", "abcd", "--on", "2026-12-31")
    assert result.code == 1
    assert "goal" in result.err
