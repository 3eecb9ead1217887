"""The page for own goals, on a real journal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app import goals, history
from journal.app.form_drafts import form_draft
from journal.app.goals import GoalScale
from journal.model.errors import DiskFull
from journal.model.items import Better
from journal.ui.goals.page import GoalsPage
from journal.ui.goals.presenter import DRAFT
from journal.ui.goals.wishes import Do
from journal.ui.treatment.deeds import Deed
from tests.support.rows import page_context
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made():
        page = GoalsPage(page_context(*opened, theme, heard))
        put_up(qtbot, page, 984, 800)
        page.entered(back_to="trends")
        return page

    return made


def press(page, do, about=""):
    page.presenter.on_press(Deed(do, about))


def fill(page, **texts):
    form = page.going_on.form or page.ended.form
    for key, text in texts.items():
        control = form.fields[key].control
        if hasattr(control, "findData"):
            control.setCurrentIndex(control.findData(text))
        elif hasattr(control, "setPlainText"):
            control.setPlainText(text)
        else:
            control.setText(text)
    form.send()


def test_a_new_goal_is_asked_with_words_for_each_step(show, journal):
    page = show()
    button(page, "Add a goal").click()
    fill(page, label="To the harbour", why="the sea")
    made = goals.goals(journal)[0]
    assert (made.label, made.goal.why, made.item.hidden) == ("To the harbour", "the sea", False)
    assert made.item.version.words == ("not at all", "a little", "about half", "mostly", "fully")
    assert {"To the harbour", "Why it matters: the sea"} <= set(words_shown(page))


def test_nothing_about_the_goal_stands_in_the_form_beforehand(show):
    page = show()
    button(page, "Add a goal").click()
    values = page.going_on.form.values
    assert {values[key] for key in ("label", "why", "words_ten", "words_change", "words_own", "low", "high")} == {""}


@pytest.mark.parametrize(
    ("fields", "scale"),
    [
        ({"scale": "ten", "words_ten": "none, all"}, (0, 10, ("none", "all"))),
        ({"scale": "change", "words_change": "worse, less, same, more, better"}, (-2, 2, 5)),
        ({"scale": "own", "low": "−3", "high": "3"}, (-3, 3, ())),
    ],
)
def test_the_scales_offered(show, journal, fields, scale):
    page = show()
    button(page, "Add a goal").click()
    fill(page, label="Sleep through", **fields)
    version = goals.goals(journal)[0].item.version
    words = scale[2] if isinstance(scale[2], tuple) else version.words
    assert (version.minimum, version.maximum, version.words) == (scale[0], scale[1], words)
    assert not isinstance(scale[2], int) or len(version.words) == scale[2]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"label": ""}, "Type what it is."),
        (
            {"label": "x", "scale": "own", "low": "4", "high": "2"},
            "The highest step is above the lowest, by 100 at most.",
        ),
        ({"label": "x", "scale": "own", "low": "", "high": "2"}, "Type a whole number."),
        (
            {"label": "x", "scale": "ten", "words_ten": "a, b, c"},
            "Two words for the ends, or 11 words, one for each step, with commas between.",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_made(show, journal, fields, said):
    page = show()
    button(page, "Add a goal").click()
    fill(page, **fields)
    assert said in words_shown(page)
    assert not goals.goals(journal)


def test_words_and_reason_change_in_one_step(show, journal):
    made = goals.add_goal(journal, "Sleep", why="rest")
    page = show()
    press(page, Do.REWORD, made.goal.id)
    fill(page, label="Sleep till six", why="rest and work")
    changed = goals.goal(journal, made.goal.id)
    assert (changed.label, changed.goal.why, changed.item.key) == ("Sleep till six", "rest and work", made.item.key)
    history.undo(journal)
    again = goals.goal(journal, made.goal.id)
    assert (again.label, again.goal.why) == ("Sleep", "rest")


def test_another_scale_is_a_new_version(show, journal):
    from journal.app.check_ins import log

    made = goals.add_goal(journal, "Sleep")
    log(journal, {made.item.key: 2.0})
    page = show()
    press(page, Do.RESCALE, made.goal.id)
    fill(page, scale="ten", better="lower")
    version = goals.goal(journal, made.goal.id).item.version
    assert (version.maximum, version.better, version.words) == (10, Better.LOWER, ())
    assert version.id != made.item.version.id


def test_a_goal_ends_is_folded_and_taken_up_again(show, journal, heard):
    made = goals.add_goal(journal, "Sleep")
    page = show()
    press(page, Do.END, made.goal.id)
    fill(page, reason="reached it")
    assert goals.goal(journal, made.goal.id).item.hidden
    assert "No goal is asked now." in words_shown(page)
    assert "reached it" not in words_shown(page)
    press(page, Do.SHOW_ENDED)
    assert {"reached it", "ended on 29 October 2026"} <= set(words_shown(page))
    press(page, Do.TAKE_UP, made.goal.id)
    assert not goals.goal(journal, made.goal.id).item.hidden
    assert page.ended.isHidden()


def test_delete_is_undone_from_the_bar(show, journal, heard):
    made = goals.add_goal(journal, "Sleep", scale=GoalScale(0, 10))
    page = show()
    press(page, Do.DELETE, made.goal.id)
    assert not goals.goals(journal)
    dict(heard.bar[-1][1])["Undo"]()
    assert goals.goals(journal)[0].label == "Sleep"
    assert "Sleep" in words_shown(page)


def test_goals_are_put_in_order_and_asked_in_it(show, journal):
    first, second = goals.add_goal(journal, "First"), goals.add_goal(journal, "Second")
    page = show()
    press(page, Do.UP, second.goal.id)
    assert [known.label for known in goals.goals(journal)] == ["Second", "First"]
    asked = [item.key for item in journal.items() if item.key in (first.item.key, second.item.key)]
    assert asked == [second.item.key, first.item.key]
    assert not goals.move_goal(journal, second.goal.id, -1)


def test_what_is_half_typed_stands_there_again_after_a_lock(show, journal):
    page = show()
    button(page, "Add a goal").click()
    page.going_on.form.fields["label"].control.setText("To the har")
    page.left()
    assert form_draft(journal, DRAFT)["typed"]["label"] == "To the har"
    again = show()
    assert again.going_on.form.values["label"] == "To the har"
    again.left()
    once_more = show()
    assert once_more.going_on.form.values["label"] == "To the har", "nothing was changed, and nothing is forgotten"
    once_more.presenter.on_form_left()
    once_more.left()
    assert form_draft(journal, DRAFT) is None


def test_what_was_half_typed_about_a_goal_goes_with_it(show, journal):
    goal = goals.add_goal(journal, "To the harbour")
    page = show()
    press(page, Do.REWORD, goal.goal.id)
    page.going_on.form.fields["label"].control.setText("To the far har")
    page.left()
    again = show()
    assert again.going_on.form.values["label"] == "To the far har"
    goals.delete_goal(journal, goal.goal.id)
    again.left()
    assert form_draft(journal, DRAFT) is None


def full(*_given, **_named):
    raise DiskFull(path="")


def test_a_goal_that_could_not_be_kept_stands_in_its_form_and_can_be_sent_again(show, journal, heard, monkeypatch):
    page = show()
    button(page, "Add a goal").click()
    with monkeypatch.context() as patched:
        patched.setattr(goals, "add_goal", full)
        fill(page, label="To the harbour")
    assert [error.code for error in heard.errors] == ["disk_full"]
    page.left()
    assert form_draft(journal, DRAFT)["typed"]["label"] == "To the harbour"
    page.entered()
    page.going_on.form.send()
    assert [each.label for each in goals.goals(journal)] == ["To the harbour"]
    assert page.going_on.form is None


def test_the_way_back_from_settings_leads_there(show, heard):
    page = show()
    page.entered(back_to="settings")
    assert page.back.accessibleName() == "Back: Settings"
    page.back.click()
    assert heard.went == ["settings"]


def test_an_entry_from_which_the_goals_were_reached_opens_again(show):
    page, went = show(), []
    page._context = replace(page._context, go=lambda key, **where: went.append((key, where)))
    page.entered(back_to="history", entry_id="an entry")
    assert page.back.accessibleName() == "Back: History"
    page.back.click()
    page.entered(back_to="history")
    page.back.click()
    page.entered(back_to="today")
    page.back.click()
    assert went == [*[("history", {"entry_id": "an entry"})] * 2, ("today", {})]


def test_escape_goes_back_where_one_came_from(show, heard):
    page = show()
    page.entered(back_to="today")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert heard.went == ["today"]
