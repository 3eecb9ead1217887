"""The window's stylesheet, made from a template, a theme's colours and the text size."""

from __future__ import annotations

import re

from journal.host.resources import resource
from journal.host.themes import ThemeTokens
from journal.texts.translation import reads_from_right

_SCALED = re.compile(r"(\d+)sp\b")
_ROLE = re.compile(r"\$(\w+)")


def build_stylesheet(tokens: ThemeTokens, scale: float) -> str:
    """Fill `window.qss`: `$role` becomes a colour, `14sp` 14 pixels times `scale`."""
    template = resource("themes", "window.qss").read_text(encoding="utf-8")
    if reads_from_right():
        template = template.replace("padding-right", "padding-left")  # Qt mirrors fields, but not the room inside
    return scaled(_ROLE.sub(lambda found: getattr(tokens, found[1]), template), scale)


def scaled(text: str, scale: float) -> str:
    """Replace each `Nsp` by whole pixels at this text size."""
    return _SCALED.sub(lambda found: f"{round(int(found[1]) * scale)}px", text)
