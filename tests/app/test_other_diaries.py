"""Diaries of five more programs in the journal: once however often, taken back in one step, times as meant."""

from __future__ import annotations

from datetime import date

import pytest

from journal.app.history import redo, undo
from journal.app.imports import preview, run_import, undo_import
from journal.app.intakes import intakes
from journal.app.journal import Journal
from journal.app.medicines import medicines
from journal.exchange.diaries.naming import ZERO, ImportAnswers
from journal.exchange.formats import Format, recognise
from journal.exchange.results import EntryCounts, ImportResult
from journal.model.entries import Entry, EntryKind, TimeKnown
from journal.model.items import Better, Kind
from journal.model.medicines import Taken
from tests.support.source_diaries import DIARIES, saved

SAMPLES = {
    "sample.emoods": Format.EMOODS,
    "track-and-graph.csv": Format.TRACK_GRAPH,
    "track-and-graph-older.csv": Format.TRACK_GRAPH,
    "Checkmarks.csv": Format.LOOP,
    "loop.zip": Format.LOOP,
    "t2.csv": Format.T2,
    "medtimer.csv": Format.MEDTIMER,
}
FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)


def entries(journal: Journal) -> list[Entry]:
    return journal.store.entries.between(FIRST, LAST)


def contents(journal: Journal) -> list[object]:
    store = journal.store
    return [entries(journal), store.medicines.all(), store.intakes.all(), [item.key for item in journal.items()]]


def brought(journal: Journal, name: str, **answers: str) -> ImportResult:
    return run_import(journal, DIARIES / name, answers=ImportAnswers(**answers), make_items=True)


def values(journal: Journal, key: str) -> list[tuple[str, float | None]]:
    """The days and values of an item."""
    item = next(item for item in journal.items() if item.key == key)
    return [(e.day.isoformat(), r.value) for e in entries(journal) for r in e.ratings if r.item_id == item.id]


@pytest.mark.parametrize(("name", "found"), SAMPLES.items())
def test_a_file_is_known_by_what_it_holds_whatever_its_name(tmp_path, name, found):
    assert recognise(saved(tmp_path, (DIARIES / name).read_bytes(), "table.txt")) is found


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_again_changes_nothing(journal, name):
    first = brought(journal, name)
    before = contents(journal)
    again = brought(journal, name)
    assert contents(journal) == before
    assert (again.import_id, again.entries.new, again.entries.changed) == (None, 0, 0)
    assert again.entries.known == first.entries.new


@pytest.mark.parametrize("name", SAMPLES)
def test_one_step_takes_it_back_and_brings_it_again(journal, name):
    empty = contents(journal)
    brought(journal, name)
    full = contents(journal)
    undo(journal)
    assert contents(journal) == empty
    redo(journal)
    assert contents(journal) == full


@pytest.mark.parametrize("name", SAMPLES)
def test_it_can_be_taken_back_later_and_comes_in_again(journal, name):
    result = brought(journal, name)
    full = contents(journal)
    brought(journal, "t2.csv" if name != "t2.csv" else "sample.emoods")
    assert result.import_id is not None
    undo_import(journal, result.import_id)
    assert not [entry for entry in entries(journal) if entry.import_id == result.import_id]
    assert journal.store.intakes.all() == []
    again = brought(journal, name)
    assert again.entries.new == result.entries.new
    assert len(journal.store.intakes.all()) == len(full[2])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_look_counts_what_an_import_does_and_writes_nothing(journal, name):
    empty = contents(journal)
    looked = preview(journal, DIARIES / name, make_items=True)
    assert contents(journal) == empty
    done = brought(journal, name)
    assert (looked.result.entries, looked.result.values) == (done.entries, done.values)
    assert looked.format == SAMPLES[name]


def test_what_comes_in_says_so_and_is_not_late(journal):
    brought(journal, "sample.emoods")
    for entry in entries(journal):
        assert (entry.kind, entry.made_ms, entry.late) == (EntryKind.IMPORTED, None, False)


def test_emoods_days_come_with_ratings_from_0_to_3(journal):
    brought(journal, "sample.emoods")
    assert values(journal, "depressed") == [("2026-03-01", 3), ("2026-03-02", 2), ("2026-03-04", 0)]
    item = next(item for item in journal.items() if item.key == "depressed").version
    assert (item.kind, item.minimum, item.maximum, item.better) == (Kind.SCALE, 0, 3, Better.LOWER)
    assert {entry.time_known for entry in entries(journal)} == {TimeKnown.DAY}


def test_weight_without_a_unit_is_not_taken_for_kilograms(journal):
    names = {name.name: name.proposal for name in preview(journal, DIARIES / "sample.emoods").names}
    assert (names["Sleep"].key, names["Weight"].new is not None) == ("hours_slept", True)


def test_a_loop_day_that_is_unknown_gets_a_no_only_where_the_person_says_so(journal):
    brought(journal, "Checkmarks.csv")
    assert values(journal, "walk") == [("2026-02-28", 1), ("2026-03-02", 0), ("2026-03-03", 1)]
    brought(journal, "Checkmarks.csv", blank=ZERO)
    assert ("2026-03-01", 0) in values(journal, "walk")


def test_loop_habits_become_yes_or_no_and_numbers_counts(journal):
    brought(journal, "loop.zip")
    kinds = {item.key: item.version.kind for item in journal.items()}
    assert (kinds["walk"], kinds["tea_green"]) == (Kind.YES_NO, Kind.COUNT)
    assert values(journal, "tea_green") == [("2026-03-01", 0.5), ("2026-03-03", 2)]


def test_the_notes_of_the_zip_join_the_days_of_the_table(journal):
    brought(journal, "Checkmarks.csv")
    result = brought(journal, "loop.zip")
    assert result.entries.new == 0
    assert [entry.note for entry in entries(journal) if entry.note] == ["Walk: By the river"]


def test_times_with_an_offset_keep_it_and_times_without_are_local_to_the_zone_chosen(journal):
    brought(journal, "track-and-graph.csv", zone="America/New_York")
    assert {entry.offset_min for entry in entries(journal)} == {60}
    brought(journal, "t2.csv", zone="America/New_York")
    t2 = [entry for entry in entries(journal) if entry.zone]
    assert {(entry.offset_min, entry.zone) for entry in t2} == {(-300, "America/New_York")}
    assert t2[0].at.isoformat() == "2026-03-01T21:15:30-05:00"


def test_another_zone_moves_the_entries_and_doubles_none(journal):
    brought(journal, "t2.csv", zone="Europe/Amsterdam")
    result = brought(journal, "t2.csv", zone="America/New_York")
    assert result.entries == EntryCounts(0, 0, 3)
    assert len(entries(journal)) == 3


def test_track_and_graph_days_add_up_and_no_row_is_0_only_if_the_person_says_so(journal):
    brought(journal, "track-and-graph.csv")
    assert values(journal, "coffee") == [("2026-03-01", 2), ("2026-03-02", 1)]
    brought(journal, "track-and-graph.csv", blank=ZERO)
    assert sum(value or 0 for _, value in values(journal, "coffee")) == 3
    assert len(values(journal, "coffee")) == 5


def test_reminders_become_doses_at_their_planned_times_in_the_zone_chosen(journal):
    brought(journal, "medtimer.csv", zone="Europe/Berlin")
    kept = [
        (each.at.isoformat(), each.taken, each.amount, each.due_min, each.zone)
        for each in intakes(journal, FIRST, LAST)
    ]
    assert kept[:3] == [
        ("2026-03-01T08:04:10+01:00", Taken.TAKEN, 50, 480, "Europe/Berlin"),
        ("2026-03-02T11:30:00+01:00", Taken.LATER, 50, 480, "Europe/Berlin"),
        ("2026-03-04T08:01:00+01:00", Taken.TAKEN, 100, 480, "Europe/Berlin"),
    ]
    assert entries(journal) == []


def test_a_reminder_without_a_time_taken_is_not_taken_only_where_the_person_says_so(journal):
    (question,) = preview(journal, DIARIES / "medtimer.csv").questions
    assert (question.key, question.value, len(question.choices)) == ("blank", "missing", 2)
    brought(journal, "medtimer.csv")
    assert Taken.NOT_TAKEN not in {each.taken for each in intakes(journal, FIRST, LAST)}
    brought(journal, "medtimer.csv", blank=ZERO)
    assert [each.day for each in intakes(journal, FIRST, LAST) if each.taken is Taken.NOT_TAKEN] == [date(2026, 3, 3)]


def test_the_usual_doses_of_a_medicine_that_comes_are_those_of_its_reminders(journal):
    brought(journal, "medtimer.csv", zone="Europe/Berlin")
    sertraline = next(each for each in medicines(journal) if each.name == "Sertraline")
    assert [(level.since_day.isoformat(), level.amount, level.times) for level in sertraline.levels] == [
        ("2026-03-01", 50, (480,)),
        ("2026-03-04", 100, (480,)),
    ]
    assert (sertraline.unit, sertraline.stopped_on) == ("mg", date(2026, 3, 6))


def test_a_dose_in_the_night_belongs_to_the_day_it_was_planned_for(journal, tmp_path):
    head = (DIARIES / "medtimer.csv").read_text().splitlines()[0]
    row = "x;Night tablet;1;x;;;;2026-03-01T22:30:00Z;2026-03-02T04:30:00Z"
    run_import(
        journal, saved(tmp_path, f"{head}\n{row}\n"), answers=ImportAnswers(zone="Europe/Berlin"), make_items=True
    )
    (kept,) = intakes(journal, FIRST, LAST)
    assert (kept.day, kept.at.isoformat(), kept.due_min) == (
        date(2026, 3, 1),
        "2026-03-02T05:30:00+01:00",
        23 * 60 + 30,
    )


def test_the_two_hours_that_a_clock_shows_twice_are_told_apart_by_the_order(journal, tmp_path):
    rows = "".join(f'"result","2025-10-26 02:{minute}:00","{n}"\n' for n, minute in enumerate(("10", "50"), 1))
    file = saved(tmp_path, f'"group","A","false"\n"scale","x","y"\n{rows}')
    run_import(journal, file, answers=ImportAnswers(zone="Europe/Amsterdam"), make_items=True)
    assert [entry.at.utcoffset().total_seconds() for entry in entries(journal)] == [7200, 7200]  # type: ignore[union-attr]


def test_what_lies_in_the_future_is_listed(journal, tmp_path):
    result = run_import(journal, saved(tmp_path, "Date,Walk,\n2050-01-01,NO,\n2026-03-01,NO,\n"), make_items=True)
    assert (result.entries.new, [cell.text for cell in result.not_read]) == (1, ["2050-01-01 12:00:00"])
