"""A column of a table may name the zone of each row."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_mapping_text import write_mapping
from journal.exchange.table_template import drafted_mapping
from journal.exchange.table_zones import zone_of
from journal.model.errors import InvalidMapping
from tests.support.tables import WIDE, read, write

ZONED = 'zone_column = "tz"\n' + WIDE
HEAD = "date,time,tz,mood\n"


@pytest.mark.parametrize(
    ("text", "hours", "name"),
    [
        ("Europe/Berlin", None, "Europe/Berlin"),
        ("America/Argentina/Ushuaia", None, "America/Argentina/Ushuaia"),
        ("UTC", 0, "UTC"),
        ("Z", 0, "UTC"),
        ("+02:00", 2, None),
        ("-0530", -5.5, None),
        ("+2", 2, None),
        ("UTC+2", 2, None),
        ("GMT -3", -3, None),
        ("\u22121", -1, None),
    ],
)
def test_names_and_offsets_are_zones(text, hours, name):
    found = zone_of(text)
    assert found is not None
    assert found.name == name
    if hours is not None:
        assert found.zone.utcoffset(datetime(2026, 3, 1)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text", ["", "x", "Nowhere/Town", "../etc/passwd", "/etc/passwd", "+25:00", "2", "CEST", "\0/a", "a" * 9999]
)
def test_what_is_no_zone_is_none(text):
    assert zone_of(text) is None


def test_each_row_is_read_in_its_own_zone(tmp_path):
    found = read(
        tmp_path, HEAD + "2026-03-01,10:00,America/New_York,3\n2026-03-01,18:00,+02:00,4\n2026-03-02,10:00,,5\n", ZONED
    )
    assert found.why == []
    assert [(draft.offset_min, draft.zone) for draft in found.drafts] == [
        (-300, "America/New_York"),
        (120, None),
        (60, "Europe/Amsterdam"),
    ]


def test_a_cell_that_is_no_zone_is_listed_and_the_row_kept(tmp_path):
    found = read(tmp_path, HEAD + "2026-03-01,10:00,Nowhere/Town,3\n", ZONED)
    assert [(line, column, text) for line, column, text, _ in found.why] == [(2, "tz", "Nowhere/Town")]
    assert found.drafts[0].zone == "Europe/Amsterdam"


def test_an_instant_is_shown_in_the_zone_of_its_row(tmp_path):
    mapping = ZONED.replace(
        '[date]\ncolumn = "date"\n[time]\ncolumn = "time"\n', '[datetime]\ncolumn = "at"\nunit = "seconds"\n'
    )
    found = read(tmp_path, "at,tz,mood\n1772355600,Asia/Tokyo,3\n", mapping)
    (draft,) = found.drafts
    assert (draft.at_ms, draft.offset_min, draft.zone) == (1772355600_000, 540, "Asia/Tokyo")


def test_the_key_of_a_row_stays_when_its_zone_is_corrected(tmp_path):
    keys = [
        read(tmp_path, HEAD + f"2026-03-01,10:00,{zone},3\n", ZONED).drafts[0].source_key for zone in ("UTC", "+02:00")
    ]
    assert keys[0] == keys[1]


def test_a_mapping_with_a_zone_column_is_written_and_read_back():
    mapping = parse_mapping(ZONED)
    assert mapping.zone_column == "tz"
    assert parse_mapping(write_mapping(mapping)) == mapping


def test_a_zone_column_that_the_file_does_not_have_is_named(tmp_path):
    with pytest.raises(InvalidMapping) as refused:
        read(tmp_path, "date,time,mood\n2026-03-01,10:00,3\n", ZONED)
    assert refused.value.fields["where"] == "zone_column = tz"


def test_a_draft_finds_the_column_of_zones(tmp_path):
    path = write(tmp_path, "day,zone,shift,mood\n2026-03-01,Europe/Berlin,+2,3\n2026-03-02,Asia/Tokyo,-1,4\n")
    mapping = drafted_mapping(path)
    assert mapping.zone_column == "zone"
    assert [item.name for item in mapping.items] == ["shift", "mood"]
