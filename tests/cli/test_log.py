from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Leeward


def test_a_check_in_is_logged_and_shown(made: Leeward) -> None:
    entry_id = made("log", "nightmares=2", "anxiety=skip", "flashbacks=na", "--note", "Rain.").out.strip()
    (entry,) = made("show", "--json").json["entries"]
    assert entry["id"] == entry_id
    assert entry["kind"] == "check_in"
    assert entry["recall"] == "since"
    assert entry["covers_min"] == 24 * 60
    assert entry["note"] == "Rain."
    assert entry["note_shared"] is False
    states = {rating["key"]: (rating["state"], rating["value"]) for rating in entry["ratings"]}
    assert states == {
        "nightmares": ("rated", 2.0),
        "anxiety": ("unanswered", None),
        "flashbacks": ("not_applicable", None),
    }


def test_an_entry_has_exactly_the_fields_of_the_contract(made: Leeward) -> None:
    made("log", "anxiety=1")
    (entry,) = made("show", "--json").json["entries"]
    assert list(entry) == [
        "id", "kind", "at", "day", "recall", "covers_min", "made_at", "changed_at", "late", "source", "ratings",
        "note", "note_shared", "tags",
    ]  # fmt: skip


def test_a_momentary_entry_has_no_window(made: Leeward) -> None:
    entry = made("log", "anxiety=1", "--now", "--json").json
    assert (entry["recall"], entry["covers_min"]) == ("now", None)


def test_an_entry_of_an_earlier_day_is_late(made: Leeward) -> None:
    entry = made("log", "anxiety=1", "--at", "2026-01-05T21:00", "--json").json
    assert entry["late"] is True
    assert entry["day"] == "2026-01-05"


def test_a_decimal_comma_is_understood(made: Leeward) -> None:
    entry = made("log", "hours_slept=5,5", "--json").json
    assert entry["ratings"][0]["value"] == 5.5


def test_yes_and_no_are_understood(made: Leeward) -> None:
    assert made("log", "drugs=yes", "--json").json["ratings"][0]["value"] == 1.0


def test_edit_clear_delete_undo_redo(made: Leeward) -> None:
    entry_id = made("log", "anxiety=1", "low_mood=2").out.strip()
    assert made("edit", entry_id[:6], "anxiety=4", "low_mood=clear").code == 0
    (entry,) = made("show", "--json").json["entries"]
    assert [(rating["key"], rating["value"]) for rating in entry["ratings"]] == [("anxiety", 4.0)]
    assert made("delete", entry_id).code == 0
    assert made("show", "--json").json == {"entries": []}
    assert made("undo").code == 0
    assert len(made("show", "--json").json["entries"]) == 1
    assert made("redo").code == 0
    assert made("show", "--json").json == {"entries": []}


def test_deleting_for_good_cannot_be_undone(made: Leeward) -> None:
    entry_id = made("log", "anxiety=1").out.strip()
    assert "backups" in made("delete", entry_id, "--for-good").err
    assert made("undo").code == 1


def test_show_keeps_to_the_days_and_items_asked_for(made: Leeward) -> None:
    made("log", "anxiety=1", "numb=2", "--at", "2026-01-05T21:00")
    made("log", "anxiety=2", "--at", "2026-02-05T21:00")
    found = made("show", "--from", "2026-02-01", "--to", "2026-02-28", "--json").json["entries"]
    assert [entry["day"] for entry in found] == ["2026-02-05"]
    (entry,) = made("show", "--item", "numb", "--json").json["entries"]
    assert [rating["key"] for rating in entry["ratings"]] == ["numb"]


def test_show_is_readable_without_json(made: Leeward) -> None:
    made("log", "nightmares=2", "--note", "Rain.")
    told = made("show").out
    assert "Nightmares: 2, moderately" in told
    assert "Note: Rain." in told


def test_an_own_item_is_made_logged_and_hidden(made: Leeward) -> None:
    assert (
        made("items", "add", "garden", "--label", "Garden", "--max", "3", "--better", "higher").out.strip() == "garden"
    )
    assert made("log", "garden=3").code == 0
    assert made("items", "hide", "garden").code == 0
    (garden,) = [item for item in made("items", "--json").json["items"] if item["key"] == "garden"]
    assert (garden["hidden"], garden["max"], garden["better"], garden["origin"]) == (True, 3.0, "higher", "own")


def test_the_passphrase_is_changed_and_recovered(leeward: Leeward, tmp_path: Path) -> None:
    code = tmp_path / "code.txt"
    code.write_text(leeward("init").out)
    new, newer = tmp_path / "new.txt", tmp_path / "newer.txt"
    new.write_text("a second one\r\n")
    newer.write_text("a third one")
    assert leeward("passphrase", "--new-passphrase-file", str(new)).code == 0
    assert leeward("show").code == 3
    assert leeward("show", passphrase=new).code == 0
    assert leeward("recover", "--recovery-file", str(code), "--new-passphrase-file", str(newer)).code == 0
    assert leeward("show", passphrase=newer).code == 0


def test_a_mistyped_recovery_code_is_told(made: Leeward, tmp_path: Path) -> None:
    code = tmp_path / "code.txt"
    code.write_text("AAAA")
    result = made("recover", "--recovery-file", str(code), "--new-passphrase-file", str(code))
    assert result.code == 3


def test_verify_finds_nothing_wrong_with_a_sound_journal(made: Leeward) -> None:
    made("log", "anxiety=1")
    result = made("verify")
    assert (result.code, result.out.strip()) == (0, "No damage found.")


def test_verify_finds_a_flipped_byte(made: Leeward, tmp_path: Path) -> None:
    made("log", "anxiety=1")
    database = tmp_path / "journal" / "journal-1.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    assert made("verify").code == 5


def test_tags_are_written_shown_and_replaced(made: Leeward) -> None:
    entry_id = made("log", "anxiety=1", "--tag", "bad sleep", "--tag", "visit").out.strip()
    (entry,) = made("show", "--json").json["entries"]
    assert entry["tags"] == ["bad sleep", "visit"]
    assert "Tags: bad sleep, visit" in made("show").out
    made("edit", entry_id, "--tag", "home")
    assert made("show", "--json").json["entries"][0]["tags"] == ["home"]
    made("edit", entry_id, "--tag", "")
    assert made("show", "--json").json["entries"][0]["tags"] == []


def test_a_tag_that_is_too_long_is_refused_with_its_limit(made: Leeward) -> None:
    for length in (41, 300, 5000):
        result = made("log", "anxiety=1", "--tag", "a" * length)
        assert result.code == 2
        assert f"A tag has at most 40 characters, and this one has {length}." in " ".join(result.err.split())
    assert made("show", "--json").json == {"entries": []}


def test_a_tag_of_the_greatest_length_is_enough_for_an_entry(made: Leeward) -> None:
    assert made("log", "--tag", "a" * 40, "--json").json["tags"] == ["a" * 40]
    assert made("log", "--tag", " , ").code == 2


def test_an_answer_given_twice_is_refused_and_nothing_is_kept(made: Leeward) -> None:
    result = made("log", "nightmares=2", "nightmares=3")
    assert result.code == 2
    assert "nightmares stands there twice. Give one answer to it." in result.err
    assert made("show", "--json").json == {"entries": []}


def test_an_empty_time_is_said_and_the_command_has_its_own_name(made: Leeward) -> None:
    result = made("log", "anxiety=1", "--at", "")
    assert result.code == 2
    assert "There is no time. Write it as 2026-10-29T21:04." in result.err
    assert "Usage: leeward log" in result.err
    assert "There is no day." in made("show", "--from", "").err
