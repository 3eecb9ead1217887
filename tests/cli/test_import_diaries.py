"""Diaries of other programs from the command line: known by content, names asked about, doses counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Leeward
from tests.support.source_diaries import DIARIES, NOISE, saved

FORMATS = {
    "sample.emoods": "emoods",
    "track-and-graph.csv": "trackgraph",
    "Checkmarks.csv": "loop",
    "loop.zip": "loop",
    "t2.csv": "t2",
    "medtimer.csv": "medtimer",
}


@pytest.mark.parametrize(("name", "found"), FORMATS.items())
def test_a_file_is_brought_in_by_its_content_and_not_twice(made: Leeward, name: str, found: str) -> None:
    first = made("import", str(DIARIES / name), "--make-items", "--json").json
    assert (first["format"], first["unmapped"], first["not_read"]) == (found, [], [])
    again = made("import", str(DIARIES / name), "--json")
    assert (again.code, again.json["undo"], again.json["entries"]["new"]) == (0, None, 0)


@pytest.mark.parametrize(("name", "found"), FORMATS.items())
def test_names_that_map_to_nothing_stop_it_and_nothing_is_written(made: Leeward, name: str, found: str) -> None:
    told = made("import", str(DIARIES / name), "--format", found, "--json")
    assert (told.code, told.json["undo"]) == (1, None)
    assert told.json["unmapped"]
    assert made("show", "--json").json == {"entries": []}


def test_the_doses_of_each_medicine_are_one_line(made: Leeward) -> None:
    lines = made("import", str(DIARIES / "medtimer.csv"), "--make-items").out.splitlines()
    assert "Sertraline: 5 doses, 5 new." in lines
    assert "Prazosin: 1 dose, 1 new." in lines


def test_a_mapping_says_what_the_file_leaves_open(made: Leeward, tmp_path: Path) -> None:
    mapping = saved(tmp_path, 'blank = "zero"\nzone = "Europe/Berlin"\n', "answers.toml")
    told = made("import", str(DIARIES / "medtimer.csv"), "--mapping", str(mapping), "--make-items", "--json").json
    assert [medicine["new"] for medicine in told["medicines"]] == [6, 1]


def test_the_import_is_undone_by_its_id(made: Leeward) -> None:
    undo = made("import", str(DIARIES / "t2.csv"), "--make-items", "--json").json["undo"]
    assert made("undo", "--import", undo).code == 0
    assert made("show", "--json").json == {"entries": []}


@pytest.mark.parametrize("found", ["emoods", "trackgraph", "loop", "t2", "medtimer"])
@pytest.mark.parametrize("content", [b"", NOISE, b"a,b\n1,2\n", b"PK\x03\x04"], ids=["empty", "noise", "table", "zip"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(
    made: Leeward, tmp_path: Path, found: str, content: bytes
) -> None:
    told = made("import", str(saved(tmp_path, content)), "--format", found)
    assert told.code == 1
    assert told.err.count("\n") <= 2
    assert "Traceback" not in told.err


def test_a_rehearsal_names_what_the_import_would_stop_at(made: Leeward, tmp_path: Path) -> None:
    file = str(DIARIES / "track-and-graph.csv")
    lines = made("import", file, "--dry-run").out.splitlines()
    names = made("import", file, "--dry-run", "--json").json["unmapped"]
    assert f"{len(names)} names belong to no item yet." in lines[1]
    assert [line.strip().rpartition(" (")[0] for line in lines[2 : 2 + len(names)]] == [name["name"] for name in names]
    assert "belong" not in made("import", file, "--dry-run", "--make-items").out
