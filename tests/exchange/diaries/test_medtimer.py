"""MedTimer: reminders and the times taken, unquoted, in any language, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from journal.exchange.diaries.medtimer import MedTimer, dose_of
from journal.exchange.diaries.source import SourceDose
from journal.model.errors import FileTooLarge, JournalError
from journal.model.medicines import Taken
from tests.support.source_diaries import DIARIES, LONG_NAME, NOISE, Brought, bring, recognised, saved

HEAD = "Reminded;Name;Dosage;Taken;Tags;Interval;Notes;Reminded (ISO 8601);Taken (ISO 8601)\n"
GERMAN = "Erinnert;Name;Dosierung;Eingenommen;Tags;Intervall;Notizen;Erinnert (ISO 8601);Eingenommen (ISO 8601)\n"
EARLY = "Reminded;Name;Dosage;Taken;Reminded (ISO 8601);Taken (ISO 8601)\n"
GOOD = "x;Zoloft;50 mg;x;;;;2026-03-09T07:00:00Z;2026-03-09T07:05:00Z\n"
AT = "2026-03-01T07:00:00Z"

LISTED = {
    "no name": f"x;;50 mg;x;;;;{AT};{AT}",
    "no reminder": f"x;Zoloft;50 mg;x;;;;;{AT}",
    "a reminder in words": f"x;Zoloft;50 mg;x;;;;yesterday;{AT}",
    "a reminder without a zone": f"x;Zoloft;50 mg;x;;;;2026-03-01T07:00:00;{AT}",
    "a reminder of a day": f"x;Zoloft;50 mg;x;;;;2026-03-01;{AT}",
    "31 february": f"x;Zoloft;50 mg;x;;;;2026-02-31T07:00:00Z;{AT}",
    "month 13": f"x;Zoloft;50 mg;x;;;;2026-13-01T07:00:00Z;{AT}",
    "25:61": f"x;Zoloft;50 mg;x;;;;2026-03-01T25:61:00Z;{AT}",
    "year one": f"x;Zoloft;50 mg;x;;;;0001-01-01T00:00:00Z;{AT}",
    "year zero": f"x;Zoloft;50 mg;x;;;;0000-01-01T00:00:00Z;{AT}",
    "year 9999": f"x;Zoloft;50 mg;x;;;;9999-12-31T23:59:59Z;{AT}",
    "year 10000": f"x;Zoloft;50 mg;x;;;;+10000-01-01T00:00:00Z;{AT}",
    "taken in words": f"x;Zoloft;50 mg;x;;;;{AT};yes",
    "taken without a zone": f"x;Zoloft;50 mg;x;;;;{AT};2026-03-01T07:00:00",
    "taken on 31 february": f"x;Zoloft;50 mg;x;;;;{AT};2026-02-31T07:00:00Z",
    "taken at 25:61": f"x;Zoloft;50 mg;x;;;;{AT};2026-03-01T25:61:00Z",
    "taken with a nul byte": f"x;Zoloft;50 mg;x;;;;{AT};\0{AT}",
    "taken in year one": f"x;Zoloft;50 mg;x;;;;{AT};0001-01-01T07:00:00Z",
    "taken on the last of all days": f"x;Zoloft;50 mg;x;;;;{AT};9999-12-31T07:00:00Z",
    "taken as a number": f"x;Zoloft;50 mg;x;;;;{AT};1772352000",
    "cells missing": "x;Zoloft;50 mg",
    "a name alone": "Zoloft",
    "the first line again": HEAD.strip(),
    "commas for semicolons": f"x,Zoloft,50 mg,x,,,,{AT},{AT}",
    "a long row of nothing": "y" * 30_000,
    "other languages' digits in a time": f"x;Zoloft;50 mg;x;;;;٢٠٢٦-٠٣-٠١T07:00:00Z;{AT}",
    "an offset of two days": f"x;Zoloft;50 mg;x;;;;2026-03-01T07:00:00+48:00;{AT}",
}

QUIET = {
    "an empty line": "",
    "spaces": "   ",
    "a semicolon in the note": f"x;Zoloft;50 mg;x;;;one; two; three;{AT};{AT}",
    "a line end in the note": f"x;Zoloft;50 mg;x;;;one\ntwo;{AT};{AT}",
    "line ends and semicolons in the note": f"x;Zoloft;50 mg;x;;;one; a\n\ntwo; b;{AT};{AT}",
    "a quote in the note": f'x;Zoloft;50 mg;x;;;say "no;{AT};{AT}',
    "markup": f"x;<b>Zoloft</b>;50 mg;x;;;<br>;{AT};{AT}",
    "no dosage": f"x;Zoloft;;x;;;;{AT};{AT}",
    "a dosage in words": f"x;Zoloft;one tablet;x;;;;{AT};{AT}",
    "a long name": f"x;{LONG_NAME};1;x;;;;{AT};{AT}",
    "a long dosage": f"x;Zoloft;{'9' * 10_000};x;;;;{AT};{AT}",
    "a nul byte in the name": f"x;Zo\0loft;1;x;;;;{AT};{AT}",
    "a duplicate row": GOOD.strip(),
    "not taken": f"x;Zoloft;50 mg;;;;;{AT};",
    "parts of a second": f"x;Zoloft;50 mg;x;;;;2026-03-01T07:00:00.123Z;{AT}",
}


def events(folder, text: str) -> Brought:
    return bring(MedTimer(), saved(folder, text))


def doses(found: Brought) -> list[SourceDose]:
    return [dose for entry in found.entries for dose in entry.doses]


def test_the_sample_is_read_as_the_program_means_it():
    found = bring(MedTimer(), DIARIES / "medtimer.csv")
    assert found.unread == []
    assert [(dose.medicine, dose.amount, dose.unit, dose.taken) for dose in doses(found)] == [
        ("Sertraline", 50, "mg", Taken.TAKEN),
        ("Sertraline", 50, "mg", Taken.LATER),
        ("Sertraline", 50, "mg", Taken.NOT_TAKEN),
        ("Sertraline", 100, "mg", Taken.TAKEN),
        ("Sertraline", 100, "mg", Taken.TAKEN),
        ("Sertraline", 100, "mg", Taken.TAKEN),
        ("Prazosin", None, "", Taken.TAKEN),
    ]
    assert [dose.note for dose in doses(found) if dose.note] == [
        "Slept in; then breakfast",
        "½ tablet\nTwo lines\nof a note",
    ]


def test_a_reminder_is_the_planned_time_and_an_instant(tmp_path):
    (entry,) = events(tmp_path, HEAD + GOOD).entries
    assert (entry.at, entry.in_utc, entry.said, entry.note) == (datetime(2026, 3, 9, 7, tzinfo=UTC), True, (), "")
    assert entry.doses[0].planned
    assert entry.doses[0].at == datetime(2026, 3, 9, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("head", [HEAD, GERMAN])
def test_the_first_line_may_be_in_any_language(tmp_path, head):
    path = saved(tmp_path, head + GOOD)
    assert recognised(MedTimer(), path)
    assert len(bring(MedTimer(), path).entries) == 1


def test_an_early_version_without_notes_is_read(tmp_path):
    found = events(tmp_path, f"{EARLY}x;Zoloft;50 mg;x;{AT};{AT}\n")
    assert doses(found)[0].amount == 50


@pytest.mark.parametrize("minute", ["00", "59"])
def test_within_the_hour_it_was_taken(tmp_path, minute):
    found = events(tmp_path, f"{HEAD}x;Zoloft;1;x;;;;{AT};2026-03-01T07:{minute}:00Z\n")
    assert doses(found)[0].taken is Taken.TAKEN


def test_an_hour_after_the_reminder_it_was_taken_later(tmp_path):
    found = events(tmp_path, f"{HEAD}x;Zoloft;1;x;;;;{AT};2026-03-01T08:00:00Z\n")
    assert doses(found)[0].taken is Taken.LATER


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("50 mg", 50, "mg"),
        ("0.5", 0.5, ""),
        ("0,5 Tablette", 0.5, "Tablette"),
        ("2 tablets", 2, "tablets"),
        ("50mg", 50, "mg"),
        ("½", None, ""),
        ("one", None, ""),
        ("", None, ""),
        ("1/2", None, ""),
        ("1-2", None, ""),
        ("1,000 mg", None, ""),
        ("10 %", 10, "%"),
        ("5 µg", 5, "µg"),
        ("9" * 400, None, ""),
    ],
)
def test_an_amount_is_read_where_the_dosage_begins_with_one(text, amount, unit):
    assert dose_of(text) == (amount, unit)


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = events(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert [cell.line for cell in found.unread] == [2]
    assert len(found.unread[0].text) <= 200
    assert doses(found)[-1].amount == 50


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_and_not_listed(tmp_path, row):
    found = events(tmp_path, f"{HEAD}{row}\n{GOOD}")
    assert found.unread == []
    assert doses(found)[-1].amount == 50
    assert len(found.entries) == (2 if row.strip() else 1)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_each_kind_are_read(tmp_path, ends):
    assert len(events(tmp_path, (HEAD + GOOD + GOOD).replace("\n", ends)).entries) == 2


def test_mixed_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    assert len(events(tmp_path, "\ufeff" + HEAD.replace("\n", "\r\n") + GOOD + GOOD.strip()).entries) == 2


@pytest.mark.parametrize("content", [b"", NOISE, b"a;b;c\n1;2;3\n", HEAD.replace(";", ",").encode()])
def test_a_broken_file_is_refused_with_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        bring(MedTimer(), saved(tmp_path, content))


def test_a_file_of_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.diaries.medtimer.MOST_ROWS", 5)
    with pytest.raises(FileTooLarge):
        events(tmp_path, HEAD + GOOD * 10)


@pytest.mark.parametrize("content", [b"", NOISE, b"Reminded;Name;Dosage;Taken\n", b"date,mood\n", b"PK\x03\x04"])
def test_other_files_are_not_taken_for_it(tmp_path, content):
    assert not recognised(MedTimer(), saved(tmp_path, content))


def test_its_names_are_medicines():
    assert MedTimer().destination("medicine").medicine
