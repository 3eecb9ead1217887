from __future__ import annotations

import io
import json
import uuid
import zipfile
from datetime import date, datetime

import pytest

from journal.app import medicines, sessions
from journal.app.exports import export
from journal.app.imports import run_import
from journal.app.journal import Journal
from journal.app.record_exports import every_record
from journal.exchange.csv_treatment_columns import FILES
from journal.exchange.leeward_document import RECORD_LISTS, lists_of
from journal.exchange.results import EntryCounts
from journal.model.sessions import Vital
from tests.support.exports import ALL_PARTS, read_back, treat, zipped
from tests.support.journals import ZoneClock
from tests.support.tables import write


@pytest.fixture
def journal(opened: tuple[Journal, ZoneClock]) -> Journal:
    """A journal with one of each record of treatment."""
    treat(opened[0])
    return opened[0]


def test_treatment_goes_in_only_when_chosen(journal):
    assert not any(json.loads(export(journal, "json"))[name] for name in RECORD_LISTS)
    chosen = json.loads(export(journal, "json", include=ALL_PARTS))
    assert all(len(chosen[name]) == 1 for name in lists_of(3))
    assert not any(
        json.loads(export(journal, "json", include=("sessions",)))[name] for name in ("medicines", "markers")
    )


def test_what_is_private_about_treatment_stays_out_unless_its_notes_are_chosen(journal):
    assert b"private" not in export(journal, "json", include=ALL_PARTS)
    assert b"private" not in export(journal, "json", include=ALL_PARTS, notes="shared")
    (session,) = sessions.sessions(journal)
    sessions.change_session(journal, session.id, shared=True)
    shared = export(journal, "json", include=ALL_PARTS, notes="shared").decode()
    assert {word for word in ("intention", "session", "clinic", "dose", "marker") if f"private {word}" in shared} == {
        "intention",
        "session",
    }


def test_csv_has_a_file_for_each_kind_of_record(journal):
    assert set(zipped(export(journal, "csv", notes="all"))) == {"values.csv", "notes.csv", "items.csv", "columns.csv"}
    found = zipped(export(journal, "csv", include=ALL_PARTS, notes="all"))
    assert {name: len(rows) for name, rows in found.items() if name in FILES} == {
        "courses.csv": 1,
        "sessions.csv": 1,
        "vitals.csv": 1,
        "side_effects.csv": 1,
        "practice.csv": 1,
        "medicines.csv": 1,
        "doses.csv": 2,
        "markers.csv": 1,
        "questionnaires.csv": 1,
        "questionnaire_answers.csv": 2,
    }
    (session,) = found["sessions.csv"]
    assert (session["time"], session["number"], session["dose"]) == ("2026-10-28T14:00:00+01:00", "1", "0.5")
    assert (session["note"], session["alcohol"], session["open"]) == ("'=private session", "", "yes")
    assert found["vitals.csv"][0]["time"] == "2026-10-28T14:40:00+01:00"
    assert (found["side_effects.csv"][0]["item"], found["side_effects.csv"][0]["level"]) == ("nausea", "2")
    usual, taken = found["doses.csv"]
    assert (usual["row"], usual["day"], usual["times"]) == ("usual", "2026-10-01", "08:00 22:00")
    assert usual["name"] == "'+Prazosin"
    assert (taken["row"], taken["due"], taken["taken"], taken["amount"]) == ("dose", "08:00", "taken", "1")


@pytest.mark.parametrize("notes", ["none", "all"])
def test_every_column_of_treatment_is_explained(journal, notes):
    found = zipped(export(journal, "csv", include=ALL_PARTS, notes=notes))
    explained = {(row["file"], row["column"]) for row in found["columns.csv"] if row["meaning"]}
    for name in FILES:
        assert {(name, column) for column in found[name][0]} | {(name, "")} == {
            each for each in explained if each[0] == name
        }
    assert ("note" in found["sessions.csv"][0]) is (notes == "all")


def test_csv_says_nothing_private_about_treatment_without_notes(journal):
    archive = zipfile.ZipFile(io.BytesIO(export(journal, "csv", include=ALL_PARTS)))
    assert not any(b"private" in archive.read(name) for name in archive.namelist() if name != "columns.csv")


def test_a_dose_in_mg_is_reckoned_where_it_can_be(journal):
    for dose, unit, weight in ((40, "mg", None), (0.5, "mg/kg", 70.0), (0.5, "mg/kg", None), (2, "device", None)):
        sessions.add_session(journal, "esketamine", datetime(2026, 10, 28, 9), dose=dose, unit=unit, weight_kg=weight)
    rows = zipped(export(journal, "csv", include=("sessions",)))["sessions.csv"]
    assert sorted(row["dose_mg"] for row in rows if row["kind"] == "esketamine") == ["", "35", "40", "56"]


def test_a_period_bounds_treatment_too(journal):
    before = json.loads(export(journal, "json", include=ALL_PARTS, last=date(2026, 10, 10)))
    assert {name for name in RECORD_LISTS if before[name]} == {"medicines"}


def test_a_session_of_a_part_of_a_journal_brings_the_items_of_its_side_effects(journal, tmp_path):
    other = read_back(export(journal, "json", include=ALL_PARTS), tmp_path)
    (session,) = sessions.sessions(other)
    assert [effect.item_id for effect in session.effects] == [other.item("nausea").id]
    other.close()


def test_a_session_changed_here_after_the_file_was_made_stays(journal, opened, tmp_path):
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    opened[1].set("2026-10-30T09:00")
    (session,) = sessions.sessions(journal)
    changed = sessions.set_vital(journal, session.id, Vital(40, 150))
    result = run_import(journal, path)
    assert result.records["sessions"] == EntryCounts(known=1)
    assert sessions.sessions(journal) == [changed]


def test_a_session_that_the_file_has_newer_is_changed_by_it(journal, opened, tmp_path):
    other = read_back(export(journal, "json", notes="all"), tmp_path)
    opened[1].set("2026-10-30T09:00")
    (session,) = sessions.sessions(journal)
    sessions.set_vital(journal, session.id, Vital(40, 150))
    newer = write(tmp_path, export(journal, "json", notes="all"), "newer.json")
    assert run_import(other, newer).as_json()["records"]["sessions"] == {"new": 0, "known": 0, "changed": 1}
    assert every_record(other.store) == every_record(journal.store)
    other.close()


def test_a_session_that_was_deleted_here_does_not_come_back(journal, tmp_path):
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    sessions.delete_session(journal, sessions.sessions(journal)[0].id)
    assert run_import(journal, path).records["sessions"] == EntryCounts(known=1)
    assert sessions.sessions(journal) == []


def test_a_dose_brings_its_medicine_though_it_was_stopped_before(journal):
    (medicine,) = medicines.medicines(journal)
    medicines.stop_medicine(journal, medicine.id, date(2026, 10, 20))
    found = json.loads(export(journal, "json", include=ALL_PARTS, first=date(2026, 10, 25)))
    assert [each["id"] for each in found["medicines"]] == [dose["medicine"] for dose in found["intakes"]]


def test_a_part_named_in_another_record_is_not_taken_from_the_one_that_has_it(journal, tmp_path):
    before = every_record(journal.store)
    document = json.loads(export(journal, "json", include=ALL_PARTS, notes="all"))
    for name in ("courses", "sessions", "medicines"):
        document[name][0]["id"] = str(uuid.uuid4())
    path = write(tmp_path, json.dumps(document).encode(), "copied.json")
    run_import(journal, path)
    after = every_record(journal.store)
    for name in ("courses", "sessions", "medicines"):
        assert set(before.of(name)) < set(after.of(name))
    (copied,) = set(after.sessions) - set(before.sessions)
    assert [point.level for effect in copied.effects for point in effect.points] == [2]
    assert run_import(journal, path).import_id is None
