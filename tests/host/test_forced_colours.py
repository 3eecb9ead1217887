"""The colours of a contrast mode of Windows, as its four themes have them and as somebody may mix them."""

import pytest

from journal.host.forced_colours import SERIES, SystemColours, blended, colour_of, forced_theme, system_colours
from journal.host.themes import contrast

GIVEN = {
    "aquatic": SystemColours("#202020", "#FFFFFF", "#8EE3F0", "#263B50", "#75E9FC"),
    "desert": SystemColours("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3", "#1C5E75"),
    "dusk": SystemColours("#2D3236", "#FFFFFF", "#A1BFDE", "#212D3B", "#70EBDE"),
    "night sky": SystemColours("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B", "#8080FF"),
    "yellow on black, chosen hard to see": SystemColours("#000000", "#FFFF00", "#1A1A40", "#FFFFFF", "#101010"),
    "black on white, chosen hard to see": SystemColours("#FFFFFF", "#000000", "#E0E0E0", "#000000", "#F0F0F0"),
}
WORDS = [
    *((words, behind) for words in ("ink", "soft", "placeholder", "accent")
      for behind in ("paper", "card", "field", "hover", "sidebar", "accent_soft")),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
]  # fmt: skip
EDGES = [
    (edge, behind)
    for edge in ("edge", "hair", "focus", "dot", "session_line", "gold")
    for behind in ("paper", "card", "band")
]


@pytest.mark.parametrize("given", GIVEN.values(), ids=list(GIVEN))
def test_words_and_edges_are_seen_in_every_such_theme(given):
    tokens = forced_theme(given)
    assert [pair for pair in WORDS if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5] == []
    assert [pair for pair in EDGES if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 3] == []
    assert all(contrast(line, tokens.card) >= 3 for line in tokens.series)
    assert len(tokens.series) == SERIES


@pytest.mark.parametrize("given", GIVEN.values(), ids=list(GIVEN))
def test_words_and_paper_are_the_persons_own(given):
    tokens = forced_theme(given)
    assert (tokens.paper, tokens.ink, tokens.edge) == (given.paper, given.ink, given.ink)
    assert tokens.accent in given


def test_a_theme_knows_whether_it_is_dark():
    assert forced_theme(GIVEN["night sky"]).dark
    assert not forced_theme(GIVEN["desert"]).dark


def test_a_colour_of_windows_has_red_in_its_lowest_byte():
    assert colour_of(0x00AB_12F0) == "#F012AB"


def test_colours_between_two():
    assert blended("#000000", "#FFFFFF", 0.5) == "#808080"


def test_other_systems_have_none():
    assert system_colours() is None
