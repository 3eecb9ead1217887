"""Charts as files."""

import pytest

from journal.charts.pictures import trends_picture, week_picture
from journal.host.themes import load_theme
from tests.support.trends_data import trends, weeks

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf"])
def test_the_same_data_gives_the_same_bytes(file_format):
    made = [trends_picture(trends(2, 60, life=1, load=True), load_theme("print"), file_format) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0].startswith(BEGINNINGS[file_format])


@pytest.mark.parametrize("file_format", ["svg", "pdf"])
def test_a_file_does_not_say_when_or_by_what_it_was_made(file_format):
    content = trends_picture(trends(1, 28), load_theme("print"), file_format).lower()
    for word in (b"matplotlib", b"creationdate", b"2026-11", b"leeward"):
        assert word not in content


def test_typical_weeks_are_written_too():
    made = [week_picture(weeks(3, by_part=by_part), load_theme("print"), "svg") for by_part in (True, False)]
    assert made[0] != made[1]


def test_no_data_still_makes_a_picture():
    data = trends(1, 28)
    assert trends_picture(type(data)(data.period, data.loaded, data.reach, ()), load_theme("print"), "png")
