"""Side effects by session: the highest level of each, told apart by the shape of its symbol.

A session that a side effect was not logged for has no symbol of it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from journal.charts import still
from journal.charts.detail import Floats
from journal.charts.layout import Place, Spacing
from journal.charts.lettering import Style, letter
from journal.charts.typeface import REGULAR, shortened
from journal.host.themes import ThemeTokens
from journal.model.series import Panel
from journal.texts import session_effects as words

SHAPES = ("o", "^", "s", "D", "P", "X")
"""The symbols, in the order of the side effects; there are no more effects in a panel than shapes."""

SIZES_PX = (6.5, 7.2, 6.0, 5.6, 7.4, 7.2)
"""So that all of them look equally large."""

APART_PX = 7.0
"""Between the symbols of one session, so that none hides another."""


class Effects:
    """The symbols of one panel, an artist a side effect, and their words."""

    def __init__(self, axes: Axes, place: Place[Panel], tokens: ThemeTokens, text_px: float) -> None:
        self._place, self._text_px = place, text_px
        weight = 0.5 + text_px / 28
        self._beside = _beside(
            [np.asarray(effect.days, dtype=float) for effect in place.panel.effects[: len(place.keys)]]
        )
        self._shapes = []
        self._words = []
        style = Style(tokens.soft, Spacing(text_px).small_px)
        for number, (x, y) in enumerate(place.keys):
            look: dict[str, Any] = {
                "marker": SHAPES[number],
                "ms": SIZES_PX[number] * weight,
                "mfc": _colour(tokens, number),
            }
            (shape,) = axes.plot([], [], ls="", mec=tokens.card, mew=0.8, zorder=3.2, **look)
            axes.plot([x - text_px * 0.6], [y - text_px * 0.32], ls="", mec="none", zorder=3.2, gid=still.STILL, **look)
            self._shapes.append(shape)
            self._words.append(letter(axes, x, y, "", style, whole=True))

    @property
    def artists(self) -> list[Artist]:
        """What moves with the view."""
        return [*self._shapes, *self._words]

    def show(self, first: float, last: float) -> None:
        """Stand on the days of a view."""
        effects = self._place.panel.effects
        apart = min(APART_PX * (0.5 + self._text_px / 28), self._a_day(first, last) * 1.5)
        for number, (shape, key) in enumerate(zip(self._shapes, self._words, strict=True)):
            days, levels = (np.asarray(each, dtype=float) for each in (effects[number].days, effects[number].levels))
            inside = (first <= days) & (days <= last)
            x = self._place.plot.left + (days - first) * self._a_day(first, last) + self._beside[number] * apart
            shape.set_data(x[inside], still.heights(self._place, levels[inside]))
            room = self._place.card.right - Spacing(self._text_px).pad - self._place.keys[number][0]
            key.set_text(shortened(words.key(effects[number], int(inside.sum())), key.style.size_px, REGULAR, room))

    def _a_day(self, first: float, last: float) -> float:
        return (self._place.plot.right - self._place.plot.left) / (last - first)


def _beside(days: list[Floats]) -> list[Floats]:
    """How many symbols' widths each stands right of its session: those of a session stand side by side."""
    sessions = np.unique(np.concatenate(days)) if days else np.empty(0)
    logged = np.array([np.isin(sessions, each) for each in days]).reshape(len(days), len(sessions))
    places = np.cumsum(logged, axis=0) - 1 - (logged.sum(axis=0) - 1) / 2
    return [row[there] for row, there in zip(places, logged, strict=True)]


def _colour(tokens: ThemeTokens, number: int) -> str:
    return tokens.series[number % len(tokens.series)]
