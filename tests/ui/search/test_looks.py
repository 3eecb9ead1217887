"""The Search page and the field for tags in both themes, in large text, and in a long language."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from journal.app import check_ins
from journal.ui.search.page import SearchPage
from journal.ui.today.page import TodayPage
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT, Heard, page_context
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import dressed, put_up, words_shown

LONG_TAG = "the longest tag that one can well write"


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    check_ins.log(journal, {"anxiety": 1}, note="A walk by the harbour. " * 20, tags=["home", LONG_TAG])
    yield journal, clock
    journal.close()


@pytest.fixture
def show(qtbot, opened):
    def made(theme, kind=SearchPage, *parts):
        page = kind(page_context(*opened, theme, Heard()), *parts)
        put_up(qtbot, page, 829, 700)
        page.entered()
        return page

    return made


def pictures(page):
    """The page in all that it can show, one thing after the other."""
    yield
    for text in ("harbour", "nowhere at all", "night"):
        page.presenter.on_text(text)
        QApplication.processEvents()
        yield
    page.narrow.click()
    page.filters.some_days.click()
    next(iter(page.filters.parts.values())).click()
    QApplication.processEvents()
    yield
    page.narrow.click()
    QApplication.processEvents()
    yield


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qtbot, qapp, show, look, scale):
    with dressed(qapp, look, scale) as source:
        page = show(source)
        for _picture in pictures(page):
            qtbot.waitUntil(lambda: cut_off(page) == [])


def test_every_word_can_be_translated_and_has_room_in_a_long_language(qtbot, theme, show, tmp_path):
    shown = set()
    with stretched_words(tmp_path):
        page = show(theme)
        for _picture in pictures(page):
            qtbot.waitUntil(lambda: cut_off(page) == [])
            shown |= set(words_shown(page))
    left = {words for words in shown if "[" not in words and "202" not in words}
    assert {words for words in left if re.search(r"[A-Za-z]{3}", words)} == set()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tags_have_room_beside_the_note(qtbot, qapp, show, scale):
    with dressed(qapp, "light", scale) as source:
        page = show(source, TodayPage, SUPPORT)
        page.form.tags._on_given(f"home, {LONG_TAG}, music")
        card = page.form.note_card

        def fit() -> bool:
            ends = [button.mapTo(card, button.rect().topRight()).x() for button in page.form.tags.buttons]
            return len(ends) == 3 and max(ends) <= card.width()

        qtbot.waitUntil(lambda: all(text.endswith("…  ×") for text, *_ in cut_off(page.form.tags)) and fit())
