"""The charts that nobody looks at hold what the first ones to look at will."""

from journal.charts.lettering import word_stamp
from journal.charts.rehearsal import made_up, rehearse
from journal.host.themes import load_theme
from journal.model.items import Better, Kind
from journal.model.series import Scale

SCALE = Scale(Kind.SCALE, Better.LOWER, 0, 4, 1, "low", "high")


def test_the_words_are_set_once_for_all():
    word_stamp.cache_clear()
    rehearse({"Average": SCALE, "Nightmares": SCALE}, load_theme("light"), 14)
    assert word_stamp.cache_info().currsize > 0


def test_the_first_has_a_band_and_each_a_line():
    load, item = made_up({"Average": SCALE, "Nightmares": SCALE}).panels
    assert load.low
    assert load.high
    assert item.line
