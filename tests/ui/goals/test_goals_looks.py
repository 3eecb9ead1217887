"""The pages for own goals and for a week from paper in both themes, in large text and in a long language."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from journal.app import goals
from journal.app.goals import GoalScale
from journal.model.items import Better
from journal.ui.back_entry.page import BackEntryPage
from journal.ui.goals.page import GoalsPage
from journal.ui.goals.wishes import Do
from journal.ui.treatment.deeds import Deed
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context
from tests.support.stretched import cut_off, stretched_words
from tests.support.windows import dressed, put_up, words_shown

OWN = re.compile(r"To the harbour & back|Checking the door|the sea|no need|never … always")
"""What the person wrote stands as it was written."""


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    goals.add_goal(journal, "To the harbour & back", why="the sea")
    door = goals.add_goal(journal, "Checking the door", scale=GoalScale(0, 10, Better.LOWER, ("never", "always")))
    goals.end_goal(journal, door.goal.id, journal.today(), "no need")
    yield journal, clock
    journal.close()


@pytest.fixture
def show(qtbot, opened):
    def made(theme, kind=GoalsPage):
        page = kind(page_context(*opened, theme, Heard()))
        put_up(qtbot, page, 829, 700)
        page.entered()
        return page

    return made


def pictures(page, journal):
    """The page for goals in all that it can show, one thing after the other."""
    page.presenter.on_press(Deed(Do.SHOW_ENDED))
    for deed in (Deed(Do.ADD), Deed(Do.RESCALE, goals.goals(journal)[0].goal.id)):
        page.presenter.on_press(deed)
        QApplication.processEvents()
        yield
    page.presenter.on_press(Deed(Do.END, goals.goals(journal)[0].goal.id))
    QApplication.processEvents()
    yield


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_they_have_room_in_both_themes_and_in_large_text(qtbot, qapp, show, opened, look, scale):
    with dressed(qapp, look, scale) as source:
        page = show(source)
        for _picture in pictures(page, opened[0]):
            qtbot.waitUntil(lambda: cut_off(page) == [])
            assert page.horizontalScrollBar().maximum() == 0
        week = show(source, BackEntryPage)
        qtbot.waitUntil(lambda: cut_off(week) == [])
        assert week.horizontalScrollBar().maximum() == 0


def test_every_word_can_be_translated_and_has_room_in_a_long_language(qtbot, theme, show, opened, tmp_path):
    shown = set()
    with stretched_words(tmp_path):
        page = show(theme)
        for _picture in pictures(page, opened[0]):
            qtbot.waitUntil(lambda: cut_off(page) == [])
            shown |= set(words_shown(page))
        week = show(theme, BackEntryPage)
        qtbot.waitUntil(lambda: cut_off(week) == [])
        shown |= set(words_shown(week))
    left = {OWN.sub("", words) for words in shown if "[" not in words and "2026" not in words}
    assert {words for words in left if re.search(r"[A-Za-z]{3}", words) and not re.match(r"\w+tag", words)} == set()
