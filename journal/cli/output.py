"""Results on stdout: JSON for programs, plain lines for people."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Sequence
from typing import Any

import click

LONGEST_SHOWN = 60
"""A text in an error sentence is cut to this many characters."""

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the reading direction of what follows them."""


def put_json(data: Any) -> None:
    """One JSON document on stdout, text left readable; what a terminal takes for orders stands as its code."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    click.echo("".join(f"\\u{ord(char):04x}" if _orders(char) else char for char in text))


def harmless(text: str) -> str:
    """Text without what a terminal takes for orders; tab and line end are kept."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _orders(char) else char for char in text)


def named_path(path: str | os.PathLike[str]) -> str:
    """A path as a sentence names it: whole, in one line, and harmless."""
    return " ".join(harmless(click.format_filename(path)).splitlines())


def indented(text: str, by: str) -> str:
    """Text of several lines, those after the first set in so that none looks like the next of a list."""
    return f"\n{by}".join(text.splitlines())


def _orders(char: str) -> bool:
    """Whether it is a control character, or turns the order of what follows: a line would seem to say another thing."""
    return char not in "\n\t" and (unicodedata.category(char) == "Cc" or char in TURNING)


def shown(text: str) -> str:
    """What a person typed, as an error sentence names it: harmless, in one line, and not too long."""
    plain = " ".join(harmless(text).split())
    return plain if len(plain) <= LONGEST_SHOWN else plain[: LONGEST_SHOWN - 1] + "…"


def put_line(text: str) -> None:
    """One line on stdout, harmless in a terminal."""
    click.echo(harmless(text))


def put_table(rows: Sequence[Sequence[str]], *, numbers_from: int = 1) -> None:
    """Rows in columns as wide as their longest text; columns from `numbers_from` on stand right."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            text.ljust(width) if column < numbers_from else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        put_line("  ".join(cells).rstrip())
