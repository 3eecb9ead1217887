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
