"""Diaries of other programs in the journal: asked, written in one step, known again, and taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journal.app.check_ins import log
from journal.app.history import delete, edit
from journal.app.imports import preview, run_import, undo_import
from journal.app.journal import Journal
from journal.exchange.diaries.answers_file import is_for_table, parse_answers, write_answers
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.exchange.results import EntryCounts
from journal.model.entries import Entry
from journal.model.errors import ImportStopped, InvalidMapping, MappingNeeded, OtherFormat
from journal.model.items import Kind

HEAD = "full_date,date,weekday,time,mood,activities,note_title,note\n"
ROWS = (
    "2026-03-03,,,10:00 pm,Wobbly,work,,\n"
    "2026-03-02,,,22:00,bad,work | run,,a<br>b\n"
    "2026-03-01,,,8:00 am,rad,,Title,\n"
)  # fmt: skip
BEARABLE = (
    "date,weekday,time of day,category,rating/amount,detail,notes\n"
    "1st Mar 2026,,am,Symptom,2,Pain (Moderate),\n"
    "1st Mar 2026,,9:15,Meds/Supplements,50,Sertraline (mg),\n"
)
ALL_DAYS = (date(2026, 1, 1), date(2026, 12, 31))
ANSWERS = ImportAnswers(
    zone="Europe/Amsterdam",
    names=(
        *(NameAnswer("mood", word, "mood_daylio", step) for word, step in (("rad", 5), ("bad", 2), ("Wobbly", 3))),
        NameAnswer("activity", "work", ""),
        NameAnswer("activity", "run", "sport"),
    ),
)


@pytest.fixture
def file(tmp_path) -> Path:
    return written(tmp_path, HEAD + ROWS)


def written(folder: Path, text: str, name: str = "export.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def entries(journal: Journal) -> list[Entry]:
    return journal.store.entries.between(*ALL_DAYS)


def values(journal: Journal, key: str) -> list[float | None]:
    item = journal.item(key)
    found = sorted(entries(journal), key=lambda each: each.at_ms)
    return [rating.value for each in found if (rating := each.rating(item.id)) is not None]


def test_names_that_no_one_has_spoken_of_are_asked_and_nothing_is_written(journal, file):
    result = run_import(journal, file)
    assert result.import_id is None
    assert [(each.kind, each.name, each.count) for each in result.unmapped] == [
        ("mood", "Wobbly", 1),
        ("mood", "bad", 1),
        ("mood", "rad", 1),
        ("activity", "work", 2),
        ("activity", "run", 1),
    ]
    assert entries(journal) == []


def test_answers_are_followed(journal, file):
    result = run_import(journal, file, answers=ANSWERS)
    assert result.entries == EntryCounts(new=3)
    assert result.items_made == ("mood_daylio", "sport")
    assert values(journal, "mood_daylio") == [5, 2, 3]
    assert values(journal, "sport") == [1]
    assert [each.note for each in sorted(entries(journal), key=lambda each: each.at_ms)] == ["Title", "a\nb", ""]


def test_the_same_file_again_changes_nothing_and_asks_nothing(journal, file):
    run_import(journal, file, answers=ANSWERS)
    before = entries(journal)
    again = run_import(journal, file)
    assert (again.entries, again.unmapped, again.import_id) == (EntryCounts(known=3), (), None)
    assert entries(journal) == before


def test_a_longer_export_adds_only_the_new_by_the_answers_remembered(journal, file, tmp_path):
    run_import(journal, file, answers=ANSWERS)
    longer = written(tmp_path, f"{HEAD}2026-03-04,,,9:00,bad,run,,\n{ROWS}", "longer.csv")
    result = run_import(journal, longer)
    assert result.entries == EntryCounts(new=1, known=3)
    assert values(journal, "mood_daylio") == [5, 2, 3, 2]


def test_only_names_that_are_new_are_asked_in_a_later_file(journal, file, tmp_path):
    run_import(journal, file, answers=ANSWERS)
    longer = written(tmp_path, f"{HEAD}2026-03-04,,,9:00,Splendid,run,,\n{ROWS}", "longer.csv")
    assert [each.name for each in run_import(journal, longer).unmapped] == ["Splendid"]
    shown = preview(journal, longer)
    assert [each.name for each in shown.names if not each.answered] == ["Splendid"]
    assert shown.result.entries == EntryCounts(new=1, known=3)


def test_an_import_is_taken_back_in_one_step(journal, file):
    result = run_import(journal, file, answers=ANSWERS)
    undo_import(journal, result.import_id)
    assert entries(journal) == []
    assert not any(item.key == "sport" for item in journal.items())
    assert run_import(journal, file, answers=ANSWERS).entries == EntryCounts(new=3)


def test_what_the_person_changed_or_deleted_since_stays(journal, file):
    run_import(journal, file, answers=ANSWERS)
    first, second, _ = sorted(entries(journal), key=lambda each: each.at_ms)
    edit(journal, first.id, {"mood_daylio": 1.0})
    delete(journal, second.id)
    assert run_import(journal, file).entries == EntryCounts(known=3)
    assert values(journal, "mood_daylio") == [1, 3]


def test_what_the_program_changed_since_is_changed_here(journal, file, tmp_path):
    run_import(journal, file, answers=ANSWERS)
    changed = written(tmp_path, HEAD + ROWS.replace("Wobbly", "rad"), "changed.csv")
    assert run_import(journal, changed).entries == EntryCounts(known=2, changed=1)
    assert values(journal, "mood_daylio") == [5, 2, 5]


def test_an_imported_entry_says_where_it_is_from_and_is_not_counted_as_made_later(journal, file):
    result = run_import(journal, file, answers=ANSWERS)
    assert {(each.import_id, each.made_ms, each.late) for each in entries(journal)} == {(result.import_id, None, False)}
    assert journal.store.imports.get(result.import_id).format == "daylio"


def test_an_item_that_an_import_makes_is_not_asked_from_then_on(journal, file):
    run_import(journal, file, answers=ANSWERS)
    assert journal.item("mood_daylio").hidden


def test_with_make_items_each_name_has_an_item_and_an_unknown_mood_is_no_guess(journal, file):
    result = run_import(journal, file, make_items=True)
    assert (result.unmapped, result.entries.new) == ((), 3)
    assert journal.item("wobbly").kind is Kind.YES_NO
    assert values(journal, "mood_daylio") == [5, 2]


def test_with_skip_unmapped_an_entry_that_would_say_nothing_is_left_out(journal, file):
    result = run_import(journal, file, skip_unmapped=True)
    assert (result.entries.new, result.items_made) == (2, ())
    assert [each.ratings for each in entries(journal)] == [(), ()]


def test_a_mapping_file_names_its_names_in_short(journal, file):
    mapping = '[names]\nrad = 5\nbad = 2\n" wobbly " = 3\nwork = false\nrun = "exercise_done"\n'
    result = run_import(journal, file, mapping=mapping)
    assert (result.entries.new, result.unmapped) == (3, ())
    assert values(journal, "mood_daylio") == [5, 2, 3]
    assert journal.item("exercise_done").version.label == "run"


@pytest.mark.parametrize(
    "mapping",
    [
        "[names]\nrad = 9\n",
        "[names]\nwork = 1\n",
        '[names]\nrad = "anxiety"\n',
        '[names]\nwork = "anxiety"\n',
        '[names]\nwork = "No Key"\n',
        "[names]\nwork = nan\n",
        'blank = "perhaps"\n',
        'zone = "Nowhere"\n',
        'zoned = "Europe/Amsterdam"\n',
        '[[name]]\nof = "mood"\n',
        '[names.work]\nkey = "x"\nmin = 3\nmax = 1\n',
    ],
)
def test_an_answer_that_cannot_be_followed_is_refused_and_nothing_written(journal, file, mapping):
    with pytest.raises(InvalidMapping):
        run_import(journal, file, mapping=mapping, make_items=True)
    assert entries(journal) == []


def test_a_mapping_of_columns_still_makes_a_table_of_the_file(journal, file):
    columns = '[date]\ncolumn = "full_date"\n[[note]]\ncolumn = "note"\n'
    assert is_for_table(columns)
    assert run_import(journal, file, mapping=columns).format == "table"


def test_the_zone_is_shown_and_can_be_changed(journal, file):
    assert preview(journal, file).zone == journal.clock.zone()
    run_import(journal, file, answers=ImportAnswers(zone="Asia/Tokyo", names=ANSWERS.names))
    assert {each.offset_min for each in entries(journal)} == {540}
    assert preview(journal, file).zone == "Asia/Tokyo"


def test_a_preview_shows_what_would_come_and_writes_nothing(journal, file):
    shown = preview(journal, file)
    assert (shown.format, shown.encoding, shown.delimiter) == ("daylio", "utf-8", ",")
    assert shown.result.entries.new == 3
    assert [each.key for each in shown.made] == ["mood_daylio", "work", "run"]
    assert len(shown.first) == 3
    assert [question.value for question in shown.questions] == ["missing"]
    assert entries(journal) == []
    assert journal.store.imports.list() == []


def test_the_answers_of_a_preview_can_be_given_back_as_they_are(journal, file):
    shown = preview(journal, file)
    asked = [each for each in shown.names if each.proposal.value is None and each.words]
    given = (*shown.answers.names, *(NameAnswer("mood", each.name, "mood_daylio", 3.0) for each in asked))
    result = run_import(journal, file, answers=ImportAnswers(zone=shown.zone, names=given))
    assert (result.entries.new, result.unmapped) == (3, ())


def test_answers_read_back_from_their_text_are_equal(journal, file):
    kept = preview(journal, file).answers
    assert parse_answers(write_answers("daylio", kept)) == kept


def test_stopping_writes_nothing(journal, tmp_path):
    rows = "".join(f"2026-03-01,,,{n // 60:02}:{n % 60:02},good,,,\n" for n in range(1100))
    passes = []

    def stop(done: int, total: int | None) -> None:
        passes.append((done, total))
        if len(passes) == 2:
            raise ImportStopped

    with pytest.raises(ImportStopped):
        run_import(journal, written(tmp_path, HEAD + rows), make_items=True, progress=stop)
    assert passes == [(1000, None), (1000, 1000)]
    assert (entries(journal), journal.store.imports.list()) == ([], [])
    assert not any(item.key == "mood_daylio" for item in journal.items())


def test_a_dose_goes_to_a_medicine_and_is_taken_back_with_the_import(journal, tmp_path):
    path = written(tmp_path, BEARABLE)
    result = run_import(journal, path, make_items=True)
    (medicine,) = journal.store.medicines.all()
    assert (medicine.name, medicine.unit, result.entries.new) == ("Sertraline", "mg", 1)
    assert [each.amount for each in journal.store.intakes.of_medicine(medicine.id)] == [50]
    assert run_import(journal, path).import_id is None
    undo_import(journal, result.import_id)
    assert journal.store.medicines.all() == []


def test_a_medicine_can_be_left_out(journal, tmp_path):
    mapping = '[names]\nSertraline = false\nPain = "pain_somewhere"\n'
    run_import(journal, written(tmp_path, BEARABLE), mapping=mapping)
    assert journal.store.medicines.all() == []


def test_an_entry_of_the_persons_own_is_no_matter_of_an_import(journal, file):
    own = log(journal, {"anxiety": 2})
    result = run_import(journal, file, answers=ANSWERS)
    undo_import(journal, result.import_id)
    assert [each.id for each in journal.store.entries.between(date(2026, 1, 1), date(2026, 12, 31))] == [own.id]


@pytest.mark.parametrize(("named", "error"), [("bearable", OtherFormat), ("loop", OtherFormat)])
def test_a_file_of_another_format_than_the_one_named_is_refused(journal, file, named, error):
    with pytest.raises(error):
        run_import(journal, file, format=named)


def test_a_table_that_no_one_knows_still_needs_its_mapping(journal, tmp_path):
    with pytest.raises(MappingNeeded):
        run_import(journal, written(tmp_path, "date,mood\n2026-03-01,3\n"))
