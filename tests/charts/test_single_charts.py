"""Ratings since a session, and before and after a day, as pictures."""

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal.charts.any_chart import draw_resting, natural_height
from journal.charts.pictures import single_picture
from journal.host.themes import load_theme
from journal.model.phases import before_after
from journal.model.since_session import SessionDay, SinceSession, Unit, ratings_by_day
from journal.model.treatment_charts import AroundChart, SinceChart
from tests.support.trends_data import SYMPTOM

DAY = date(2026, 9, 14)


def since(sessions, days=28, value=lambda day: day % 5):
    starts = [1000 + 40 * n for n in range(sessions)]
    at = [day for start in starts for day in range(start, start + days)]
    found = ratings_by_day([SessionDay(str(s), s) for s in starts], at, [float(value(day)) for day in at])
    return SinceChart("Low mood", "Ketamine infusion", SYMPTOM, found)


def around(n_before=14, n_after=14, event="Moved house"):
    days = [DAY - timedelta(days=n + 1) for n in range(n_before)] + [DAY + timedelta(days=n) for n in range(n_after)]
    values = {day: float(day.toordinal() % 5) for day in sorted(days)}
    found = before_after(values, DAY)
    return AroundChart("Low mood", event, SYMPTOM, found, tuple(d.toordinal() for d in values), tuple(values.values()))


def draw(data, theme="light", width=780, text_px=14.0):
    figure = Figure(figsize=(width / 72, natural_height(data, width, text_px) / 72), dpi=72)
    draw_resting(figure, data, load_theme(theme), text_px, 0)
    return figure.axes[0]


def texts(axes):
    return [text.get_text() for text in axes.findobj(Text) if text.get_text()]


def bands(axes):
    return [path for shapes in axes.findobj(PolyCollection) for path in shapes.get_paths()]


def test_two_sessions_have_lines_and_no_band():
    assert not bands(draw(since(2)))


def test_three_sessions_have_a_band():
    assert bands(draw(since(3)))


def test_the_number_of_sessions_stands_under_the_axis():
    shown = texts(draw(since(7, days=3)))
    assert shown.count("7") >= 3
    assert "n 7 sessions" in shown
    assert "days since the session" in shown
    assert {"0", "−14", "28"} <= set(shown)


def test_no_sessions_are_drawn_as_an_empty_plot():
    empty = SinceChart("Low mood", "Ketamine infusion", SYMPTOM, SinceSession(Unit.DAYS))
    assert not bands(draw(empty))


def test_hours_are_said_to_be_hours():
    chart = SinceChart("Low mood", "Ketamine infusion", SYMPTOM, SinceSession(Unit.HOURS))
    assert "hours since the session" in texts(draw(chart))


def test_many_sessions_are_fainter_than_few():
    def strength(count):
        return min(line.get_alpha() for line in draw(since(count)).lines if line.get_alpha() is not None)

    assert strength(60) < strength(4)


def test_both_sides_say_their_median_and_n():
    shown = texts(draw(around()))
    assert any(text.startswith("Before: median") and "(n 14)" in text for text in shown)
    assert any(text.startswith("After: median") and "(n 14)" in text for text in shown)
    assert "Moved house" in shown


def test_too_few_days_have_dots_and_no_median():
    shown = texts(draw(around(n_after=3)))
    assert not any("median" in text for text in shown)
    assert "After (n 3)" in shown


def test_a_day_without_a_name_is_written_as_a_date():
    assert "14 Sept" in texts(draw(around(event="")))


@pytest.mark.parametrize("text_px", [14, 28])
@pytest.mark.parametrize("width", [320, 780])
def test_words_stay_inside_the_picture(width, text_px):
    for chart in (since(5), around(event="A very long name of a day " * 8)):
        axes = draw(chart, width=width, text_px=text_px)
        for text in axes.findobj(Text):
            if text.get_text():
                x = text.get_position()[0]
                assert -1 <= x <= width + 1


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf"])
def test_a_picture_is_the_same_each_time(file_format):
    chart = since(4)
    made = [single_picture(chart, load_theme("print"), file_format) for _ in range(2)]
    assert made[0] == made[1]
    assert len(made[0]) > 1000


def test_a_session_line_is_broken_where_a_day_is_missing():
    chart = since(1, days=20, value=lambda day: 2)
    kept = [n for n in range(20) if n != 10]
    line = chart.found.lines[0]
    gap = ratings_by_day([SessionDay("a", 1000)], [1000 + n for n in kept], [2.0] * 19)
    broken = draw(SinceChart("x", "y", SYMPTOM, gap))
    faint = next(each for each in broken.lines if each.get_alpha() is not None)
    assert len(line.xs) == 20
    assert np.isnan(faint.get_xdata()).sum() == 2  # the missing day, and the end of the line


@pytest.mark.parametrize("make", [since, around])
def test_a_long_label_goes_on_in_the_next_line_at_large_text(make):
    arguments = {since: (12,), around: ()}[make]
    data = make(*arguments)
    shown = texts(draw(data, width=730, text_px=28.0))
    assert not [text for text in shown if "…" in text]
    assert natural_height(data, 400, 28.0) > natural_height(data, 1600, 28.0)
