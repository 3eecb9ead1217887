"""Loop Habit Tracker: words, thousandths, and days of which nothing is known."""

from __future__ import annotations

from datetime import datetime

import pytest

from journal.exchange.diaries.loop import LoopHabit, LoopTable
from journal.exchange.diaries.loop_zip import LoopZip
from journal.exchange.diaries.source import Said
from journal.model.entries import TimeKnown
from journal.model.errors import InvalidFile, JournalError
from journal.model.items import Combine, Kind
from tests.support.source_diaries import DIARIES, LONG_NAME, NOISE, Brought, bring, recognised, saved, zipped

HEAD = "Date,Walk,Tea,\n"
GOOD = "2026-03-09,YES_MANUAL,2000,\n"
ZIP = DIARIES / "loop.zip"
LIST = "Position,Name,Type\n001,Walk,YES_NO\n002,Tea,NUMERICAL\n"

LISTED = {
    "another word": "2026-03-01,MAYBE,2000,",
    "a word in small letters": "2026-03-01,yes_manual,2000,",
    "nan": "2026-03-01,NO,NaN,",
    "infinity": "2026-03-01,NO,inf,",
    "a huge number": "2026-03-01,NO,1e300,",
    "a long number": f"2026-03-01,NO,{'9' * 10_000},",
    "a long word": f"2026-03-01,NO,{'x' * 10_000},",
    "an underscore": "2026-03-01,NO,1_000,",
    "a nul byte": "2026-03-01,NO\0,2000,",
    "a formula": "2026-03-01,=1+1,2000,",
    "markup": "2026-03-01,<b>NO</b>,2000,",
    "an emoji": "2026-03-01,✔,2000,",
    "below nothing": "2026-03-01,NO,-5000,",
    "a tick without a reason": "2026-03-01,true,2000,",
    "year one": "0001-01-01,NO,2000,",
    "year 9999": "9999-12-31,NO,2000,",
    "31 february": "2026-02-31,NO,2000,",
    "month 13": "2026-13-01,NO,2000,",
    "25:61": "2026-03-01 25:61,NO,2000,",
    "another form of date": "01/03/2026,NO,2000,",
    "a date in words": "Monday,NO,2000,",
    "no date": ",NO,2000,",
    "the first line again": "Date,Walk,Tea,",
    "a time": "2026-03-01T10:00,NO,2000,",
}

QUIET = {
    "unknown": "2026-03-01,UNKNOWN,UNKNOWN,",
    "skipped": "2026-03-01,SKIP,SKIP,",
    "empty cells": "2026-03-01,,,",
    "a row too short": "2026-03-01",
    "a row too long": "2026-03-01,NO,1000,,,more",
    "an empty line": "",
    "commas alone": ",,,",
    "spaces around": " 2026-03-01 , NO , 1000 , ",
    "a duplicate row": GOOD.strip(),
    "no comma at the end": "2026-03-01,NO,1000",
    "other languages' digits": "2026-03-01,NO,٣٠٠٠,",
}


def table(folder, text: str) -> Brought:
    return bring(LoopTable(), saved(folder, text))


def test_the_zip_is_read_by_its_folders_with_notes_and_names():
    found = bring(LoopZip(), ZIP)
    assert found.unread == []
    assert [(entry.at, entry.note) for entry in found.entries] == [
        (datetime(2026, 3, 3, 12), "Walk: By the river"),
        (datetime(2026, 3, 2, 12), ""),
        (datetime(2026, 3, 1, 12), ""),
    ]
    assert found.entries[0].said == (Said("habit", "Walk", 1), Said("number", "Tea, green", 2))
    assert found.entries[2].said == (Said("number", "Tea, green", 0.5),)


def test_the_table_of_all_habits_is_read():
    found = bring(LoopTable(), DIARIES / "Checkmarks.csv")
    assert found.unread == []
    assert {entry.known for entry in found.entries} == {TimeKnown.DAY}
    assert found.numbers("Walk") == [1, 0, 1]
    assert found.numbers("Tea") == [2, 1.5, 0]


@pytest.mark.parametrize("word", ["UNKNOWN", "SKIP", "", "-1", "-3"])
def test_a_day_of_which_nothing_is_known_is_never_a_no(tmp_path, word):
    found = table(tmp_path, f"Date,Walk,\n2026-03-01,{word},\n2026-02-28,NO,\n")
    assert [entry.said for entry in found.entries] == [(), (Said("habit", "Walk", 0),)]
    assert found.unread == []


@pytest.mark.parametrize(
    ("word", "number"), [("YES_MANUAL", 1), ("YES_AUTO", 1), ("NO", 0), ("2", 1), ("1", 1), ("0", 0)]
)
def test_words_and_the_codes_of_old_versions(tmp_path, word, number):
    assert table(tmp_path, f"Date,Walk,\n2026-03-01,{word},\n").said == [Said("habit", "Walk", number)]


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["7000", "500", "NO"], [7, 0.5, 0]),
        (["12", "8", "30"], [12, 8, 30]),
        (["7.5", "2000"], [7.5, 2000]),
        (["10000000"], [10_000]),
        (["123", "2000"], [123, 2000]),
    ],
)
def test_numbers_are_thousandths_where_all_of_them_can_be(tmp_path, cells, numbers):
    rows = "".join(f"2026-03-{day:02},{cell},\n" for day, cell in enumerate(cells, 1))
    assert table(tmp_path, f"Date,Tea,\n{rows}").numbers("Tea") == numbers


def test_the_list_in_the_zip_says_which_habits_count(tmp_path):
    parts = {
        "Habits.csv": LIST,
        "001 Walk/Checkmarks.csv": "Date,Value,Notes\n2026-03-01,YES_MANUAL,\n",
        "002 Tea/Checkmarks.csv": "Date,Value,Notes\n2026-03-01,50,\n",
    }
    assert bring(LoopZip(), zipped(tmp_path, parts)).said == [Said("habit", "Walk", 1), Said("number", "Tea", 0.05)]


def test_the_folders_of_old_versions_have_no_first_line(tmp_path):
    parts = {"Habits.csv": "Name\nWalk\n", "001 Walk/Checkmarks.csv": "2016-01-02,2\n2016-01-01,0\n"}
    found = bring(LoopZip(), zipped(tmp_path, parts))
    assert found.numbers("Walk") == [1, 0]


def test_two_habits_of_one_name_are_told_apart(tmp_path):
    parts = {
        "Habits.csv": "Position,Name,Type\n001,Walk,YES_NO\n002,Walk,YES_NO\n",
        "001 Walk/Checkmarks.csv": "Date,Value,Notes\n2026-03-01,YES_MANUAL,\n",
        "002 Walk/Checkmarks.csv": "Date,Value,Notes\n2026-03-01,NO,\n",
    }
    found = bring(LoopZip(), zipped(tmp_path, parts))
    assert found.said == [Said("habit", "Walk", 1), Said("habit", "Walk (2)", 0)]


def test_a_day_that_stands_twice_in_a_folder_is_listed(tmp_path):
    rows = "Date,Value,Notes\n2026-03-01,YES_MANUAL,\n2026-03-01,NO,\n"
    found = bring(LoopZip(), zipped(tmp_path, {"Habits.csv": LIST, "001 Walk/Checkmarks.csv": rows}))
    assert (found.numbers("Walk"), found.why) == ([1], [(3, "Walk", "NO")])


def test_the_table_of_one_habit_takes_its_name_from_the_folder(tmp_path):
    folder = tmp_path / "001 Walk outside"
    folder.mkdir()
    path = saved(folder, "Date,Value,Notes\n2026-03-01,YES_MANUAL,By the river\n", "Checkmarks.csv")
    assert recognised(LoopHabit(), path)
    (entry,) = bring(LoopHabit(), path).entries
    assert (entry.said, entry.note) == ((Said("habit", "Walk outside", 1),), "By the river")


def test_a_comma_in_the_name_of_a_habit_is_refused_and_not_guessed(tmp_path):
    with pytest.raises(InvalidFile) as refused:
        table(tmp_path, "Date,Tea, green,Walk,\n2026-03-01,2000,NO,\n")
    assert "zip" in str(refused.value.fields["reason"])


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = table(tmp_path, f"{HEAD}{row}\n{GOOD}{GOOD}")
    assert [cell.line for cell in found.unread] == [2]
    assert len(found.unread[0].text) <= 200
    assert found.entries[-1].said[0] == Said("habit", "Walk", 1)


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_and_not_listed(tmp_path, row):
    found = table(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.unread == []
    assert found.entries[-1].said == (Said("habit", "Walk", 1), Said("number", "Tea", 2))


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_each_kind_are_read(tmp_path, ends):
    assert len(table(tmp_path, (HEAD + GOOD + GOOD).replace("\n", ends)).entries) == 2


def test_mixed_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    assert len(table(tmp_path, "\ufeff" + HEAD.replace("\n", "\r\n") + GOOD + GOOD.strip()).entries) == 2


def test_a_habit_with_a_name_of_ten_thousand_letters_is_read(tmp_path):
    assert table(tmp_path, f"Date,{LONG_NAME},\n2026-03-01,NO,\n").numbers(LONG_NAME) == [0]


@pytest.mark.parametrize("content", [b"", NOISE, b"a,b\n1,2\n", b'Date,Walk,\n2026-03-01,"NO,\n'])
def test_a_broken_table_is_refused_with_a_typed_error(tmp_path, content):
    for form in (LoopTable(), LoopHabit()):
        with pytest.raises(JournalError):
            bring(form, saved(tmp_path, content))


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04" + NOISE, ZIP.read_bytes()[:300], ZIP.read_bytes()[:-40], ZIP.read_bytes()[20:]]
)
def test_a_broken_zip_is_refused_with_a_typed_error(tmp_path, content):
    with pytest.raises(InvalidFile):
        bring(LoopZip(), saved(tmp_path, content))


@pytest.mark.parametrize(
    "parts",
    [
        {"Habits.csv": LIST},
        {"Habits.csv": LIST, "Checkmarks.csv": HEAD},
        {"Habits.csv": "", "001 Walk/Checkmarks.csv": GOOD},
        {"Habits.csv": LIST, "../001 Walk/Checkmarks.csv": GOOD},
        {"Habits.csv": LIST, "001 Walk/Checkmarks.csv": b""},
    ],
)
def test_a_zip_without_what_is_needed_is_refused(tmp_path, parts):
    with pytest.raises(InvalidFile):
        bring(LoopZip(), zipped(tmp_path, parts))


@pytest.mark.parametrize(
    "text",
    [
        "Date,Walk,\n2026-03-01,0.1234,\n",
        "Date,Mood,Calm,\n2026-03-01,3,5,\n2026-03-02,4,1,\n",
        "Date,Walk,\n2026-03-01,0,\n",
        "Date,Walk,\n2026-03-01,1,\n",
        "Date,Walk\n2026-03-01,NO\n",
        "Date,Value,Notes\n2026-03-01,3,\n",
        "Date,Mood,Sleep\n2026-03-01,3,7.5\n",
        "Date,Walk,\nMonday,YES_MANUAL,\n",
        "",
        "Date,\n",
    ],
)
def test_scores_and_other_tables_are_not_taken_for_it(tmp_path, text):
    path = saved(tmp_path, text)
    assert not any(recognised(form, path) for form in (LoopTable(), LoopHabit(), LoopZip()))


@pytest.mark.parametrize("cells", ["YES_MANUAL,3", "UNKNOWN,UNKNOWN", "2,0", "2,-1", "7000,0", "2500,100", "NO,"])
def test_a_table_with_its_own_cells_is_taken_for_it(tmp_path, cells):
    assert recognised(LoopTable(), saved(tmp_path, f"Date,Walk,Tea,\n2026-03-01,{cells},\n"))


def test_its_own_files_are_taken_for_it():
    assert recognised(LoopZip(), ZIP)
    assert recognised(LoopTable(), DIARIES / "Checkmarks.csv")


def test_habits_become_yes_or_no_and_numbers_add_up():
    habit, number = LoopTable().destination("habit"), LoopZip().destination("number")
    assert (habit.kind, number.kind, number.maximum, number.combine) == (Kind.YES_NO, Kind.COUNT, None, Combine.SUM)
    assert (habit.blank, number.blank) == (True, True)
