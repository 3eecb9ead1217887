"""The program's own fonts in matplotlib, and how wide a text will be."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

from journal.host.resources import resource

FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji")
FILES = (
    "Inter-Regular.ttf",
    "Inter-SemiBold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-SemiBold.ttf",
    "NotoEmoji-Regular.ttf",
)
REGULAR, SEMIBOLD = 400, 600
MEASURED_PX = 100


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to matplotlib; nothing happens the second time."""
    for name in FILES:
        font_manager.fontManager.addfont(str(resource("fonts", name)))
    # The emoji font has one weight; matplotlib complains when it is asked for another.
    emoji = font_manager.fontManager.ttflist[-1]
    font_manager.fontManager.ttflist.append(replace(emoji, weight=SEMIBOLD))


@lru_cache(maxsize=32)
def font(size_px: float, weight: int = REGULAR) -> FontProperties:
    """A font of a size in logical pixels: figures have 72 of them to the inch."""
    load_fonts()
    return FontProperties(family=list(FAMILIES), size=size_px, weight=weight)


@lru_cache(maxsize=2048)
def text_width(text: str, size_px: float, weight: int = REGULAR) -> float:
    """The width of a text in logical pixels, measured in Inter; other scripts come out about right."""
    name = "Inter-SemiBold.ttf" if weight == SEMIBOLD else "Inter-Regular.ttf"
    face = _measuring_face(name)
    width = 0.0
    for character in text:
        width += _advance(face, ord(character))
    return width * size_px / MEASURED_PX


def shortened(text: str, size_px: float, weight: int, room_px: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    if text_width(text, size_px, weight) <= room_px:
        return text
    for length in range(len(text) - 1, 0, -1):
        cut = text[:length].rstrip() + "…"
        if text_width(cut, size_px, weight) <= room_px:
            return cut
    return "…"


@cache
def _measuring_face(name: str) -> FT2Font:
    face = font_manager.get_font(str(resource("fonts", name)))
    face.set_size(MEASURED_PX, 72)
    return face


def _advance(face: FT2Font, code: int) -> float:
    """The advance of one character; a wide guess where Inter has no glyph for it."""
    if not face.get_char_index(code):
        return MEASURED_PX * 0.9
    return float(face.load_char(code).linearHoriAdvance) / 65536
