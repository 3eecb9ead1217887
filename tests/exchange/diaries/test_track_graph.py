"""Track & Graph: with and without a column for the label, numbers, durations, and yes or no."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.exchange.diaries.source import Said
from journal.exchange.diaries.track_graph import TrackGraph
from journal.model.entries import TimeKnown
from journal.model.errors import JournalError
from journal.model.items import Combine, Kind
from tests.support.diary_reading import read_diary
from tests.support.source_diaries import DIARIES, LONG_NAME, NOISE, Brought, bring, recognised, saved

HEAD = "FeatureName,Timestamp,Value,Label,Note\n"
OLDER = "FeatureName,Timestamp,Value,Note\n"
GOOD = "Tea,2026-03-09T08:10:00.120+01:00,2.0,,Green\n"
AT = "2026-03-01T08:00:00.000+01:00"

LISTED = {
    "nan": f"Tea,{AT},NaN,,",
    "infinity": f"Tea,{AT},Infinity,,",
    "a word": f"Tea,{AT},two,,",
    "no value": f"Tea,{AT},,,",
    "a huge number": f"Tea,{AT},1e300,,",
    "a long number": f"Tea,{AT},{'9' * 10_000},,",
    "an underscore": f"Tea,{AT},1_0,,",
    "a formula": f"Tea,{AT},=2+3,,",
    "a nul byte": f"Tea,{AT},1\0,,",
    "a duration without seconds": f"Tea,{AT},1:10,,",
    "a duration with letters": f"Tea,{AT},1:aa:10,,",
    "an emoji": f"Tea,{AT},😀,,",
    "no name": f",{AT},1,,",
    "no time": "Tea,,1,,",
    "a day alone": "Tea,2026-03-01,1,,",
    "year one": "Tea,0001-01-01T00:00:00Z,1,,",
    "year 9999": "Tea,9999-12-31T23:59:59Z,1,,",
    "31 february": "Tea,2026-02-31T10:00:00Z,1,,",
    "25:61": "Tea,2026-03-01T25:61:00Z,1,,",
    "month 13": "Tea,2026-13-01T10:00:00Z,1,,",
    "a date of another form": "Tea,01/03/2026 10:00,1,,",
    "a time in words": "Tea,yesterday,1,,",
    "an offset of two days": "Tea,2026-03-01T10:00:00+48:00,1,,",
    "a time as a number": "Tea,1772352000000,1,,",
    "the first line again": HEAD.strip(),
    "a name alone": "Tea",
}

QUIET = {
    "other languages' digits": f"Tea,{AT},٣,,",
    "a row too long": f"Tea,{AT},1,,note,more,cells",
    "a row too short": f"Tea,{AT},1",
    "an empty line": "",
    "commas alone": ",,,,",
    "spaces around": f" Tea , {AT} , 1 , , note ",
    "a duplicate row": GOOD.strip(),
    "a long name": f"{LONG_NAME},{AT},1,,",
    "a time without a zone": "Tea,2026-03-01T08:00:00,1,,",
    "a note with a line end": f'Tea,{AT},1,,"one\ntwo"',
    "markup": f"<b>Tea</b>,{AT},1,,<i>x</i>",
    "a name with a nul byte": f"Te\0a,{AT},1,,",
    "a negative number": f"Tea,{AT},-10.1,,",
}


def table(folder, text: str) -> Brought:
    return bring(TrackGraph(), saved(folder, text))


def test_the_sample_is_read_as_the_program_means_it():
    found = bring(TrackGraph(), DIARIES / "track-and-graph.csv")
    assert found.unread == []
    assert [(said.kind, said.name, said.number) for said in found.said] == [
        ("number", "Coffee", 1),
        ("number", "Coffee", 2),
        ("duration", "Run", 0.75),
        ("yes or no", "Headache", 1),
        ("yes or no", "Headache", 0),
    ]
    assert found.entries[1].note == "Coffee: Espresso\nWith breakfast"
    assert found.entries[0].known is TimeKnown.MINUTE
    assert found.entries[0].at.utcoffset() == timedelta(hours=1)


def test_an_older_file_has_the_label_after_the_value():
    found = bring(TrackGraph(), DIARIES / "track-and-graph-older.csv")
    assert found.unread == []
    assert [said.number for said in found.said] == [1, 3, pytest.approx(70 / 60)]
    assert found.entries[1].note == "Mood: Good\nA note: with colons"


@pytest.mark.parametrize(
    ("value", "number", "label"),
    [
        ("0.0:Label 1", 0, "Label 1"),
        ("-2:Label 3", -2, "Label 3"),
        ("3", 3, ""),
        ("1:10:00", 70 / 60, ""),
        ("1:10:00:", 70 / 60, ""),
        ("-10:-29:-40", -(10 + 29 / 60 + 40 / 3600), ""),
        ("12345:18:20:A: label", 12345 + 18 / 60 + 20 / 3600, "A: label"),
        ("0.0:0:5", 0, "0:5"),
    ],
)
def test_values_of_older_files(tmp_path, value, number, label):
    found = table(tmp_path, f"{OLDER}Any,{AT},{value},\n")
    assert found.said[0].number == pytest.approx(number)
    assert found.entries[0].note == (f"Any: {label}" if label else "")


def test_a_label_column_leaves_colons_in_the_value_alone(tmp_path):
    assert table(tmp_path, f"{HEAD}Any,{AT},1:Label,,\n").why == [(2, "value", "1:Label")]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("1.0", "Yes"), ("0.0", "No")], "yes or no"),
        ([("1", "Ja"), ("0", "nein")], "yes or no"),
        ([("1", "Yes"), ("0", "")], "number"),
        ([("1", "Yes"), ("2", "No")], "number"),
        ([("1", ""), ("0", "")], "number"),
        ([("1", "Good"), ("0", "Bad")], "number"),
        ([("0:10:00", ""), ("0:05:00", "")], "duration"),
        ([("0:10:00", "Yes"), ("1", "Yes")], "duration"),
    ],
)
def test_what_a_tracker_holds_shows_in_all_of_its_rows(tmp_path, rows, kind):
    found = table(tmp_path, HEAD + "".join(f"Any,{AT},{value},{label},\n" for value, label in rows))
    assert {said.kind for said in found.said} == {kind}


def test_a_row_with_a_note_and_no_number_keeps_the_note(tmp_path):
    found = table(tmp_path, f"{HEAD}Any,{AT},,,A thought\n")
    assert (found.entries[0].said, found.entries[0].note) == ((), "A thought")
    assert found.why == [(2, "value", "")]


def test_the_key_of_a_row_stays_whatever_else_the_file_holds(tmp_path):
    one = table(tmp_path, HEAD + GOOD).entries[0].key
    assert one in {entry.key for entry in table(tmp_path, f"{HEAD}Run,{AT},1,,\n{GOOD}").entries}
    assert len(table(tmp_path, f"{HEAD}{LONG_NAME},{AT},1,,\n").entries[0].key) < 120


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = table(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert [cell.line for cell in found.unread] == [2]
    assert len(found.unread[0].text) <= 200
    assert found.entries[-1].said == (Said("number", "Tea", 2),)


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_and_not_listed(tmp_path, row):
    found = table(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.unread == []
    assert found.entries[-1].note == "Green"
    assert all("\0" not in said.name for said in found.said)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_each_kind_are_read(tmp_path, ends):
    assert len(table(tmp_path, (HEAD + GOOD + GOOD).replace("\n", ends)).entries) == 2


def test_mixed_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    assert len(table(tmp_path, "\ufeff" + HEAD.replace("\n", "\r\n") + GOOD + GOOD.strip()).entries) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        NOISE,
        b"FeatureName,Timestamp\nTea,2026-03-01T08:00:00Z\n",
        b"Feature,Time,Value\n",
        (HEAD + f'"Tea,{AT},1,,\n').encode(),
    ],
)
def test_a_broken_file_is_refused_with_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        bring(TrackGraph(), saved(tmp_path, content))


def test_only_its_own_first_line_is_taken_for_it(tmp_path):
    assert recognised(TrackGraph(), saved(tmp_path, HEAD))
    assert recognised(TrackGraph(), saved(tmp_path, "\ufeff" + OLDER + GOOD))
    for content in (b"", NOISE, b"date,mood\n", b"Timestamp,FeatureName,Value\n", b"PK\x03\x04"):
        assert not recognised(TrackGraph(), saved(tmp_path, content))


def test_a_day_adds_up_and_numbers_have_no_upper_end():
    number, duration, flag = (TrackGraph().destination(kind) for kind in ("number", "duration", "yes or no"))
    assert (number.kind, number.maximum, number.combine) == (Kind.COUNT, None, Combine.SUM)
    assert (duration.kind, flag.kind) == (Kind.HOURS, Kind.YES_NO)
    assert [each.blank for each in (number, duration, flag)] == [True] * 3


def test_points_of_one_time_are_told_apart_though_other_trackers_stand_between_them(tmp_path):
    at = "2022-09-16T00:13:27+01:00"
    rows = [f"Tea,{at},1,", f"Run,{at},2,", f"Tea,{at},3,", f"Run,{at},2,", f"Tea,{at},4,"]
    before = ["Tea,2022-09-15T00:00:00Z,5,", "Tea,2022-09-15T00:00:00Z,6,"]
    drafts = read_diary(TrackGraph(), saved(tmp_path, OLDER + "\n".join([*rows, *before]))).drafts
    keys = [draft.source_key for draft in drafts]
    assert len(set(keys)) == len(keys) == 6
