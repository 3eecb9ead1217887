"""Every page of the window has its place in the guide."""

import pytest

from journal.host.guides import PAGES, read_guide
from journal.ui.guide.keys_chapter import keys_chapter
from journal.ui.guide.places import CHAPTER_OF, FIRST, KEYS_CHAPTER, chapter_for
from journal.ui.shell import PAGE_OVER, STANDS_ALONE, page_names
from journal.ui.shortcuts import listed


@pytest.fixture(scope="module")
def anchors():
    return {page.key: page.anchors for page in (*read_guide("en"), keys_chapter())}


@pytest.mark.parametrize("page", [*dict(page_names()), *PAGE_OVER, STANDS_ALONE, "settings", "guide"])
def test_every_page_has_its_chapter(page, anchors):
    assert page in CHAPTER_OF
    key, _stroke, anchor = chapter_for(page).partition("#")
    assert key in anchors
    assert not anchor or anchor in anchors[key]


def test_a_page_without_a_chapter_leads_to_the_first():
    assert chapter_for("some page to come") == FIRST
    assert PAGES[0] == FIRST


def test_the_list_of_keys_is_the_one_the_window_works_by():
    chapter = keys_chapter()
    assert chapter.key == KEYS_CHAPTER
    for title, keys in listed():
        assert title in chapter.text()
        for key, words in keys:
            assert key in chapter.text()
            assert words in chapter.text()
