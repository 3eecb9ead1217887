"""The fonts shipped with the program, and what they can draw.

The list of characters is kept beside the template, because reading it from the fonts takes longer
than setting the page. A test holds it to the fonts; `python -m tests.support.font_coverage` writes it
anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from journal.host.resources import resource
from journal.report.text_safety import BREAK, JOINERS

OWN_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji", "Noto Sans JP", "Inter")

SYSTEM_FAMILIES = (
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans Symbols",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans CJK KR",
    "Hiragino Sans",
    "Yu Gothic",
    "Microsoft YaHei",
    "PingFang SC",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)
"""What systems bring for scripts that our own fonts lack, best first; any other font may help too."""

REPLACEMENT = "\ufffd"
"""Stands for a character that no font can draw."""


def covered() -> frozenset[int]:
    """The code points that our own fonts can draw."""
    return parse_ranges(resource("typst", "covered.txt").read_text(encoding="ascii"))


def parse_ranges(text: str) -> frozenset[int]:
    """Read lines of "first-last" or one code point, in hexadecimal."""
    points: set[int] = set()
    for line in text.split():
        first, _dash, last = line.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def uncovered(text: str) -> set[str]:
    """The characters of a text that our own fonts cannot draw.

    Each is looked up in the list as it lies in its file: a report has few, the fonts have thousands.
    """
    ranges = resource("typst", "covered.txt").read_text(encoding="ascii").split()
    return {one for one in set(text) if not (draws_nothing(one) or _within(ord(one), ranges))}


def _within(point: int, ranges: Sequence[str]) -> bool:
    """Whether the ordered ranges hold a code point."""
    place = bisect_right(ranges, point, key=_first) - 1
    return place >= 0 and point <= int(ranges[place].rpartition("-")[2], 16)


def _first(line: str) -> int:
    return int(line.partition("-")[0], 16)


def replaced(content: Any, points: frozenset[int]) -> Any:
    """The same content with every character that our own fonts cannot draw replaced."""
    if isinstance(content, str):
        return "".join(character if drawable(character, points) else REPLACEMENT for character in content)
    if isinstance(content, dict):
        return {key: replaced(value, points) for key, value in content.items()}
    return [replaced(value, points) for value in content] if isinstance(content, list) else content


def drawable(character: str, points: frozenset[int]) -> bool:
    """Whether our own fonts draw it, or it is a break or a joiner that draws nothing."""
    return ord(character) in points or draws_nothing(character)


def draws_nothing(character: str) -> bool:
    """Whether it is a break or a joiner."""
    return character == "\n" or character == BREAK or character in JOINERS
