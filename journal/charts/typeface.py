"""The program's own fonts in matplotlib, and how wide a text will be.

Charts are set in Inter, but for those that are drawn inside `lettered_in`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from matplotlib import font_manager
from matplotlib.backends.backend_agg import get_hinting_flag
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

from journal.host.resources import resource
from journal.host.settings_file import FONTS


class Face(NamedTuple):
    """A font for all Latin, Greek and Cyrillic words: its family, and its files by weight."""

    family: str
    regular: str
    semibold: str


INTER = Face("Inter", "Inter-Regular.ttf", "Inter-SemiBold.ttf")
ANDIKA = Face("Andika", "Andika-Regular.ttf", "Andika-Bold.ttf")
USUAL_FACE, PLAIN_FACE = FONTS
FACES = {USUAL_FACE: INTER, PLAIN_FACE: ANDIKA}
"""By the names of the settings file."""

FALLBACK_FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji")
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


_IN_USE: ContextVar[Face] = ContextVar("the face that charts are set in", default=INTER)


@contextmanager
def lettered_in(name: str) -> Iterator[None]:
    """Draw in the face of this name (one of `FACES`) for as long as the block lasts, in this thread alone."""
    before = _IN_USE.set(FACES[name])
    try:
        yield
    finally:
        _IN_USE.reset(before)


def family() -> str:
    """The family that is drawn in now."""
    return _IN_USE.get().family


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to matplotlib; nothing happens the second time."""
    for name in FILES:
        font_manager.fontManager.addfont(str(resource("fonts", name)))
    # The emoji font has one weight; matplotlib complains when it is asked for another.
    _add_as_semibold()


@cache
def _load(face: Face) -> None:
    """Make the files of another face known, too."""
    load_fonts()
    if face is not INTER:
        font_manager.fontManager.addfont(str(resource("fonts", face.regular)))
        font_manager.fontManager.addfont(str(resource("fonts", face.semibold)))
        _add_as_semibold()


def _add_as_semibold() -> None:
    """Let the font that was added last stand for the heavier weight of its family."""
    last = font_manager.fontManager.ttflist[-1]
    font_manager.fontManager.ttflist.append(replace(last, weight=SEMIBOLD))


def font(size_px: float, weight: int = REGULAR) -> FontProperties:
    """A font of a size in logical pixels: figures have 72 of them to the inch."""
    return _font(_IN_USE.get(), size_px, weight)


@lru_cache(maxsize=32)
def _font(face: Face, size_px: float, weight: int) -> FontProperties:
    _load(face)
    families = [face.family, *(name for name in FALLBACK_FAMILIES if name != face.family)]
    return FontProperties(family=families, size=size_px, weight=weight)


def text_width(text: str, size_px: float, weight: int = REGULAR) -> float:
    """The width of a text in pixels, measured in the face in use; other scripts come out about right."""
    return _text_width(_IN_USE.get(), text, size_px, weight)


@lru_cache(maxsize=4096)
def _text_width(face: Face, text: str, size_px: float, weight: int) -> float:
    return sum(_advance(face, letter, size_px, weight) for letter in text)


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
def _advance(used: Face, letter: str, size_px: float, weight: int) -> float:
    """How far a letter moves the pen, hinted as it is drawn; a wide guess where the face lacks it."""
    with _ONE_AT_A_TIME:
        face = _face(used.semibold if weight == SEMIBOLD else used.regular)
        if not face.get_char_index(ord(letter)):
            return size_px * 0.9
        face.set_size(size_px, 72)
        flags: LoadFlags = get_hinting_flag()  # type: ignore[no-untyped-call]
        return float(face.load_char(ord(letter), flags=flags).horiAdvance) / 64


@cache
def _face(name: str) -> FT2Font:
    return FT2Font(str(resource("fonts", name)))
