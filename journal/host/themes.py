"""Themes as data: a TOML file of colours by role becomes frozen tokens.

The window, the charts and the printed page all read the same roles; no colour stands anywhere else.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, NamedTuple

from journal.host.resources import resource


class ThemeTokens(NamedTuple):
    """One theme's colours by role, each as "#RRGGBB".

    `edge` outlines what can be pressed or typed in (3:1 at least); `hair` is decoration only.
    `soft` is for second-rank words, `placeholder` for the hint in an empty field. `band` and `grid`
    stand behind chart lines. `series` are the colours of several lines in one chart.
    """

    name: str
    dark: bool
    paper: str
    sidebar: str
    card: str
    field: str
    hover: str
    hair: str
    edge: str
    ink: str
    soft: str
    placeholder: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    focus: str
    gold: str
    dot: str
    session_line: str
    band: str
    grid: str
    series: tuple[str, ...]


def parse_theme(text: str) -> ThemeTokens:
    """Read a theme from TOML. A missing or unknown role raises ValueError with its name."""
    raw: dict[str, Any] = tomllib.loads(text)
    values: dict[str, Any] = {"name": raw["name"], "dark": raw["dark"], **raw["colours"]}
    values["series"] = tuple(raw["charts"]["series"])
    wrong = set(ThemeTokens._fields).symmetric_difference(values)
    if wrong:
        raise ValueError(f"theme {raw['name']}: roles missing or unknown: {', '.join(sorted(wrong))}")
    return ThemeTokens(**values)


@cache
def load_theme(name: str) -> ThemeTokens:
    """The shipped theme `light`, `dark`, `contrast-light`, `contrast-dark` or `print`."""
    return parse_theme(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours "#RRGGBB", from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
