from __future__ import annotations

from pathlib import Path


def spoil(folder: Path, page: int) -> None:
    path = folder / "journal-1.db"
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100] ^= 255
    path.write_bytes(content)


def test_what_can_be_read_comes_into_a_new_journal(made, tmp_path):
    assert made("log", "anxiety=2").code == 0
    spoil(tmp_path / "journal", 0)
    assert made("show").code == 5
    told = made("salvage", "--to", str(tmp_path / "new"))
    assert told.code == 0
    assert "Entries: 1" in told.out
    assert made("show", journal=tmp_path / "new").code == 0


def test_the_list_of_what_is_lost_can_be_had_as_json(made, tmp_path):
    made("log", "anxiety=2")
    told = made("salvage", "--to", str(tmp_path / "new"), "--json").json
    assert told["unreadable_pages"] == 0
    assert {"table": "entry", "kept": 1, "lost": 0, "loose": 0} in told["tables"]


def test_salvage_puts_nothing_over_a_journal(made, tmp_path):
    assert made("salvage", "--to", str(tmp_path / "journal")).code == 1
    assert made("salvage").code == 2


def test_damage_is_told_with_what_to_type_next(made, tmp_path):
    made("log", "anxiety=2")
    backup = made("backup").out.strip()
    spoil(tmp_path / "journal", 0)
    told = made("show")
    assert told.code == 5
    assert f"leeward restore {backup} --to DIR" in told.err
    assert "leeward salvage --to DIR" in told.err
    assert made("restore", backup, "--to", str(tmp_path / "restored")).code == 0


def test_a_damaged_key_file_is_told_with_its_second_copy(made, tmp_path):
    made("log", "anxiety=2")
    keys = tmp_path / "journal" / "journal.keys"
    keys.write_text("{}")
    told = made("show")
    assert told.code == 5
    assert f"Copy {keys}.copy over {keys}" in told.err


def test_a_file_where_a_folder_is_needed_is_said_in_words(made, leeward, tmp_path):
    (tmp_path / "file").write_text("")
    said = f"{tmp_path / 'file'} cannot be used: a file stands where a folder is needed. Choose another place."
    assert made("salvage", "--to", str(tmp_path / "file")).err.strip().endswith(said)
    assert made("init", journal=tmp_path / "file").err.strip() == said
