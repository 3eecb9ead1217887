"""The panels of questionnaires' totals."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal.charts.scores import nearest_filled
from journal.charts.trends import Spot, arrangement, draw_trends
from journal.host.themes import load_theme
from journal.model.items import Better
from journal.model.questionnaires import Span
from tests.support.report_data import LAST
from tests.support.score_data import filled_in, given, monthly, panel
from tests.support.trends_data import trends, with_treatment


def stretches(heights):
    """How many points stand in each unbroken piece of a line."""
    return [len(piece) for piece in "".join("." if np.isfinite(each) else " " for each in heights).split()]


def draw(*series, width=900, text_px=14.0, base=None):
    data = replace(base or trends(0, 90), panels=((base.panels if base else ()) + tuple(map(panel, series))))
    figure = Figure(figsize=(width / 72, arrangement(data, width, text_px).natural_height / 72), dpi=72)
    FigureCanvasAgg(figure)
    return draw_trends(figure, data, load_theme("light"), text_px)


def texts(drawing):
    return [each.get_text() for each in drawing.axes.findobj(Text) if each.get_text()]


def points(drawing):
    return drawing._scores[0]._points.get_data()


def test_each_total_is_a_point_and_a_withheld_one_is_none():
    _x, y = points(draw(monthly()))
    assert np.isfinite(y).sum() == 3


def test_the_line_breaks_at_a_withheld_total():
    drawing = draw(monthly())
    _x, y = drawing._scores[0]._line.get_data()
    assert stretches(y) == [2, 1]


def test_weekly_and_monthly_are_two_panels():
    drawing = draw(monthly(), filled_in("pcl5", {20: 40.0, 6: 38.0}, span=Span.WEEK))
    assert [place.panel.label for place in drawing.layout.places] == ["PCL-5 (past month)", "PCL-5 (past week)"]
    _x, y = drawing._scores[0]._line.get_data()
    assert stretches(y) == [2, 1, 2]


def test_the_axis_has_the_whole_range_and_is_never_turned_round():
    drawing = draw(monthly(), filled_in("who5", {30: 20.0, 3: 60.0}))
    for place in drawing.layout.places:
        scale = place.panel.scale
        assert (scale.minimum, scale.maximum) == (0, place.panel.scores.high)
    _x, y = points(drawing)
    *_others, low, high = y[np.isfinite(y)]
    assert high < low  # counted downwards from the top


def test_directions_stand_under_headings_of_their_own():
    shown = [heading.text for heading in draw(monthly(), filled_in("who5", {3: 60.0})).layout.headings]
    assert shown == ["Questionnaires, lower is better", "Questionnaires, higher is better"]
    assert panel(given("Sleep scale", LAST, 12.0, "Clinic")).scale.better is Better.NONE


def test_bands_and_cuts_have_their_words():
    drawing = draw(filled_in("gad7", {30: 11.0, 3: 9.0}), filled_in("phq9", {3: 12.0}), monthly())
    labels = [label.get_text() for _number, label, *_boxes in drawing._scores[0]._labels._labels]
    assert labels == ["5 or more", "10 or more", "15 or more", "cut 10", "cut 31–33"]


def test_a_change_is_told_with_its_population_over_the_points():
    (place,) = draw(monthly()).layout.places
    said = " ".join(place.said)
    assert "9–12 points (primary care, Blanchard 2023)" in said
    assert "15–18 points (male veterans, Marx 2022), and a score of 28 or less" in said
    assert draw(filled_in("phq9", {3: 12.0})).layout.places[0].said == ()


@pytest.mark.parametrize(("width", "text_px"), [(900, 14.0), (640, 28.0)])
def test_rows_of_words_stand_over_the_plot_and_inside_the_card(width, text_px):
    drawing = draw(monthly(), width=width, text_px=text_px)
    (place,) = drawing.layout.places
    for line in drawing.axes.findobj(Text):
        if line.get_text() in place.said:
            x, y = line.get_position()
            assert place.card.left < x
            assert place.card.top < y < place.plot.top
    for line in drawing.axes.lines:
        assert np.nanmax(np.asarray(line.get_xdata(), dtype=float), initial=0) <= place.card.right


def test_the_words_of_a_line_make_way_for_the_totals():
    drawing = draw(filled_in("phq9", {30: 20.0, 1: 11.0}))
    (_number, label, *_boxes), (x, y) = drawing._scores[0]._labels._labels[0], points(drawing)
    last = x[np.isfinite(y)][-1]
    assert label.get_position()[0] < last - 100


def test_over_a_panel_stands_the_newest_total_and_how_many_there_are():
    drawing = draw(monthly())
    assert "37 of 80 on 17 Oct (n 3 totals)" in texts(drawing)
    drawing.point(Spot(0, LAST.toordinal() - 12))
    assert "17 Oct: 37 of 80, 20 of 20 answered" in texts(drawing)
    drawing.point(Spot(0, LAST.toordinal() - 40))
    assert "19 Sept: 19 of 20 answered; a total needs all" in texts(drawing)


def test_days_without_a_total_say_so():
    assert "No total in these days" in texts(draw(filled_in("phq9", {300: 12.0})))


def test_the_pointer_finds_a_questionnaire_that_is_near():
    shown = panel(monthly())
    day = LAST.toordinal() - 12
    assert nearest_filled(shown, day + 2, 3.0) == day
    assert nearest_filled(shown, day + 5, 3.0) == day + 5
    withheld = LAST.toordinal() - 40
    assert nearest_filled(shown, withheld - 1, 3.0) == withheld


def test_charts_without_questionnaires_have_none_of_their_artists():
    assert draw(base=trends(3, 90))._scores == []


def test_questionnaires_stand_between_the_items_and_the_side_effects():
    data = with_treatment(trends(2, 90), effects=True)
    drawing = draw(monthly(), base=data)
    kinds = ["totals" if p.scores else "effects" if p.is_effects else "days" for p in drawing.data.ordered()]
    assert kinds == ["days", "days", "totals", "effects"]
    assert [place.panel for place in drawing.layout.places] == list(drawing.data.ordered())


def test_two_totals_of_a_day_are_both_drawn():
    series = monthly()
    again = replace(series.points[-1], at_ms=series.points[-1].at_ms + 1, value=30.0, questionnaire_id="again")
    drawing = draw(replace(series, points=(*series.points, again)))
    x, y = points(drawing)
    assert np.isfinite(y).sum() == 4
    assert len(set(x[np.isfinite(x)])) == 4
    assert drawing.data.panels[0].value_on(LAST.toordinal() - 12) == 30.0


def test_a_view_that_was_moved_shows_the_totals_of_its_days():
    drawing = draw(monthly())
    first = (LAST - timedelta(days=70)).toordinal()
    drawing.show(first, first + 20)
    _x, y = points(drawing)
    assert np.isfinite(y).sum() == 1
