"""Sessions, dose changes and markers as lines through all plots, told apart by dash and symbol.

One artist a kind holds the lines of every plot with their symbols on top. Where there are so many
that the lines would fill a plot, only their symbols stand, at its upper edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from journal.charts.courses import Points
from journal.charts.detail import Floats
from journal.charts.layout import Box, Layout, Spacing
from journal.charts.lettering import Lettering, Style, letter
from journal.charts.mark_labels import Named, named_runs, placed
from journal.host.themes import ThemeTokens
from journal.model.series import ChartMark, MarkKind, Panel

CROWDED_PX = 10.0
"""Lines with less room than this on average are left out, so that the dots stay readable."""

POINTS = 3
"""Points that a mark's line has: top, foot, and a break."""

KNOWN = 64
"""For so many stretches of marks it is kept how their labels are joined."""

SYMBOL_TEXTS, BASELINE_TEXTS = 0.2, 0.66
"""How far over a plot symbols and labels stand, in text sizes."""

Dash = str | tuple[int, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How a kind of mark is drawn: its symbol with its size, its dash, and the role of its colour."""

    symbol: str
    symbol_px: float
    dash: Dash
    role: str


STYLES = {
    MarkKind.SESSION: MarkStyle("v", 6.5, "-", "session_line"),
    MarkKind.DOSE: MarkStyle("s", 5.0, (0, (5.0, 2.5)), "accent"),
    MarkKind.MARKER: MarkStyle("D", 4.8, (0, (1.0, 2.0)), "ink"),
    MarkKind.TAG: MarkStyle("P", 6.0, (0, (4.0, 2.0, 1.0, 2.0)), "soft"),
}


class MarkLines:
    """The lines and labels of all marks, over every plot of a picture."""

    def __init__(self, axes: Axes, marks: Sequence[ChartMark], layout: Layout[Panel], tokens: ThemeTokens) -> None:
        self._axes, self._text_px, self._tokens, text_px = axes, layout.text_px, tokens, layout.text_px
        self._labelled = [place.plot for place in layout.places]
        self._lanes = [lane.plot for lane in layout.lanes]
        self._style = Style(tokens.soft, Spacing(text_px).small_px, align="center")
        self._marks = sorted(marks, key=lambda mark: mark.day)
        self._days = np.array([mark.day for mark in self._marks], dtype=float)
        kinds = np.array([mark.kind.value for mark in self._marks])
        self._days_of = {kind: self._days[kinds == kind.value] for kind in STYLES if (kinds == kind.value).any()}
        self._lines = {kind: self._line(kind) for kind in self._days_of}
        self._labels: list[Lettering] = []
        self._by_width: dict[float, list[Box]] = {}
        for plot in self._labelled:
            self._by_width.setdefault(round(plot.right - plot.left, 3), []).append(plot)
        self._known: dict[tuple[int, int, float, float], tuple[Named, ...]] = {}
        self._animated = False

    @property
    def _weight(self) -> float:
        """How much heavier lines and symbols are than at the usual text size; less than the text."""
        return 0.5 + self._text_px / 28

    @property
    def artists(self) -> list[Artist]:
        """What moves with the view, from the back to the front."""
        return [*self._lines.values(), *(label for label in self._labels if label.get_text())]

    def animate(self, on: bool) -> None:
        """Whether labels made from now on are kept out of full draws."""
        self._animated = on

    def show(self, first: float, last: float) -> None:
        """Stand on the days of a view."""
        if not self._marks:
            return
        for kind, line in self._lines.items():
            days = self._days_of[kind]
            shown = days[(first <= days) & (days <= last)]
            over = SYMBOL_TEXTS * self._text_px
            parts = [self._uprights(plot, shown, (first, last), over) for plot in self._labelled]
            parts += [self._uprights(plot, shown, (first, last), -over) for plot in self._lanes[:1]]
            parts += [self._uprights(plot, shown, (first, last), None) for plot in self._lanes[1:]]
            line.set_data(np.concatenate([x for x, _ in parts]), np.concatenate([y for _, y in parts]))
        self._write(first, last)

    def _line(self, kind: MarkKind) -> Line2D:
        style, weight = STYLES[kind], self._weight
        colour, plot = getattr(self._tokens, style.role), self._axes.plot
        (made,) = plot(
            [], [], color=colour, ls=style.dash, lw=1.2 * weight, marker=style.symbol, mec="none", mfc=colour,
            ms=style.symbol_px * weight, markevery=POINTS, zorder=2.4, snap=True,
        )  # fmt: skip
        return made

    def _uprights(self, plot: Box, days: Floats, view: tuple[float, float], over: float | None) -> Points:
        """Three points a mark: its symbol so far over the top of the plot, the plot's foot, and a break.

        A mark without symbol (None) begins with the break, for every third point has one.
        """
        first, last = view
        x = plot.left + (days - first) * ((plot.right - plot.left) / (last - first))
        crowded = len(x) * CROWDED_PX * self._weight > plot.right - plot.left
        foot = np.nan if crowded else plot.bottom
        heights = (np.nan, plot.top, foot) if over is None else (plot.top - over, foot, np.nan)
        return np.repeat(x, POINTS), np.tile(heights, len(x))

    def _write(self, first: float, last: float) -> None:
        """Labels over every panel, whose plots of one width have the same; the lanes stand right below."""
        begin, end = (int(place) for place in np.searchsorted(self._days, (first, last + 1e-9)))
        number = 0
        for width, plots in self._by_width.items() if begin < end else ():
            a_day, size = width / (last - first), self._style.size_px
            shift = float((self._days[begin] - first) * a_day)
            labels = placed(self._named(begin, end, a_day, width), shift, width, size)
            for plot in plots:
                for label in labels:
                    self._label(number).set_text(label.text)
                    self._labels[number].set_position((plot.left + label.x, plot.top - BASELINE_TEXTS * self._text_px))
                    number += 1
        for unused in self._labels[number:]:
            unused.set_text("")

    def _named(self, begin: int, end: int, a_day: float, width: float) -> tuple[Named, ...]:
        """How the labels of these marks are joined, which stays the same while the view is only moved."""
        key = begin, end, round(a_day, 6), width
        if key not in self._known:
            if len(self._known) >= KNOWN:
                self._known.clear()
            days = self._days[begin:end]
            places = ((days - days[0]) * a_day).tolist()
            self._known[key] = named_runs(self._marks[begin:end], places, width, self._style.size_px)
        return self._known[key]

    def _label(self, number: int) -> Lettering:
        if number == len(self._labels):
            made = letter(self._axes, 0, 0, "", self._style, whole=True)
            made.set_animated(self._animated)
            self._labels.append(made)
        return self._labels[number]
