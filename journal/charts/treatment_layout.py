"""Where questionnaires, side effects by session and the usual doses stand: under the small charts of the items."""

from __future__ import annotations

from dataclasses import replace

from journal.charts.layout import Arrangement, Box, Heading, LanePlace, Layout, Place
from journal.charts.typeface import REGULAR, SEMIBOLD, text_width, wrapped
from journal.model.items import Better
from journal.model.series import DRAWN_EFFECTS, DoseLane, Panel, TrendsData
from journal.texts import marks as mark_words
from journal.texts import score_charts
from journal.texts import session_effects as effect_words
from journal.texts import trends as words

LANES = 4
"""So many medicines have a lane; the others are named."""

LANE_TEXTS = 2.7
"""The height of a lane in text sizes; its amounts stand in it."""

LABEL_TEXTS = 1.5
"""A row of words: the label of a lane, or the symbols of a panel."""

SYMBOL_TEXTS = 1.2
"""Room for a symbol before its words."""


class TrendsArrangement(Arrangement[Panel]):
    """The small charts of items and questionnaires, then the panel of side effects and the card of usual doses."""

    def __init__(self, data: TrendsData, width: float, text_px: float, plot_px: float) -> None:
        first, last = data.period.first.toordinal(), data.period.last.toordinal()

        def header(panel: Panel) -> tuple[str, ...]:
            return (words.numbers_line(panel, data, first, last),)

        super().__init__((*data.grouped(), *data.scored()), width, text_px, header, plot_px)
        self.data = data
        self._rows_said: dict[str, tuple[str, ...]] = {}
        self.mark_room = self.space.mark_room if data.marks else 0.0

    def _arranged(self, extra: float) -> Layout[Panel]:
        layout = super()._arranged(extra)
        effects, lanes = self.data.effects, self.data.doses[:LANES]
        if effects is None and not lanes:
            return layout
        top = layout.height if layout.places else 0.0
        heading = Heading(mark_words.heading(), "", 0, self.width, top + self.space.heading_room * 0.62)
        layout = replace(layout, headings=(*layout.headings, heading))
        top += self.space.heading_room
        if effects is not None:
            place = self._effects(effects, top)
            layout = replace(layout, places=(*layout.places, place))
            top = place.card.bottom + self.space.gap
        if lanes:
            layout = self._doses(layout, lanes, top)
            top = layout.doses.bottom + self.space.gap if layout.doses else top
        return replace(layout, height=top + self.space.gap * 0.6)

    def _heading(self, better: Better, panels: tuple[Panel, ...], top: float) -> Heading:
        heading = super()._heading(better, panels, top)
        if panels[0].scores is None:
            return heading
        return replace(heading, text=score_charts.heading(better))

    def _said(self, panel: Panel) -> tuple[str, ...]:
        """What a questionnaire's changes are read by, with the population of each."""
        if panel.scores is None:
            return ()
        if panel.key not in self._rows_said:
            room = self.card_width - 2 * self.space.pad
            lines = score_charts.lines(panel.scores)
            rows = tuple(row for line in lines for row in wrapped(line, self.space.small_px, REGULAR, room))
            self._rows_said[panel.key] = rows
        return self._rows_said[panel.key]

    def _effects(self, panel: Panel, top: float) -> Place[Panel]:
        """The panel of side effects: its symbols and their words stand in rows below the label."""
        stacked = self._logged_below(panel)
        header = self.space.header_room(stacked=stacked)
        keys = self._keys(panel, top + header + self.text_px * 0.75)
        rows = len({y for _, y in keys})
        plot_top = top + header + rows * LABEL_TEXTS * self.text_px + self.mark_room
        plot = Box(self._left, plot_top, self.width - self.space.pad, plot_top + self.plot_px)
        card = Box(0, top, self.width, plot.bottom + self.space.date_room)
        return Place(panel, card, plot, stacked=stacked, ends=words.ends(panel.scale), keys=keys)

    def _logged_below(self, panel: Panel) -> bool:
        """Whether how many sessions were logged has no room beside the label of the panel."""
        period = self.data.period
        logged = words.numbers_line(panel, self.data, period.first.toordinal(), period.last.toordinal())
        beside = text_width(logged, self.space.small_px, REGULAR)
        label = text_width(panel.label, self.space.label_px, SEMIBOLD)
        return label + beside + self.space.pad * 3 > self.width

    def _keys(self, panel: Panel, baseline: float) -> tuple[tuple[float, float], ...]:
        """Where the words of each symbol begin, in as many rows as they need."""
        found: list[tuple[float, float]] = []
        x, before = self.space.pad, SYMBOL_TEXTS * self.text_px
        for effect in panel.effects[:DRAWN_EFFECTS]:
            wide = before + text_width(effect_words.key(effect, len(effect.days)), self.space.small_px, REGULAR)
            if found and x + wide > self.width - self.space.pad:
                x, baseline = self.space.pad, baseline + LABEL_TEXTS * self.text_px
            found.append((x + before, baseline))
            x += wide + self.text_px
        return tuple(found)

    def _doses(self, layout: Layout[Panel], lanes: tuple[DoseLane, ...], top: float) -> Layout[Panel]:
        label, lane_px = LABEL_TEXTS * self.text_px, LANE_TEXTS * self.text_px
        y = top + self.space.header_room(stacked=False)
        places = []
        for lane in lanes:
            plot = Box(self._left, y + label, self.width - self.space.pad, y + label + lane_px)
            places.append(LanePlace(lane, y + label * 0.62, plot))
            y = plot.bottom + self.text_px * 0.5
        more = self.data.doses[LANES:]
        bottom = y + self.space.date_room + (label if more else 0)
        return replace(layout, doses=Box(0, top, self.width, bottom), lanes=tuple(places))

    @property
    def _left(self) -> float:
        """Where wide plots begin: under the plots of the first column."""
        return self.space.pad + self.space.tick_room
