"""Text cells written so that a spreadsheet shows them and never runs them."""

from __future__ import annotations

import re

_RUNS = re.compile(r"[\s\0\ufeff]*[=+\-@＝＋－＠−]|[\t\r\n]")


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _RUNS.match(text) else text
