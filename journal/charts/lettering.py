"""Texts that are drawn fast on the screen.

Setting a text takes matplotlib a millisecond or two, and a frame of moving charts has a few dozen.
So each word is set once, kept as a small picture, and copied from then on; words return all the time
("Mean", "days", the numbers at the axes). In SVG and PDF files they are ordinary texts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.text import Text
from numpy.typing import NDArray

from journal.charts.typeface import REGULAR, covered, family, font

KEPT_STAMPS = 2048
EDGE_PX = 2
"""Room round a stamp, for letters that lean out of their width."""

SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a text's width lies before the point it is placed by."""

RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks. `size_px` is in logical pixels, `align` left, center or right.

    `ground` is a colour that covers what lies behind the letters; empty where nothing does.
    """

    colour: str
    size_px: float
    weight: int = REGULAR
    align: str = "left"
    ground: str = ""


class Lettering(Text):
    """A text on one line, placed by its baseline. What a person wrote is never read as a formula."""

    def __init__(self, x: float, y: float, text: str, style: Style, *, whole: bool = False) -> None:
        super().__init__(
            x, y, text, color=style.colour, ha=style.align, va="baseline", parse_math=False,
            fontproperties=font(style.size_px, style.weight), zorder=6,
        )  # fmt: skip
        if style.ground:
            self.set_bbox({"facecolor": style.ground, "edgecolor": "none", "pad": 0})
        self.style = style
        self.whole = whole
        self._seen_at: tuple[float, ...] = ()
        self._scale: tuple[float, float, float, float] = (1.0, 1.0, 0.0, 0.0)

    def set_text(self, s: Any) -> None:
        """Change the text; letters that no font has become squares."""
        super().set_text(covered(str(s)))

    def draw(self, renderer: Any) -> None:
        """Copy the words' stamps; letters that run from right to left are set as a whole."""
        if not isinstance(renderer, RendererAgg) or runs_right_to_left(self.get_text()):
            super().draw(renderer)
            self.stale = False
            return
        if self.get_visible() and self.get_text():
            self._copy(renderer)
        self.stale = False

    def _copy(self, renderer: RendererAgg) -> None:
        style, dpi = self.style, renderer.dpi
        words = [self.get_text()] if self.whole else self.get_text().split(" ")
        face = family()
        stamps = [word_stamp(word, style, dpi, face) for word in words]
        gap = space_width(style.size_px, style.weight, dpi, face)
        x, y = self._on_screen(renderer)
        x -= (sum(stamp.advance for stamp in stamps) + gap * (len(stamps) - 1)) * SHIFT[style.align]
        gc = renderer.new_gc()
        for stamp in stamps:
            renderer.draw_image(gc, round(x) - EDGE_PX, round(y) - stamp.below, stamp.pixels)
            x += stamp.advance + gap
        gc.restore()

    def _on_screen(self, renderer: RendererAgg) -> tuple[float, float]:
        """Where the text begins, in pixels. Asking matplotlib each time costs as much as the drawing does."""
        at = renderer.dpi, renderer.width, renderer.height
        if at != self._seen_at:
            matrix = self.get_transform().get_matrix()
            self._scale = tuple(float(each) for each in (matrix[0, 0], matrix[1, 1], matrix[0, 2], matrix[1, 2]))  # type: ignore[assignment]
            self._seen_at = at
        x, y = self.get_position()
        return x * self._scale[0] + self._scale[2], y * self._scale[1] + self._scale[3]


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """A word as a picture (rows from bottom to top), `below` of them under its baseline.

    `advance` is how far it moves the pen, in pixels of the screen.
    """

    pixels: NDArray[np.uint8]
    below: int
    advance: float


@lru_cache(maxsize=KEPT_STAMPS)
def word_stamp(word: str, style: Style, dpi: float, face: str) -> Stamp:  # noqa: ARG001 kept apart by it
    """Set one word in the face in use, whose family is `face`."""
    size_px, weight = style.size_px, style.weight
    prop, line = font(size_px, weight), round(size_px * dpi / 72)
    advance = _advance(word, size_px, weight, dpi)
    below = round(line * 0.45) + EDGE_PX
    height = below + round(line * 1.25) + EDGE_PX
    renderer: Any = RendererAgg(ceil(advance) + 2 * EDGE_PX + 2, height, dpi)  # type: ignore[no-untyped-call]
    gc = renderer.new_gc()
    if style.ground:  # as high as a digit
        foot = height - below
        pixels = np.asarray(renderer.buffer_rgba())
        pixels[foot - round(line * 0.85) : foot + 1] = np.array(to_rgba(style.ground)) * 255
    gc.set_foreground(style.colour)
    renderer.draw_text(gc, EDGE_PX, height - below, word, prop, 0)
    return Stamp(np.array(renderer.buffer_rgba())[::-1], below, advance)


@lru_cache(maxsize=64)
def space_width(size_px: float, weight: int, dpi: float, face: str) -> float:  # noqa: ARG001 kept apart by it
    """How wide the gap between two words is."""
    return _advance("n n", size_px, weight, dpi) - _advance("nn", size_px, weight, dpi)


def _advance(text: str, size_px: float, weight: int, dpi: float) -> float:
    measuring: Any = _measuring_renderer(dpi)
    return float(measuring.get_text_width_height_descent(text, font(size_px, weight), False)[0])


@lru_cache(maxsize=8)
def _measuring_renderer(dpi: float) -> Any:
    return RendererAgg(1, 1, dpi)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=KEPT_STAMPS)
def runs_right_to_left(text: str) -> bool:
    """Whether any letter belongs to a script such as Arabic or Hebrew."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)


def letter(axes: Axes, x: float, y: float, text: str, style: Style, *, whole: bool = False) -> Lettering:
    """Put a text on the axes; `whole` when it stays, so that it need not be kept word by word."""
    lettering = Lettering(x, y, text, style, whole=whole)
    axes.add_artist(lettering)
    return lettering
