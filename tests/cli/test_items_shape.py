from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Leeward


def item(made: Leeward, key: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = made("items", "--json").json["items"]
    return next(each for each in found if each["key"] == key)


def keys(made: Leeward) -> list[str]:
    return [each["key"] for each in made("items", "--json").json["items"]]


def test_an_item_is_renamed_and_takes_its_name_back(made: Leeward) -> None:
    assert made("items", "rename", "nightmares", "--label", "Bad dreams").out.strip() == "nightmares"
    assert (item(made, "nightmares")["label"], item(made, "nightmares")["own_label"]) == ("Bad dreams", "Bad dreams")
    made("items", "rename", "nightmares", "--label", "")
    assert (item(made, "nightmares")["label"], item(made, "nightmares")["own_label"]) == ("Nightmares", None)


def test_an_item_stands_in_a_group_that_is_made_once_and_goes_back(made: Leeward) -> None:
    made("items", "group", "anxiety", "--group", "Mornings")
    made("items", "group", "hours_slept", "--group", "mornings")
    assert {item(made, key)["own_group"] for key in ("anxiety", "hours_slept")} == {"Mornings"}
    assert keys(made)[:2] == ["anxiety", "hours_slept"]
    assert "Mornings" in made("items").out
    made("items", "group", "anxiety", "--group", "")
    assert item(made, "anxiety")["own_group"] is None


def test_items_are_put_in_order_and_undo_takes_it_back(made: Leeward) -> None:
    before = keys(made)
    assert made("items", "order", "reminder_body", "flashbacks").code == 0
    assert keys(made)[:3] == ["reminder_body", "flashbacks", "nightmares"]
    made("undo")
    assert keys(made) == before


def test_a_scale_is_changed_and_old_ratings_stay(made: Leeward) -> None:
    made("log", "anxiety=4")
    assert made("items", "scale", "anxiety", "--max", "10", "--words", "none, all of it").out.strip() == "anxiety"
    changed = item(made, "anxiety")
    assert (changed["max"], changed["words"]) == (10.0, ["none", "all of it"])
    assert changed["since"] is not None
    assert made("log", "anxiety=9").code == 0
    told = made("show").out
    assert "Anxiety: 4, extremely" in told
    assert "Anxiety: 9" in told


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "nothing", "--label", "x"),
        ("group", "nothing", "--group", "x"),
        ("order", "nothing"),
        ("scale", "nothing", "--max", "3"),
        ("scale", "dizziness", "--max", "10"),
        ("scale", "anxiety", "--max", "-1"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(made: Leeward, words: tuple[str, ...]) -> None:
    before = made("items", "--json").out
    result = made("items", *words)
    assert result.code == 1
    assert result.err.strip()
    assert made("items", "--json").out == before


def test_a_profile_is_made_listed_and_deleted(made: Leeward) -> None:
    made("profile", "add", "--name", "A hard day", "--items", "numb, anxiety", "--on", "sat,sun", "--session-days")
    (found,) = made("profile", "list", "--json").json["profiles"]
    assert (found["name"], found["items"], found["weekdays"], found["session_day"]) == (
        "A hard day",
        ["numb", "anxiety"],
        ["sat", "sun"],
        True,
    )
    assert "A hard day" in made("profile", "list").out
    assert made("profile", "delete", "a", "hard", "day").code == 0
    assert made("profile", "list", "--json").json == {"profiles": []}


def test_what_is_no_profile_is_said(made: Leeward) -> None:
    assert made("profile", "add", "--name", "x", "--items", "anxiety", "--on", "someday").code == 2
    assert made("profile", "add", "--name", "x", "--items", "nothing").code == 1
    assert made("profile", "delete", "x").code == 1
    assert "leeward profile add" in made("profile", "list").err
