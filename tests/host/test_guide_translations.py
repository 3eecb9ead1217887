"""A translated page of the guide says what the English one says: the same steps, keys, links and figures, and the
words that the translated window shows."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from journal.host.guides import read_guide_page
from journal.model.guide_pages import Points, Table
from tests.support.text_tools import ids, script

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "guide"
NAMES = re.compile(r"\*\*([^*]+)\*\*|“([^”]+)”")
"""What the English text names: in bold letters or in quotes."""

TYPED = {"sleep"}
"""Words that are typed on an English picture."""

ERRORS = {f"journal/texts/{path.name}" for path in (ROOT / "journal" / "texts").glob("*errors.py")}


def translated():
    return [
        (folder.name, path.stem)
        for folder in sorted(GUIDE.iterdir())
        if folder.is_dir() and folder.name != "en"
        for path in sorted(folder.glob("*.md"))
    ]


@pytest.fixture(params=translated(), ids="/".join)
def page(request):
    return request.param


def source(code: str, key: str) -> str:
    return (GUIDE / code / f"{key}.md").read_text(encoding="utf-8")


def bare(words: str) -> str:
    return words.lower().strip(" .:…")


@cache
def messages(code: str):
    catalogues = script("catalogues")
    return [message for message in catalogues.read_translation(catalogues.po_file(code)) if message.id]


@cache
def shown(code: str) -> dict[str, set[str]]:
    """By an English word of the window: what the translated window shows for it."""
    found: dict[str, set[str]] = {}
    for message in messages(code):
        strings = (message.string,) if isinstance(message.string, str) else message.string
        for english in ids(message):
            found.setdefault(bare(english), set()).update(map(bare, strings))
    return found


def test_it_has_the_same_paragraphs_points_and_rows(page):
    code, key = page
    english, other = read_guide_page(key, "en"), read_guide_page(key, code)
    for ours, theirs in zip_longest(english.blocks, other.blocks):
        assert type(ours) is type(theirs), ours
        if isinstance(ours, Points):
            assert len(ours.lines) == len(theirs.lines), ours
            assert ours.numbered == theirs.numbered
        if isinstance(ours, Table):
            assert len(ours.rows) == len(theirs.rows), ours


def test_its_pictures_are_told_in_its_own_words(page):
    code, key = page
    english = {picture.words for picture in read_guide_page(key, "en").pictures}
    assert not english & {picture.words for picture in read_guide_page(key, code).pictures}


def test_it_has_the_same_links(page):
    code, key = page
    assert Counter(read_guide_page(key, code).targets) == Counter(read_guide_page(key, "en").targets)


def test_it_names_the_same_keys(page):
    code, key = page
    keys = [sorted(re.findall(r"`([^`]+)`", source(each, key))) for each in ("en", code)]
    assert keys[0] == keys[1]


def test_it_has_the_same_figures(page):
    code, key = page
    english, other = (
        Counter(re.findall(r"\d+(?:\.\d+)?", read_guide_page(key, each).text().replace(",", ".")))
        for each in ("en", code)
    )
    assert other == english


def test_it_calls_buttons_and_pages_what_the_translated_window_calls_them(page):
    code, key = page
    text = source(code, key).lower()
    named = {bare(strong or quoted) for strong, quoted in NAMES.findall(source("en", key))}
    known = {name: shown(code)[name] for name in named - TYPED if name in shown(code)}
    assert {name: words for name, words in known.items() if not any(word in text for word in words)} == {}


def fixed_part(text: str) -> str:
    """The longest part of an error's first sentence that has no field in it."""
    first = re.split(r"(?<=[.?:])\s|; ", " ".join(text.split()))[0]
    return max((part.strip(" “”„«».,;:()?") for part in re.split(r"\{\w+\}", first)), key=len)


@pytest.mark.parametrize("code", sorted(code for code, key in translated() if key == "troubleshooting"))
def test_troubleshooting_names_every_error_in_the_words_of_the_translated_window(code):
    flat = " ".join(read_guide_page("troubleshooting", code).text().split())
    said = {
        text
        for message in messages(code)
        if ERRORS & {file for file, _line in message.locations} and ids(message)[0][-1:] in ".?"
        for text in ((message.string,) if isinstance(message.string, str) else message.string)
    }
    assert len(said) > 100
    assert [text for text in sorted(said) if fixed_part(text) not in flat] == []
