"""The fonts that come with the program.

Inter is loaded before the first paint. The others serve scripts that Inter lacks, in notes, and are
loaded after it: each costs some milliseconds.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from journal.host.resources import resource

BASE_PX = 14
WINDOW_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
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


def load_window_fonts() -> None:
    """Load Inter."""
    _load(WINDOW_FONTS)


def load_fallback_fonts() -> None:
    """Load the fonts for other scripts and for emoji."""
    _load(FALLBACK_FONTS)


def window_font(scale: float, *, fallbacks: bool) -> QFont:
    """The window's font at a text size; `fallbacks` once those fonts are loaded."""
    font = QFont()
    font.setFamilies(["Inter", *(FALLBACK_FAMILIES if fallbacks else ())])
    font.setPixelSize(round(BASE_PX * scale))
    return font


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
