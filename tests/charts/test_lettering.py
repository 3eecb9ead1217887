"""Texts that are copied word by word."""

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts.lettering import Style, letter, runs_right_to_left
from journal.charts.typeface import REGULAR, SEMIBOLD, covered, shortened, text_width

INK = "#101010"


def drawn(text, align="left", x=100, whole=False, dpi=72):
    figure = Figure(figsize=(4, 1), dpi=dpi, facecolor="#FFFFFF")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, 288), ylim=(72, 0))
    letter(axes, x, 40, text, Style(INK, 14, align=align), whole=whole)
    canvas.draw()
    return np.array(canvas.buffer_rgba())[:, :, 0] < 128


def columns(picture):
    return np.flatnonzero(picture.any(axis=0))


def test_letters_stand_on_their_baseline():
    rows = np.flatnonzero(drawn("HHH").any(axis=1))
    assert abs(rows[-1] - 39) <= 1


def test_alignment_is_by_the_width_of_the_words():
    left, right, middle = (columns(drawn("Mean 2.6 (n 24 days)", align)) for align in ("left", "right", "center"))
    assert abs(left[0] - 100) <= 2
    assert abs(right[-1] - 100) <= 3
    assert abs((middle[0] + middle[-1]) / 2 - 100) <= 3


def test_words_one_by_one_are_about_as_wide_as_the_whole():
    apart, whole = (columns(drawn("7-day mean 2.6 and more", whole=w)) for w in (False, True))
    assert abs((apart[-1] - apart[0]) - (whole[-1] - whole[0])) <= 5


def test_a_finer_screen_gets_finer_letters():
    assert drawn("Mean", dpi=144).sum() > 2.5 * drawn("Mean").sum()


def test_right_to_left_words_are_set_as_a_whole():
    assert runs_right_to_left("قلق 3")
    assert runs_right_to_left("חרדה")
    assert not runs_right_to_left("Тривога 3")
    assert drawn("قلق").any()


def test_shortening_keeps_what_fits():
    assert shortened("Nightmares", 14, SEMIBOLD, 500) == "Nightmares"
    cut = shortened("Nightmares and more", 14, SEMIBOLD, 80)
    assert cut.endswith("…")
    assert text_width(cut, 14, SEMIBOLD) <= 80
    assert shortened("Nightmares", 14, REGULAR, 0) == "…"


def test_letters_that_no_font_has_become_squares_and_warn_nobody():
    assert covered("Тривога, قلق, חרדה, 🙂 7–8…") == "Тривога, قلق, חרדה, 🙂 7–8…"
    assert covered("不安 3") == "□□ 3"
    assert drawn("不安 3").any()
