import pytest

from journal.host.resources import resource
from journal.host.themes import contrast, load_theme, parse_theme

THEMES = ("light", "dark", "print", "contrast-light", "contrast-dark")
HIGH_CONTRAST = tuple(theme for theme in THEMES if theme.startswith("contrast"))
WORDS = [
    ("ink", "paper"), ("ink", "card"), ("ink", "field"), ("ink", "sidebar"), ("ink", "hover"), ("ink", "accent_soft"),
    ("ink", "band"), ("soft", "paper"), ("soft", "card"), ("soft", "sidebar"), ("soft", "hover"), ("soft", "field"),
    ("soft", "accent_soft"), ("soft", "band"), ("placeholder", "field"), ("placeholder", "card"),
    ("placeholder", "paper"), ("accent", "paper"), ("accent", "card"), ("accent", "accent_soft"), ("accent", "hover"),
    ("accent", "sidebar"), ("accent", "field"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
]  # fmt: skip
"""Words, and what they are read on: labels, buttons and fields of `window.qss`, chosen rows, charts."""
EDGES = [
    *((role, behind) for role in ("edge", "focus", "dot", "session_line", "gold", "accent")
      for behind in ("paper", "card")),
    *(("edge", behind) for behind in ("field", "hover", "accent_soft")),
    *(("focus", behind) for behind in ("field", "sidebar", "hover", "accent_soft")),
    *((role, "band") for role in ("dot", "accent", "session_line")),
    ("gold", "accent_soft"),
]  # fmt: skip
"""Edges of what can be pressed, rings of the keyboard, dots and lines, and what they lie on."""
ENOUGH, ENOUGH_FOR_EDGES, HIGH = 4.5, 3, 7
"""WCAG 2.2: 1.4.3 for words, 1.4.11 for graphics, and 1.4.6 for words in high contrast."""


def low(theme, pairs, least):
    """The pairs that do not stand apart far enough."""
    tokens = load_theme(theme)
    found = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_what_is_behind_them(theme):
    assert low(theme, WORDS, ENOUGH) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_edges_dots_and_lines_stand_out(theme):
    assert low(theme, EDGES, ENOUGH_FOR_EDGES) == {}


@pytest.mark.parametrize("theme", HIGH_CONTRAST)
def test_in_high_contrast_words_stand_out_most_and_cards_have_edges(theme):
    assert low(theme, WORDS, HIGH) == {}
    assert low(theme, [("hair", "paper"), ("hair", "card")], ENOUGH_FOR_EDGES) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_series_stands_out_from_its_card_and_from_the_usual_range(theme):
    tokens = load_theme(theme)
    assert all(
        contrast(colour, behind) >= ENOUGH_FOR_EDGES
        for colour in tokens.series
        for behind in (tokens.card, tokens.band)
    )


def test_contrast_is_the_published_ratio():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_a_missing_role_is_named():
    text = resource("themes", "light.toml").read_text(encoding="utf-8").replace("edge =", "rim =")
    with pytest.raises(ValueError, match="edge, rim"):
        parse_theme(text)
