from __future__ import annotations

from datetime import date

import pytest

from journal.exchange import table_rows
from journal.exchange.limits import FIRST_SHOWN, MOST_LISTED
from journal.model.entries import TimeKnown
from journal.model.errors import FileTooLarge, InvalidFile, InvalidMapping
from tests.support.tables import LONG, WIDE, read, reader

ONCE = WIDE + 'once = "day"\n'
WORDS = WIDE + 'words = { "low" = 1, "5+ times" = 5 }\n'


def test_each_row_of_a_wide_table_is_an_entry(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,3\n2026-03-01,22:30,7\n")
    assert [(draft.day, draft.offset_min) for draft in found.drafts] == [(date(2026, 3, 1), 60)] * 2
    assert found.values("own_mood") == [3, 7]
    assert found.why == []


def test_an_entry_before_four_belongs_to_the_day_before(tmp_path):
    assert read(tmp_path, "date,time,mood\n2026-03-02,03:59,3\n").drafts[0].day == date(2026, 3, 1)


def test_a_row_without_answers_is_still_an_entry(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,\n")
    assert len(found.drafts) == 1
    assert found.drafts[0].ratings == ()
    assert found.why == []


def test_a_cell_that_is_no_number_is_listed_with_its_place(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,good\n")
    assert found.why == [(2, "mood", "good", "not a number")]


def test_a_number_off_the_scale_is_listed_and_not_kept(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,9\n")
    assert found.why == [(2, "mood", "9", "outside 1 to 7")]
    assert found.values("own_mood") == []


def test_words_stand_for_their_numbers(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,low\n2026-03-02,10:00, 5+ times \n", WORDS)
    assert found.values("own_mood") == [1, 5]


def test_the_words_for_missing_are_no_answers(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,NA\n", 'missing = ["NA"]\n' + WIDE)
    assert (found.values("own_mood"), found.why) == ([], [])


def test_the_first_answer_of_a_day_counts_and_one_that_differs_is_listed(tmp_path):
    text = "date,time,mood\n2026-03-01,10:00,\n2026-03-01,11:00,3\n2026-03-01,12:00,3.0\n2026-03-01,13:00,4\n"
    found = read(tmp_path, text, ONCE)
    assert [len(draft.ratings) for draft in found.drafts] == [0, 1, 0, 0]
    assert found.why == [(5, "mood", "4", "differs from the first answer of the day, 3")]


def test_a_day_of_repeated_answers_runs_on_past_midnight(tmp_path):
    text = "date,time,mood\n2026-03-01,22:00,3\n2026-03-02,02:00,3\n2026-03-02,10:00,4\n"
    found = read(tmp_path, text, ONCE)
    assert found.values("own_mood") == [3, 4]
    assert found.why == []


def test_an_entry_without_a_time_is_known_by_its_day(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,,3\n")
    assert found.drafts[0].time_known is TimeKnown.DAY
    assert found.why == []


def test_a_time_that_cannot_be_read_keeps_the_entry_and_is_listed(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,25:61,3\n")
    assert found.drafts[0].time_known is TimeKnown.DAY
    assert found.values("own_mood") == [3]
    assert found.why == [(2, "time", "25:61", "not a time; the entry is kept for the whole day")]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31.02.2026", "not a date; the row was left out"),
        ("2026-02-31", "not a date; the row was left out"),
        ("0001-01-01", "before the year 1900; the row was left out"),
        ("9999-12-31", "in the future; the row was left out"),
        ("", "no date; the row was left out"),
    ],
)
def test_a_row_without_a_possible_date_is_listed(tmp_path, cell, why):
    found = read(tmp_path, f"date,time,mood\n{cell},10:00,3\n2026-03-01,10:00,4\n")
    assert found.why == [(2, "date", cell, why)]
    assert found.values("own_mood") == [4]


def test_cells_beyond_the_last_column_are_listed(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-01,10:00,3,surprise\n")
    assert found.why == [(2, "4", "surprise", "more cells than the first line has columns")]


def test_empty_lines_and_rows_of_commas_are_nothing(tmp_path):
    found = read(tmp_path, "date,time,mood\n\n,,\n2026-03-01,10:00,3\n\n")
    assert (len(found.drafts), found.why) == (1, [])


def test_lines_are_counted_as_an_editor_shows_them(tmp_path):
    text = 'date,time,mood,note\n2026-03-01,10:00,3,"two\nlines"\n2026-03-02,10:00,x,\n'
    assert read(tmp_path, text).why == [(4, "mood", "x", "not a number")]


def test_a_mixture_of_line_ends_is_read(tmp_path):
    found = read(tmp_path, b"date,time,mood\r\n2026-03-01,10:00,3\n2026-03-02,10:00,4\r2026-03-03,10:00,5\r\n")
    assert found.values("own_mood") == [3, 4, 5]


def test_source_keys_come_from_the_time_and_never_from_the_line(tmp_path):
    rows = ["2026-03-01,10:00,3", "2026-03-02,10:00,4", "2026-03-02,10:00,5"]
    keys = [draft.source_key for draft in read(tmp_path, "date,time,mood\n" + "\n".join(rows)).drafts]
    longer = ["2026-02-01,10:00,1", *rows]
    assert [draft.source_key for draft in read(tmp_path, "date,time,mood\n" + "\n".join(longer)).drafts][1:] == keys
    assert len(set(keys)) == 3


def test_a_source_tells_tables_apart(tmp_path):
    text = "date,time,mood\n2026-03-01,10:00,3\n"
    assert (
        read(tmp_path, text).drafts[0].source_key != read(tmp_path, text, 'source = "x"\n' + WIDE).drafts[0].source_key
    )


def test_notes_are_text_with_one_kind_of_line_end(tmp_path):
    text = 'date,time,mood,remarks\n2026-03-01,10:00,3,"=1+1\r\nsecond"\n'
    found = read(tmp_path, text, WIDE + '[[note]]\ncolumn = "remarks"\n')
    assert found.drafts[0].note == "=1+1\nsecond"


def test_rows_of_one_time_make_one_entry_in_a_long_table(tmp_path):
    text = "when,name,value\n2026-03-01T10:00,Irritable,3\n2026-03-01T10:00,Tired,4\n2026-03-02T10:00,Tired,5\n"
    assert [len(draft.ratings) for draft in read(tmp_path, text, LONG).drafts] == [2, 1]


def test_a_long_table_in_no_order_makes_the_same_entries(tmp_path):
    rows = ["2026-03-02T10:00,Tired,5", "2026-03-01T10:00,Irritable,3", "2026-03-02T10:00,Irritable,4"]
    found = read(tmp_path, "when,name,value\n" + "\n".join(rows), LONG).drafts
    ordered = read(tmp_path, "when,name,value\n" + "\n".join(sorted(rows)), LONG).drafts
    assert {(each.source_key, frozenset(each.ratings)) for each in found} == {
        (each.source_key, frozenset(each.ratings)) for each in ordered
    }


def test_a_second_answer_at_the_same_time_makes_a_second_entry(tmp_path):
    text = "when,name,value\n2026-03-01T10:00,Tired,3\n2026-03-01T10:00,Tired,4\n"
    found = read(tmp_path, text, LONG)
    assert found.values("own_tired") == [3, 4]
    assert len({draft.source_key for draft in found.drafts}) == 2


def test_names_that_map_to_nothing_are_counted(tmp_path):
    text = "when,name,value\n2026-03-01T10:00,Lausig,3\n2026-03-02T10:00,Lausig,4\n2026-03-02T10:00,Tired,5\n"
    unmapped = read(tmp_path, text, LONG).survey.unmapped
    assert [each.as_json() for each in unmapped] == [{"name": "Lausig", "kind": "item", "count": 2}]


def test_names_can_be_mapped_or_left_out(tmp_path):
    names = LONG + '[names]\nWeary = "own_tired"\nNoise = ""\nMore = false\n'
    text = "when,name,value\n2026-03-01T10:00,Weary,3\n2026-03-02T10:00,Noise,4\n2026-03-03T10:00,More,4\n"
    found = read(tmp_path, text, names)
    assert found.values("own_tired") == [3]
    assert (found.survey.unmapped, len(found.drafts)) == ((), 1)


def test_times_with_an_offset_keep_it(tmp_path):
    text = "when,name,value\n2022-09-16T00:13:27.182+01:00,Tired,5\n"
    draft = read(tmp_path, text, LONG).drafts[0]
    assert (draft.offset_min, draft.zone) == (60, None)
    assert draft.at_ms == 1663283607182


@pytest.mark.parametrize(("unit", "cell"), [("seconds", "1663283607"), ("milliseconds", "1663283607000")])
def test_times_can_count_from_1970(tmp_path, unit, cell):
    mapping = LONG.replace('column = "when"', f'column = "when"\nunit = "{unit}"')
    assert read(tmp_path, f"when,name,value\n{cell},Tired,5\n", mapping).drafts[0].at_ms == 1663283607000


def test_a_column_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InvalidMapping) as caught:
        reader(tmp_path, "date,mood\n")
    assert caught.value.fields["where"] == "time.column = time"


def test_a_column_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(InvalidMapping):
        reader(tmp_path, "date,time,mood,mood\n")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_file_is_refused(tmp_path, text):
    with pytest.raises(InvalidFile):
        reader(tmp_path, text)


def test_a_quote_that_is_never_closed_is_found_and_loses_no_rows(tmp_path):
    table = reader(tmp_path, 'date,time,mood\n2026-03-01,10:00,3\n"2026-03-02,10:00,4\n2026-03-03,10:00,4\n')
    with pytest.raises(InvalidFile) as caught:
        table.survey()
    assert caught.value.fields["line"] == 3


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(table_rows, "MOST_ROWS", 2)
    table = reader(tmp_path, "date,time,mood\n" + "2026-03-01,10:00,3\n" * 3)
    with pytest.raises(FileTooLarge) as caught:
        table.survey()
    assert caught.value.fields["unit"] == "rows"


def test_a_survey_keeps_the_first_entries_and_cells_only(tmp_path):
    survey = read(tmp_path, "date,time,mood\n" + "2026-03-01,10:00,x\n" * 1200).survey
    assert (len(survey.first), len(survey.unread), survey.unread_count) == (FIRST_SHOWN, MOST_LISTED, 1200)


def test_all_unread_cells_are_reported(tmp_path):
    cells: list[object] = []
    reader(tmp_path, "date,time,mood\n" + "2026-03-01,10:00,x\n" * 1200).survey(cells.append)
    assert len(cells) == 1200


def test_progress_says_what_is_done_of_how_much(tmp_path):
    steps: list[tuple[int, int | None]] = []
    reader(tmp_path, "date,time,mood\n" + "2026-03-01,10:00,3\n" * 2500).survey(None, lambda *step: steps.append(step))
    assert steps == [(1000, 2500), (2000, 2500)]
