"""Broken tables: each is read as far as it can be, with every loss listed, or refused with its reason."""

from __future__ import annotations

import random

import pytest

from journal.exchange.limits import MOST_BYTES, check_size
from journal.model.errors import FileMissing, FileTooLarge, FileUnreadable, InvalidFile, InvalidMapping
from tests.support.tables import WIDE, read, reader

HEAD = "date,time,mood\n"
NOISE = random.Random(1).randbytes(4000)
GOOD = "2026-03-01,10:00,3\n"

LISTED = {
    "nan": "2026-03-01,10:00,NaN",
    "infinity": "2026-03-01,10:00,inf",
    "a word": "2026-03-01,10:00,good",
    "html": "2026-03-01,10:00,<b>3</b>",
    "a formula": "2026-03-01,10:00,=1+2",
    "an emoji": "2026-03-01,10:00,😀",
    "a fraction": "2026-03-01,10:00,½",
    "a nul byte": "2026-03-01,10:00,3\0",
    "too high": "2026-03-01,10:00,8",
    "too low": "2026-03-01,10:00,0",
    "a huge number": "2026-03-01,10:00,1e300",
    "a long number": "2026-03-01,10:00," + "9" * 10_000,
    "a long name": "2026-03-01,10:00," + "x" * 10_000,
    "an underscore": "2026-03-01,10:00,1_0",
    "year one": "0001-01-01,10:00,3",
    "year zero": "0000-01-01,10:00,3",
    "year 9999": "9999-12-31,23:59,3",
    "tomorrow's century": "2126-01-01,10:00,3",
    "31 february": "2026-02-31,10:00,3",
    "month 13": "2026-13-01,10:00,3",
    "no date": ",10:00,3",
    "a date in words": "yesterday,10:00,3",
    "a date of another form": "01/03/2026,10:00,3",
    "25:61": "2026-03-01,25:61,3",
    "a time in words": "2026-03-01,noon,3",
    "a negative time": "2026-03-01,-1:00,3",
    "a time with a zone": "2026-03-01,10:00Z,3",
    "a cell too many": "2026-03-01,10:00,3,extra",
    "a header in the middle": "date,time,mood",
    "a bell": "2026-03-01,10:00,\a",
    "a replacement sign": "2026-03-01,10:00,\ufffd",
}

QUIET = {
    "a row too short": "2026-03-01",
    "spaces only": " , , ",
    "a duplicate row": "2026-03-01,10:00,3",
    "an empty line": "",
    "other digits": "2026-03-01,10:00,٣",
    "spaces around": " 2026-03-02 , 10:00 , 3 ",
    "seconds": "2026-03-01,10:00:30,3",
}


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = read(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.survey.unread_count == 1
    assert found.survey.unread[0].line == 2
    assert len(found.survey.unread[0].text) <= 200
    assert found.drafts[-1].ratings[0].value == 3


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_that_can_be_read_is_not_listed(tmp_path, row):
    found = read(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.why == []
    assert found.drafts[-1].ratings[0].value == 3


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00", "9999-12-31T23:59", "9999-12-31T23:59-23:59", "2126-01-01T10:00"]
)
def test_moments_at_the_ends_of_time_are_listed(tmp_path, moment):
    mapping = '[datetime]\ncolumn = "when"\n[[item]]\ncolumn = "mood"\nkey = "own_mood"\nmin = 1\nmax = 7\n'
    found = read(tmp_path, f"when,mood\n{moment},3\n", mapping)
    assert (len(found.drafts), found.survey.unread_count) == (0, 1)


@pytest.mark.parametrize("count", ["1e14", "-1e14", "99999999999999", "nan"])
def test_counts_beyond_the_ends_of_time_are_listed(tmp_path, count):
    mapping = (
        '[datetime]\ncolumn = "when"\nunit = "seconds"\n[[item]]\ncolumn = "mood"\nkey = "own_mood"\nmin = 1\nmax = 7\n'
    )
    found = read(tmp_path, f"when,mood\n{count},3\n", mapping)
    assert (len(found.drafts), found.survey.unread_count) == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + '2026-03-01,10:00,"3\n',
        HEAD + '2026-03-01,10:00,"3" x\n',
        HEAD + "2026-03-01,10:00," + "x" * 200_000 + "\n",
        "",
    ],
)
def test_a_table_out_of_joint_is_refused(tmp_path, text):
    with pytest.raises(InvalidFile):
        reader(tmp_path, text).survey()


@pytest.mark.parametrize("data", [NOISE, b"\0" * 4000, b"PK\x03\x04" + NOISE[:200], b"\xff\xfe\x00"])
def test_bytes_that_are_no_table_are_refused(tmp_path, data):
    with pytest.raises((InvalidFile, InvalidMapping)):
        reader(tmp_path, data)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileMissing):
        check_size(tmp_path / "none.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(FileUnreadable):
        check_size(tmp_path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileTooLarge):
        check_size(path)


def test_half_a_letter_at_the_end_is_shown_as_such(tmp_path):
    found = read(tmp_path, (HEAD + "2026-03-01,10:00,4").encode("utf-16") + b"\x00", WIDE)
    assert found.survey.unread_count == 1
