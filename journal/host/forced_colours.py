"""A theme made of the few colours that a person gave Windows for its contrast mode, in place of one of our own."""

from __future__ import annotations

import ctypes
import sys
from typing import NamedTuple

from journal.host.themes import ThemeTokens, contrast

READABLE, SEEN = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for words, 1.4.11 for graphics."""

SERIES = 6
HALF = 0.5


class SystemColours(NamedTuple):
    """The system's colours, each as "#RRGGBB": behind words, words, what is chosen and words on it, links."""

    paper: str
    ink: str
    chosen: str
    on_chosen: str
    link: str


def system_colours() -> SystemColours | None:
    """The colours of Windows as they are now; None on other systems."""
    return _windows() if sys.platform == "win32" else None


def _windows() -> SystemColours:
    """Not run by the tests here: they have no Windows."""
    window, window_text, highlight, highlight_text, hot_light = 5, 8, 13, 14, 26
    user32 = ctypes.CDLL("user32")
    places = (window, window_text, highlight, highlight_text, hot_light)
    return SystemColours(*(colour_of(int(user32.GetSysColor(place))) for place in places))


def colour_of(number: int) -> str:
    """A COLORREF of Windows, red in its lowest byte, as "#RRGGBB"."""
    return f"#{number & 0xFF:02X}{number >> 8 & 0xFF:02X}{number >> 16 & 0xFF:02X}"


def forced_theme(given: SystemColours) -> ThemeTokens:
    """Every role from these colours alone; a colour that could not be read on the paper gives way to the words' own."""
    paper, ink = given.paper, given.ink
    accent = next((each for each in (given.chosen, given.link) if contrast(each, paper) >= READABLE), ink)
    tint, band = (blended(paper, ink, share) for share in (0.12, 0.18))
    soft = tint if min(contrast(accent, tint), contrast(ink, tint)) >= READABLE else paper
    behind = band if contrast(accent, band) >= SEEN else paper
    lines = [each for each in (accent, ink, given.link) if min(contrast(each, paper), contrast(each, behind)) >= SEEN]
    return ThemeTokens(
        name="forced", dark=contrast(paper, "#000000") < contrast(paper, "#FFFFFF"),
        paper=paper, sidebar=paper, card=paper, field=paper, hover=soft, hair=ink, edge=ink,
        ink=ink, soft=ink, placeholder=ink, accent=accent, accent_hover=accent, accent_soft=soft,
        on_accent=max((given.on_chosen, paper, ink), key=lambda each: contrast(each, accent)),
        focus=accent, gold=ink, dot=accent, session_line=ink, band=behind, grid=blended(paper, ink, HALF),
        series=tuple(lines[n % len(lines)] for n in range(SERIES)),
    )  # fmt: skip


def blended(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the way from the first to the second."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in pairs)
