"""The page of one's own shape in both themes, in large text and in a long language."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from journal.app.groups import add_group
from journal.app.item_shapes import put_in_group
from journal.app.items import OwnItem, add_own
from journal.app.profiles import ProfileWish, add_profile
from journal.ui.shape.page import ShapePage
from journal.ui.shape.state import View
from journal.ui.today.page import TodayPage
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT, Heard, page_context
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import dressed, put_up, words_shown

OWN = re.compile(r"Ringing in the ears &+ head|My mornings|Harbour days")
"""What the person wrote stands as it was written."""


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    add_own(journal, OwnItem("ears", "Ringing in the ears & head", 0, 10, words=("none", "all")))
    group = add_group(journal, "My mornings")
    put_in_group(journal, "ears", group.id)
    put_in_group(journal, "functioning", group.id)
    yield journal, clock
    journal.close()


@pytest.fixture
def show(qtbot, opened):
    def made(theme, kind=ShapePage, *parts):
        page = kind(page_context(*opened, theme, Heard()), *parts)
        put_up(qtbot, page, 829, 700)
        page.entered()
        return page

    return made


def pictures(page, journal):
    """The page in all that it can show, one thing after the other."""
    page.presenter.on_all(True)
    QApplication.processEvents()
    yield
    page.presenter.on_all(False)
    page.presenter.on_panel("ears")
    QApplication.processEvents()
    yield
    page.items.add.click()
    QApplication.processEvents()
    yield
    page.items.add_group.click()
    next(iter(page.items.card(journal.store.groups.all()[0].id).findChildren(type(page.items.group_form)))).show()
    QApplication.processEvents()
    yield
    page.presenter.on_view(View.PROFILES)
    page.profiles.add.click()
    QApplication.processEvents()
    yield
    add_profile(journal, ProfileWish("Harbour days", ("anxiety", "numb"), (0, 1, 2, 3, 4), session_day=True))
    QApplication.processEvents()
    yield


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_in_both_themes_and_in_large_text(qtbot, qapp, show, opened, look, scale):
    with dressed(qapp, look, scale) as source:
        page = show(source)
        for _picture in pictures(page, opened[0]):
            qtbot.waitUntil(lambda: cut_off(page) == [])
            assert page.horizontalScrollBar().maximum() == 0


def test_every_word_can_be_translated_and_has_room_in_a_long_language(qtbot, theme, show, opened, tmp_path):
    shown = set()
    with stretched_words(tmp_path):
        page = show(theme)
        for _picture in pictures(page, opened[0]):
            qtbot.waitUntil(lambda: cut_off(page) == [])
            shown |= set(words_shown(page))
    left = {OWN.sub("", words) for words in shown if "[" not in words and "2026" not in words}
    days = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"}
    assert {words for words in left - days if re.search(r"[A-Za-z]{3}", words)} == set()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_today_has_room_for_the_choice_of_a_profile(qtbot, qapp, show, opened, scale):
    with dressed(qapp, "light", scale) as source:
        add_profile(opened[0], ProfileWish("The longest name that a profile of questions can well have", ("anxiety",)))
        page = show(source, TodayPage, SUPPORT)
        qtbot.waitUntil(lambda: cut_off(page.header) == [])
        right = page.header.profiles.mapTo(page, page.header.profiles.rect().topRight()).x()
        assert page.header.profiles.isVisible()
        assert right <= page.width()
