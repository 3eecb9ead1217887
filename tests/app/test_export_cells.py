"""Every cell of an export: texts that a spreadsheet would run are guarded, the others are what they say they are."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.app.check_ins import log
from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat, export, write_export
from journal.app.items import OwnItem, add_own
from journal.app.record_exports import Notes
from journal.exchange.csv_treatment_columns import FILES
from journal.exchange.leeward_document import Document
from journal.exchange.leeward_reader import read_document
from journal.exchange.leeward_writer import write_document
from journal.host.resources import resource
from journal.report.request import Part
from tests.support.exports import ALL_PARTS, read_back, treat, zipped
from tests.support.journal_documents import documents
from tests.support.tables import write

RUNS = re.compile(r"[\s\0\ufeff]*[=+\-@＝＋－＠−]|[\t\r\n]")
NAMES = frozenset(
    {"id", "item_id", "version_id", "key", "zone", "kind", "unit", "instrument", "item", "source", "time"}
)
"""Fields that are no text of a person's own: names of things, and an answer's place in its form."""

few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hostile(value: Any, text: str) -> Any:
    """The same with `text` before every text in it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: hostile(getattr(value, each.name), text)
            for each in dataclasses.fields(value)
            if each.name not in NAMES and not each.name.endswith("_id") and each.name != "deleted"
        }
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(hostile(each, text) for each in value)
    return f"{text}{value}" if type(value) is str else value


def spoiled(document: Document, text: str) -> Document:
    items = tuple(hostile(item, text) for item in document.head.items)
    head = dataclasses.replace(document.head, items=items)
    return Document(head, hostile(document.entries, text), hostile(document.records, text))


TEXTS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\0=1", "＝1")


def kinds_of(found: dict[str, list[dict[str, str]]]) -> dict[tuple[str, str], str]:
    return {(row["file"], row["column"]): row["type"] for row in found["columns.csv"] if row["column"]}


def kinds_files(kinds: dict[tuple[str, str], str]) -> list[str]:
    return sorted({name for name, _column in kinds})


def fits(kind: str, cell: str) -> bool:
    if kind == "number":
        return float(cell) == float(cell)
    if kind == "date":
        return bool(date.fromisoformat(cell))
    if kind == "time":
        return bool(datetime.fromisoformat(cell))
    return not RUNS.match(cell) or is_number(cell)


def is_number(cell: str) -> bool:
    """An answer that is a number stands as a number, a minus included."""
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell) is not None


def cells_that_do_not_fit(document: Document, folder: Path) -> list[tuple[str, str, str]]:
    """The cells of the CSV export of a journal that are not what their column says, and those that would run."""
    journal = read_back("".join(write_document(document.head, document.entries, document.records)).encode(), folder)
    try:
        opened = [item.key for item in journal.items()]
        found = zipped(export(journal, "csv", include=(*ALL_PARTS, *opened), notes="all"))
    finally:
        journal.close()
    kinds = kinds_of(found)
    assert set(found) == {*FILES, "values.csv", "notes.csv", "items.csv", "columns.csv"}
    cells = [(name, column, row[column]) for name in kinds_files(kinds) for row in found[name] for column in row]
    return [(name, column, cell) for name, column, cell in cells if cell and not fits(kinds[name, column], cell)]


@pytest.mark.parametrize("text", TEXTS)
def test_no_cell_of_any_table_runs(opened, tmp_path, text):
    journal, _clock = opened
    treat(journal)
    add_own(journal, OwnItem("own_hum", "Hum", maximum=10))
    log(journal, {"own_hum": 7.0, "nausea": 1.0}, note="note")
    found = zipped(export(journal, "csv", include=ALL_PARTS, notes="all"))
    assert all(found[name] for name in found)
    whole = read_document(write(tmp_path, export(journal, "json", notes="all"), "whole.json"))
    assert cells_that_do_not_fit(spoiled(whole, text), tmp_path / "other") == []


@few
@given(document=documents(), text=st.sampled_from(TEXTS))
def test_no_cell_of_any_journal_runs(tmp_path_factory, document, text):
    assert cells_that_do_not_fit(spoiled(document, text), tmp_path_factory.mktemp("any")) == []


@pytest.mark.parametrize("text", ["=1+1", "\t=1"])
def test_the_test_would_see_a_cell_that_runs(text):
    assert not fits("text", text)
    assert fits("text", f"'{text}")
    assert fits("text", "-3.5")


choices = st.builds(
    Wanted,
    st.none() | st.dates(date(1950, 1, 1), date(1999, 1, 1)),
    st.none() | st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.frozensets(st.sampled_from([*ALL_PARTS, *map(str, Part)])),
    notes=st.sampled_from(Notes),
    only_included=st.booleans(),
)


@few
@given(document=documents(), wanted=choices)
def test_any_part_of_any_journal_keeps_to_the_schema_and_is_read(tmp_path_factory, document, wanted):
    folder = tmp_path_factory.mktemp("any")
    journal = read_back("".join(write_document(document.head, document.entries, document.records)).encode(), folder)
    try:
        file = io.BytesIO()
        count = write_export(journal, file, ExportFormat.JSON, wanted)
    finally:
        journal.close()
    schema = json.loads(resource("schema", "leeward-journal-4.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads(file.getvalue()))
    read = read_document(write(folder, file.getvalue(), "part.json"))
    assert len(read.entries) == count
    first, last = wanted.first or date.min, wanted.last or date.max
    assert all(first <= entry.day <= last for entry in read.entries)
    if wanted.notes is Notes.NONE:
        assert not any(entry.note for entry in read.entries)
