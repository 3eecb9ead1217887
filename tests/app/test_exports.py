from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journal.app import courses, intakes, markers, medicines, practices, sessions
from journal.app.check_ins import log, new_key, set_note
from journal.app.exports import export
from journal.app.history import delete, edit
from journal.app.imports import run_import, undo_import
from journal.app.items import OwnItem, add_own, set_hidden
from journal.app.journal import Journal
from journal.app.record_exports import every_record
from journal.exchange.csv_treatment_columns import FILES
from journal.exchange.leeward_document import RECORD_LISTS
from journal.exchange.leeward_reader import read_document
from journal.exchange.leeward_writer import write_document
from journal.exchange.results import EntryCounts
from journal.model.entries import Entry, State
from journal.model.errors import InvalidPeriod, UnknownItem
from journal.model.practices import PracticeKind
from journal.model.sessions import Vital
from tests.support.journal_documents import documents
from tests.support.journals import make_journal
from tests.support.tables import WIDE, write

EVER = (date(1900, 1, 1), date(2100, 12, 31))


@pytest.fixture
def journal(opened) -> Journal:
    """A journal with a bit of everything in it."""
    made, clock = opened
    add_own(made, OwnItem("own_hum", '=HYPERLINK("x")', maximum=10))
    clock.set("2026-10-27T09:00")
    log(made, {"anxiety": 0.0, "irritability": 3.0, "alcohol": 2.0, "own_hum": 7.0})
    clock.set("2026-10-28T09:00")
    entry = log(made, {"anxiety": State.UNANSWERED, "irritability": State.NOT_APPLICABLE}, note="=cmd|' /C calc'!A0")
    edit(made, entry.id, note_shared=True)
    clock.set("2026-10-29T09:00")
    set_note(made, new_key(), "for me alone,\nin two lines", shared=False)
    return made


def zipped(data: bytes) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}


def entries(journal: Journal) -> dict[str, Entry]:
    return {entry.id: entry for entry in journal.store.entries.between(*EVER)}


def state_of(journal: Journal) -> dict[str, object]:
    """All that a JSON export must bring back."""
    return {
        "entries": entries(journal),
        "items": {item.id: item for item in journal.store.items.all()},
        "deleted": journal.store.tombstones.all(),
        "settings": journal.store.settings.all(),
        "treatment": every_record(journal.store),
    }


def read_back(data: bytes, folder: Path) -> Journal:
    other, _ = make_journal(folder / "other")
    run_import(other, write(folder, data, "journal.json"))
    return other


def treat(journal: Journal) -> None:
    """One of each record of treatment, with something private in every text."""
    course = courses.add_course(
        journal, "ketamine_iv", date(2026, 10, 15), sessions=6, clinic="private clinic", baseline="private start"
    )
    session = sessions.begin_session(journal, "ketamine_iv", at=datetime(2026, 10, 28, 14), course_id=course.id)
    sessions.set_vital(journal, session.id, Vital(40, 141, 88))
    sessions.add_point(journal, session.id, journal.item("nausea"), 2)
    sessions.change_session(
        journal, session.id, dose=0.5, unit="mg/kg", intention="private intention", note="=private session"
    )
    medicine = medicines.add_medicine(
        journal, "+Prazosin", unit="mg", start=date(2026, 10, 1), dose=1, times=(480, 1320)
    )
    taken = intakes.take(journal, medicine.id, due_min=480)
    intakes.change_intake(journal, taken.id, note="private dose")
    practices.add_practice(journal, PracticeKind.IN_LIFE, before=70, after=0, note="private practice")
    markers.add_marker(journal, date(2026, 11, 3), "Moved", "private marker")


ALL_PARTS = ("sessions", "medicines", "markers")

# CSV


def test_there_is_one_row_for_each_answer(journal):
    rows = zipped(export(journal, "csv"))["values.csv"]
    found = {(row["item"], row["state"], row["value"]) for row in rows if row["day"] == "2026-10-28"}
    assert found == {("irritability", "not_applicable", ""), ("anxiety", "unanswered", "")}
    assert len(rows) == 5  # two of them, and the three rated the day before that are not left out


def test_times_have_their_offset_and_zero_is_a_value(journal):
    row = next(row for row in zipped(export(journal, "csv"))["values.csv"] if row["item"] == "anxiety")
    assert (row["time"], row["value"], row["word"]) == ("2026-10-27T09:00:00+01:00", "0", "not at all")


def test_a_formula_is_written_as_text(journal):
    found = zipped(export(journal, "csv", notes="all"))
    label = next(row["label"] for row in found["values.csv"] if row["item"] == "own_hum")
    assert label == """'=HYPERLINK("x")"""
    assert "'=cmd|' /C calc'!A0" in {row["note"] for row in found["notes.csv"]}


@pytest.mark.parametrize(("notes", "count"), [("none", None), ("shared", 1), ("all", 2)])
def test_notes_stay_out_unless_chosen(journal, notes, count):
    found = zipped(export(journal, "csv", notes=notes))
    assert (len(found["notes.csv"]) if "notes.csv" in found else None) == count


def test_every_column_is_explained(journal):
    found = zipped(export(journal, "csv", notes="all"))
    explained = {(row["file"], row["column"]) for row in found["columns.csv"] if row["meaning"]}
    for name in ("values.csv", "notes.csv", "items.csv"):
        assert all((name, column) in explained for column in found[name][0])


def test_lines_end_as_the_standard_says(journal):
    archive = zipfile.ZipFile(io.BytesIO(export(journal, "csv", notes="all")))
    text = archive.read("values.csv").decode()
    assert text.count("\n") == text.count("\r\n") > 1


def test_the_same_journal_gives_the_same_bytes(journal):
    assert export(journal, "csv", notes="all") == export(journal, "csv", notes="all")
    assert export(journal, "json", notes="all") == export(journal, "json", notes="all")


def test_an_empty_journal_exports(opened):
    assert zipped(export(opened[0], "csv"))["values.csv"] == []
    assert json.loads(export(opened[0], "json"))["entries"] == []


# What goes in


@pytest.mark.parametrize("include", [("alcohol",), ("alcohol", "name")])
def test_alcohol_goes_in_only_when_chosen(journal, include):
    def keys(**options) -> set[str]:
        return {row["item"] for row in zipped(export(journal, "csv", **options))["values.csv"]}

    assert "alcohol" not in keys()
    assert "alcohol" in keys(include=include)
    assert "alcohol" not in export(journal, "json").decode()


def test_an_item_that_stays_out_can_be_chosen_by_its_key(journal):
    log(journal, {"suicidal_thoughts": 1.0})
    assert b"suicidal_thoughts" not in export(journal, "json")
    assert b"suicidal_thoughts" in export(journal, "json", include=("suicidal_thoughts",))


def test_a_part_that_is_not_known_is_named(journal):
    with pytest.raises(UnknownItem) as caught:
        export(journal, "csv", include=("alcool",))
    assert "alcohol" in caught.value.fields["similar"]


def test_a_period_bounds_the_days(journal):
    found = zipped(export(journal, "csv", first=date(2026, 10, 28), last=date(2026, 10, 28)))
    assert {row["day"] for row in found["values.csv"]} == {"2026-10-28"}


def test_a_period_the_wrong_way_round_is_refused(journal):
    with pytest.raises(InvalidPeriod):
        export(journal, "csv", first=date(2026, 10, 28), last=date(2026, 10, 27))


def test_a_part_of_a_journal_names_neither_settings_nor_files(journal):
    document = json.loads(export(journal, "json", notes="shared"))
    assert (document["complete"], document["settings"], document["imports"]) == (False, {}, [])
    assert [entry["note"] for entry in document["entries"] if entry["note"]] == ["=cmd|' /C calc'!A0"]


def test_items_that_were_not_answered_are_not_in_a_part(journal):
    set_hidden(journal, "pain", hidden=False)
    assert b'"pain"' not in export(journal, "json")
    assert b'"pain"' in export(journal, "json", notes="all")


# Reading back


def test_the_whole_journal_reads_back_equal(journal, tmp_path):
    run_import(journal, write(tmp_path, "date,time,mood\n2026-03-01,10:00,3\n"), mapping=WIDE)
    delete(journal, next(iter(entries(journal))))
    journal.put_setting("just_three", ["anxiety", "own_hum", "fear"])
    treat(journal)
    markers.delete_marker(journal, markers.add_marker(journal, date(2026, 10, 1), "gone").id)
    other = read_back(export(journal, "json", notes="all"), tmp_path)
    assert state_of(other) == state_of(journal)
    assert journal.store.imports.list()[0] in other.store.imports.list()
    other.close()


def test_reading_it_twice_changes_nothing(journal, tmp_path):
    data = export(journal, "json", notes="all")
    other = read_back(data, tmp_path)
    before = state_of(other)
    again = run_import(other, tmp_path / "journal.json")
    assert (again.entries, again.import_id) == (EntryCounts(known=3), None)
    assert state_of(other) == before
    other.close()


def test_reading_it_back_is_undone_in_one_step(journal, tmp_path):
    other, _ = make_journal(tmp_path / "other")
    log(other, {"anxiety": 1.0})
    before = state_of(other)
    treat(journal)
    made = run_import(other, write(tmp_path, export(journal, "json", notes="all"), "journal.json"))
    undo_import(other, str(made.import_id))
    after = state_of(other)
    same = ("entries", "items", "settings", "treatment")
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    run_import(other, tmp_path / "journal.json")
    assert every_record(other.store) == every_record(journal.store)
    other.close()


def test_a_part_of_a_journal_takes_nothing_out_of_the_whole(journal, tmp_path):
    before = state_of(journal)
    path = write(tmp_path, export(journal, "json"), "part.json")
    assert run_import(journal, path).entries == EntryCounts(known=3)
    assert state_of(journal) == before


def test_a_later_change_here_wins_over_the_file(journal, opened, tmp_path):
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    opened[1].set("2026-10-30T09:00")
    entry = edit(journal, next(iter(entries(journal))), {"anxiety": 4.0})
    assert run_import(journal, path).entries == EntryCounts(known=3)
    assert entries(journal)[entry.id] == entry


def test_an_earlier_state_here_takes_the_files(journal, opened, tmp_path):
    other = read_back(export(journal, "json", notes="all"), tmp_path)
    opened[1].set("2026-10-30T09:00")
    edit(journal, next(iter(entries(journal))), {"anxiety": 4.0})
    newer = write(tmp_path, export(journal, "json", notes="all"), "newer.json")
    assert run_import(other, newer).entries == EntryCounts(known=2, changed=1)
    assert entries(other) == entries(journal)
    other.close()


def test_what_was_deleted_here_does_not_come_back(journal, tmp_path):
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    delete(journal, next(iter(entries(journal))))
    assert run_import(journal, path).entries == EntryCounts(known=3)
    assert len(entries(journal)) == 2


def test_a_twin_of_an_own_item_takes_its_answers(journal, tmp_path):
    other, _ = make_journal(tmp_path / "other")
    twin = add_own(other, OwnItem("own_hum", "Hum", maximum=10))
    run_import(other, write(tmp_path, export(journal, "json", notes="all"), "journal.json"))
    rated = [rating for entry in entries(other).values() if (rating := entry.rating(twin.id))]
    assert [rating.value for rating in rated] == [7]
    other.close()


def test_an_own_item_of_the_same_key_on_another_scale_comes_beside_it(journal, tmp_path):
    other, _ = make_journal(tmp_path / "other")
    add_own(other, OwnItem("own_hum", "Hum", maximum=4))
    run_import(other, write(tmp_path, export(journal, "json", notes="all"), "journal.json"))
    assert {item.key for item in other.items()} >= {"own_hum", "own_hum_2"}
    assert other.item("own_hum_2").version.maximum == 10
    other.close()


def test_treatment_goes_in_only_when_chosen(journal):
    treat(journal)
    assert not any(json.loads(export(journal, "json"))[name] for name in RECORD_LISTS)
    chosen = json.loads(export(journal, "json", include=ALL_PARTS))
    assert all(len(chosen[name]) == 1 for name in RECORD_LISTS)
    assert not any(
        json.loads(export(journal, "json", include=("sessions",)))[name] for name in ("medicines", "markers")
    )


def test_what_is_private_about_treatment_stays_out_unless_its_notes_are_chosen(journal):
    treat(journal)
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
    treat(journal)
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
    treat(journal)
    found = zipped(export(journal, "csv", include=ALL_PARTS, notes=notes))
    explained = {(row["file"], row["column"]) for row in found["columns.csv"] if row["meaning"]}
    for name in FILES:
        assert {(name, column) for column in found[name][0]} | {(name, "")} == {
            each for each in explained if each[0] == name
        }
    assert ("note" in found["sessions.csv"][0]) is (notes == "all")


def test_csv_says_nothing_private_about_treatment_without_notes(journal):
    treat(journal)
    archive = zipfile.ZipFile(io.BytesIO(export(journal, "csv", include=ALL_PARTS)))
    assert not any(b"private" in archive.read(name) for name in archive.namelist() if name != "columns.csv")


def test_a_dose_in_mg_is_reckoned_where_it_can_be(journal):
    for dose, unit, weight in ((40, "mg", None), (0.5, "mg/kg", 70.0), (0.5, "mg/kg", None), (2, "device", None)):
        sessions.add_session(journal, "esketamine", datetime(2026, 10, 28, 9), dose=dose, unit=unit, weight_kg=weight)
    rows = zipped(export(journal, "csv", include=("sessions",)))["sessions.csv"]
    assert sorted(row["dose_mg"] for row in rows) == ["", "35", "40", "56"]


def test_a_period_bounds_treatment_too(journal):
    treat(journal)
    before = json.loads(export(journal, "json", include=ALL_PARTS, last=date(2026, 10, 10)))
    assert {name for name in RECORD_LISTS if before[name]} == {"medicines"}


def test_a_session_of_a_part_of_a_journal_brings_the_items_of_its_side_effects(journal, tmp_path):
    treat(journal)
    other = read_back(export(journal, "json", include=ALL_PARTS), tmp_path)
    (session,) = sessions.sessions(other)
    assert [effect.item_id for effect in session.effects] == [other.item("nausea").id]
    other.close()


def test_a_session_changed_here_after_the_file_was_made_stays(journal, opened, tmp_path):
    treat(journal)
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    opened[1].set("2026-10-30T09:00")
    (session,) = sessions.sessions(journal)
    changed = sessions.set_vital(journal, session.id, Vital(40, 150))
    result = run_import(journal, path)
    assert result.records["sessions"] == EntryCounts(known=1)
    assert sessions.sessions(journal) == [changed]


def test_a_session_that_the_file_has_newer_is_changed_by_it(journal, opened, tmp_path):
    treat(journal)
    other = read_back(export(journal, "json", notes="all"), tmp_path)
    opened[1].set("2026-10-30T09:00")
    (session,) = sessions.sessions(journal)
    sessions.set_vital(journal, session.id, Vital(40, 150))
    newer = write(tmp_path, export(journal, "json", notes="all"), "newer.json")
    assert run_import(other, newer).as_json()["records"]["sessions"] == {"new": 0, "known": 0, "changed": 1}
    assert every_record(other.store) == every_record(journal.store)
    other.close()


def test_a_session_that_was_deleted_here_does_not_come_back(journal, tmp_path):
    treat(journal)
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    sessions.delete_session(journal, sessions.sessions(journal)[0].id)
    assert run_import(journal, path).records["sessions"] == EntryCounts(known=1)
    assert sessions.sessions(journal) == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_journal_reads_back_equal_through_the_store(tmp_path_factory, document):
    folder = tmp_path_factory.mktemp("any")
    first = read_back("".join(write_document(document.head, document.entries, document.treatment)).encode(), folder)
    second = read_back(export(first, "json", notes="all"), tmp_path_factory.mktemp("again"))
    try:
        assert state_of(second) == state_of(first)
        assert entries(first) == {entry.id: entry for entry in document.entries}
        assert set(first.store.tombstones.all()) == set(document.head.deleted)
        assert first.store.settings.all() == dict(document.head.settings)
        assert every_record(first.store) == document.treatment
        kept = read_document(folder / "journal.json")
        assert {version for item in first.store.items.all() for version in item.versions} == {
            version for item in kept.head.items for version in item.versions
        }
    finally:
        first.close()
        second.close()
