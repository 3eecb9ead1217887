"""eMoods: columns by name, 1 to 4 minus 1, and a 0 that means nothing was filled in."""

from __future__ import annotations

from datetime import datetime

import pytest

from journal.exchange.diaries.emoods import EMoods
from journal.exchange.diaries.source import Said
from journal.model.entries import TimeKnown
from journal.model.errors import FileTooLarge, InvalidFile, JournalError
from journal.model.items import Better, Kind
from tests.support.source_diaries import DIARIES, LONG_NAME, NOISE, Brought, bring, recognised, saved, zipped

HEAD = "ID,DATE (YYYY-MM-DD),IRRITABILITY,ANXIETY,DEPRESSED,ELEVATED,SLEEP,PSYCHOTIC SYMPTOMS,NOTE,THERAPY,WEIGHT\n"
GOOD = "9,2026-03-09,1,2,3,4,7.5,0,Fine,1,70.5\n"
SAMPLE = DIARIES / "sample.emoods"

LISTED = {
    "nan": "1,2026-03-01,nan,1,1,1,7,0,,0,0",
    "infinity": "1,2026-03-01,1,inf,1,1,7,0,,0,0",
    "a word": "1,2026-03-01,1,1,severe,1,7,0,,0,0",
    "five": "1,2026-03-01,5,1,1,1,7,0,,0,0",
    "below nothing": "1,2026-03-01,-1,1,1,1,7,0,,0,0",
    "a huge number": "1,2026-03-01,1,1,1,1e200,7,0,,0,0",
    "a long number": f"1,2026-03-01,1,1,1,{'9' * 10_000},7,0,,0,0",
    "a long word": f"1,2026-03-01,1,1,1,{'x' * 10_000},7,0,,0,0",
    "a nul byte": "1,2026-03-01,1,1,1,2\0,7,0,,0,0",
    "an underscore": "1,2026-03-01,1_0,1,1,1,7,0,,0,0",
    "a formula": "1,2026-03-01,=1+1,1,1,1,7,0,,0,0",
    "markup": "1,2026-03-01,<b>1</b>,1,1,1,7,0,,0,0",
    "thirty hours": "1,2026-03-01,1,1,1,1,30,0,,0,0",
    "25:61 hours": "1,2026-03-01,1,1,1,1,25:61,0,,0,0",
    "two yes": "1,2026-03-01,1,1,1,1,7,2,,0,0",
    "a heavy weight": "1,2026-03-01,1,1,1,1,7,0,,0,99999",
    "year one": "1,0001-01-01,1,1,1,1,7,0,,0,0",
    "year 9999": "1,9999-12-31,1,1,1,1,7,0,,0,0",
    "31 february": "1,2026-02-31,1,1,1,1,7,0,,0,0",
    "month 13": "1,2026-13-01,1,1,1,1,7,0,,0,0",
    "another form of date": "1,03/01/2026,1,1,1,1,7,0,,0,0",
    "no date": "1,,1,1,1,1,7,0,,0,0",
    "a date in words": "1,today,1,1,1,1,7,0,,0,0",
    "the first line again": HEAD.strip(),
    "a time as a date": "1,2026-03-01T10:00,1,1,1,1,7,0,,0,0",
}

QUIET = {
    "other languages' digits": "1,2026-03-01,٢,1,1,1,7,0,,0,0",
    "a row too short": "1,2026-03-01,1",
    "a row too long": "1,2026-03-01,1,1,1,1,7,0,,0,0,extra,more",
    "an empty line": "",
    "empty cells": "1,2026-03-01,,,,,,,,,",
    "commas alone": ",,,,,,,,,,",
    "spaces around": " 1 , 2026-03-01 , 1 , 1 , 1 , 1 , 7 , 0 , , 0 , 0 ",
    "zeros": "1,2026-03-01,0,0,0,0,0.0,0,,0,0.0",
    "a duplicate row": GOOD.strip(),
    "hours by the clock": "1,2026-03-01,1,1,1,1,7:30,0,,0,0",
}

REFUSED = {
    "no zip": b"PK\x03\x04" + NOISE,
    "a truncated zip": SAMPLE.read_bytes()[:200],
    "half a zip": SAMPLE.read_bytes()[: len(SAMPLE.read_bytes()) // 2],
    "an empty table": b"",
    "another table": b"a,b,c\n1,2,3\n",
    "a date alone": b"DATE (YYYY-MM-DD),NOTE\n2026-03-01,x\n",
    "ratings alone": b"ANXIETY,DEPRESSED\n1,2\n",
    "a quote without end": (HEAD + '1,"2026-03-01,1\n').encode(),
}


def entry_csv(folder, rows: str) -> Brought:
    return bring(EMoods(), zipped(folder, {"entry.csv": rows}))


def test_the_sample_is_read_as_the_program_means_it():
    found = bring(EMoods(), SAMPLE)
    assert found.unread == []
    first = found.entries[0]
    assert (first.at, first.known, first.note) == (datetime(2026, 3, 1, 12), TimeKnown.DAY, "A long day, rain")
    assert first.said == (
        Said("rating", "Irritability", 0),
        Said("rating", "Anxiety", 1),
        Said("rating", "Depressed", 3),
        Said("rating", "Elevated", 0),
        Said("sleep", "Sleep", 7.5),
        Said("yes or no", "Therapy", 1),
    )


def test_a_zero_says_nothing_and_is_never_below_none(tmp_path):
    found = entry_csv(tmp_path, HEAD + "1,2026-03-01,0,0,3,0,0.0,0,,0,0.0\n")
    assert found.said == [Said("rating", "Depressed", 2)]
    assert found.unread == []


@pytest.mark.parametrize(("cell", "number"), [("1", 0), ("2", 1), ("3", 2), ("4", 3), ("4.0", 3)])
def test_one_is_subtracted_from_each_rating(tmp_path, cell, number):
    found = entry_csv(tmp_path, f"DATE (YYYY-MM-DD),ANXIETY\n2026-03-01,{cell}\n")
    assert found.numbers("Anxiety") == [number]


def test_columns_are_found_by_name_in_any_order(tmp_path):
    found = entry_csv(tmp_path, "SLEEP,note,Anxiety,DATE (YYYY-MM-DD),My own\n7,Text,2,2026-03-01,12\n")
    (entry,) = found.entries
    assert set(entry.said) == {Said("sleep", "Sleep", 7), Said("rating", "Anxiety", 1), Said("number", "My own", 12)}
    assert entry.note == "Text"


def test_the_table_alone_and_in_a_folder_of_the_zip_are_read_too(tmp_path):
    alone = saved(tmp_path, HEAD + GOOD, "alone.txt")
    within = zipped(tmp_path, {"backup/entry.csv": HEAD + GOOD, "other.csv": "x"})
    assert recognised(EMoods(), alone)
    assert recognised(EMoods(), within)
    assert bring(EMoods(), alone).entries == bring(EMoods(), within).entries


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_each_kind_are_read(tmp_path, ends):
    assert len(entry_csv(tmp_path, (HEAD + GOOD + GOOD).replace("\n", ends)).entries) == 2


def test_mixed_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    rows = "\ufeff" + HEAD.replace("\n", "\r\n") + GOOD + GOOD.replace("\n", "\r\n") + GOOD.strip()
    assert len(entry_csv(tmp_path, rows).entries) == 3


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = entry_csv(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert [cell.line for cell in found.unread] == [2]
    assert len(found.unread[0].text) <= 200
    assert found.entries[-1].said[1] == Said("rating", "Anxiety", 1)


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_and_not_listed(tmp_path, row):
    found = entry_csv(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.unread == []
    assert found.entries[-1].note == "Fine"


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_broken_file_is_refused_with_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        bring(EMoods(), saved(tmp_path, content))


def test_a_zip_without_the_table_and_one_of_another_program_are_refused(tmp_path):
    path = zipped(tmp_path, {"other.csv": HEAD + GOOD})
    assert not recognised(EMoods(), path)
    with pytest.raises(InvalidFile):
        bring(EMoods(), path)


def test_a_name_that_leads_out_of_the_zip_is_refused(tmp_path):
    path = zipped(tmp_path, {"../entry.csv": HEAD + GOOD})
    assert not recognised(EMoods(), path)
    with pytest.raises(InvalidFile):
        bring(EMoods(), path)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.archives.MOST_BYTES", 10_000)
    with pytest.raises(FileTooLarge):
        entry_csv(tmp_path, HEAD + GOOD * 1000)


def test_a_column_with_a_name_of_ten_thousand_letters_is_read(tmp_path):
    found = entry_csv(tmp_path, f"DATE (YYYY-MM-DD),ANXIETY,{LONG_NAME}\n2026-03-01,1,5\n")
    assert found.numbers(LONG_NAME) == [5]


@pytest.mark.parametrize("content", [b"", NOISE, b"date,mood\n2026-03-01,3\n", b"PK\x03\x04", b'{"a": 1}'])
def test_other_files_are_not_taken_for_it(tmp_path, content):
    assert not recognised(EMoods(), saved(tmp_path, content))


def test_each_kind_becomes_an_item_of_its_kind():
    kinds = {kind: EMoods().destination(kind) for kind in ("rating", "sleep", "yes or no", "weight", "number")}
    assert (kinds["rating"].minimum, kinds["rating"].maximum, kinds["rating"].better) == (0, 3, Better.LOWER)
    assert [each.kind for each in kinds.values()] == [Kind.SCALE, Kind.HOURS, Kind.YES_NO, Kind.COUNT, Kind.COUNT]
    assert [kind for kind, each in kinds.items() if each.blank] == ["sleep", "yes or no"]
