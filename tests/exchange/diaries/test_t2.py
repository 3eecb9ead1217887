"""T2 Mood Tracker: results under their scales, gathered by time."""

from __future__ import annotations

from datetime import datetime

import pytest

from journal.exchange.diaries.source import Said
from journal.exchange.diaries.t2 import T2
from journal.model.errors import FileTooLarge, JournalError
from journal.model.items import Better, Kind
from tests.support.source_diaries import DIARIES, LONG_NAME, NOISE, Brought, bring, recognised, saved

HEAD = '"group","Anxiety","false"\n"scale","Worried","Untroubled"\n'
GOOD = '"result","2026-03-09 21:15:30","35"\n'
NAME = "Anxiety: Worried – Untroubled"

LISTED = {
    "nan": '"result","2026-03-01 21:15:30","NaN"',
    "infinity": '"result","2026-03-01 21:15:30","inf"',
    "a word": '"result","2026-03-01 21:15:30","calm"',
    "no number": '"result","2026-03-01 21:15:30",""',
    "above the scale": '"result","2026-03-01 21:15:30","101"',
    "below the scale": '"result","2026-03-01 21:15:30","-1"',
    "a huge number": '"result","2026-03-01 21:15:30","1e300"',
    "a long number": f'"result","2026-03-01 21:15:30","{"9" * 10_000}"',
    "an underscore": '"result","2026-03-01 21:15:30","1_0"',
    "a formula": '"result","2026-03-01 21:15:30","=1+1"',
    "a nul byte": '"result","2026-03-01 21:15:30","3\0"',
    "an emoji": '"result","2026-03-01 21:15:30","😀"',
    "no time": '"result","","35"',
    "a day alone": '"result","2026-03-01","35"',
    "year one": '"result","0001-01-01 00:00:00","35"',
    "year 9999": '"result","9999-12-31 23:59:59","35"',
    "31 february": '"result","2026-02-31 10:00:00","35"',
    "month 13": '"result","2026-13-01 10:00:00","35"',
    "25:61": '"result","2026-03-01 25:61:00","35"',
    "a time of another form": '"result","01/03/2026 10:00","35"',
    "a time with a zone": '"result","2026-03-01T10:00:00Z","35"',
    "a time in words": '"result","yesterday","35"',
    "a note without a time": '"note","","Text"',
    "a note of 31 february": '"note","2026-02-31 10:00:00","Text"',
    "another kind of row": '"mood","2026-03-01 10:00:00","35"',
    "a name alone": '"anything"',
    "a long kind": f'"{LONG_NAME}","a","b"',
}

QUIET = {
    "other languages' digits": '"result","2026-03-01 21:15:30","٣"',
    "a row too long": '"result","2026-03-01 21:15:30","35","more"',
    "no quotes": "result,2026-03-01 21:15:30,35",
    "an empty line": "",
    "commas alone": ",,",
    "capitals": '"RESULT","2026-03-01 21:15:30","35"',
    "spaces around": ' "result" , 2026-03-01 21:15:30 , 35 '.replace('"', ""),
    "a note": '"note","2026-03-01 21:15:30","A ""quoted"" word"',
    "an empty note": '"note","2026-03-01 21:15:30",""',
    "a note with a line end": '"note","2026-03-01 21:15:30","one\ntwo"',
    "a scale without results": '"scale","Tense","Relaxed"\n"scale","Worried","Untroubled"',
}


def export(folder, text: str) -> Brought:
    return bring(T2(), saved(folder, text))


def test_the_sample_is_read_as_the_program_means_it():
    found = bring(T2(), DIARIES / "t2.csv")
    assert found.unread == []
    assert [(entry.at, entry.note) for entry in found.entries] == [
        (datetime(2026, 3, 1, 21, 15, 30), "A loud street, then home."),
        (datetime(2026, 3, 2, 21, 2, 11), ""),
        (datetime(2026, 3, 5, 10), "Only a note"),
    ]
    assert found.entries[0].said == (Said("scale", NAME, 35), Said("scale", "Anxiety: Tense – Relaxed", 40))


def test_a_result_without_a_scale_is_listed(tmp_path):
    found = export(tmp_path, f'"group","A","false"\n{GOOD}"scale","x","y"\n{GOOD}')
    assert found.why == [(2, "result", "35")]
    assert found.said == [Said("scale", "A: x – y", 35)]


def test_the_same_words_in_two_groups_are_two_scales(tmp_path):
    rows = "".join(f'"group","{group}","true"\n"scale","low","high"\n{GOOD}' for group in ("A", "B"))
    (entry,) = export(tmp_path, rows).entries
    assert [said.name for said in entry.said] == ["A: low – high", "B: low – high"]


def test_a_second_result_of_a_scale_at_one_time_is_listed(tmp_path):
    found = export(tmp_path, HEAD + GOOD + GOOD.replace("35", "40"))
    assert (found.numbers(NAME), found.why) == ([35], [(4, NAME, "40")])


def test_a_file_of_notes_alone_is_read(tmp_path):
    path = saved(tmp_path, '"note","2026-03-01 21:15:30","Text"\n')
    assert recognised(T2(), path)
    assert bring(T2(), path).entries[0].note == "Text"


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = export(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert [cell.line for cell in found.unread] == [3]
    assert len(found.unread[0].text) <= 200
    assert found.numbers(NAME) == [35]


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_and_not_listed(tmp_path, row):
    found = export(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.unread == []
    assert found.numbers(NAME)[-1] == 35


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_each_kind_are_read(tmp_path, ends):
    assert export(tmp_path, (HEAD + GOOD).replace("\n", ends)).numbers(NAME) == [35]


def test_mixed_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    assert export(tmp_path, "\ufeff" + HEAD.replace("\n", "\r\n") + GOOD.strip()).numbers(NAME) == [35]


def test_names_of_ten_thousand_letters_and_with_a_nul_byte_are_read(tmp_path):
    rows = f'"group","{LONG_NAME}","false"\n"scale","a\0","b"\n{GOOD}'
    assert export(tmp_path, rows).said == [Said("scale", f"{LONG_NAME}: a\ufffd – b", 35)]


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,\n", (HEAD + '"result","2026-03-01 21:15:30\n').encode()])
def test_a_broken_file_is_refused_with_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        bring(T2(), saved(tmp_path, content))


def test_a_file_of_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.diaries.t2.MOST_ROWS", 5)
    with pytest.raises(FileTooLarge):
        export(tmp_path, HEAD + GOOD * 10)


@pytest.mark.parametrize(
    "content", [b"", NOISE, b"group,mood\nA,3\n", b"group,a,b\n1,2,3\n", b"PK\x03\x04", b"note,x,y\n"]
)
def test_other_files_are_not_taken_for_it(tmp_path, content):
    assert not recognised(T2(), saved(tmp_path, content))


def test_scales_run_from_0_to_100_and_their_better_end_is_not_guessed():
    scale = T2().destination("scale")
    assert (scale.kind, scale.minimum, scale.maximum, scale.better) == (Kind.SCALE, 0, 100, Better.NONE)
