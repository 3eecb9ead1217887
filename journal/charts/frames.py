"""Frames of a chart that moves: matplotlib draws into memory, and a window shows that memory.

What stands still is drawn once and copied; each frame only draws what moves over the copy.
"""

from __future__ import annotations

from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts.any_chart import draw_resting, natural_height
from journal.charts.trends import Spot, TrendsDrawing
from journal.charts.typeface import USUAL_FACE, lettered_in
from journal.host.themes import ThemeTokens
from journal.model.series import TrendsData
from journal.model.treatment_charts import Chart

LOGICAL_DPI = 72
"""So that matplotlib's points are the window's logical pixels."""

EDGE_PX = 1
"""So that the outlines of the cards stand whole inside."""

View = tuple[float, float]
"""The first and last day shown, as ordinals with fractions."""


class Frames:
    """The picture of some data in some size. `drawing` is there once the small charts were drawn.

    `font` is the name of the face its words are set in, one of `typeface.FACES`.
    """

    def __init__(self, tokens: ThemeTokens, text_px: float, font: str = USUAL_FACE) -> None:
        self.tokens, self.text_px, self.font = tokens, text_px, font
        self.data: Chart | None = None
        self.drawing: TrendsDrawing | None = None
        self._canvas: Any = None
        self._still: Any = None
        self._drawn_for: tuple[int, int, float] | None = None

    def show_data(self, data: Chart | None) -> None:
        """Draw other data from the next drawing on."""
        self.data, self.drawing, self._drawn_for = data, None, None

    def dress(self, tokens: ThemeTokens, text_px: float, font: str = USUAL_FACE) -> None:
        """Use other colours, another text size or another font from the next drawing on."""
        self.tokens, self.text_px, self.font = tokens, text_px, font
        self.drawing = self._drawn_for = None

    def is_dressed(self, tokens: ThemeTokens, text_px: float, font: str) -> bool:
        """Whether these are its colours, text size and font."""
        return (self.tokens, self.text_px, self.font) == (tokens, text_px, font)

    def wanted_height(self, width: float) -> float:
        """The height at which every panel has room."""
        if self.data is None:
            return 1.0
        with lettered_in(self.font):
            return natural_height(self.data, max(width - 2 * EDGE_PX, 1), self.text_px) + 2 * EDGE_PX

    def draw(self, width: int, height: int, ratio: float, spot: Spot | None) -> tuple[memoryview, int, int]:
        """Draw everything for a size and resolution. Returns the pixels (RGBA), and how many there are.

        The memory stays the same until the next call of `draw`; `move` changes what is in it. What is drawn
        already, perhaps on another thread, is not drawn again.
        """
        if self._drawn_for != (width, height, ratio):
            self._draw(width, height, ratio, spot)
            self._drawn_for = width, height, ratio
        return self._canvas.buffer_rgba(), *self._canvas.get_width_height(physical=True)

    def _draw(self, width: int, height: int, ratio: float, spot: Spot | None) -> None:
        figure = Figure() if self._canvas is None else self._canvas.figure
        figure.set_dpi(LOGICAL_DPI * ratio)
        figure.set_size_inches(max(width, 1) / LOGICAL_DPI, max(height, 1) / LOGICAL_DPI)
        self._canvas = self._canvas or FigureCanvasAgg(figure)
        with lettered_in(self.font):
            self._arrange(figure, spot)
            self._canvas.draw()
        self._still = self._canvas.copy_from_bbox(figure.bbox)

    def move(self, view: View | None, spot: Spot | None) -> None:
        """Draw what moves: the days of `view` (None for the period), and the day that is read."""
        drawing, canvas = self.drawing, self._canvas
        if drawing is None or canvas is None:
            return
        with lettered_in(self.font):
            if view is not None and view != (drawing.first, drawing.last):
                drawing.cursor = spot
                drawing.show(*view)
            elif drawing.cursor != spot:
                drawing.point(spot)
            canvas.restore_region(self._still)
            for artist in drawing.moving:
                drawing.axes.draw_artist(artist)

    def _arrange(self, figure: Figure, spot: Spot | None) -> None:
        """Set the artists for the size of now. The drawing is kept while its data and colours are."""
        if isinstance(self.data, TrendsData):
            self.drawing = self.drawing or TrendsDrawing(figure, self.data, self.tokens, self.text_px, EDGE_PX)
            self.drawing.cursor = spot
            self.drawing.arrange()
            self.drawing.animate(True)
        elif self.data is not None:
            draw_resting(figure, self.data, self.tokens, self.text_px, EDGE_PX)
        else:
            figure.clear()
            figure.set_facecolor(self.tokens.paper)
