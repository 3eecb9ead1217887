"""Names that people gave, made fit for a label on a chart: one line, not long, nothing but text."""

from __future__ import annotations

import unicodedata

LONGEST = 40
"""A longer name is cut: no chart has room for it, and to measure one of thousands of letters takes minutes."""

_NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def short_name(name: str) -> str:
    """The name in one line of at most 40 characters, without controls and marks that turn the direction."""
    plain = "".join(" " if char.isspace() else char for char in name if char.isspace() or _is_text(char))
    line = " ".join(plain.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _is_text(char: str) -> bool:
    return unicodedata.category(char) not in _NO_TEXT and char not in _TURNING
