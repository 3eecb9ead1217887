"""Daylio's backup: a zip with JSON in base64, whose entries say their offset and whose moods their group."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from journal.exchange.diaries.daylio_backup import DaylioBackup
from journal.exchange.diaries.daylio_csv import DaylioCsv
from journal.exchange.diaries.source import Said
from journal.exchange.limits import MOST_BYTES
from journal.model.errors import FileTooLarge, InvalidFile, JournalError
from tests.support.diary_reading import read_diary
from tests.support.source_diaries import LONG_NAME, NOISE, bring, recognised, saved, zipped

BACKUP = DaylioBackup()
AT = 1_772_355_600_000  # 2026-03-01 09:00 UTC
HOUR = 3_600_000
MOODS = [{"id": number, "custom_name": "", "mood_group_id": number} for number in range(1, 6)]
OWN = {"id": 6, "custom_name": "Wobbly", "mood_group_id": 4}
TAGS = [{"id": 1, "name": "work"}, {"id": 2, "name": "run"}]
GOOD = {"datetime": AT, "timeZoneOffset": HOUR, "mood": 2, "tags": [1], "note_title": "", "note": ""}


def document(*entries: Any, **parts: Any) -> dict[str, Any]:
    return {"dayEntries": list(entries), "customMoods": [*MOODS, OWN], "tags": TAGS, **parts}


def packed(folder: Path, content: object) -> Path:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return zipped(folder, {"backup.daylio": base64.b64encode(text)})


LISTED = {
    "no time": {**GOOD, "datetime": None},
    "a time in words": {**GOOD, "datetime": "yesterday"},
    "a broken time": {**GOOD, "datetime": 1.5},
    "a time that is true": {**GOOD, "datetime": True},
    "a huge time": {**GOOD, "datetime": 10**18},
    "a time far back": {**GOOD, "datetime": -(10**18)},
    "year one": {**GOOD, "datetime": -62_135_500_000_000},
    "year 9999": {**GOOD, "datetime": 253_402_300_700_000},
    "in a hundred years": {**GOOD, "datetime": AT + 100 * 365 * 24 * HOUR},
    "a huge offset": {**GOOD, "timeZoneOffset": 10**12},
    "an offset of a day": {**GOOD, "timeZoneOffset": 24 * HOUR},
    "an offset in words": {**GOOD, "timeZoneOffset": "CET"},
    "a mood that has no name": {**GOOD, "mood": 99, "datetime": AT + HOUR},
    "a mood that is a list": {**GOOD, "mood": [2], "datetime": AT + HOUR},
    "a mood that is broken": {**GOOD, "mood": 2.5, "datetime": AT + HOUR},
    "a tag that has no name": {**GOOD, "tags": [99], "datetime": AT + HOUR},
    "a tag that is nothing": {**GOOD, "tags": [None], "datetime": AT + HOUR},
    "a tag that is an object": {**GOOD, "tags": [{}], "datetime": AT + HOUR},
    "a number": 5,
    "nothing": None,
    "a list": [GOOD],
    "a duplicate": GOOD,
}
QUIET = {
    "no mood": {**GOOD, "mood": None, "datetime": AT + HOUR},
    "no tags": {**GOOD, "tags": None, "datetime": AT + HOUR},
    "tags that are a text": {**GOOD, "tags": "work", "datetime": AT + HOUR},
    "a note that is a number": {**GOOD, "note": 5, "datetime": AT + HOUR},
    "a nul byte": {**GOOD, "note": "a\0b", "datetime": AT + HOUR},
    "half a pair of surrogates": {**GOOD, "note": "a\ud800b", "datetime": AT + HOUR},
    "a long note": {**GOOD, "note": LONG_NAME, "datetime": AT + HOUR},
    "no offset": {"datetime": AT + HOUR, "mood": 2},
    "fields no one knows": {**GOOD, "photos": [1], "datetime": AT + HOUR},
}
REFUSED = {
    "no entries": b'{"customMoods": []}',
    "entries that are an object": b'{"dayEntries": {}}',
    "a list": b"[]",
    "a text": b'"dayEntries"',
    "cut off": b'{"dayEntries": [{"datetime": 1',
    "nan": b'{"dayEntries": [{"datetime": NaN}]}',
    "infinity": b'{"dayEntries": [{"datetime": -Infinity}]}',
    "deep": b'{"dayEntries": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a number of 10,000 digits": b'{"dayEntries": [{"datetime": ' + b"9" * 10_000 + b"}]}",
    "no utf-8": b'{"dayEntries": ["\xff\xfe"]}',
    "empty": b"",
    "noise": NOISE,
}


@pytest.mark.parametrize("entry", LISTED.values(), ids=LISTED)
def test_a_broken_entry_is_listed_and_the_others_are_read(tmp_path, entry):
    found = read_diary(BACKUP, packed(tmp_path, document(entry, GOOD)))
    assert len(found.why) == 1
    assert found.values("mood_daylio")[-1] == 4


@pytest.mark.parametrize("entry", QUIET.values(), ids=QUIET)
def test_an_odd_entry_is_read_without_a_word(tmp_path, entry):
    found = read_diary(BACKUP, packed(tmp_path, document(entry, GOOD)))
    assert found.why == []
    assert len(found.drafts) == 2 or entry.get("mood") is None
    assert all(each.note.encode() is not None for each in found.drafts)


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_backup_inside_is_refused_by_a_typed_error(tmp_path, content):
    with pytest.raises(InvalidFile):
        read_diary(BACKUP, packed(tmp_path, content))


@pytest.mark.parametrize("content", [b"!!!!", b"abc", "ümlaut".encode(), b"YWJj*"])
def test_base64_that_is_none_is_refused(tmp_path, content):
    path = zipped(tmp_path, {"backup.daylio": content})
    assert recognised(BACKUP, path)
    with pytest.raises(InvalidFile):
        read_diary(BACKUP, path)


def test_base64_in_lines_is_read(tmp_path):
    text = base64.encodebytes(json.dumps(document(GOOD)).encode())
    assert len(read_diary(BACKUP, zipped(tmp_path, {"backup.daylio": text})).drafts) == 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_zip_is_refused(tmp_path, share):
    whole = packed(tmp_path, document(*[{**GOOD, "datetime": AT - n * HOUR} for n in range(500)])).read_bytes()
    path = saved(tmp_path, whole[: int(len(whole) * share)], "cut.daylio")
    assert recognised(BACKUP, path)
    with pytest.raises(JournalError):
        read_diary(BACKUP, path)


def test_a_zip_without_the_backup_is_not_recognised(tmp_path):
    assert not recognised(BACKUP, zipped(tmp_path, {"entry.csv": "a"}))
    assert not recognised(BACKUP, saved(tmp_path, "full_date,mood\n"))


def test_a_zip_bomb_is_refused_by_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.archives.MOST_BYTES", 1000)
    with pytest.raises(FileTooLarge):
        read_diary(BACKUP, zipped(tmp_path, {"backup.daylio": b"A" * 100_000}))
    assert MOST_BYTES == 256 * 1024 * 1024


def test_a_backup_of_too_many_entries_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.diaries.daylio_backup.MOST_ROWS", 1)
    with pytest.raises(FileTooLarge):
        read_diary(BACKUP, packed(tmp_path, document(GOOD, GOOD)))


def test_a_part_behind_a_password_is_refused(tmp_path):
    path = packed(tmp_path, document(GOOD))
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    with zipfile.ZipFile(saved(tmp_path, bytes(content), "locked")) as archive:
        assert archive.infolist()[0].flag_bits & 1
    with pytest.raises(InvalidFile):
        read_diary(BACKUP, tmp_path / "locked")


def test_an_entry_says_its_time_names_and_note(tmp_path):
    entry = {**GOOD, "mood": 6, "tags": [2, 1], "note_title": "Title", "note": "a<br>b"}
    (found,) = bring(BACKUP, packed(tmp_path, document(entry))).entries
    assert found.at.isoformat() == "2026-03-01T10:00:00+01:00"
    assert found.said == (Said("mood", "Wobbly", 2.0), Said("activity", "run"), Said("activity", "work"))
    assert found.note == "Title\na\nb"


def test_a_mood_of_ones_own_goes_to_the_step_of_its_group(tmp_path):
    found = read_diary(BACKUP, packed(tmp_path, document({**GOOD, "mood": 6})))
    assert found.values("mood_daylio") == [2]


def test_the_csv_and_the_backup_give_an_entry_the_same_key(tmp_path):
    row = "2026-03-01,,,10:00,good,work,,,\n"
    header = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    table = read_diary(DaylioCsv(), saved(tmp_path, header + row, "a.csv"))
    backup = read_diary(BACKUP, packed(tmp_path, document(GOOD)))
    assert [each.source_key for each in table.drafts] == [each.source_key for each in backup.drafts]
    assert table.drafts[0].at_ms == backup.drafts[0].at_ms
