"""The chart that nobody looks at leaves nothing behind but what was made ready."""

from journal.charts.rehearsal import made_up, rehearse
from journal.charts.typeface import load_fonts
from journal.host.themes import load_theme


def test_the_rehearsal_draws_what_the_page_draws():
    rehearse(load_theme("light"), 14)
    assert load_fonts.cache_info().currsize == 1


def test_what_is_drawn_has_a_line_and_a_band():
    load, item = made_up().panels
    assert load.low
    assert load.high
    assert item.line
