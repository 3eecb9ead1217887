"""Local times on the two nights a year when clocks change: nothing is lost, nothing comes twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from journal.exchange.wall_clock import instant
from journal.model.entries import local_time
from tests.support.tables import read

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def utc(*parts: int) -> int:
    return round(datetime(*parts, tzinfo=UTC).timestamp() * 1000)


def at(tmp_path, *times: str, day: str = "2025-10-26") -> list[int]:
    rows = "".join(f"{day},{time},3\n" for time in times)
    return [draft.at_ms for draft in read(tmp_path, f"date,time,mood\n{rows}").drafts]


def test_a_time_that_came_twice_is_taken_as_the_first(tmp_path):
    assert at(tmp_path, "02:30") == [utc(2025, 10, 26, 0, 30)]


def test_a_time_earlier_than_the_row_before_it_is_the_second(tmp_path):
    assert at(tmp_path, "01:50", "02:40", "02:10", "02:20", "03:10") == [
        utc(2025, 10, 25, 23, 50),
        utc(2025, 10, 26, 0, 40),
        utc(2025, 10, 26, 1, 10),
        utc(2025, 10, 26, 1, 20),
        utc(2025, 10, 26, 2, 10),
    ]


def test_a_file_with_the_newest_first_is_told_apart_too(tmp_path):
    assert at(tmp_path, "03:10", "02:10", "02:40", "01:50") == [
        utc(2025, 10, 26, 2, 10),
        utc(2025, 10, 26, 1, 10),
        utc(2025, 10, 26, 0, 40),
        utc(2025, 10, 25, 23, 50),
    ]


def test_a_file_in_no_order_says_nothing_of_the_second(tmp_path):
    assert at(tmp_path, "09:00", "02:40", "02:10", "01:00", "12:00")[1:3] == [
        utc(2025, 10, 26, 0, 40),
        utc(2025, 10, 26, 0, 10),
    ]


def test_a_time_that_was_skipped_is_moved_on_and_counted(tmp_path):
    found = read(tmp_path, "date,time,mood\n2026-03-29,02:30,3\n")
    draft = found.drafts[0]
    assert local_time(draft.at_ms, draft.offset_min).isoformat() == "2026-03-29T03:30:00+02:00"
    assert (found.survey.moved, draft.day) == (1, date(2026, 3, 28))


def test_all_of_a_long_table_comes_through_the_double_hour(tmp_path):
    mapping = """
layout = "long"
item_column = "name"
value_column = "value"
zone = "Europe/Amsterdam"
[datetime]
column = "when"
[[item]]
value = "A"
key = "own_a"
min = 0
max = 9
"""
    times = ["01:50", "02:10", "02:40", "02:10", "02:40", "03:10"]
    rows = "".join(f"2025-10-26T{time},A,{n}\n" for n, time in enumerate(times))
    found = read(tmp_path, f"when,name,value\n{rows}", mapping)
    assert sorted(found.values("own_a")) == [0, 1, 2, 3, 4, 5]
    assert len({draft.source_key for draft in found.drafts}) == 6


@example(datetime(2008, 3, 30, 2, 0, fold=1))
@example(datetime(2008, 10, 26, 2, 0, fold=1))
@given(st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)))
def test_every_wall_time_has_an_instant_that_shows_it_unless_it_was_skipped(wall):
    found = instant(wall, AMSTERDAM)
    shown = local_time(found.at_ms, found.offset_min).replace(tzinfo=None)
    away_s = (shown - wall).total_seconds()
    assert abs(away_s - (3600 if found.moved else 0)) < 0.001


@given(st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)))
def test_the_second_reading_is_never_before_the_first(wall):
    first, second = instant(wall, AMSTERDAM), instant(wall, AMSTERDAM, second=True)
    assert second.at_ms - first.at_ms in ((-3600_000,) if first.moved else (0, 3600_000))
