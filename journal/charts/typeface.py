"""The program's own fonts in matplotlib, and how wide a text will be."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from threading import Lock

from matplotlib import font_manager
from matplotlib.backends.backend_agg import get_hinting_flag
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

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


@lru_cache(maxsize=4096)
def text_width(text: str, size_px: float, weight: int = REGULAR) -> float:
    """The width of a text in pixels, measured in Inter; other scripts come out about right."""
    return sum(_advance(letter, size_px, weight) for letter in text)


UNKNOWN_LETTER = "\N{WHITE SQUARE}"
COVERED_BELOW = 0x0530
"""Inter has the letters of Latin, Greek and Cyrillic; beyond, each letter is looked up."""


@lru_cache(maxsize=1024)
def covered(text: str) -> str:
    """The text with a square for each letter that none of the program's fonts has."""
    if all(ord(letter) < COVERED_BELOW for letter in text):
        return text
    known = _known_letters()
    return "".join(letter if ord(letter) in known else UNKNOWN_LETTER for letter in text)


@cache
def _known_letters() -> frozenset[int]:
    return frozenset(code for name in FILES for code in _face(name).get_charmap())


def shortened(text: str, size_px: float, weight: int, room_px: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    if text_width(text, size_px, weight) <= room_px:
        return text
    for length in range(len(text) - 1, 0, -1):
        cut = text[:length].rstrip() + "…"
        if text_width(cut, size_px, weight) <= room_px:
            return cut
    return "…"


_ONE_AT_A_TIME = Lock()
"""A face is no place for two threads: the warm-up measures letters while a page may be measuring its own."""


def wrapped(text: str, size_px: float, weight: int, room_px: float) -> list[str]:
    """The text in rows that fit the room; a word that is wider than the room is cut."""
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(longer, size_px, weight) <= room_px:
            rows[-1] = longer
        else:
            rows.append(shortened(word, size_px, weight, room_px))
    return rows


@lru_cache(maxsize=4096)
def _advance(letter: str, size_px: float, weight: int) -> float:
    """How far a letter moves the pen, hinted as it is drawn; a wide guess where Inter lacks it."""
    with _ONE_AT_A_TIME:
        face = _face("Inter-SemiBold.ttf" if weight == SEMIBOLD else "Inter-Regular.ttf")
        if not face.get_char_index(ord(letter)):
            return size_px * 0.9
        face.set_size(size_px, 72)
        flags: LoadFlags = get_hinting_flag()  # type: ignore[no-untyped-call]
        return float(face.load_char(ord(letter), flags=flags).horiAdvance) / 64


@cache
def _face(name: str) -> FT2Font:
    return FT2Font(str(resource("fonts", name)))
