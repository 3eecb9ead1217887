"""Two small charts drawn for nobody, on a thread that has the time.

What matplotlib does once only (fonts, glyphs, the classes of its artists) takes longer than a
drawing does. After this the first drawing that is looked at is as quick as the next.
"""

from __future__ import annotations

from datetime import date, timedelta

from journal.charts.frames import Frames
from journal.charts.trends import Spot
from journal.charts.typeface import load_fonts
from journal.host.themes import ThemeTokens
from journal.model.items import Better, Kind
from journal.model.periods import Period
from journal.model.series import Scale, TrendsData, item_panel, load_panel

DAYS = 60
WIDTH = 700
FIRST = date(2000, 1, 1)
LETTERS = "The quick brown fox jumps over the lazy dog, 0123456789"


def rehearse(tokens: ThemeTokens, text_px: float) -> None:
    """Draw everything that the page of small charts draws, once."""
    load_fonts()
    frames = Frames(tokens, text_px)
    frames.show_data(made_up())
    height = round(frames.wanted_height(WIDTH))
    frames.draw(WIDTH, height, 1.0, None)
    frames.move(None, Spot(0, FIRST.toordinal()))


def made_up() -> TrendsData:
    """A course of nothing in particular."""
    values = {FIRST + timedelta(days=day): float(day % 4) for day in range(DAYS)}
    scale = Scale(Kind.SCALE, Better.LOWER, 0, 4, 1, "low", "high")
    period = Period(FIRST, FIRST + timedelta(days=DAYS - 1))
    panels = (load_panel(LETTERS, scale, values), item_panel("item", LETTERS, scale, values))
    return TrendsData(period, period, period, panels, compare=True)
