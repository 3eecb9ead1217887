"""Bringing a table in from the command line: what is printed, and what is offered when something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.cli.import_ import SHOWN_UNREAD
from tests.cli.conftest import Leeward
from tests.support.tables import LONG, WIDE, write

DOSES = WIDE + '[[dose]]\ncolumn = "mg"\nmedicine = "An antidepressant"\nunit = "mg"\n'


@pytest.fixture
def table(tmp_path: Path) -> str:
    rows = "".join(f"2026-03-{day:02},10:00,{'x' if day > 3 else day},150\n" for day in range(1, 29))
    return str(write(tmp_path, "date,time,mood,mg\n" + rows))


@pytest.fixture
def mapping(tmp_path: Path) -> str:
    return str(write(tmp_path, DOSES, "map.toml"))


def test_unread_cells_are_counted_and_the_first_shown(made: Leeward, table: str, mapping: str) -> None:
    out = made("import", table, "--mapping", mapping).out
    assert "28 new entries, 0 already here, 0 changed, 3 values." in out
    assert "25 cells were not read:" in out
    assert out.count("(not a number)") == SHOWN_UNREAD
    assert "and 5 more" in out


def test_the_doses_of_a_medicine_are_one_line(made: Leeward, table: str, mapping: str) -> None:
    lines = made("import", table, "--mapping", mapping).out.splitlines()
    doses = "An antidepressant: 1 dose with its day, 1 new."
    assert [line for line in lines if "antidepressant" in line] == [doses]


def test_the_json_counts_the_doses_and_lists_only_what_could_not_be_read(
    made: Leeward, table: str, mapping: str
) -> None:
    data = made("import", table, "--mapping", mapping, "--dry-run", "--json").json
    (doses,) = data["doses"]
    assert (doses["medicine"], doses["cells"], doses["levels"], doses["new"]) == ("An antidepressant", 28, 1, 1)
    assert {cell["column"] for cell in data["not_read"]} == {"mood"}
    assert data["not_read_count"] == 25


def test_the_reasons_are_in_the_language_in_use(
    made: Leeward, table: str, mapping: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.exchange.unread._", str.upper)
    assert "(NOT A NUMBER)" in made("import", table, "--mapping", mapping).out
    assert made("import", table, "--mapping", mapping, "--json").json["not_read"][0]["why"] == "not a number"


def test_without_a_mapping_a_draft_is_offered_and_nothing_written(made: Leeward, table: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    result = made("import", table)
    assert (result.code, result.out) == (1, "")
    assert "--draft-mapping" in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_drafted_mapping_brings_the_table_in(made: Leeward, table: str, tmp_path: Path) -> None:
    draft = str(tmp_path / "draft.toml")
    result = made("import", table, "--draft-mapping", draft)
    assert (result.code, result.out) == (0, "")
    assert draft in result.err
    assert "28 new entries" in made("import", table, "--mapping", draft).out


def test_a_draft_needs_no_journal(leeward: Leeward, table: str, tmp_path: Path) -> None:
    assert leeward("import", table, "--draft-mapping", str(tmp_path / "draft.toml")).code == 0


def test_a_draft_replaces_nothing_unless_told_to(made: Leeward, table: str, tmp_path: Path) -> None:
    kept = write(tmp_path, "mine", "draft.toml")
    assert made("import", table, "--draft-mapping", str(kept)).code == 1
    assert kept.read_text() == "mine"
    assert made("import", table, "--draft-mapping", str(kept), "--force").code == 0
    assert "[date]" in kept.read_text()


def test_names_without_an_item_name_the_options(made: Leeward, tmp_path: Path) -> None:
    file = str(write(tmp_path, "when,name,value\n2026-03-01T10:00,Calm,3\n"))
    result = made("import", file, "--mapping", str(write(tmp_path, LONG, "map.toml")))
    assert result.code == 1
    assert all(word in result.err for word in ("“Calm”", "--make-items", "--skip-unmapped", "[names]"))
