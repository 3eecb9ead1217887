"""The drawing of the small charts."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal.charts.trends import Spot, arrangement, draw_trends, period_view
from journal.host.themes import load_theme
from journal.model.panels import item_panel
from tests.support.trends_data import SYMPTOM, course, trends


def draw(data, theme="light", width=780, text_px=14.0):
    figure = Figure(figsize=(width / 72, arrangement(data, width, text_px).natural_height / 72), dpi=72)
    FigureCanvasAgg(figure)
    return draw_trends(figure, data, load_theme(theme), text_px)


def texts(drawing):
    return [text.get_text() for text in drawing.axes.findobj(Text) if text.get_text()]


def test_every_panel_has_its_label_its_mean_and_its_n():
    data = trends(3, 90)
    shown = texts(draw(data))
    for panel in data.panels:
        assert panel.label in shown
        n = panel.numbers(data.period.first.toordinal(), data.period.last.toordinal()).n_days
        assert any(text.startswith("Mean ") and f"(n {n} days)" in text for text in shown)


def test_the_period_before_is_written_only_when_comparing():
    assert not any("before" in text for text in texts(draw(trends(2, 90))))
    assert sum("before" in text for text in texts(draw(trends(2, 90, compare=True)))) == 2


def test_there_is_a_dot_for_each_day_with_a_value_and_no_other():
    data = trends(4, 90, life=1)
    x, y = draw(data)._dots.get_data()
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    wanted = sum(panel.numbers(first, last).n_days for panel in data.panels)
    assert np.isfinite(y).sum() == wanted


def test_dots_and_lines_stay_inside_the_plots():
    drawing = draw(trends(4, 90, life=2, load=True))
    for line in (drawing._dots, drawing._line):
        for x, y in zip(*line.get_data(), strict=True):
            inside = any(place.plot.holds(x, y) for place in drawing.layout.places)
            assert inside or np.isnan(y)


def test_higher_values_stand_higher_in_every_panel():
    drawing = draw(trends(2, 90, life=2))
    for number, place in enumerate(drawing.layout.places):
        high, low = max(place.panel.values), min(place.panel.values)
        days = dict(zip(place.panel.values, place.panel.days, strict=True))
        course_of = drawing._courses[number]
        assert (
            course_of.point(days[high], drawing.first, drawing.last)[1]
            < course_of.point(days[low], drawing.first, drawing.last)[1]
        )


def test_an_item_without_days_says_so_and_has_no_mean():
    data = trends(1, 28)
    empty = item_panel("x", "Nothing here", SYMPTOM, {})
    shown = texts(draw(type(data)(data.period, data.loaded, data.reach, (empty,))))
    assert "Nothing logged in these days" in shown
    assert not any("0.0" in text for text in shown)


def test_three_days_say_that_four_of_seven_are_needed():
    data = trends(1, 28)
    few = dict(list(course(1, data.period.first, data.period.last).items())[:3])
    panel = item_panel("x", "Few", SYMPTOM, few)
    assert "4 of the 7 days needed for the line" in texts(
        draw(type(data)(data.period, data.loaded, data.reach, (panel,)))
    )


def test_a_cursor_reads_its_day_in_every_panel():
    drawing = draw(trends(3, 90))
    day = drawing.data.panels[0].days[-10]
    drawing.point(Spot(0, day))
    readings = [text for text in texts(drawing) if "7-day" in text or "not logged" in text]
    assert len(readings) == 3
    drawing.point(None)
    assert not any("7-day" in text for text in texts(drawing))


def test_the_point_under_the_pointer_is_the_nearest_day():
    drawing = draw(trends(3, 90))
    place = drawing.layout.places[1]
    for day in (drawing.first_day, drawing.first_day + 40, drawing.last_day):
        x = drawing._courses[1].point(day, drawing.first, drawing.last)[0]
        assert drawing.spot_at(x + 0.4, place.plot.top + 5) == Spot(1, day)
    assert drawing.spot_at(-50, -50) is None


def test_moving_the_view_changes_the_numbers():
    data = trends(1, 90)
    drawing = draw(data)
    first, last = period_view(data)
    before = [text for text in texts(drawing) if text.startswith("Mean")]
    drawing.show(first - 60, last - 60)
    assert [text for text in texts(drawing) if text.startswith("Mean")] != before


@pytest.mark.parametrize(("days", "weekly"), [(365, False), (900, True)])
def test_long_views_show_weeks(days, weekly):
    drawing = draw(trends(1, days))
    assert drawing.by_weeks is weekly
    dots = np.isfinite(drawing._dots.get_data()[1]).sum()
    assert bool(dots < days / 6) is weekly


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_colours_are_the_themes(theme):
    tokens = load_theme(theme)
    drawing = draw(trends(2, 90, load=True), theme)
    assert to_hex(drawing.figure.get_facecolor()).upper() == tokens.paper
    assert to_hex(drawing._dots.get_markerfacecolor()).upper() == tokens.dot
    assert to_hex(drawing._line.get_color()).upper() == tokens.accent


def test_what_a_person_wrote_is_never_read_as_a_formula():
    data = trends(1, 28)
    odd = item_panel("x", r"$\frac{1}{0$ & 5 % {x}", SYMPTOM, course(1, data.period.first, data.period.last))
    drawing = draw(type(data)(data.period, data.loaded, data.reach, (odd,)))
    drawing.figure.canvas.draw()
    assert odd.label in texts(drawing)


def test_a_label_too_long_for_its_card_is_shortened():
    data = trends(1, 28)
    long = item_panel("x", "A very long name " * 20, SYMPTOM, course(1, data.period.first, data.period.last))
    assert any(text.endswith("…") for text in texts(draw(type(data)(data.period, data.loaded, data.reach, (long,)))))


def test_nothing_that_moves_is_in_the_still_picture():
    drawing = draw(trends(2, 90))
    canvas = drawing.figure.canvas
    drawing.animate(True)
    canvas.draw()
    before = np.array(canvas.buffer_rgba())
    drawing.show(drawing.first - 30, drawing.last - 30)
    canvas.draw()
    assert (before == np.array(canvas.buffer_rgba())).all()
