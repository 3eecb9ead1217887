import pytest

from journal.host.resources import resource
from journal.host.themes import contrast, load_theme, parse_theme

THEMES = ("light", "dark")
WORDS = [
    ("ink", "paper"), ("ink", "card"), ("ink", "field"), ("ink", "sidebar"), ("ink", "hover"), ("ink", "accent_soft"),
    ("soft", "paper"), ("soft", "card"), ("soft", "sidebar"), ("soft", "hover"), ("soft", "field"),
    ("placeholder", "field"), ("placeholder", "card"),
    ("accent", "paper"), ("accent", "card"), ("accent", "accent_soft"), ("accent", "hover"), ("accent", "sidebar"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
]  # fmt: skip
EDGES = [
    (role, behind)
    for role in ("edge", "focus", "dot", "session_line", "gold", "accent")
    for behind in ("paper", "card")
] + [("edge", "field"), ("focus", "field"), ("focus", "sidebar"), ("focus", "accent_soft")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "behind"), WORDS)
def test_words_stand_out_from_what_is_behind_them(theme, words, behind):
    tokens = load_theme(theme)
    assert contrast(getattr(tokens, words), getattr(tokens, behind)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "behind"), EDGES)
def test_edges_dots_and_lines_stand_out(theme, edge, behind):
    tokens = load_theme(theme)
    assert contrast(getattr(tokens, edge), getattr(tokens, behind)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_every_series_stands_out_from_its_card(theme):
    tokens = load_theme(theme)
    assert all(contrast(colour, tokens.card) >= 3 for colour in tokens.series)


def test_contrast_is_the_published_ratio():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_a_missing_role_is_named():
    text = resource("themes", "light.toml").read_text(encoding="utf-8").replace("edge =", "rim =")
    with pytest.raises(ValueError, match="edge, rim"):
        parse_theme(text)
