from __future__ import annotations

import pytest

from journal.exchange.table_cells import Dates, number, time_of_day
from journal.exchange.table_mapping import TimeColumn, Unit
from journal.model.items import Kind

BAD_NUMBERS = ["nan", "NaN", "inf", "-inf", "1_000", "1,234,567", "0x10", "1e999", "", " ", "--3", "3-", "½", "1 000"]


@pytest.mark.parametrize("text", BAD_NUMBERS)
def test_what_only_looks_like_a_number_is_none(text):
    assert number(text, ".", {}) is None


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("3", ".", 3),
        ("3.5", ".", 3.5),
        ("-3", ".", -3),
        ("−3", ".", -3),
        ("+3", ".", 3),
        (".5", ".", 0.5),
        ("1e2", ".", 100),
        ("3,5", ",", 3.5),
        ("3.5", ",", 3.5),
    ],
)
def test_numbers_are_read(text, decimal, value):
    assert number(text, decimal, {}) == value


def test_a_comma_is_no_decimal_point_where_points_are_used():
    assert number("1,234", ".", {}) is None


@pytest.mark.parametrize(("text", "hours"), [("7:45", 7.75), ("7.5", 7.5), ("0:30", 0.5), ("7:65", None)])
def test_hours_may_be_written_as_a_clock(text, hours):
    assert number(text, ".", {}, Kind.HOURS) == hours


def test_words_are_found_in_capitals_too():
    assert number("YES", ".", {"yes": 1}) == 1


@pytest.mark.parametrize(
    ("text", "column", "minutes"),
    [
        ("22:30", TimeColumn("t"), 22 * 60 + 30),
        ("9:05", TimeColumn("t"), 9 * 60 + 5),
        ("10:30 pm", TimeColumn("t", "%I:%M %p"), 22 * 60 + 30),
        ("90000", TimeColumn("t", unit=Unit.SECONDS), 1500),
        ("32336.0", TimeColumn("t", unit=Unit.SECONDS), pytest.approx(538.9333, abs=1e-3)),
        ("25:61", TimeColumn("t"), None),
        ("10:30", TimeColumn("t", "%I:%M %p"), None),
        ("-1", TimeColumn("t", unit=Unit.SECONDS), None),
        ("999999", TimeColumn("t", unit=Unit.SECONDS), None),
        ("10:00+02:00", TimeColumn("t"), None),
    ],
)
def test_times_of_day(text, column, minutes):
    found = time_of_day(text, column, ".")
    assert (None if found is None else found.total_seconds() / 60) == minutes


@pytest.mark.parametrize(
    ("text", "form", "iso"),
    [
        ("2026-03-01", "", "2026-03-01"),
        ("1.3.2026", "%d.%m.%Y", "2026-03-01"),
        ("03/01/26", "%m/%d/%y", "2026-03-01"),
        ("2026-02-31", "", None),
        ("31.02.2026", "%d.%m.%Y", None),
        ("yesterday", "", None),
    ],
)
def test_dates(text, form, iso):
    found = Dates(TimeColumn("d", form)).read(text)
    assert (None if found is None else found.isoformat()) == iso
