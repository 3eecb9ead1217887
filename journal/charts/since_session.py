"""Ratings since a session: each session a faint line, median and quartiles over them, and their number below.

Below the axis every point has a bar as high as the number of sessions behind it, and the number
itself where there is room. The bars of points with too few sessions for a median are hollow.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from journal.charts import single, still
from journal.charts.detail import Floats
from journal.charts.single import Card, Heading
from journal.charts.typeface import REGULAR, text_width
from journal.host.themes import ThemeTokens
from journal.model.since_hours import HOURS_AFTER, HOURS_BEFORE, STRETCH_H
from journal.model.since_session import DAYS_AFTER, DAYS_BEFORE, SincePoint, Unit
from journal.model.treatment_charts import SinceChart
from journal.texts import numbers
from journal.texts import since_charts as words

FOOT_TEXTS = 7.4
"""Under the plot: days, what they are, bars and their numbers, in text sizes."""

TICKS_TEXTS, BARS_TEXTS, BARS_HIGH, AXIS_TEXTS = 1.2, 4.6, 1.6, 6.6
"""Where days, the foot of the bars and the words of the axis stand below the plot, and how high bars are."""

EVERY = {Unit.DAYS: 7, Unit.HOURS: 12}
WIDEST = {Unit.DAYS: 1.5, Unit.HOURS: 12.0}
"""A session's line is broken where its next rating is further on than this."""

EDGE = 0.8
"""Room at both ends, in days; in hours six times as much."""

FAINTEST, FAINT = 0.22, 0.6
"""How strong the line of one session among many is, and of one among few."""

FEW = 8


def height(data: SinceChart, width: float, text_px: float) -> float:
    """The height at which everything has room."""
    return single.natural_height(_heading(data), width, text_px, FOOT_TEXTS)


def draw_since(figure: Figure, data: SinceChart, tokens: ThemeTokens, text_px: float, margin_px: float) -> None:
    """Draw on a figure whose size is in 72nds of an inch; replaces what it held."""
    axes, width, high = single.begin(figure, tokens, margin_px)
    heading = _heading(data)
    card = single.card(heading, width, high, text_px, FOOT_TEXTS)
    single.draw_frame(axes, card, heading.right, data.scale, tokens)
    _days(axes, card, data.found.unit, tokens)
    _band(axes, card, data, tokens)
    _sessions(axes, card, data, tokens)
    _median(axes, card, data, tokens)
    _counts(axes, card, data, tokens)


def _heading(data: SinceChart) -> Heading:
    return Heading(f"{data.label} · {data.sessions}", words.sessions(data.found.n_sessions))


def reach(unit: Unit) -> tuple[float, float]:
    """The first and last day or hour that can be drawn."""
    return (-HOURS_BEFORE, HOURS_AFTER) if unit is Unit.HOURS else (-DAYS_BEFORE, DAYS_AFTER)


def _x(card: Card, unit: Unit, values: Floats) -> Floats:
    first, last = reach(unit)
    edge = EDGE * (STRETCH_H if unit is Unit.HOURS else 1)
    share = (values - first + edge) / (last - first + 2 * edge)
    return card.plot.left + share * (card.plot.right - card.plot.left)


def _days(axes: Axes, card: Card, unit: Unit, tokens: ThemeTokens) -> None:
    """The days under the plot, a faint rule at each, and the line of the session at 0."""
    first, last = reach(unit)
    days = np.arange(first, last + 1, EVERY[unit], dtype=float)
    xs, plot, text_px = _x(card, unit, days), card.plot, card.text_px
    size = card.space.small_px
    axes.plot(np.repeat(xs, 3), np.tile((plot.top, plot.bottom, np.nan), len(xs)), color=tokens.grid, lw=1, zorder=2)
    for day, x in zip(days, xs, strict=True):
        still.write(axes, float(x), plot.bottom + TICKS_TEXTS * text_px, numbers.amount(day), tokens.soft, size,
                    REGULAR, "center")  # fmt: skip
    zero = float(_x(card, unit, np.array([0.0]))[0])
    weight = 1.2 * (0.5 + text_px / 28)
    axes.plot([zero, zero], [plot.top - 0.2 * text_px, plot.bottom], color=tokens.session_line, lw=weight, marker="v",
              markevery=[0], ms=6.5, mec="none", zorder=2.4, snap=True)  # fmt: skip
    still.write(axes, zero, plot.top - 0.66 * text_px, words.session_mark(), tokens.soft, size, REGULAR, "center")
    middle = (plot.left + plot.right) / 2
    still.write(axes, middle, plot.bottom + AXIS_TEXTS * text_px, words.axis(unit), tokens.soft, size, REGULAR,
                "center")  # fmt: skip


def _sessions(axes: Axes, card: Card, data: SinceChart, tokens: ThemeTokens) -> None:
    """All sessions as one broken line."""
    unit, lines = data.found.unit, data.found.lines
    xs: list[Floats] = []
    ys: list[Floats] = []
    for line in lines:
        x, y = single.broken(np.array(line.xs, dtype=float), np.array(line.values, dtype=float), WIDEST[unit])
        xs += [x, np.array([np.nan])]
        ys += [y, np.array([np.nan])]
    if lines:
        strength = float(np.clip(FAINT * FEW / len(lines), FAINTEST, FAINT))
        axes.plot(_x(card, unit, np.concatenate(xs)), card.y(data.scale, np.concatenate(ys)), color=tokens.dot,
                  alpha=strength, lw=1.0, marker="o", ms=2.4, mec="none", zorder=3)  # fmt: skip


def _stretches(data: SinceChart) -> list[list[SincePoint]]:
    """The points with a median, in stretches without a gap."""
    step = STRETCH_H if data.found.unit is Unit.HOURS else 1
    drawn = [point for point in data.found.points if point.median is not None]
    keyed = groupby(enumerate(drawn), key=lambda pair: pair[1].x - pair[0] * step)
    return [[point for _, point in group] for _, group in keyed]


def _band(axes: Axes, card: Card, data: SinceChart, tokens: ThemeTokens) -> None:
    shapes = []
    for points in _stretches(data):
        x = _x(card, data.found.unit, np.array([point.x for point in points], dtype=float))
        low = card.y(data.scale, np.array([point.q1 for point in points], dtype=float))
        high = card.y(data.scale, np.array([point.q3 for point in points], dtype=float))
        shapes.append(np.column_stack((np.r_[x, x[::-1]], np.r_[low, high[::-1]])))
    axes.add_collection(PolyCollection(shapes, facecolors=tokens.band, edgecolors="none", zorder=2.2), autolim=False)


def _median(axes: Axes, card: Card, data: SinceChart, tokens: ThemeTokens) -> None:
    weight = 2.2 * (0.5 + card.text_px / 28)
    for points in _stretches(data):
        x = _x(card, data.found.unit, np.array([point.x for point in points], dtype=float))
        y = card.y(data.scale, np.array([point.median for point in points], dtype=float))
        axes.plot(x, y, color=tokens.accent, lw=weight, marker="o", ms=weight * 1.6, mec="none", zorder=4)


def _counts(axes: Axes, card: Card, data: SinceChart, tokens: ThemeTokens) -> None:
    """A bar for every point, and the number of sessions where it has room."""
    unit, points, text_px, size = data.found.unit, data.found.points, card.text_px, card.space.small_px
    foot = card.plot.bottom + BARS_TEXTS * text_px
    still.write(axes, card.plot.left - 0.5 * text_px, foot, words.counted(), tokens.soft, size, REGULAR, "right")
    if not points:
        return
    most = max(point.n_sessions for point in points)
    xs = _x(card, unit, np.array([point.x for point in points], dtype=float))
    a_point = float(_x(card, unit, np.array([STRETCH_H if unit is Unit.HOURS else 1.0]))[0]) - float(
        _x(card, unit, np.array([0.0]))[0]
    )
    half, taken = a_point * 0.36, -np.inf
    for point, x in zip(points, xs, strict=True):
        top = foot - max(1.0, point.n_sessions / most * BARS_HIGH * text_px)
        enough = point.median is not None
        axes.fill([x - half, x + half, x + half, x - half], [foot, foot, top, top],
                  facecolor=tokens.dot if enough else "none", edgecolor=tokens.dot, lw=0.8, zorder=3)  # fmt: skip
        text = numbers.count(point.n_sessions)
        wide = text_width(text, size, REGULAR)
        if x - wide / 2 >= taken:
            still.write(axes, float(x), foot + 1.0 * text_px, text, tokens.ink, size, REGULAR, "center")
            taken = x + wide / 2 + 0.35 * text_px
