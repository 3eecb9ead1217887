"""The lines that a questionnaire's totals are read by: bands, cuts, and how large a change of so many points is.

Bands and cuts are faint lines with their words. A change belongs to no level: it is a measure beside the plot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from journal.charts import still
from journal.charts.courses import Points
from journal.charts.layout import Box, Place, Spacing
from journal.charts.lettering import Style, letter
from journal.charts.typeface import REGULAR, text_width
from journal.host.themes import ThemeTokens
from journal.model.score_series import ScoreSeries
from journal.model.series import Panel
from journal.texts.questionnaires import band_words, cut_words

CUT_DASHES, BAND_DASHES = (5.0, 3.0), (1.2, 2.6)
"""A cut is dashed and a band dotted, so that they are told apart without colour."""

BESIDE_TEXTS, APART_TEXTS, CAP_TEXTS = 0.22, 0.42, 0.13
"""Where the measures of change stand beside a plot, how far apart, and half the width of their caps."""

SIDES = (1.0, 0.0, 0.75, 0.25, 0.5)
"""Where the words of a line may stand, as shares of the room: at the right, else where no total is near.

Over the line first; where totals are everywhere there, under it."""


class Level(NamedTuple):
    """A band or a cut: its lines, its words, and how it is dashed."""

    levels: tuple[float, ...]
    words: str
    dashes: tuple[float, float]


def levels_of(series: ScoreSeries) -> list[Level]:
    """The bands and cuts of a scale."""
    bands = [Level((float(least),), band_words(least), BAND_DASHES) for least in series.bands]
    cuts = [
        Level((cut.least,) if cut.most is None else (cut.least, cut.most), cut_words(cut), CUT_DASHES)
        for cut in series.cuts
    ]
    return [*bands, *cuts]


def draw_score_lines(axes: Axes, places: Sequence[Place[Panel]], tokens: ThemeTokens, text_px: float) -> None:
    """Draw what stands still in panels of totals: rows of words, bands, cuts, and measures of change."""
    for place in places:
        if place.panel.scores is not None:
            _say(axes, place, tokens, text_px)
            for level in levels_of(place.panel.scores):
                _draw_level(axes, place, level, tokens)
            _measures(axes, place, place.panel.scores, tokens, text_px)


class LineLabels:
    """The words of bands and cuts. They make way for the totals, and cover what else runs through them."""

    def __init__(self, axes: Axes, places: Sequence[Place[Panel]], tokens: ThemeTokens, text_px: float) -> None:
        size = Spacing(text_px).small_px
        self._style = Style(tokens.soft, size)
        self._backs = still.polygons(axes, tokens.card, zorder=2.9)
        self._labels = [
            (number, letter(axes, 0, 0, level.words, self._style, whole=True), *_label_boxes(place, level, size))
            for number, place in enumerate(places)
            if place.panel.scores is not None
            for level in levels_of(place.panel.scores)
        ]
        self._plots = [place.plot for place in places]

    @property
    def artists(self) -> list[Artist]:
        """What moves with the view."""
        return [self._backs, *(label for _number, label, *_boxes in self._labels)] if self._labels else []

    def show(self, lines: Sequence[Points]) -> None:
        """Stand where the lines between the totals of each panel leave room."""
        backs = []
        for number, label, box, below in self._labels:
            free = next(
                (each for each in _places(box, below, self._plots[number]) if not _crossed(each, *lines[number])), box
            )
            label.set_position((free.left, free.bottom - self._style.size_px * 0.18))
            backs.append(_corners(free))
        self._backs.set_verts(backs)


def _label_boxes(place: Place[Panel], level: Level, size_px: float) -> tuple[Box, Box]:
    """The room of a label at the right end, over the highest of its lines and under the lowest."""
    at = [float(each) for each in still.heights(place, np.array(level.levels))]
    left = place.plot.right - text_width(level.words, size_px, REGULAR) - size_px * 0.3
    high = size_px * 1.12
    over = Box(left, min(at) - 1 - high, place.plot.right, min(at) - 1)
    return over, Box(left, max(at) + 1, place.plot.right, max(at) + 1 + high)


def _places(over: Box, under: Box, plot: Box) -> Iterator[Box]:
    """Where a label may stand, the best first."""
    room = (plot.right - plot.left) - (over.right - over.left)
    for box in (over, under):
        for side in SIDES:
            yield Box(plot.left + room * side, box.top, plot.right - room * (1 - side), box.bottom)


def _crossed(box: Box, xs: np.ndarray, ys: np.ndarray) -> bool:
    """Whether a broken line runs through a box, or nearly."""
    near = (box.bottom - box.top) * 0.3
    for start in range(len(xs)):
        piece = slice(start, start + 2)
        x, y = xs[piece], ys[piece]
        if np.isnan(y[0]):
            continue
        if len(y) < 2 or np.isnan(y[1]):
            x, y = np.repeat(x[0], 2), np.repeat(y[0], 2)
        at = np.linspace(max(x[0], box.left - near), min(x[1], box.right + near), 7)
        if at[0] <= at[-1]:
            height = np.interp(at, x, y)
            if ((height > box.top - near) & (height < box.bottom + near)).any():
                return True
    return False


def _corners(box: Box) -> np.ndarray:
    return np.array([(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)])


def _say(axes: Axes, place: Place[Panel], tokens: ThemeTokens, text_px: float) -> None:
    space = Spacing(text_px)
    top = place.card.top + space.header_room(stacked=place.stacked)
    for number, row in enumerate(place.said):
        baseline = top + number * space.said_px + space.small_px * 0.75
        still.write(axes, place.card.left + space.pad, baseline, row, tokens.soft, space.small_px)


def _draw_level(axes: Axes, place: Place[Panel], level: Level, tokens: ThemeTokens) -> None:
    for height in still.heights(place, np.array(level.levels, dtype=float)):
        (line,) = axes.plot([place.plot.left, place.plot.right], [height, height], color=tokens.edge, lw=0.8)
        line.set(zorder=2.15, gid=still.STILL, dashes=level.dashes)


def _measures(axes: Axes, place: Place[Panel], series: ScoreSeries, tokens: ThemeTokens, text_px: float) -> None:
    """An upright for each line of change, as long as its points are on this axis; caps at its points."""
    cap, base = CAP_TEXTS * text_px, place.panel.scale.minimum
    for number, line in enumerate(series.change_lines):
        found = still.heights(place, np.array([base, base + line.least, base + (line.most or line.least)]))
        low, least, most = (float(each) for each in found)
        x = place.plot.right + (BESIDE_TEXTS + number * APART_TEXTS) * text_px
        xs = [x, x, np.nan, x - cap, x + cap, np.nan, x - cap, x + cap, np.nan, x - cap, x + cap]
        ys = [low, most, np.nan, low, low, np.nan, least, least, np.nan, most, most]
        axes.plot(xs, ys, color=tokens.edge, lw=1, zorder=2.4, gid=still.STILL)
