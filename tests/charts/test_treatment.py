"""Marks, doses and side effects on the small charts."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal.charts.effects import SHAPES
from journal.charts.marks import STYLES
from journal.charts.trends import Spot, arrangement, draw_trends
from journal.host.themes import contrast, load_theme
from journal.model.series import DRAWN_EFFECTS, ChartMark, DoseLane, MarkKind
from tests.support.trends_data import trends, with_treatment


def draw(data, theme="light", width=780, text_px=14.0):
    figure = Figure(figsize=(width / 72, arrangement(data, width, text_px).natural_height / 72), dpi=72)
    FigureCanvasAgg(figure)
    return draw_trends(figure, data, load_theme(theme), text_px)


def texts(drawing):
    return [text.get_text() for text in drawing.axes.findobj(Text) if text.get_text()]


def marked(drawing, kind):
    """Where the symbols of a kind stand."""
    x, y = drawing._marks._lines[kind].get_data()
    return [(float(a), float(b)) for a, b in zip(x[::3], y[::3], strict=True) if not np.isnan(b)]


def test_every_session_is_marked_over_every_plot():
    data = with_treatment(trends(3, 90), sessions=6, lanes=2)
    drawing = draw(data)
    assert len(marked(drawing, MarkKind.SESSION)) == 6 * (3 + 1 + 1)  # panels, side effects, the first lane


def test_kinds_differ_in_symbol_and_dash_and_not_only_in_colour():
    assert len({style.symbol for style in STYLES.values()}) == len(STYLES)
    assert len({str(style.dash) for style in STYLES.values()}) == len(STYLES)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_marks_can_be_seen_on_the_card(theme):
    tokens = load_theme(theme)
    for style in STYLES.values():
        assert contrast(getattr(tokens, style.role), tokens.card) >= 3


def test_a_mark_stands_where_its_day_does():
    data = with_treatment(trends(1, 90), sessions=1, lanes=0, effects=False)
    drawing = draw(data)
    day = next(mark.day for mark in data.marks if mark.kind is MarkKind.SESSION)
    assert marked(drawing, MarkKind.SESSION)[0][0] == pytest.approx(
        drawing._courses[0].point(day, drawing.first, drawing.last)[0]
    )


def test_labels_stand_over_every_panel():
    drawing = draw(with_treatment(trends(4, 90), sessions=3, lanes=0, effects=False))
    assert texts(drawing).count("Moved house") == 4


def test_two_hundred_sessions_leave_the_dots_readable():
    drawing = draw(with_treatment(trends(2, 3650), sessions=200))
    y = drawing._marks._lines[MarkKind.SESSION].get_data()[1]
    assert np.isnan(y[1::3][: 200 * 2]).all()  # no lines in the small charts, symbols only
    assert len(marked(drawing, MarkKind.SESSION)) >= 400


def test_without_marks_nothing_is_kept_free_for_them():
    data = trends(2, 90)
    assert arrangement(data, 780, 14).natural_height < (
        arrangement(replace(data, marks=(ChartMark(data.period.first.toordinal(), "x"),)), 780, 14).natural_height
    )


def test_a_dose_of_nothing_lies_on_the_foot_and_a_stop_has_no_line():
    data = trends(1, 30)
    first = data.period.first.toordinal()
    lane = DoseLane("Tapered", "mg", (first, first + 10), (first + 9, first + 19), (10.0, 0.0))
    drawing = draw(replace(data, doses=(lane,)))
    (place,) = drawing.layout.lanes
    x, y = drawing._lanes._steps.get_data()
    shown = ~np.isnan(y)
    assert y[shown][-1] == place.plot.bottom
    assert y[shown][0] < place.plot.bottom
    assert x[shown].max() < place.plot.left + (place.plot.right - place.plot.left) * 0.7


def test_a_gap_between_two_doses_breaks_the_line():
    data = trends(1, 30)
    first = data.period.first.toordinal()
    lane = DoseLane("As before", "mg", (first, first + 15), (first + 5, first + 25), (10.0, 10.0))
    y = draw(replace(data, doses=(lane,)))._lanes._steps.get_data()[1]
    assert np.isnan(y[2])


def test_amounts_are_written_at_their_steps():
    drawing = draw(with_treatment(trends(1, 90), lanes=3, effects=False))
    assert {"50", "100", "10", "0", "1"} <= set(texts(drawing))


def test_more_than_four_medicines_are_named():
    data = trends(1, 90)
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    lanes = tuple(DoseLane(f"Medicine {n}", "mg", (first,), (last,), (1.0,)) for n in range(6))
    drawing = draw(replace(data, doses=lanes))
    assert len(drawing.layout.lanes) == 4
    assert "Also: Medicine 4, Medicine 5" in texts(drawing)


def test_each_side_effect_has_a_shape_of_its_own():
    assert len(set(SHAPES)) == len(SHAPES) == DRAWN_EFFECTS


def test_a_side_effect_that_was_not_logged_has_no_symbol():
    data = with_treatment(trends(1, 90), sessions=8)
    drawing = draw(data)
    (effects,) = drawing._effects
    for shape, peaks in zip(effects._shapes, data.effects.effects, strict=True):
        assert len(shape.get_data()[0]) == len(peaks.days)
        assert f"{peaks.label} (n {len(peaks.days)})" in texts(drawing)


def test_the_panel_of_side_effects_is_read_by_day():
    data = with_treatment(trends(1, 90), sessions=4)
    drawing = draw(data)
    drawing.point(Spot(1, int(data.effects.effects[0].days[0])))
    assert any("Dizziness" in text and "(n" not in text for text in texts(drawing))


@pytest.mark.parametrize("text_px", [14, 28])
@pytest.mark.parametrize("width", [420, 780, 1400])
def test_cards_do_not_cover_each_other(width, text_px):
    data = with_treatment(trends(3, 90, life=1), lanes=3)
    layout = arrangement(data, width, text_px).filling(0)
    boxes = [place.card for place in layout.places] + [layout.doses]
    for one in boxes:
        assert 0 <= one.left < one.right <= width + 0.01
        for other in boxes:
            apart = one.bottom < other.top or other.bottom < one.top or one.right < other.left or other.right < one.left
            assert one is other or apart
    assert max(box.bottom for box in boxes) <= layout.height
    for lane in layout.lanes:
        assert layout.doses.top < lane.baseline < lane.plot.top < lane.plot.bottom < layout.doses.bottom


def test_only_doses_can_be_drawn_too():
    data = replace(with_treatment(trends(1, 30), effects=False), panels=())
    drawing = draw(data)
    assert drawing.layout.lanes
    assert drawing.pixels_a_day > 0


def test_nothing_of_the_treatment_is_in_the_still_picture():
    drawing = draw(with_treatment(trends(2, 90), lanes=2))
    canvas = drawing.figure.canvas
    drawing.animate(True)
    canvas.draw()
    before = np.array(canvas.buffer_rgba())
    drawing.show(drawing.first - 30, drawing.last - 30)
    canvas.draw()
    assert (before == np.array(canvas.buffer_rgba())).all()


def test_in_large_text_how_many_sessions_were_logged_stands_whole_below_the_label():
    data = with_treatment(trends(1, 90))
    wide, narrow = draw(data, width=1200), draw(data, width=420, text_px=28.0)
    assert not wide.layout.places[-1].stacked
    assert narrow.layout.places[-1].stacked
    assert [text for text in texts(narrow) if text.startswith("Logged for")] == [
        text for text in texts(wide) if text.startswith("Logged for")
    ]
