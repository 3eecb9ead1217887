from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from journal.app import goals, groups, item_shapes, markers
from journal.app.check_ins import log, new_key, set_note
from journal.app.exports import export
from journal.app.history import delete, edit
from journal.app.imports import run_import, undo_import
from journal.app.items import OwnItem, add_own, set_hidden
from journal.app.journal import Journal
from journal.app.record_exports import every_record
from journal.exchange.leeward_reader import read_document
from journal.exchange.leeward_writer import write_document
from journal.exchange.results import EntryCounts
from journal.model.entries import Entry, State
from journal.model.errors import InvalidPeriod, UnknownItem
from tests.support.exports import read_back, treat, zipped
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


def test_a_part_with_goals_is_whole_in_itself_and_reads_back_equal(journal, tmp_path):
    kept = goals.add_goal(journal, "Walk to the harbour", why="private")
    log(journal, {kept.item.key: 4, "anxiety": 1})
    unrated = goals.add_goal(journal, "Call Sam")
    group = groups.add_group(journal, "Mornings")
    item_shapes.put_in_group(journal, "anxiety", group.id)
    groups.add_group(journal, "Nothing in it")
    part = export(journal, "json", include=["goals"])
    other = read_back(part, tmp_path)
    assert {each.goal.id: each.goal.why for each in goals.goals(other)} == {kept.goal.id: "", unrated.goal.id: ""}
    assert [(each.name, other.item("anxiety").group_id) for each in other.store.groups.all()] == [
        ("Mornings", group.id)
    ]
    again = {**json.loads(export(other, "json", include=["goals"])), "journal": "", "made_at": ""}
    assert again == {**json.loads(part), "journal": "", "made_at": ""}
    other.close()


def test_goals_that_were_not_chosen_or_ended_before_stay_out(journal):
    ended = goals.add_goal(journal, "Walk to the harbour", start=date(2026, 10, 1))
    goals.end_goal(journal, ended.goal.id, date(2026, 10, 20), "done")
    assert json.loads(export(journal, "json")).get("goals", []) == []
    later = json.loads(export(journal, "json", include=["goals"], first=date(2026, 10, 25), last=date(2026, 10, 29)))
    assert (later["goals"], [item["key"] for item in later["items"] if item["key"] == ended.item.key]) == ([], [])


def test_a_correction_within_three_hours_stays_too(journal, opened, tmp_path):
    made = log(journal, {"anxiety": 1}, note="before")
    path = write(tmp_path, export(journal, "json", notes="all"), "journal.json")
    opened[1].forward(60)
    edit(journal, made.id, {"anxiety": 4}, note="after")
    assert run_import(journal, path).entries.changed == 0
    assert entries(journal)[made.id].note == "after"


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


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_journal_reads_back_equal_through_the_store(tmp_path_factory, document):
    folder = tmp_path_factory.mktemp("any")
    first = read_back("".join(write_document(document.head, document.entries, document.records)).encode(), folder)
    second = read_back(export(first, "json", notes="all"), tmp_path_factory.mktemp("again"))
    try:
        assert state_of(second) == state_of(first)
        assert entries(first) == {entry.id: entry for entry in document.entries}
        assert set(first.store.tombstones.all()) == set(document.head.deleted)
        assert first.store.settings.all() == dict(document.head.settings)
        assert every_record(first.store) == document.records
        kept = read_document(folder / "journal.json")
        assert {version for item in first.store.items.all() for version in item.versions} == {
            version for item in kept.head.items for version in item.versions
        }
    finally:
        first.close()
        second.close()
