"""The canvas of the charts: what is drawn on another thread before it is shown."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from journal.charts.frames import Frames
from journal.charts.typeface import PLAIN_FACE, USUAL_FACE, load_fonts
from journal.host.themes import load_theme
from journal.ui.widgets.chart_canvas import ChartCanvas
from tests.support.trends_data import trends, weeks, with_treatment

TEXT_PX = 14
WIDTH = 700
CHARTS = {
    "items": trends(3, 90),
    "with a treatment": with_treatment(trends(2, 90)),
    "typical week": weeks(2),
}


@pytest.fixture(autouse=True)
def drawn_by(monkeypatch):
    """The threads that drew a whole chart, in order."""
    names = []
    draw = Frames._draw

    def noting(self, *given):
        names.append(threading.current_thread().name)
        draw(self, *given)

    monkeypatch.setattr(Frames, "_draw", noting)
    load_fonts()
    return names


@pytest.fixture
def canvas(qtbot):
    made = ChartCanvas(load_theme("light"), TEXT_PX, USUAL_FACE)
    qtbot.addWidget(made)
    return made


def ahead(canvas, data):
    """Draw on a thread that is not the window's."""
    thread = threading.Thread(target=canvas.draw_ahead, args=(data,), name="storage")
    thread.start()
    thread.join()


def put_on(canvas, data):
    """Show it in the size that it wants."""
    canvas.show_data(data)
    canvas.resize(WIDTH, canvas.minimumHeight())
    canvas.show()
    return canvas.grab().toImage()


@pytest.mark.parametrize("data", CHARTS.values(), ids=CHARTS)
def test_what_was_drawn_ahead_is_shown_and_is_the_same_picture(canvas, qtbot, drawn_by, data):
    canvas.expect(WIDTH)
    ahead(canvas, data)
    shown = put_on(canvas, data)
    assert drawn_by == ["storage"]
    other = ChartCanvas(load_theme("light"), TEXT_PX, USUAL_FACE)
    qtbot.addWidget(other)
    assert put_on(other, data) == shown
    assert drawn_by == ["storage", "MainThread"]


def test_the_next_chart_is_drawn_ahead_in_the_size_the_canvas_has(canvas, drawn_by):
    put_on(canvas, CHARTS["items"])
    ahead(canvas, CHARTS["with a treatment"])
    put_on(canvas, CHARTS["with a treatment"])
    assert drawn_by == ["MainThread", "storage"]


def test_where_there_is_more_room_than_it_wants_it_fills_it(canvas, drawn_by):
    put_on(canvas, CHARTS["items"])
    canvas.resize(WIDTH, canvas.minimumHeight() + 900)
    canvas.grab()
    drawn_by.clear()
    ahead(canvas, CHARTS["typical week"])
    canvas.show_data(CHARTS["typical week"])
    canvas.grab()
    assert drawn_by == ["storage"]


@pytest.mark.parametrize(
    "change",
    [
        lambda canvas: canvas.dress(load_theme("dark"), TEXT_PX, USUAL_FACE),
        lambda canvas: canvas.dress(load_theme("light"), 2 * TEXT_PX, USUAL_FACE),
        lambda canvas: canvas.dress(load_theme("light"), TEXT_PX, PLAIN_FACE),
        lambda canvas: canvas.expect(WIDTH + 1),
    ],
    ids=["colours", "text size", "font", "width"],
)
def test_what_was_drawn_ahead_otherwise_is_drawn_as_it_is_now(canvas, drawn_by, change):
    canvas.expect(WIDTH)
    before = (canvas._frames.tokens, canvas._frames.text_px, canvas._frames.font)
    change(canvas)
    data = CHARTS["items"]
    ahead(canvas, data)
    canvas.dress(*before)
    put_on(canvas, data)
    assert drawn_by == ["storage", "MainThread"]


def test_another_chart_than_the_one_drawn_ahead_is_drawn_by_the_window(canvas, drawn_by):
    canvas.expect(WIDTH)
    ahead(canvas, CHARTS["typical week"])
    put_on(canvas, CHARTS["items"])
    assert canvas.data is CHARTS["items"]
    assert drawn_by == ["storage", "MainThread"]


def test_what_is_shown_already_is_not_drawn_ahead_again(canvas, drawn_by):
    put_on(canvas, CHARTS["items"])
    same = replace(CHARTS["items"])
    ahead(canvas, same)
    put_on(canvas, same)
    assert drawn_by == ["MainThread"]


def test_the_same_size_is_not_drawn_twice(canvas, drawn_by):
    put_on(canvas, CHARTS["items"])
    canvas.resize(QSize(WIDTH, canvas.height()))
    canvas.grab()
    canvas.resize(QSize(WIDTH - 40, canvas.height()))
    canvas.grab()
    assert drawn_by == ["MainThread", "MainThread"]
