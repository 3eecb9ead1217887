"""The small charts: every panel on one Axes, so that moving through time stays quick.

What costs time in matplotlib is ticks, texts and layout, hardly the data (see packaging/bench). So
there is one Axes in logical pixels, all dots are one artist, all lines one broken line, and the few
words are set here. What stands still (cards, labels, rules) is drawn once; what moves is drawn over
a copy of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts import still
from journal.charts.courses import Course, joined
from journal.charts.date_ticks import DateTicks, uprights
from journal.charts.detail import WEEKLY_BEYOND_DAYS, Strands
from journal.charts.effects import Effects
from journal.charts.lanes import Lanes
from journal.charts.layout import Layout, Place, Spacing
from journal.charts.lettering import Lettering, Style, letter
from journal.charts.marks import MarkLines
from journal.charts.score_lines import draw_score_lines
from journal.charts.scores import Scores, nearest_filled
from journal.charts.treatment_layout import TrendsArrangement
from journal.charts.typeface import REGULAR, SEMIBOLD, shortened, text_width
from journal.host.themes import ThemeTokens
from journal.model.series import Panel, TrendsData
from journal.texts import trends as words

EDGE_DAYS = 0.6
"""Room at both ends, so that the first and last dot stand whole inside."""

PLOT_PX, PLOT_SINGLE_PX = 86, 190
"""The natural height of a plot, to which twice the text size is added."""

LINE_PX, WEEKLY_LINE_PX = 2.0, 1.4
"""The weight of the 7-day line, finer where a week is a pixel wide."""


NEAR_PX = 8
"""So near to a questionnaire's day the pointer reads it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A day in a panel. `panel` counts the places of the layout."""

    panel: int
    day: int


def draw_trends(
    figure: Figure, data: TrendsData, tokens: ThemeTokens, text_px: float = 14.0, margin_px: float = 0.0
) -> TrendsDrawing:
    """Draw on a figure whose size is in 72nds of an inch (logical pixels); replaces what it held."""
    drawing = TrendsDrawing(figure, data, tokens, text_px, margin_px)
    drawing.arrange()
    return drawing


class TrendsDrawing:
    """The artists of one picture. `moving` are those that change with the view or the cursor."""

    def __init__(
        self, figure: Figure, data: TrendsData, tokens: ThemeTokens, text_px: float, margin_px: float = 0.0
    ) -> None:
        self.figure, self.data, self.tokens = figure, data, tokens
        self.text_px, self.margin_px = text_px, margin_px
        self._courses: list[Course] = []
        self._made: dict[str, dict[bool, Strands]] = {}
        self._animated = False
        self.first, self.last = period_view(data)
        self.cursor: Spot | None = None

    def arrange(self) -> None:
        """Set every artist anew for the size the figure has now."""
        width, height = self.figure.get_size_inches() * 72 - 2 * self.margin_px
        self.layout: Layout[Panel] = arrangement(self.data, width, self.text_px).filling(height)
        self.figure.clear()
        self.figure.set_facecolor(self.tokens.paper)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        margin = self.margin_px
        self.axes.set(xlim=(-margin, width + margin), ylim=(height + margin, -margin), autoscale_on=False)
        still.draw_still(self.axes, self.layout, self.tokens)
        scored = [place for place in self.layout.places if place.panel.scores is not None]
        draw_score_lines(self.axes, scored, self.tokens, self.text_px)
        self._scores = [Scores(self.axes, scored, self.tokens, self.text_px)] if scored else []
        self._courses = [Course(place, self._made.setdefault(place.panel.key, {})) for place in self.layout.places]
        self._set_moving()
        self.show(self.first, self.last)

    def _set_moving(self) -> None:
        tokens, small = self.tokens, Spacing(self.text_px).small_px
        line: Any = self.axes.plot
        places, lanes = self.layout.places, self.layout.lanes
        self._plots = [*(place.plot for place in places), *(place.plot for place in lanes)]
        self._marks = MarkLines(self.axes, self.data.marks, self.layout, tokens)
        self._lanes = Lanes(self.axes, self.data, self.layout, tokens)
        self._effects = [Effects(self.axes, p, tokens, self.text_px) for p in places if p.panel.is_effects]
        self._band = still.polygons(self.axes, tokens.band, zorder=2)
        self._ticks = DateTicks(self.axes, self.layout, tokens)
        (self._dots,) = line([], [], ls="", marker="o", mec="none", mfc=tokens.dot, zorder=3)
        (self._line,) = line([], [], color=tokens.accent, zorder=4, solid_joinstyle="round")
        (self._day,) = line([], [], color=tokens.ink, lw=1, zorder=2.6, snap=True)
        (self._ring,) = line([], [], ls="", marker="o", mec=tokens.ink, mew=1.5, mfc="none", zorder=5)
        self._ring.set_markersize(9 * self.text_px / 14)
        self._numbers = [self._numbers_text(place, small) for place in self.layout.places]
        self._missing = [self._missing_text(place, small) for place in self.layout.places]

    def _numbers_text(self, place: Place[Panel], size: float) -> Lettering:
        space = Spacing(self.text_px)
        below = space.label_px * 1.35 if place.stacked else 0
        x = place.card.left + space.pad if place.stacked else place.card.right - space.pad
        style = Style(self.tokens.soft, size, align="left" if place.stacked else "right")
        return letter(self.axes, x, still.label_baseline(place, space) + below, "", style)

    def _missing_text(self, place: Place[Panel], size: float) -> Lettering:
        x, y = (place.plot.left + place.plot.right) / 2, (place.plot.top + place.plot.bottom) / 2
        return letter(self.axes, x, y, "", Style(self.tokens.soft, size, align="center"))

    @property
    def moving(self) -> list[Artist]:
        """What is drawn anew for each view, from the back to the front."""
        behind = (self._band, self._ticks.rules, *self._marks.artists, self._day, self._dots, self._line)
        scores = (each.artists for each in self._scores)
        treatment = chain(*scores, self._lanes.artists, *(effects.artists for effects in self._effects))
        written = (text for text in chain(self._numbers, self._missing) if text.get_text())
        return [*behind, *treatment, self._ring, *self._ticks.artists, *written]

    def animate(self, on: bool) -> None:
        """Keep what moves out of full draws while a canvas draws it over a copy of the rest."""
        self._animated = on
        self._ticks.animate(on)
        self._marks.animate(on)
        self._lanes.animate(on)
        for artist in (*self.axes.lines, *self.axes.texts, self._band):
            if artist.get_gid() != still.STILL:
                artist.set_animated(on)

    def show(self, first: float, last: float) -> None:
        """Show the days from `first` to `last` (ordinals, fractions allowed)."""
        self.first, self.last = first, last
        courses = [course for course in self._courses if course.place.panel.has_days]
        self._dots.set_data(*joined([course.dots(first, last) for course in courses]))
        self._dots.set_markersize(self._dot_size())
        self._line.set_data(*joined([course.line(first, last) for course in courses]))
        self._line.set_linewidth(self._weight(WEEKLY_LINE_PX if self.by_weeks else LINE_PX))
        self._band.set_verts(list(chain.from_iterable(course.band(first, last) for course in courses)))
        self._ticks.show(first, last)
        self._marks.show(first, last)
        self._lanes.show(first, last)
        for effects in self._effects:
            effects.show(first, last)
        for scores in self._scores:
            scores.show(first, last)
        self.point(self.cursor)

    def point(self, cursor: Spot | None) -> None:
        """Put the cursor on a day, in every panel at once, or take it away."""
        self.cursor = cursor
        day = cursor.day if cursor is not None and self.first <= cursor.day <= self.last else None
        rings = [course.point(day, self.first, self.last) for course in self._courses] if day is not None else []
        self._day.set_data(*uprights(self._plots, [] if day is None else [day], self.first, self.last))
        self._ring.set_data([x for x, _ in rings], [y for _, y in rings])
        self._write(day)

    def spot_at(self, x: float, y: float) -> Spot | None:
        """The panel and day at a point in logical pixels from the top left; near a questionnaire, its day."""
        for number, place in enumerate(self.layout.places):
            if place.card.holds(x, y):
                day = self.day_at(place, x)
                return Spot(number, nearest_filled(place.panel, day, NEAR_PX / self.pixels_a_day))
        return None

    def day_at(self, place: Place[Panel], x: float) -> int:
        """The day nearest to an x, within what is shown."""
        share = (x - place.plot.left) / (place.plot.right - place.plot.left)
        day = round(self.first + share * (self.last - self.first))
        return max(self.first_day, min(day, self.last_day))

    @property
    def first_day(self) -> int:
        """The first whole day shown."""
        return int(np.ceil(self.first))

    @property
    def last_day(self) -> int:
        """The last whole day shown."""
        return int(np.floor(self.last))

    @property
    def by_weeks(self) -> bool:
        """Whether the view is too long for days."""
        return self.last - self.first > WEEKLY_BEYOND_DAYS

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        plot = self._plots[0]
        return (plot.right - plot.left) / (self.last - self.first)

    def _dot_size(self) -> float:
        room = self.pixels_a_day * (7 if self.by_weeks else 1) if self._plots else 1.0
        return float(np.clip(room * 1.1, 2.6, 5.5 * self.text_px / 14))

    def _weight(self, width_px: float) -> float:
        """A line's weight, which grows with the text but more slowly."""
        return width_px * (0.5 + self.text_px / 28)

    def _write(self, day: int | None) -> None:
        first, last = self.first_day, self.last_day
        for place, numbers, missing in zip(self.layout.places, self._numbers, self._missing, strict=True):
            panel = place.panel
            if day is None:
                text = words.numbers_line(panel, self.data, first, last)
                numbers.set_text(shortened(text, numbers.style.size_px, REGULAR, self._header_room(place)))
            else:
                numbers.set_text(self._reading(place, day, numbers.style.size_px))
            missing.set_text(words.missing_line(panel, first, last))

    def _reading(self, place: Place[Panel], day: int, size_px: float) -> str:
        """The day of a panel, without its 7-day line where there is no room."""
        room, text = self._header_room(place), words.reading(place.panel, day)
        if text_width(text, size_px, REGULAR) > room:
            text = words.reading(place.panel, day, short=True)
        return shortened(text, size_px, REGULAR, room)

    def _header_room(self, place: Place[Panel]) -> float:
        """How wide the numbers of a panel may be."""
        space = Spacing(self.text_px)
        room = place.card.right - place.card.left - 2 * space.pad
        beside = text_width(place.panel.label, space.label_px, SEMIBOLD) + space.pad
        return room if place.stacked else room - beside


def arrangement(data: TrendsData, width: float, text_px: float) -> TrendsArrangement:
    """How the panels are placed in a width, and the height they want."""
    plot_px = (PLOT_SINGLE_PX if len(data.panels) == 1 else PLOT_PX) + 2 * text_px
    return TrendsArrangement(data, width, text_px, plot_px)


def period_view(data: TrendsData) -> tuple[float, float]:
    """The view that shows a period whole."""
    return data.period.first.toordinal() - EDGE_DAYS, data.period.last.toordinal() + EDGE_DAYS
