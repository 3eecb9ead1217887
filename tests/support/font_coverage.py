"""Which characters our own fonts draw, read from the fonts. Run as a module, writes the report's list anew."""

from __future__ import annotations

from collections.abc import Iterable

from fontTools.ttLib import TTFont

from journal.host.resources import resource

REGULAR = (
    "NotoSans-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoEmoji-Regular",
    "NotoSansJP-Regular",
    "Inter-Regular",
)
PRIVATE = range(0xE000, 0xF900)
FIRST_PRIVATE_PLANE = 0xF0000


def drawn() -> set[int]:
    """The code points of every font that the report uses, without controls and private ones."""
    found: set[int] = set()
    for name in REGULAR:
        with TTFont(resource("fonts", f"{name}.ttf"), lazy=True) as font:
            found |= set(font.getBestCmap())
    return {point for point in found if 0x20 <= point < FIRST_PRIVATE_PLANE and point not in PRIVATE}


def ranges(points: Iterable[int]) -> str:
    """The points as lines of "first-last" in hexadecimal."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"{first:X}\n" if first == last else f"{first:X}-{last:X}\n" for first, last in runs)


if __name__ == "__main__":
    resource("typst", "covered.txt").write_text(ranges(drawn()), encoding="ascii")
