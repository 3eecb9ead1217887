"""Whatever a Daylio or Bearable file holds, it is read through the whole frame or refused by a typed error."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.exchange.diaries.bearable import Bearable
from journal.exchange.diaries.daylio_backup import DaylioBackup
from journal.exchange.diaries.daylio_csv import DaylioCsv
from journal.exchange.diaries.source import DiaryFormat
from journal.model.errors import JournalError
from tests.support.diary_reading import read_diary
from tests.support.source_diaries import recognised, saved, zipped

CSV = (
    b"full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    b'2026-03-02,,,10:00 pm,good,work | run,"Sleep:\xc2\xa07 | Pain: 3",Title,"a<br>b"\n'
    b"2026-03-01,,,8:00,Lausig ,work,,,\n"
)
BEARABLE = (
    b"date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    b"1st Mar 2026,2026-03-01,,am,Symptom,2,Pain (left) (Mild),\n"
    b"1st Mar 2026,2026-03-01,,9:15,Meds/Supplements,50,Sertraline (mg),note\n"
    b"1st Mar 2026,2026-03-01,,,Sleep,9:45,Asleep 02:45 - 12:30,\n"
)
BACKUP = (
    b'{"dayEntries": [{"datetime": 1772355600000, "timeZoneOffset": 3600000, "mood": 2, "tags": [1], "note": "a"}],'
    b' "customMoods": [{"id": 2, "custom_name": "", "mood_group_id": 2}], "tags": [{"id": 1, "name": "work"}]}'
)
PIECES = [b"", b"\0", b"\xff\xfe", b"\n", b"\r", b'"', b",", b"|", b":", b"NaN", b"null", b"1e400", b"0001-01-01",
          b"9999-12-31", b"2026-02-31", b"25:61", b"\xd9\xa3", b"-", b"[[[[", b"\\ud800", b"\x80",
          b"x" * 5000]  # fmt: skip

quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
damage = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=12)),
    min_size=1,
    max_size=5,
)


def damaged(content: bytes, places: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in places:
        at = int(share * len(content))
        content = content[:at] + piece + content[at + length :]
    return content


def check(form: DiaryFormat, path) -> None:
    recognised(form, path)
    with contextlib.suppress(JournalError):
        for draft in read_diary(form, path).drafts:
            (draft.note + "".join(rating.key for rating in draft.ratings)).encode()


@pytest.mark.parametrize(("form", "content"), [(DaylioCsv(), CSV), (Bearable(), BEARABLE)], ids=["daylio", "bearable"])
@quick
@given(places=damage)
def test_a_damaged_table_ends_in_entries_or_a_typed_error(tmp_path, form, content, places):
    check(form, saved(tmp_path, damaged(content, places)))


@quick
@given(places=damage)
def test_a_damaged_backup_inside_a_sound_zip_ends_so_too(tmp_path, places):
    check(DaylioBackup(), zipped(tmp_path, {"backup.daylio": base64.b64encode(damaged(BACKUP, places))}))


@quick
@given(places=damage)
def test_a_damaged_zip_ends_so_too(tmp_path, places):
    whole = zipped(tmp_path, {"backup.daylio": base64.b64encode(BACKUP)}).read_bytes()
    check(DaylioBackup(), saved(tmp_path, damaged(whole, places)))
