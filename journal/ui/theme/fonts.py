"""The fonts that come with the program.

The chosen one is loaded before the first paint: Inter, or Andika, which was drawn for people who learn to read:
its letters are hard to take for one another. The others serve scripts that Inter lacks, in notes, and are
loaded after it: each costs some milliseconds.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from journal.host.resources import resource
from journal.host.settings_file import FONTS

BASE_PX = 14
INTER, ANDIKA = FONTS
"""The fonts that can be chosen, as settings.toml names them."""

WINDOW_FONTS = {
    INTER: ("Inter", "Inter-Regular.ttf", "Inter-SemiBold.ttf"),
    ANDIKA: ("Andika", "Andika-Regular.ttf", "Andika-Bold.ttf"),
}
"""The family and the files of each. The others serve letters and signs that the chosen one lacks."""

FALLBACK_FONTS = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-SemiBold.ttf",
    "NotoEmoji-Regular.ttf",
)
FALLBACK_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji")


def load_window_fonts(chosen: str = INTER) -> None:
    """Load the chosen font, and Inter beside it for signs that it lacks."""
    _load(WINDOW_FONTS[INTER][1:])
    if chosen != INTER:
        _load(WINDOW_FONTS[chosen][1:])


def load_fallback_fonts() -> None:
    """Load the fonts for other scripts and for emoji."""
    _load(FALLBACK_FONTS)


def window_font(scale: float, chosen: str = INTER, *, fallbacks: bool) -> QFont:
    """The window's font at a text size; `fallbacks` once those fonts are loaded."""
    font = QFont()
    family = WINDOW_FONTS[chosen][0]
    beside = () if chosen == INTER else (WINDOW_FONTS[INTER][0],)
    font.setFamilies([family, *beside, *(FALLBACK_FAMILIES if fallbacks else ())])
    font.setPixelSize(round(BASE_PX * scale))
    return font


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
