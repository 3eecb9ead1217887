"""Charts drawn by several threads at once: the window's, the one that reads the days, and the rehearsal."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from journal.charts.frames import Frames
from journal.charts.typeface import PLAIN_FACE, USUAL_FACE
from journal.host.themes import load_theme
from tests.support.trends_data import trends, weeks, with_treatment

WIDTH = 700
THREADS = 3
CHARTS = (trends(3, 90), with_treatment(trends(2, 90)), weeks(2))
DRESSES = tuple((face, text_px) for face in (USUAL_FACE, PLAIN_FACE) for text_px in (14, 28))


@pytest.fixture
def impatient():
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.0002)
    yield
    sys.setswitchinterval(before)


def drawn(data, face, text_px):
    frames = Frames(load_theme("light"), text_px, face)
    frames.show_data(data)
    pixels, *_size = frames.draw(WIDTH, round(frames.wanted_height(WIDTH)), 1.0, None)
    return bytes(pixels)


def test_each_chart_is_the_same_as_if_it_were_drawn_alone(impatient):
    wanted = [(data, *dress) for data in CHARTS for dress in DRESSES]
    alone = [drawn(*each) for each in wanted]
    together = Barrier(THREADS, timeout=60)

    def begin_at(first):
        together.wait()
        turned = range(first, first + len(wanted))
        return all(drawn(*wanted[place % len(wanted)]) == alone[place % len(wanted)] for place in turned)

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(begin_at, range(0, len(wanted), len(wanted) // THREADS))) == [True] * THREADS
