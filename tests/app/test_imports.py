from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journal.app.check_ins import log
from journal.app.history import delete, edit, undo
from journal.app.imports import mapping_template, preview, remembered_mapping, run_import, undo_import
from journal.app.items import OwnItem, add_own
from journal.app.journal import Journal
from journal.exchange.results import EntryCounts
from journal.model.entries import Entry, EntryKind, Recall
from journal.model.errors import (
    FileMissing,
    InvalidFile,
    InvalidMapping,
    JournalError,
    MappingNeeded,
    UnknownFormat,
    UnknownImport,
)
from journal.model.items import Combine, Kind
from journal.model.periods import last_days
from tests.support.tables import LONG, WIDE, write

TABLE = "date,time,mood\n2026-03-01,10:00,3\n2026-03-01,20:00,5\n2026-03-02,10:00,7\n"
ALL_DAYS = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def table(tmp_path) -> Path:
    return write(tmp_path, TABLE)


def entries(journal: Journal) -> list[Entry]:
    return journal.store.entries.between(*ALL_DAYS)


def counts(new: int = 0, known: int = 0, changed: int = 0) -> EntryCounts:
    return EntryCounts(new, known, changed)


def test_the_answer_is_that_of_the_contract(journal, tmp_path):
    result = run_import(journal, write(tmp_path, TABLE + "2026-03-03,10:00,good\n"), mapping=WIDE)
    assert result.import_id is not None
    assert result.as_json() == {
        "format": "table",
        "entries": {"new": 4, "known": 0, "changed": 0},
        "values": 3,
        "not_read": [{"line": 5, "column": "mood", "text": "good", "why": "not a number"}],
        "not_read_count": 1,
        "doses": [],
        "items_made": ["own_mood"],
        "undo": result.import_id,
        "unmapped": [],
    }


def test_imported_entries_are_momentary_and_say_where_they_come_from(journal, table):
    result = run_import(journal, table, mapping=WIDE)
    found = entries(journal)
    assert {(each.kind, each.recall, each.made_ms, each.covers_min, each.late) for each in found} == {
        (EntryKind.IMPORTED, Recall.NOW, None, None, False)
    }
    assert {each.import_id for each in found} == {result.import_id}


def test_a_new_item_has_the_label_and_scale_of_the_mapping(journal, table):
    run_import(journal, table, mapping=WIDE)
    version = journal.item("own_mood").version
    assert (version.label, version.minimum, version.maximum, version.better) == ("Mood", 1, 7, "higher")


def test_a_new_item_is_not_asked_from_then_on(journal, table):
    run_import(journal, table, mapping=WIDE)
    assert journal.item("own_mood").hidden


def test_items_that_existed_are_asked_as_before(journal, tmp_path):
    before = {item.key: item.hidden for item in journal.items()}
    text = WIDE.replace("own_mood", "irritability").replace('"higher"', '"lower"') + "rescale = true\n"
    run_import(journal, write(tmp_path, TABLE), mapping=text)
    assert {item.key: item.hidden for item in journal.items()} == before


@pytest.mark.parametrize(
    ("kind", "kept", "combine"),
    [("count", Kind.COUNT, Combine.SUM), ("hours", Kind.HOURS, Combine.SUM), ("yesno", Kind.YES_NO, Combine.MAX)],
)
def test_each_kind_can_be_made(journal, tmp_path, kind, kept, combine):
    text = WIDE.replace("min = 1\nmax = 7\n", f'kind = "{kind}"\n')
    run_import(journal, write(tmp_path, "date,time,mood\n2026-03-01,10:00,1\n"), mapping=text)
    assert (journal.item("own_mood").kind, journal.item("own_mood").version.combine) == (kept, combine)


def test_a_dry_run_writes_nothing(journal, table):
    result = run_import(journal, table, mapping=WIDE, dry_run=True)
    assert (result.entries, result.items_made, result.import_id) == (counts(new=3), ("own_mood",), None)
    assert entries(journal) == []
    assert all(item.key != "own_mood" for item in journal.items())


def test_the_same_file_again_changes_nothing(journal, table):
    run_import(journal, table, mapping=WIDE)
    before, steps = entries(journal), len(journal.store.changes.history())
    again = run_import(journal, table, mapping=WIDE)
    assert (again.entries, again.import_id, again.items_made) == (counts(known=3), None, ())
    assert (entries(journal), len(journal.store.changes.history())) == (before, steps)


def test_the_same_rows_in_another_order_change_nothing(journal, tmp_path, table):
    run_import(journal, table, mapping=WIDE)
    head, *rows = TABLE.splitlines()
    turned = write(tmp_path, "\n".join([head, *reversed(rows)]))
    assert run_import(journal, turned, mapping=WIDE).entries == counts(known=3)


def test_a_longer_file_adds_what_is_new(journal, tmp_path, table):
    run_import(journal, table, mapping=WIDE)
    longer = write(tmp_path, TABLE.replace("mood\n", "mood\n2026-02-01,09:00,1\n", 1))
    assert run_import(journal, longer, mapping=WIDE).entries == counts(new=1, known=3)


def test_an_entry_that_the_file_changed_is_changed(journal, tmp_path, table):
    run_import(journal, table, mapping=WIDE)
    other = write(tmp_path, TABLE.replace("20:00,5", "20:00,6"))
    assert run_import(journal, other, mapping=WIDE).entries == counts(known=2, changed=1)
    assert sorted(rating.value for each in entries(journal) for rating in each.ratings if rating.value) == [3, 6, 7]


def test_undoing_the_second_import_brings_the_first_ones_answer_back(journal, tmp_path, table):
    run_import(journal, table, mapping=WIDE)
    before = entries(journal)
    second = run_import(journal, write(tmp_path, TABLE.replace("20:00,5", "20:00,6")), mapping=WIDE)
    undo_import(journal, str(second.import_id))
    assert entries(journal) == before


def test_a_corrected_zone_moves_the_entries_and_doubles_none(journal, table):
    run_import(journal, table, mapping=WIDE)
    again = run_import(journal, table, mapping=WIDE.replace("Amsterdam", "London"))
    assert again.entries == counts(changed=3)
    assert {each.offset_min for each in entries(journal)} == {0}


def test_a_column_added_to_the_mapping_adds_its_answers(journal, tmp_path):
    path = write(tmp_path, "date,time,mood,calm\n2026-03-01,10:00,3,2\n")
    run_import(journal, path, mapping=WIDE)
    both = WIDE + '[[item]]\ncolumn = "calm"\nkey = "own_calm"\nmin = 1\nmax = 7\n'
    assert run_import(journal, path, mapping=both).entries == counts(changed=1)
    assert len(entries(journal)[0].ratings) == 2


def test_what_the_file_does_not_speak_of_stays(journal, tmp_path):
    path = write(tmp_path, "date,time,mood,calm\n2026-03-01,10:00,3,2\n")
    both = WIDE + '[[item]]\ncolumn = "calm"\nkey = "own_calm"\nmin = 1\nmax = 7\n'
    run_import(journal, path, mapping=both)
    assert run_import(journal, path, mapping=WIDE).entries == counts(known=1)


def test_what_the_person_changed_since_stays(journal, table):
    run_import(journal, table, mapping=WIDE)
    edit(journal, entries(journal)[0].id, {"own_mood": 1.0})
    assert run_import(journal, table, mapping=WIDE).entries == counts(known=3)
    assert entries(journal)[0].ratings[0].value == 1


def test_what_the_person_deleted_does_not_come_back(journal, table):
    run_import(journal, table, mapping=WIDE)
    delete(journal, entries(journal)[0].id)
    assert run_import(journal, table, mapping=WIDE).entries == counts(known=3)
    assert len(entries(journal)) == 2


def test_one_undo_takes_the_whole_import_back(journal, table):
    log(journal, {"anxiety": 2.0})
    before = (entries(journal), [item.key for item in journal.items()])
    run_import(journal, table, mapping=WIDE)
    undo(journal)
    assert (entries(journal), [item.key for item in journal.items()]) == before


def test_an_import_is_undone_by_its_id_after_other_changes(journal, table):
    result = run_import(journal, table, mapping=WIDE)
    log(journal, {"anxiety": 2.0})
    undo_import(journal, str(result.import_id))
    assert [each.kind for each in entries(journal)] == [EntryKind.CHECK_IN]


def test_a_file_can_be_imported_again_after_it_was_undone(journal, table):
    result = run_import(journal, table, mapping=WIDE)
    undo_import(journal, str(result.import_id))
    log(journal, {"anxiety": 2.0})
    assert run_import(journal, table, mapping=WIDE).entries == counts(new=3)
    assert len(entries(journal)) == 4


@pytest.mark.parametrize("forgotten", [False, True])
def test_then_only_what_the_undo_took_out_comes_back(journal, table, forgotten):
    made = run_import(journal, table, mapping=WIDE)
    gone = entries(journal)[0]
    delete(journal, gone.id)
    undo_import(journal, made.import_id)
    if forgotten:
        journal.clock.ms += 31 * 86_400_000
        log(journal, {"anxiety": 1})
    assert run_import(journal, table, mapping=WIDE).entries == counts(new=2, known=1)
    assert gone.id not in {each.id for each in entries(journal)}


def test_an_import_that_is_not_there_cannot_be_undone(journal):
    with pytest.raises(UnknownImport):
        undo_import(journal, "nothing")


def test_listeners_hear_of_an_import_and_of_nothing_when_all_is_known(journal, table):
    heard: list[frozenset[str]] = []
    journal.listen(heard.append)
    run_import(journal, table, mapping=WIDE)
    run_import(journal, table, mapping=WIDE)
    assert heard == [frozenset({"entries", "items"})]


def test_an_item_of_one_owns_keeps_its_scale(journal, table):
    add_own(journal, OwnItem("own_mood", "Mood", maximum=10))
    with pytest.raises(InvalidMapping):
        run_import(journal, table, mapping=WIDE)


def test_rescaled_answers_keep_the_files_number(journal, table):
    add_own(journal, OwnItem("own_mood", "Mood", maximum=12))
    run_import(journal, table, mapping=WIDE + "rescale = true\n")
    ratings = [each.ratings[0] for each in entries(journal)]
    assert [(rating.value, rating.raw) for rating in ratings] == [(8, 3), (4, 5), (0, 7)]


def test_a_mapping_for_an_item_that_is_there_needs_no_scale(journal, tmp_path):
    text = "[date]\ncolumn = 'date'\n[[item]]\ncolumn = 'mood'\nkey = 'anxiety'\n"
    run_import(journal, write(tmp_path, "date,mood\n2026-03-01,3\n"), mapping=text)
    assert entries(journal)[0].ratings[0].version_id == journal.item("anxiety").version.id


LONG_TABLE = "when,name,value\n2026-03-01T10:00,Lausig ,3\n2026-03-01T10:00,Tired,4\n2026-03-02T10:00,Lausig ,9\n"


def test_names_that_map_to_nothing_stop_the_import(journal, tmp_path):
    result = run_import(journal, write(tmp_path, LONG_TABLE), mapping=LONG)
    assert result.as_json()["unmapped"] == [{"name": "Lausig", "kind": "item", "count": 2}]
    assert (result.import_id, entries(journal)) == (None, [])


def test_names_can_be_skipped(journal, tmp_path):
    result = run_import(journal, write(tmp_path, LONG_TABLE), mapping=LONG, skip_unmapped=True)
    assert (result.entries, len(result.unmapped)) == (counts(new=1), 1)


def test_items_can_be_made_for_them_on_the_scale_of_their_numbers(journal, tmp_path):
    path = write(tmp_path, LONG_TABLE)
    result = run_import(journal, path, mapping=LONG, make_items=True)
    version = journal.item("lausig").version
    assert (result.entries, result.items_made, result.unmapped) == (
        counts(new=2),
        ("own_irritable", "own_tired", "lausig"),
        (),
    )
    assert (version.label, version.minimum, version.maximum, version.better) == ("Lausig", 0, 10, "none")
    assert run_import(journal, path, mapping=LONG, make_items=True).entries == counts(known=2)


def test_the_mapping_is_remembered_with_the_items_made(journal, tmp_path):
    path = write(tmp_path, LONG_TABLE)
    run_import(journal, path, mapping=LONG, make_items=True)
    remembered = remembered_mapping(journal, path)
    assert remembered is not None
    assert run_import(journal, path, mapping=remembered).entries == counts(known=2)


def test_a_mapping_for_other_columns_is_not_offered(journal, tmp_path, table):
    run_import(journal, table, mapping=WIDE)
    assert remembered_mapping(journal, write(tmp_path, "a,b\n1,2\n", "other.csv")) is None


def test_a_preview_shows_the_first_entries_and_how_the_file_is_written(journal, table):
    shown = preview(journal, table, mapping=WIDE)
    assert [draft.ratings[0].value for draft in shown.first] == [3, 5, 7]
    assert (shown.encoding, shown.delimiter, shown.zone) == ("utf-8", ",", "Europe/Amsterdam")
    assert shown.result.entries == counts(new=3)


def test_without_a_zone_times_are_local_to_the_computer(journal, table):
    run_import(journal, table, mapping=WIDE.replace('zone = "Europe/Amsterdam"\n', ""))
    assert {(each.zone, each.offset_min) for each in entries(journal)} == {("Europe/Amsterdam", 60)}


def test_a_table_needs_a_mapping(journal, table):
    with pytest.raises(MappingNeeded):
        run_import(journal, table)


def test_a_drafted_mapping_imports(journal, table):
    assert run_import(journal, table, mapping=mapping_template(table)).entries == counts(new=3)


def test_a_mapping_can_be_a_file(journal, tmp_path, table):
    assert run_import(journal, table, mapping=write(tmp_path, WIDE, "map.toml")).entries == counts(new=3)


@pytest.mark.parametrize("text", ["colour = 1\n" + WIDE, WIDE.replace('"mood"', '"mod"'), WIDE.replace("min = 1", "")])
def test_a_fault_in_a_mapping_file_names_the_file(journal, tmp_path, table, text):
    with pytest.raises(InvalidMapping) as caught:
        run_import(journal, table, mapping=write(tmp_path, text, "map.toml"))
    assert str(caught.value.fields["path"]).endswith("map.toml")


@pytest.mark.parametrize(
    ("data", "given", "error"),
    [
        (b"\0\1\2\3" * 100, "auto", UnknownFormat),
        (b"date,mood\n", "daylio", UnknownFormat),
        (b"date,mood\n", "leeward", InvalidFile),
    ],
)
def test_what_cannot_be_read_is_an_expected_failure(journal, tmp_path, data, given, error):
    with pytest.raises(error):
        run_import(journal, write(tmp_path, data), format=given)


def test_a_missing_file_is_an_expected_failure(journal, tmp_path):
    with pytest.raises(FileMissing):
        run_import(journal, tmp_path / "none.csv", mapping=WIDE)


def test_a_file_that_breaks_off_in_the_middle_writes_nothing(journal, tmp_path):
    broken = write(tmp_path, TABLE + '2026-03-03,10:00,"4\n')
    with pytest.raises(InvalidFile):
        run_import(journal, broken, mapping=WIDE)
    assert entries(journal) == []


def test_an_import_can_be_stopped_and_leaves_nothing(journal, tmp_path):
    path = write(tmp_path, "date,time,mood\n" + "2026-03-01,10:00,3\n" * 3000)
    done: list[int] = []

    def stop(rows: int, total: int | None) -> None:
        done.append(rows)
        if len(done) > 4:  # by then the entries are being written
            raise StoppedError

    with pytest.raises(StoppedError):
        run_import(journal, path, mapping=WIDE, progress=stop)
    assert (entries(journal), journal.store.imports.list()) == ([], [])


def test_names_and_notes_from_a_file_are_only_text(journal, tmp_path):
    nasty = "'); DROP TABLE entry;-- {0} %s <b>"
    mapping = LONG + "[[note]]\ncolumn = 'note'\n"
    path = write(tmp_path, f'when,name,value,note\n2026-03-01T10:00,"{nasty}",3,"{nasty}"\n')
    run_import(journal, path, mapping=mapping, make_items=True)
    assert entries(journal)[0].note == nasty
    assert nasty in {item.version.label for item in journal.items()}


def test_a_day_start_chosen_by_the_person_counts(journal, tmp_path):
    journal.put_setting("day_start_min", 0)
    run_import(journal, write(tmp_path, "date,time,mood\n2026-03-02,03:00,3\n"), mapping=WIDE)
    assert (entries(journal)[0].day, entries(journal)[0].day_start_min) == (date(2026, 3, 2), 0)


def test_imported_entries_count_in_the_summary_and_none_as_made_later(journal, table):
    from journal.app.summaries import summary

    run_import(journal, table, mapping=WIDE)
    found = summary(journal, last_days(date(2026, 3, 2), 2)).as_json()
    assert (found["entries"], found["entered_later"]) == (3, 0)


class StoppedError(JournalError):
    """Raised by a test's progress to end an import."""
