"""Own goals on Today: a card of their own after the symptoms, asked with the same keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app import goals
from journal.app.forms import SectionKind, form
from journal.app.goals import GoalScale
from journal.model.items import Better
from journal.texts.items import ItemWords
from journal.ui.today.page import TodayPage
from journal.ui.today.state import Inputs, build_state
from tests.support.journals import make_journal
from tests.support.rows import SUPPORT, Heard, page_context


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    yield journal, clock
    journal.close()


def card(journal):
    return build_state(form(journal), Inputs(), ItemWords(journal.catalogue)).card(SectionKind.GOALS)


def test_without_a_goal_there_is_no_card(journal):
    assert card(journal) is None


def test_goals_stand_after_the_symptoms_whatever_end_is_better(journal):
    goals.add_goal(journal, "To the harbour")
    goals.add_goal(journal, "Checking the door", scale=GoalScale(0, 10, Better.LOWER))
    kinds = [section.kind for section in form(journal).sections]
    assert kinds[:2] == [SectionKind.SYMPTOMS, SectionKind.GOALS]
    assert [row.label for row in card(journal).rows] == ["To the harbour", "Checking the door"]


def test_goals_on_one_scale_share_its_words_and_others_have_their_own(journal):
    words = ("not at all", "a little", "about half", "mostly", "fully")
    for label in ("One", "Two"):
        goals.add_goal(journal, label, scale=GoalScale(0, 4, Better.HIGHER, words))
    goals.add_goal(journal, "Three", scale=GoalScale(-2, 2, Better.HIGHER, ("worse", "better")))
    groups = card(journal).groups
    assert [(group.ends, group.columns, len(group.rows)) for group in groups] == [
        (("not at all", "fully"), 5, 2),
        (("worse", "better"), 5, 1),
    ]
    assert {group.title for group in groups} == {""}


def test_the_better_end_is_named_where_goals_differ_in_it(journal):
    goals.add_goal(journal, "Door", scale=GoalScale(0, 4, Better.LOWER))
    goals.add_goal(journal, "Harbour", scale=GoalScale(0, 4, Better.HIGHER))
    assert [group.title for group in card(journal).groups] == ["Lower is better", "Higher is better"]


def test_a_goal_is_answered_by_a_digit_and_leads_to_its_page(qtbot, theme, opened):
    made, heard = goals.add_goal(opened[0], "Harbour"), Heard()
    page = TodayPage(page_context(*opened, theme, heard), SUPPORT)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    row = next(row for row in page.form.rows if row.row.key == made.item.key)
    row.take_focus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(row.focus_target(), Qt.Key.Key_3)
    entry = opened[0].store.entries.latest()
    assert [(rating.item_id, rating.value) for rating in entry.ratings] == [(made.item.id, 3.0)]
    page.form.goals.click()
    assert heard.went == ["goals"]
    assert page.form.goals in page.form.tab_stops
