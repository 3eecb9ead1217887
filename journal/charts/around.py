"""Before and after a day: the days' values as dots, and each side's median within its range."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts import single, still
from journal.charts.detail import Floats
from journal.charts.single import Card, Heading
from journal.charts.time_ticks import time_ticks
from journal.charts.typeface import REGULAR, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.model.phases import Side
from journal.model.treatment_charts import AroundChart
from journal.texts import since_charts as words
from journal.texts.comparisons import before_after_title
from journal.texts.trends import short_day

FOOT_TEXTS = 3.6
"""Under the plot: days and the words of both sides, in text sizes."""

TICK_EVERY = 6.2
DAYS_TEXTS, SIDES_TEXTS = 1.2, 2.9
EDGE = 0.6


def height(data: AroundChart, width: float, text_px: float) -> float:
    """The height at which everything has room."""
    return single.natural_height(_heading(data), width, text_px, FOOT_TEXTS)


def draw_around(figure: Figure, data: AroundChart, tokens: ThemeTokens, text_px: float, margin_px: float) -> None:
    """Draw on a figure whose size is in 72nds of an inch; replaces what it held."""
    axes, width, high = single.begin(figure, tokens, margin_px)
    card = single.card(_heading(data), width, high, text_px, FOOT_TEXTS)
    single.draw_frame(axes, card, "", data.scale, tokens)
    _days(axes, card, data, tokens)
    found = data.found
    for side, days, after in ((found.before, found.days_before, False), (found.after, found.days_after, True)):
        span = days.first.toordinal() - 0.5, days.last.toordinal() + 0.5
        _side(axes, card, data, side, span, tokens)
        _words(axes, card, data, after, span, tokens)
    xs, ys = np.array(data.days, dtype=float), np.array(data.values, dtype=float)
    size = 5.5 * card.text_px / 14
    axes.plot(_x(card, data, xs), card.y(data.scale, ys), ls="", marker="o", ms=size, mfc=tokens.dot, mec="none",
              zorder=3)  # fmt: skip


def _heading(data: AroundChart) -> Heading:
    return Heading(before_after_title(data.label, data.found))


def _x(card: Card, data: AroundChart, days: Floats) -> Floats:
    first, last = data.found.days_before.first.toordinal() - EDGE, data.found.days_after.last.toordinal() + EDGE
    return card.plot.left + (days - first) / (last - first) * (card.plot.right - card.plot.left)


def _days(axes: Axes, card: Card, data: AroundChart, tokens: ThemeTokens) -> None:
    """The days under the plot, and the line between the two sides with the name of the day."""
    plot, text_px, size = card.plot, card.text_px, card.space.small_px
    first, last = data.found.days_before.first.toordinal(), data.found.days_after.last.toordinal()
    for tick in time_ticks(first, last, int((plot.right - plot.left) / (TICK_EVERY * text_px))):
        x = float(_x(card, data, np.array([tick.day]))[0])
        axes.plot([x, x], [plot.top, plot.bottom], color=tokens.grid, lw=1, zorder=2, snap=True)
        half = text_width(tick.text, size, REGULAR) / 2
        x = min(max(x, card.box.left + half + 2), card.box.right - half - 2)
        still.write(axes, x, plot.bottom + DAYS_TEXTS * text_px, tick.text, tokens.soft, size, REGULAR, "center")
    on = data.found.on.toordinal()
    x = float(_x(card, data, np.array([on - 0.5]))[0])
    weight = 1.2 * (0.5 + text_px / 28)
    axes.plot([x, x], [plot.top - 0.2 * text_px, plot.bottom], color=tokens.ink, lw=weight, ls=(0, (1.0, 2.0)),
              marker="D", markevery=[0], ms=4.8, mec="none", zorder=2.4, snap=True)  # fmt: skip
    text = shortened(data.event or short_day(on), size, REGULAR, (plot.right - plot.left) * 0.9)
    half = text_width(text, size, REGULAR) / 2
    x = min(max(x, plot.left + half), plot.right - half)
    still.write(axes, x, plot.top - 0.66 * text_px, text, tokens.soft, size, REGULAR, "center")


def _side(
    axes: Axes, card: Card, data: AroundChart, side: Side, span: tuple[float, float], tokens: ThemeTokens
) -> None:
    """The range as a band, the median as a line; nothing where they are withheld."""
    if side.median is None or side.low is None or side.high is None:
        return
    left, right = (float(x) for x in _x(card, data, np.array(span)))
    low, middle, high = card.y(data.scale, np.array([side.low, side.median, side.high]))
    axes.fill([left + 2, right - 2, right - 2, left + 2], [low, low, high, high], facecolor=tokens.band, zorder=1.5)
    weight = 2.2 * (0.5 + card.text_px / 28)
    axes.plot([left + 2, right - 2], [middle, middle], color=tokens.accent, lw=weight, zorder=4)


def _fitting(whole: str, short: str, size_px: float, width: float) -> str:
    """The whole line where there is room, else the short one: a number of days must not lose its end."""
    return whole if text_width(whole, size_px, REGULAR) <= width else shortened(short, size_px, REGULAR, width)


def _words(
    axes: Axes, card: Card, data: AroundChart, after: bool, span: tuple[float, float], tokens: ThemeTokens
) -> None:
    left, right = (float(x) for x in _x(card, data, np.array(span)))
    size = card.space.small_px
    whole, short = words.side_line(data.found, after=after), words.side_line_short(data.found, after=after)
    text = _fitting(whole, short, size, right - left)
    y = card.plot.bottom + SIDES_TEXTS * card.text_px
    still.write(axes, (left + right) / 2, y, text, tokens.ink, size, REGULAR, "center")
