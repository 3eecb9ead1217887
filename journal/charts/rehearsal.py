"""Small charts drawn for nobody, on a thread that has the time.

What is done once only (fonts, the words of the usual items, the classes of matplotlib's artists)
takes longer than a drawing does. After this the first drawing that is looked at is as quick as the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from journal.charts.frames import Frames
from journal.charts.trends import Spot
from journal.charts.typeface import load_fonts
from journal.host.themes import ThemeTokens
from journal.model.panels import item_panel, load_panel
from journal.model.periods import Period
from journal.model.series import ChartMark, DoseLane, MarkKind, Scale, TrendsData

DAYS = 365
SHOWN = 90
WIDTH = 900
FIRST = date(2000, 1, 1)


def rehearse(scales: Mapping[str, Scale], tokens: ThemeTokens, text_px: float) -> None:
    """Draw everything that the page of small charts draws, once, for items with these labels and axes."""
    load_fonts()
    frames = Frames(tokens, text_px)
    frames.show_data(made_up(scales))
    height = round(frames.wanted_height(WIDTH))
    frames.draw(WIDTH, height, 1.0, None)
    for first in range(FIRST.toordinal(), FIRST.toordinal() + DAYS - SHOWN, SHOWN):  # past the names of all months
        frames.move((first, first + SHOWN), Spot(0, first))


def made_up(scales: Mapping[str, Scale]) -> TrendsData:
    """A course of nothing in particular; the first item stands for the average symptom rating."""
    year, shown = (Period(FIRST, FIRST + timedelta(days=length - 1)) for length in (DAYS, SHOWN))
    values = {day: float(day.toordinal() % 4) for day in year.days()}
    load, *items = scales.items()
    panels = (load_panel(*load, values), *(item_panel(label, label, scale, values) for label, scale in items))
    marks = tuple(ChartMark(FIRST.toordinal() + 9 * n, kind.value, kind) for n, kind in enumerate(MarkKind))
    lane = DoseLane("", "", (FIRST.toordinal(),), (FIRST.toordinal() + DAYS,), (1.0,))
    return TrendsData(shown, year, year, panels, marks=marks, doses=(lane,))
